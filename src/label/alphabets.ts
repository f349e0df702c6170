/**
 * The labels of words: what each word of the head and of the foot of a document is a part of. Begin and inside are told
 * apart, so that two entries, one behind the other, are two, and a value that wraps is one.
 */

/** Parts that are values; a word begins one or goes on with it. */
const HEAD_VALUES = ['parent', 'issuer', 'number', 'place', 'date', 'type', 'subject', 'enacting', 'addressee'] as const
/** Parts of which nothing is read. */
const HEAD_OTHERS = ['title', 'mark', 'cue', 'body', 'other'] as const
const FOOT_VALUES = ['recipient', 'archive', 'authority', 'position', 'name'] as const
const FOOT_OTHERS = ['label', 'purpose', 'signed', 'contact', 'body', 'other'] as const

export type Part =
  | (typeof HEAD_VALUES)[number]
  | (typeof HEAD_OTHERS)[number]
  | (typeof FOOT_VALUES)[number]
  | (typeof FOOT_OTHERS)[number]

export type RegionName = 'head' | 'foot'

export interface Alphabet {
  readonly name: RegionName
  readonly labels: readonly { part: Part; begins: boolean; inside: boolean }[]
  /** Whether a label may follow another: inside only behind begin or inside of the same part. */
  follows(label: number, before: number): boolean
  /** The label of a word of a part; a part that is no value has one label. */
  labelOf(part: Part, begins: boolean): number
}

function alphabet(name: RegionName, values: readonly Part[], others: readonly Part[]): Alphabet {
  const labels = [
    ...values.flatMap((part) => [
      { part, begins: true, inside: false },
      { part, begins: false, inside: true },
    ]),
    ...others.map((part) => ({ part, begins: false, inside: false })),
  ]
  return {
    name,
    labels,
    follows: (label, before) => !labels[label]?.inside || labels[before]?.part === labels[label]?.part,
    labelOf: (part, begins) =>
      labels.findIndex((label) => label.part === part && (label.begins === begins || (!label.begins && !label.inside))),
  }
}

export const ALPHABETS: Readonly<Record<RegionName, Alphabet>> = {
  head: alphabet('head', HEAD_VALUES, HEAD_OTHERS),
  foot: alphabet('foot', FOOT_VALUES, FOOT_OTHERS),
}
