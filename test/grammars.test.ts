/**
 * The grammars are data that an archivist edits: each entry has its id and its shape, and its examples are run. Dates,
 * not-dates, deadlines, references, agencies, agency-words, places, columns and syllables have their examples run
 * beside the code that reads them, as those of secrecy; here are the rest.
 */
import { describe, expect, test } from 'vitest'
import { parseBundle } from '../src/bundle.ts'
import { findActor } from '../src/extract/actors/actors.ts'
import { readGrammars } from '../src/grammar/files.ts'
import { shapes } from '../src/grammar/shapes.ts'
import { parseDecoded, parseDirective } from '../src/pipeline.ts'
import { readText } from '../src/read/plain.ts'
import { RULES, type RuleId } from '../src/rules.ts'
import { findCue } from '../src/segment/cues.ts'
import { typeHeading } from '../src/segment/type-heading.ts'
import { beginsWith, words } from '../src/segment/words.ts'
import { isPersonName } from '../src/lexicon/person-names.ts'
import { skeleton } from '../src/text.ts'
import { loadBroken, loadFixtures } from './fixtures.ts'
import { legacyView } from './legacy-encoder.ts'

const grammars = readGrammars('grammars')

/** Entries of a file, with the examples in the form that the file uses. */
const entriesOf = <Example>(file: keyof typeof shapes) =>
  (grammars[file] ?? []) as Record<string, never>[] as unknown as (Entry & { examples: Example[] })[]
interface Entry {
  id: string
  name: string
  position: string
  forms: string[]
  readings: string[]
  words: string[]
  codes?: Record<string, string[]>
}

const piece = (text: string) => ({ text, folded: skeleton(text) })
const each = <Example>(file: keyof typeof shapes) =>
  entriesOf<Example>(file).flatMap((entry) => entry.examples.map((example) => [entry, example] as const))

describe.each(Object.keys(grammars))('grammars/%s.yaml', (file) => {
  const entries = grammars[file] as Record<string, unknown>[]

  test('has a shape that each entry keeps', () => {
    for (const { examples: _, ...entry } of entries) {
      const { error } = shapes[file as keyof typeof shapes].safeParse(entry)
      expect(error, JSON.stringify(entry.id)).toBeUndefined()
    }
  })

  test('has ids that are its own', () => {
    const ids = entries.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([])
  })

  test('has examples', () => {
    const without = entries
      .filter(({ examples }) => !examples || Object.keys(examples).length === 0)
      .map(({ id }) => id)
    expect(without).toEqual(NO_EXAMPLES[file]?.(entries) ?? [])
  })
})

const all = (entries: Record<string, unknown>[]) => entries.map(({ id }) => id)

/** Entries that can have none. */
const NO_EXAMPLES: Record<string, (entries: Record<string, unknown>[]) => unknown[]> = {
  // a family name is its own example
  surnames: all,
  // a weight means nothing by itself: the fixtures and the accuracy tables judge all of them together
  zones: all,
  // words that other entries are built with, and shown by the examples of those
  wording: (entries) => entries.filter(({ examples }) => !examples).map(({ id }) => id),
  dates: (entries) => entries.filter(({ examples }) => Object.keys(Object(examples)).length === 0).map(({ id }) => id),
  deadlines: (entries) =>
    entries.filter(({ examples }) => Object.keys(Object(examples)).length === 0).map(({ id }) => id),
}

test.each(each<string>('cues'))('cue $id: %s', ({ id, position }, example) => {
  const found = findCue(piece(example), id)
  expect(found).not.toBeNull()
  const [before, behind] = [example.slice(0, found?.start), example.slice(found?.end)]
  if (position === 'start' || position === 'whole') expect(before).not.toMatch(/[\p{L}\p{N}]/u)
  if (position === 'end' || position === 'whole') expect(behind).not.toMatch(/[\p{L}\p{N}]/u)
})

test.each(each<string>('authorities'))('authority $id: %s', ({ forms }, example) => {
  const formula = words().authorities.exec(example)?.[0]
  expect(formula).toBeDefined()
  const bare = (text: string) => skeleton(text).replace(/[^\p{L}]/gu, '')
  expect(forms.map(bare)).toContain(bare(formula ?? ''))
})

test.each(each<string>('positions'))('position $id: %s', ({ name }, example) => {
  const found = beginsWith(skeleton(example), words().positions)
  expect(skeleton(found?.value ?? '')).toBe(skeleton(name))
  expect(found?.length).toBe(example.length)
})

test.each(each<string>('heads'))('head $id: %s', (entry, example) => {
  const { system } = entry as unknown as { system: string }
  expect(beginsWith(skeleton(example), words().heads)).toMatchObject({ length: example.length, value: system })
})

describe('a family name begins a name', () => {
  const names = entriesOf('surnames').map(({ id }) => id)

  test.each(names)('%s', (name) => expect(isPersonName(`${name} Văn An`)).toBe(true))
})

describe.each(entriesOf<{ heading?: string; notation?: string }>('types'))(
  'type $id',
  ({ name, codes = {}, examples }) => {
    const heading = examples.find((example) => example.heading)?.heading

    test.skipIf(heading === undefined)('is read in its heading', () => {
      expect(typeHeading(piece(heading as string))).toMatchObject({ name, alone: true, exact: true })
      // `Đ Ề  Á N`: five letters at least, or too many headings are near
      if (name.replaceAll(' ', '').length >= 5)
        expect(typeHeading(piece((heading as string).split('').join(' ')))?.name).toBe(name)
    })

    test.each(examples.flatMap(({ notation }) => (notation ? [notation] : [])))('is the type of %s', (notation) => {
      const code = notation.replace(/^\d+[/-]/, '').split(/[/-]/)[0] as string
      expect(Object.values(codes).flat()).toContain(code)
      const title =
        notation.includes('/') && !/^\d+-/.test(notation)
          ? 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
          : 'ĐẢNG CỘNG SẢN VIỆT NAM'
      const body =
        heading === undefined
          ? 'V/v phòng cháy rừng\n\nKính gửi: Các chi bộ trực thuộc.'
          : `${heading}\nVề phòng cháy rừng`
      const record = parseDirective(`${title}\nLâm Khê, ngày 05 tháng 8 năm 2021\nSố ${notation}\n${body}\n`)
      expect(record).toMatchObject({ type: name, typeCode: code, number: notation })
    })
  },
)

test.each(each<{ text: string; actor: string | null }>('actors'))('actors, $id: %s', (_, { text, actor }) => {
  const found = findActor(text)
  expect(found && text.slice(...found)).toBe(actor)
})

describe('confusions', () => {
  const LETTERS = 'abcdđeghiklmnopqrstuvxy'
  const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

  /** The labels before `wanted` in its series. */
  function before(wanted: string): string[] {
    if (/^\d+$/.test(wanted)) return Array.from({ length: Number(wanted) - 1 }, (_, at) => String(at + 1))
    return ROMANS.includes(wanted)
      ? ROMANS.slice(0, ROMANS.indexOf(wanted))
      : [...LETTERS.slice(0, LETTERS.indexOf(wanted))]
  }

  /** The readings of an example that a series takes where it expects them. */
  function taken({ readings }: Entry, example: string): string[] {
    const mark = /[.)]/.exec(example)?.[0] as string
    return readings.filter((wanted) => {
      const above = before(wanted).map((label) => `${label}${mark} Rà soát việc phòng cháy.`)
      // a first label has only the next one to be known by
      const second = { a: 'b', 1: '2', I: 'II' }[wanted]
      const below = second ? [`${second}${mark} Rà soát việc phòng cháy.`] : []
      const lines = [...above, `${example} rà soát việc phòng cháy.`, ...below]
      const { items } = parseDirective(`CHỈ THỊ\nVề phòng cháy rừng\n\nYêu cầu:\n${lines.join('\n')}\n`)
      return items.length === lines.length && items[above.length]?.label === wanted
    })
  }

  test.each(each<string>('confusions'))('$id: %s', (entry, example) => {
    expect(taken(entry, example), `one of ${entry.readings.join(', ')}`).not.toEqual([])
  })
})

test.each(each<string>('press'))('press, $id: %s', ({ id, words: known }, example) => {
  expect(known.some((word) => skeleton(example).includes(skeleton(word)))).toBe(true)
  const told = 'Sở Y tế tỉnh Bình An đã ban hành công điện về phòng bão'
  const texts: Record<string, [string, string]> = {
    template: [`${example}\nSố: 12/CV-ABC\n\nKính gửi: Ai đó.\n`, 'other'],
    letter: [`Kính gửi: Đồng chí Lê Văn An. ${example}, viết mấy dòng này để góp ý.\n`, 'other'],
    press: [`${told}. ${example}.\n`, 'news'],
    'signed-by': [`${told}, ${example}. Theo đó, các xã tổ chức ứng phó.\n`, 'news'],
  }
  const [text, kind] = texts[id] ?? [`${example}. Theo đó, các xã tổ chức ứng phó.\n`, 'news']
  expect(parseDirective(text).kind).toBe(kind)
})

describe('rules', () => {
  /** Said by readers of other formats than text; their tests raise them. */
  // what exports say is raised in test/export-tables.test.ts and test/package.test.ts
  const ELSEWHERE: RuleId[] = [
    'format-mismatch',
    'automatic-numbers-lost',
    'pages-left-out',
    'page-too-slow',
    'page-hurried',
    'page-too-large',
    'drawing-left-out',
    'page-unreadable',
    'page-needs-ocr',
    'text-layer-garbled',
    'page-frame',
  ]
  const texts = [...loadFixtures(), ...loadBroken()].map(({ text }) => text)
  const raised = new Set(texts.flatMap((text) => parseDirective(text).diagnostics.map(({ rule }) => rule)))
  const rulesOf = (source: string | Uint8Array) => {
    const bytes = Buffer.from(source as Uint8Array)
    return parseDecoded(readText(bytes, { language: 'en' }), bytes).diagnostics.map(({ rule }) => rule)
  }
  const sentence = 'Bộ trưởng yêu cầu các trường và người dưới quyền thực hiện như trước'
  const view1252 = (view: string) => Buffer.from(view, 'latin1')

  const bound = () => {
    const whole = loadFixtures()
      .filter(({ path }) => /state-province-two-columns|state-school-zigzag/.test(path))
      .map(({ text }) => text)
    const bytes = Buffer.from(whole.join('\f'))
    return parseBundle(readText(bytes, { language: 'en' }), bytes).flatMap(({ record }) =>
      record.diagnostics.map(({ rule }) => rule),
    )
  }

  const MADE: Partial<Record<RuleId, () => string[]>> = {
    'date-impossible': () => rulesOf('CHỈ THỊ\nVề phòng cháy rừng\n\n1. Các xã báo cáo trước ngày 31/02/2021.\n'),
    'undecodable-bytes': () =>
      rulesOf(Buffer.concat([Buffer.from('Kính gửi: Sở Nội vụ '), Buffer.of(0xff), Buffer.from(' tỉnh\n')])),
    'letters-apart': () => rulesOf('U ̉Y BAN NHÂN DÂN HUYE ̣̂N ĐA ̣ SƠN\nSô ́: 57/UBND-VP, nga ̀y 12 tha ́ng 3 năm 2024\n'),
    'secrecy-top': () => rulesOf('TUYỆT MẬT\nCHỈ THỊ\nVề phòng cháy rừng\n\n1. Các xã báo cáo.\n'),
    'split-here': bound,
    'legacy-encoding': () => rulesOf(view1252(legacyView(sentence, 'tcvn3'))),
    'lost-letters': () => rulesOf(view1252(legacyView(sentence, 'tcvn3').replaceAll('\u00ad', ''))),
  }
  const fromText = (Object.keys(RULES) as RuleId[]).filter(
    (rule) => !ELSEWHERE.includes(rule) && !rule.startsWith('export-'),
  )

  test.each(fromText)('%s is raised by a fixture or a made text', (rule) => {
    expect(raised.has(rule) || MADE[rule]?.().includes(rule)).toBe(true)
  })
})
