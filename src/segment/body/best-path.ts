/**
 * The labels of all lines as one best path: each reading of the series so far is followed with each way to read the
 * next line, those that lead to the same open series are one, and only the best few go on. Linear in the lines.
 */
import { endsIn } from '../../text.ts'
import type { Row } from '../rows.ts'
import { type Label, readLabels } from './labels.ts'
import { type Observed, restBehind, weightOf } from './observe.ts'
import { spoiltLabels, spoiltPrint } from './ocr-label.ts'
import { movesOf, type Open, opened } from './open-series.ts'
import { BEAM, HIGHEST, MOST_OF_MOVE, WEIGHTS } from './weights.ts'

/** One reading of the lines so far. */
interface Reading {
  weight: number
  open: Open | null
  /** The last ordinal of each style, series that were closed included. */
  last: ReadonlyMap<string, number>
  taken: Taken | null
}

interface Taken {
  row: Row
  open: Open
  before: Taken | null
}

export interface ItemLabel {
  label: Label
  /** From 1. */
  depth: number
}

/** The rows that begin an item, each with its label and how deep it stands. */
export function labelsOf(seen: Observed[]): Map<Row, ItemLabel> {
  const labels: [Row, ItemLabel][] = []
  for (let taken = bestReading(seen)?.taken ?? null; taken; taken = taken.before)
    labels.push([taken.row, { label: taken.open.label, depth: taken.open.depth }])
  return new Map(labels.reverse())
}

/** The heaviest reading of all lines. */
export function bestReading(seen: Observed[]): Reading | undefined {
  let readings: Reading[] = [{ weight: 0, open: null, last: new Map(), taken: null }]
  for (const observed of seen) readings = next(readings, observed)
  return readings[0]
}

function next(readings: Reading[], seen: Observed): Reading[] {
  const printed = readLabels(seen.row.text)
    .filter((label) => isPlausible(label, seen.row))
    .flatMap((label) => weighed(label, seen, restBehind(seen.row, label.length)))
  const print = seen.begins ? spoiltPrint(seen.row) : null
  const rest = print && restBehind(seen.row, print.whole.length)
  if (printed.length === 0 && !rest) return readings
  const spoilt = print && rest ? spoiltLabels(print, (label, weight) => weighed(label, seen, rest, weight)) : null
  // what weighs less than the last of a full beam is never followed
  const least = readings.length === BEAM ? (readings[BEAM - 1] as Reading).weight : -Infinity
  const grown: Reading[] = []
  for (const reading of readings) {
    grow(reading, printed, { seen, least, grown })
    if (spoilt) grow(reading, spoilt(reading.open), { seen, least, grown })
  }
  if (grown.length === 0) return readings
  const kept = best([...grown, ...readings])
  for (const reading of kept) if (reading.taken?.row === seen.row) remember(reading, reading.taken.open.label)
  return kept
}

/** A label that the line may have, with what speaks for it whatever the series. */
interface Candidate {
  label: Label
  weight: number
}

function weighed(label: Label, seen: Observed, rest: ReturnType<typeof restBehind>, spoilt = 0): Candidate[] {
  const own = rest && weightOf(seen, label.kind, rest)
  return own === null ? [] : [{ label, weight: own + spoilt + bareness(label, seen) }]
}

/** Adds the reading with the line as an item, in each way in which it can be one that weighs enough. */
function grow(
  reading: Reading,
  candidates: Candidate[],
  { seen, least, grown }: { seen: Observed; least: number; grown: Reading[] },
): void {
  const { row, base } = seen
  for (const { label, weight: own } of candidates) {
    if (reading.weight + own + MOST_OF_MOVE < least) continue
    if (base && label.kind === 'bullet' && label.style === '-' && !reading.open) continue
    for (const move of movesOf(reading.open, label, seen, reading.last)) {
      const weight = reading.weight + own + move.weight
      if (weight < least) continue
      const open = opened(move, label, seen)
      grown.push({ weight, open, last: reading.last, taken: { row, open, before: reading.taken } })
    }
  }
}

/** A reading that goes on remembers its last label; those that were dropped never copied what came before. */
function remember(reading: Reading, { kind, style, ordinal }: Label): void {
  if (kind !== 'bullet') reading.last = new Map(reading.last).set(style, ordinal)
}

/** Kinds that often stand alone above their heading. */
const UNITS = new Set<Label['kind']>(['article', 'part', 'chapter', 'section'])

function bareness(label: Label, { row, textBelow }: Observed): number {
  if (label.length >= row.text.length && !UNITS.has(label.kind))
    return textBelow && !label.bare ? WEIGHTS.alone : WEIGHTS.nothing
  if (!label.bare || label.kind !== 'article' || label.length >= row.text.length) return 0
  return WEIGHTS.bareArticle + (endsIn(row.text, '.;,:') ? WEIGHTS.articleSentence : 0)
}

/** A year and a sum are no labels. */
function isPlausible(label: Label, row: Row): boolean {
  if (label.kind === 'number' && label.ordinal > HIGHEST) return false
  return label.length < row.text.length || label.kind !== 'bullet'
}

/** The heaviest first, one for each state of the series; the earlier one where two weigh the same. */
function best(readings: Reading[]): Reading[] {
  const seen = new Set<string>()
  return readings
    .sort((one, other) => other.weight - one.weight)
    .filter(({ open }) => {
      const key = open?.key ?? ''
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .slice(0, BEAM)
}
