/** Numbers that decide, at their edge: what is just inside and what is just outside. */
import { describe, expect, test } from 'vitest'
import { digits } from '../src/label/features/digits.ts'
import { pageOf } from '../src/label/page.ts'
import { readersInForce } from '../src/readers.ts'
import { joinFirstWords } from '../src/segment/first-words.ts'
import { regionOf } from '../src/segment/regions.ts'
import type { Row } from '../src/segment/rows.ts'
import { zonedRows } from '../src/segment/segment.ts'
import type { Zone } from '../src/segment/zones.ts'
import { readWords } from '../src/words/words.ts'

describe('first words alone on their lines are the way of a page', () => {
  const page = (split: number, whole: number) =>
    [
      ...Array(split).fill('Căn\ncứ Luật Lâm nghiệp hiện hành;'),
      ...Array(whole).fill('Các xã giữ rừng trong mùa khô\nvà báo cáo kết quả.'),
    ].join('\n\n')
  test.each([
    ['four of four', 4, 0, true],
    ['four of eight', 4, 4, true],
    ['three of three', 3, 0, false],
    ['four of nine', 4, 5, false],
  ])('%s: %i and %i', (_, split, whole, joined) => {
    const text = page(split, whole)
    expect(joinFirstWords(text)).toBe(joined ? text.replaceAll('Căn\n', 'Căn ') : text)
  })
})

describe('the second reader looks at', () => {
  /** Rows of ten characters each, in zones given as lengths. */
  const looked = (name: 'head' | 'foot', ...lengths: [Zone, number][]) => {
    const zones = lengths.flatMap(([zone, count]) => Array<Zone>(count).fill(zone))
    const rows = zones.map((_, at) => ({ start: at * 10, end: at * 10 + 9 }) as Row)
    const found = regionOf(name, rows, zones)
    return [(found[0] as Row).start / 10, (found.at(-1) as Row).start / 10]
  }
  test.each<[string, 'head' | 'foot', [Zone, number][], [number, number]]>([
    [
      '20 rows above a head and 14 below',
      'head',
      [
        ['front', 30],
        ['header', 5],
        ['body', 60],
      ],
      [10, 48],
    ],
    [
      '8 rows above a foot and 10 below',
      'foot',
      [
        ['body', 60],
        ['footer', 5],
        ['attachment', 60],
      ],
      [52, 74],
    ],
    ['40 rows and one where there is no head', 'head', [['body', 100]], [0, 40]],
    ['40 rows and one where there is no foot', 'foot', [['body', 100]], [59, 99]],
    ['6,000 characters of a long one', 'head', [['header', 900]], [0, 599]],
  ])('%s', (_, name, lengths, rows) => expect(looked(name, ...lengths)).toEqual(rows))
})

describe('digits', () => {
  const { lexicon } = readersInForce()
  /** What is said of the number itself, between a word and a word. */
  const kind = (number: string) => {
    const text = `ngày ${number} tháng`
    const said: number[] = []
    digits.observe(pageOf(readWords(text, lexicon.vocabulary), lexicon, zonedRows(text).rows), (word, value) => {
      if (word === 1) said.push(value)
    })
    return said
  }
  test.each([
    ['a month', ['01', '12']],
    ['a day', ['13', '31']],
    ['more than a day', ['32', '99']],
    ['a year', ['1930', '2100']],
    ['another number of four', ['1929', '2101']],
  ])('%s', (_, [one, other]) => expect(kind(one as string)).toEqual(kind(other as string)))

  test('each is of a kind of its own', () =>
    expect(new Set(['1', '12', '31', '32', '300', '1930', '1929', '30000'].map((each) => kind(each).join())).size).toBe(
      8,
    ))
})
