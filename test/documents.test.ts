import { describe, expect, it } from 'vitest'
import { type Field, generate } from '../train/documents/document.ts'
import { FAMILIES } from '../train/documents/families/families.ts'
import type { Form } from '../train/documents/form.ts'
import { layOut } from '../train/documents/layout/lay-out.ts'
import { applyEdits } from '../train/documents/noise/edits.ts'
import { seeded } from '../train/random.ts'

const FAMILY_NAMES = Object.keys(FAMILIES)
const PER_FAMILY = 10
const COUNT = FAMILY_NAMES.length * PER_FAMILY

/** Letters and digits alone, in small letters, tone marks where they may stand: what layout and spelling may not change. */
const letters = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đð]/gu, 'd')
    .replace(/y/gu, 'i')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** `V/v` and `Về việc` are one: a heading sentence says the second where the form had the first. */
const comparable = (text: string) => letters(text).replace(/^(?:vv|veviec)/u, '')

/** The values that a family put into a document, by field and entry. */
function valuesOf(form: Form): [Field, number, string][] {
  const one = (field: Field, text: string | null): [Field, number, string][] => (text ? [[field, 0, text]] : [])
  const list = (field: Field, texts: string[]): [Field, number, string][] =>
    texts.map((text, entry) => [field, entry, text])
  return [
    ...one('parent', form.parent),
    ...one('issuer', form.issuer),
    ...one('place', form.headingSentence ? null : form.date && form.place),
    ...one('date', form.date),
    ...one('type', form.heading),
    ...one('number', form.number?.text ?? null),
    ...one('subject', form.subject),
    ...one('enacting', form.underHeading ? null : form.enacting),
    ...list('addressee', [...form.addressees, ...(form.also?.addressees ?? [])]),
    ...list('base', form.bases),
    ...one('operative', form.operative?.text ?? null),
    ...list('recipient', form.recipients?.entries ?? []),
    ...one('archive', form.recipients?.archive ?? null),
    ...list(
      'item',
      form.body.filter(({ kind }) => kind === 'item').map(({ text }) => text),
    ),
    ...form.signatures.flatMap(({ position, name }, entry): [Field, number, string][] => [
      ...(position ? [['position', entry, position] as [Field, number, string]] : []),
      ...(name ? [['name', entry, name] as [Field, number, string]] : []),
    ]),
  ]
}

describe('the generator of labelled documents', () => {
  it('gives the same documents for the same seed, and others for another', () => {
    const texts = (seed: string) => [...generate({ seed, count: 50 })]
    expect(texts('a')).toEqual(texts('a'))
    expect(texts('b').map(({ text }) => text)).not.toEqual(texts('a').map(({ text }) => text))
  })

  it('gives a document that does not depend on how many are asked for', () => {
    const [first] = generate({ seed: 'a', count: 1 })
    expect([...generate({ seed: 'a', count: 60 })][0]).toEqual(first)
  })

  it('makes every family in turn, and only those that are asked for', () => {
    expect(new Set([...generate({ seed: 'a', count: FAMILY_NAMES.length })].map(({ family }) => family))).toEqual(
      new Set(FAMILY_NAMES),
    )
    expect(
      new Set([...generate({ seed: 'a', count: 9, families: ['front', 'gazette'] })].map(({ family }) => family)),
    ).toEqual(new Set(['front', 'gazette']))
    expect(() => [...generate({ seed: 'a', count: 1, families: ['no-such-family'] })]).toThrow(/no-such-family/)
  })

  it('says of every value that was put in where all its letters stand', () => {
    for (let at = 0; at < COUNT; at++) {
      const family = FAMILY_NAMES[at % FAMILY_NAMES.length] as string
      const random = seeded(`values ${family} ${at}`)
      const form = (FAMILIES[family] as (typeof FAMILIES)[string])(random)
      const { text, marks } = layOut(form, random).printed
      for (const [field, entry, value] of valuesOf(form)) {
        const said = marks
          .filter((mark) => mark.field === field && mark.entry === entry)
          .map(({ spans }) => spans.map((span) => text.slice(...span)).join(' '))
        const wanted = comparable(value)
        if (wanted === '') continue
        expect(said.length, `${family} ${at}: ${field} ${entry} ${value}\n${text}`).toBe(1)
        expect(comparable(said[0] as string), `${family} ${at}: ${field} ${entry}\n${text}`).toBe(wanted)
      }
    }
  })

  it.each([true, false])(
    'keeps spans in the text, apart and without white space at their ends (clean: %s)',
    (clean) => {
      for (const { id, text, marks } of generate({ seed: 'spans', count: COUNT, clean })) {
        const spans = marks.flatMap((mark) => mark.spans).toSorted((a, b) => a[0] - b[0])
        const faults = spans.filter(([start, end], at) => {
          const piece = text.slice(start, end)
          return piece === '' || piece !== piece.trim() || piece.includes('\n') || start < (spans[at - 1]?.[1] ?? 0)
        })
        expect(
          faults.map((span) => text.slice(...span)),
          id,
        ).toEqual([])
      }
    },
  )

  it('has no letter of an empty slot or an unknown phrase in its text', () => {
    for (const { id, text } of generate({ seed: 'slots', count: COUNT, clean: true }))
      expect(text, id).not.toMatch(/\{[a-z]|undefined|null|<\p{L}[^>]*\|/u)
  })
})

describe('edits that take the marks along', () => {
  const page = {
    text: 'Nơi nhận:\n- Sở Y tế;\n',
    marks: [{ field: 'recipient' as Field, entry: 0, spans: [[12, 19] as [number, number]] }],
  }
  const read = (edits: Parameters<typeof applyEdits>[1]) => {
    const { text, marks } = applyEdits(page, edits)
    return marks.map(({ field, spans }) => [field, ...spans.map((span) => text.slice(...span))])
  }

  it.each<[string, Parameters<typeof applyEdits>[1], string[][]]>([
    ['a letter misread', [{ start: 18, end: 19, text: 'é' }], [['recipient', 'Sở Y té']]],
    ['a letter lost at the start', [{ start: 12, end: 13, text: '' }], [['recipient', 'ở Y tế']]],
    [
      'rubble behind the entry',
      [{ start: 20, end: 20, text: ' Z#', field: 'noise' }],
      [
        ['recipient', 'Sở Y tế'],
        ['noise', 'Z#'],
      ],
    ],
    [
      'rubble right behind the value',
      [{ start: 19, end: 19, text: '~', field: 'noise' }],
      [
        ['recipient', 'Sở Y tế'],
        ['noise', '~'],
      ],
    ],
    [
      'rubble in the value',
      [{ start: 14, end: 14, text: ' ~', field: 'noise' }],
      [
        ['recipient', 'Sở', 'Y tế'],
        ['noise', '~'],
      ],
    ],
    ['the line lost', [{ start: 10, end: 21, text: '' }], []],
    ['a letter more before', [{ start: 3, end: 4, text: 'xyz' }], [['recipient', 'Sở Y tế']]],
  ])('%s', (_, edits, expected) => expect(read(edits)).toEqual(expected))
})
