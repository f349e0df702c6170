/**
 * Our dates beside those of stock `chrono-node/vi`, on the same table in the same run: the examples of
 * grammars/dates.yaml and grammars/not-dates.yaml.
 */
import * as stock from 'chrono-node/vi'
import { findDates } from '../../src/extract/dates/dates.ts'
import { readGrammars } from '../../src/grammar/files.ts'

const ISSUED = '2021-08-05'

interface Score {
  right: number
  total: number
}

export interface Comparison {
  idioms: { ours: Score; stock: Score }
  notDates: { ours: Score; stock: Score }
  /** Microseconds for the whole table. */
  time: { ours: number; stock: number }
}

/** Scores both. A text is right when its dates, in order, are the expected ones and no others. */
export function compareDates(folder = 'grammars'): Comparison {
  const grammars = readGrammars(folder)
  const idioms = grammars.dates?.flatMap((entry) => Object.entries(entry.examples as Record<string, string[]>)) ?? []
  const others =
    grammars['not-dates']?.flatMap((entry) =>
      (entry.examples as string[]).map((text): [string, string[]] => [text, []]),
    ) ?? []
  const score = (find: (text: string) => string[], table: [string, string[]][]): Score => ({
    right: table.filter(([text, expected]) => find(text).join() === expected.join()).length,
    total: table.length,
  })
  return {
    idioms: { ours: score(ours, idioms), stock: score(stocks, idioms) },
    notDates: { ours: score(ours, others), stock: score(stocks, others) },
    time: { ours: duration(ours, [...idioms, ...others]), stock: duration(stocks, [...idioms, ...others]) },
  }
}

/** The comparison as a table of three lines. */
export function dateTable({ idioms, notDates, time }: Comparison): string {
  const cell = ({ right, total }: Score) => `${right}/${total}`
  return [
    ['', 'this project', 'chrono-node/vi'],
    ['date idioms right', cell(idioms.ours), cell(idioms.stock)],
    ['non-dates left alone', cell(notDates.ours), cell(notDates.stock)],
    ['table, µs', time.ours.toFixed(0), time.stock.toFixed(0)],
  ]
    .map((row) => row.map((text, i) => (i === 0 ? text.padEnd(24) : text.padStart(16))).join(''))
    .join('\n')
}

function ours(text: string): string[] {
  return findDates(text, { issued: ISSUED }).map(
    (found) =>
      found.date ?? `(${found.problem ?? (found.recurring ? 'recurring' : found.relative ? 'relative' : 'nothing')})`,
  )
}

/** What stock chrono is sure of, as EDTF; a year it implies is taken too, since the table's texts have a document's date. */
function stocks(text: string): string[] {
  return stock
    .parse(text, new Date(2021, 7, 5, 12))
    .map(({ start, end }) => [start, ...(end ? [end] : [])].map(edtf).join('/'))
}

function edtf(parts: ReturnType<typeof stock.parse>[number]['start']): string {
  const two = (part: 'month' | 'day') => String(parts.get(part)).padStart(2, '0')
  if (!parts.isCertain('month')) return String(parts.get('year'))
  return parts.isCertain('day')
    ? `${parts.get('year')}-${two('month')}-${two('day')}`
    : `${parts.get('year')}-${two('month')}`
}

function duration(find: (text: string) => string[], table: [string, string[]][]): number {
  const runs = Array.from({ length: 15 }, () => {
    const start = performance.now()
    for (const [text] of table) find(text)
    return (performance.now() - start) * 1000
  })
  return Math.min(...runs)
}

if (process.argv[1]?.includes('dates-vs-chrono')) console.log(dateTable(compareDates()))
