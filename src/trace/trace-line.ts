/**
 * How a line of a document was read: its zone and what speaks for it, its cells, what both readers make of it, and the
 * doubts behind each grade. For whoever must find out why a line is read wrong.
 */
import { DOUBT_NAMES, doubtsOf, type Surroundings } from '../grade/doubts.ts'
import { candidatesOf } from '../grade/first-reading.ts'
import { pageOf } from '../label/page.ts'
import { type LabelledWord, labelledWords } from '../label/speaking.ts'
import { readersInForce } from '../readers.ts'
import type { Grade } from '../schema.ts'
import { joinFirstWords } from '../segment/first-words.ts'
import { type Readers, readTwice } from '../segment/read-twice.ts'
import { regionOf } from '../segment/regions.ts'
import type { Row } from '../segment/rows.ts'
import { type ZonedRows, zonedRows } from '../segment/segment.ts'
import { signalsOf } from '../segment/signals.ts'
import { weightIn } from '../segment/zones.ts'
import type { Span } from '../text.ts'
import type { Directive } from '../tree.ts'

/** What speaks for something, by how much; against it where `weight` is negative. */
export interface Speaking {
  name: string
  weight: number
}

export interface LineTrace {
  text: string
  /** One a row: a line that was cut at a cue is several. */
  rows: { zone: string; signals: Speaking[]; cells: { column: number; text: string }[] }[]
  /** Values of which words stand in the line; `share` is the probability that one is right, 0 to 1. */
  values: { field: string; value: string; share: number; grade: Grade; doubts: Speaking[] }[]
  /** What the second reader has there. */
  second: { part: string; value: string; share: number }[]
  /** Labels of the second reader, a run of words each, with the features of the first of them. */
  labels: { region: 'head' | 'foot'; words: string; part: string; share: number; features: Speaking[] }[]
}

/** @param line from 1. Null where nothing stands in it. */
export function traceLine(printed: string, line: number, readers: Readers = readersInForce()): LineTrace | null {
  const text = joinFirstWords(printed)
  const zoned = zonedRows(text)
  const rows = zoned.rows.filter((row) => row.line === line - 1)
  const [first] = rows
  if (!first) return null
  const span: Span = [first.start, (rows.at(-1) as Row).end]
  const { tree, around } = readTwice(printed, readers)
  const signals = signalsOf(text, zoned.rows)
  return {
    text: text.slice(...span),
    rows: rows.map((row) => {
      const at = zoned.rows.indexOf(row)
      const zone = zoned.zones[at] ?? 'front'
      const shown = (signals[at] ?? []).map((name) => ({ name, weight: weightIn(name, zone) }))
      return { zone, signals: strongest(shown), cells: row.cells.map(({ column, text }) => ({ column, text })) }
    }),
    values: valuesIn(tree, around, span, readers),
    second: Object.entries(around.values).flatMap(([part, values]) =>
      values.filter(({ spans }) => touches(spans, span)).map(({ value, share }) => ({ part, value, share })),
    ),
    labels: labelsIn(zoned, around, span, readers),
  }
}

function valuesIn(tree: Directive, around: Surroundings, line: Span, { judge }: Readers): LineTrace['values'] {
  return candidatesOf(tree)
    .filter(({ spans }) => touches(spans, line))
    .map((candidate) => {
      const { field, value } = candidate
      const doubts = doubtsOf(candidate, around)
      const weights = judge.weightsOf(field)
      const share = judge.share(field, doubts)
      const told = DOUBT_NAMES.map((name, at) => ({ name, weight: (doubts[at] ?? 0) * (weights[at] ?? 0) }))
      return { field, value, share, grade: judge.gradeOf(share), doubts: strongest(told) }
    })
}

function labelsIn({ rows, zones }: ZonedRows, around: Surroundings, line: Span, readers: Readers): LineTrace['labels'] {
  const { lexicon, weights } = readers
  return (['head', 'foot'] as const).flatMap((region) => {
    const page = pageOf(around.words, lexicon, regionOf(region, rows, zones))
    const span = (word: number): Span => [page.words.start[word] as number, page.words.end[word] as number]
    const found = labelledWords(page, weights, region, (word) => touches([span(word)], line))
    return runsOf(found).map((run) => {
      const [first] = run as [LabelledWord]
      const last = run.at(-1) as LabelledWord
      return {
        region,
        words: page.words.text.slice(span(first.word)[0], span(last.word)[1]),
        part: first.part,
        share: Math.min(...run.map(({ share }) => share)),
        features: strongest(first.features),
      }
    })
  })
}

/** Words one behind the other of one part. */
function runsOf(words: readonly LabelledWord[]): LabelledWord[][] {
  const runs: LabelledWord[][] = []
  for (const word of words) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && !word.begins && last.part === word.part && last.word === word.word - 1) run.push(word)
    else runs.push([word])
  }
  return runs
}

/** How many are told of what speaks. */
const TOLD = 6

const strongest = (speaking: readonly Speaking[]): Speaking[] =>
  speaking
    .filter(({ weight }) => weight !== 0)
    .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
    .slice(0, TOLD)

const touches = (spans: readonly Span[], [from, to]: Span) => spans.some(([start, end]) => start < to && end > from)
