/** Values of both readers that are known to be right or wrong, with their doubts: what the judge learns from. */
import { extract } from '../src/extract/extract.ts'
import { doubtsOf } from '../src/grade/doubts.ts'
import { fieldAt } from '../src/grade/field.ts'
import { candidateOf } from '../src/grade/first-reading.ts'
import type { Judge } from '../src/grade/judge.ts'
import type { Weights } from '../src/label/weights.ts'
import type { Lexicon } from '../src/lexicon/lexicon.ts'
import { project } from '../src/project/project.ts'
import type { DirectiveRecord } from '../src/schema.ts'
import { rivalCandidate, rivalsOf } from '../src/segment/choose.ts'
import { readTwice } from '../src/segment/read-twice.ts'
import { isScored } from '../test/accuracy/fields.ts'
import { agreement } from '../test/accuracy/folding.ts'
import type { Gold } from '../test/accuracy/gold.ts'
import type { KnownDocument } from './corpus.ts'
import type { Sample } from './logistic.ts'

export interface JudgedSample extends Sample {
  id: string
  source: string
  pointer: string
  value: string
  /** Of the second reader, where it differs. */
  rival: boolean
}

/** Keeps what the first reader has. */
const FIRST: Judge = { share: () => 0, gradeOf: () => 'likely', weightsOf: () => [] }

export function samplesOf(
  { id, source, text, gold }: KnownDocument,
  readers: { lexicon: Lexicon; weights: Weights },
): JudgedSample[] {
  if (!gold) return []
  const { tree, around } = readTwice(text, { ...readers, judge: FIRST })
  const found: JudgedSample[] = []
  for (const { field, rival } of rivalsOf(tree, around)) {
    const right = isRight(gold, field, rival.value)
    if (right !== null)
      found.push({
        id,
        source,
        pointer: `/${field}`,
        value: rival.value,
        rival: true,
        field,
        doubts: doubtsOf(rivalCandidate(field, rival), around),
        right,
      })
  }
  const seen = new Map<string, { doubts: number[]; value: string }>()
  const findings = extract(text, tree)
  const info = {
    path: null,
    format: 'text',
    encoding: 'utf-8',
    bytes: 0,
    sha256: '',
    pages: null,
    ocr: null,
    characters: text.length,
  } as DirectiveRecord['source']
  const record = project(tree, findings, {
    text,
    source: info,
    places: [],
    diagnostics: [],
    grader: (pointer, value) => {
      const field = fieldAt(pointer)
      if (field) seen.set(pointer, { doubts: doubtsOf(candidateOf(field, value), around), value: String(value.value) })
      return value.grade
    },
  })
  for (const [pointer, { doubts, value }] of seen) {
    const field = fieldAt(pointer) as NonNullable<ReturnType<typeof fieldAt>>
    const judged = field === 'reference' ? record.references[Number(pointer.split('/').at(-1))]?.number : value
    const right = judged == null || judged === 'null' ? null : isRight(gold, field, judged)
    if (right !== null) found.push({ id, source, pointer, value: judged as string, rival: false, field, doubts, right })
  }
  return found
}

const NAMES: Record<string, string> = {
  addressee: 'addressees',
  recipient: 'recipients',
  name: 'signer',
  reference: 'references',
  deadline: 'deadlines',
  assignee: 'assignees',
}

/** Whether gold has the value; null where it does not say. */
function isRight(gold: Gold, field: string, value: string): boolean | null {
  const name = NAMES[field] ?? field
  if (!isScored(gold, name)) return null
  const wanted = [...wantedOf(gold, field), ...[gold.alt?.[name] ?? []].flat(2).filter((each) => each !== null)]
  if (field === 'authority') return wanted.some((each) => agreement(each, value) > 0)
  if (field === 'date' || field === 'deadline') return wanted.includes(value)
  const bare = (each: string) =>
    field === 'number' || field === 'reference'
      ? each.replace(/\s+/g, '').replace(/^số:?/iu, '')
      : field === 'subject'
        ? each.replace(/^\s*(?:v\s*[/%]\s*v\.?\s*:?|về việc|vv:?|về)\s+/iu, '')
        : each
  return wanted.some((each) => agreement(bare(each), bare(value)) > 0)
}

function wantedOf(gold: Gold, field: string): string[] {
  const present = (list: (string | null | undefined)[]) => list.filter((each): each is string => !!each)
  switch (field) {
    case 'addressee':
      return gold.addressees
    case 'recipient':
      return gold.recipients
    case 'authority':
      return gold.signatures.flatMap(({ authority }) => [...(authority ?? []), (authority ?? []).join(' ')])
    case 'position':
      return present(gold.signatures.map(({ position }) => position))
    case 'name':
      return present(gold.signatures.map(({ name }) => name))
    case 'reference':
      return gold.references.map(({ number }) => number)
    case 'deadline':
      return present(gold.deadlines.map(({ date }) => date))
    case 'assignee':
      return gold.assignments.flatMap(({ assignees }) => assignees)
    case 'issuer':
      return present([gold.issuer, gold.issuerInferred])
    default:
      return present([gold[field as 'number']])
  }
}
