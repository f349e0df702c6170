/** Learns the judge of grades, and shows how far its probabilities are true of sources that it did not learn from. */
import { DOUBT_NAMES } from '../src/grade/doubts.ts'
import type { JudgeWeights } from '../src/grade/judge.ts'
import { FOLDS } from './folds.ts'
import firstLook from './first-look.json' with { type: 'json' }
import { fitTo, type LogisticSettings, shareOf } from './logistic.ts'
import type { JudgedSample } from './samples.ts'

const SETTINGS: LogisticSettings = { steps: 400, rate: 0.05, penalty: { all: 0.0003, field: 0.001 } }
/** Share of certain values that may be wrong, of documents of any hand: one in two hundred. */
const PROMISE = 0.005
/** A value that is wrong more often than this is doubtful. */
const DOUBTFUL = 0.6
/** Digits that are kept of a weight, and the least that is kept of what a field adds. */
const DIGITS = 3
const LEAST = 0.05

export interface OutOfFold extends JudgedSample {
  share: number
}

/** Each value as a judge has it that learned from other sources. */
export function outOfFold(samples: readonly JudgedSample[], folds: ReadonlyMap<string, number>): OutOfFold[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const fitted = fitTo(
      samples.filter(({ source }) => folds.get(source) !== fold),
      DOUBT_NAMES.length,
      SETTINGS,
    )
    return samples
      .filter(({ source }) => folds.get(source) === fold)
      .map((sample) => ({ ...sample, share: shareOf(fitted, sample) }))
  }).flat()
}

export function learnJudge(samples: readonly JudgedSample[], judged: readonly OutOfFold[]): JudgeWeights {
  const { all, fields } = fitTo(samples, DOUBT_NAMES.length, SETTINGS)
  const round = (weight: number) => Number(weight.toFixed(DIGITS))
  return {
    all: Object.fromEntries(DOUBT_NAMES.map((name, at) => [name, round(all[at] as number)])),
    fields: Object.fromEntries(
      [...fields].map(([field, weights]) => [
        field,
        {
          bias: round(weights.at(-1) as number),
          ...Object.fromEntries(
            DOUBT_NAMES.map((name, at): [string, number] => [name, round(weights[at] as number)]).filter(
              ([, weight]) => Math.abs(weight) >= LEAST,
            ),
          ),
        },
      ]),
    ),
    certain: certainFrom(judged),
    doubtful: DOUBTFUL,
  }
}

/**
 * How much less is wrong in documents that the rules were made with than in the same documents when they were seen for
 * the first time (`first-look.json`): what is measured on opened documents flatters by so much.
 */
export function flattery(judged: readonly OutOfFold[]): number {
  const looks = Object.values(firstLook.documents).flatMap((fields) =>
    Object.values(fields as Record<string, Look>).filter(({ certain }) => certain),
  )
  const given = looks.reduce((sum, look) => sum + look.given, 0)
  const wrong = looks.reduce((sum, look) => sum + look.given - look.right, 0)
  const now = ofFirst(judged).filter(({ id }) => id in firstLook.documents)
  return now.length === 0 ? 1 : Math.min(1, now.filter(({ right }) => !right).length / now.length / (wrong / given))
}

interface Look {
  wanted: number
  given: number
  right: number
  /** Right and wrong ones among those graded certain; not there for fields without a grade. */
  certain?: number[]
}

/** Normal deviate of a one-sided limit of 95 %. */
const CONFIDENCE = 1.645

/** So many wrong ones may be in truth where `wrong` of `all` were seen: Wilson's upper limit, as a share. */
function upperShare(wrong: number, all: number): number {
  const square = CONFIDENCE ** 2
  const share = wrong / all
  return (
    (share + square / (2 * all) + CONFIDENCE * Math.sqrt((share * (1 - share)) / all + square / (4 * all * all))) /
    (1 + square / all)
  )
}

/** The lowest probability from which on, with 95 % confidence, no more are wrong than may be. */
function certainFrom(judged: readonly OutOfFold[]): number {
  const most = PROMISE * flattery(judged)
  const ordered = ofFirst(judged).toSorted((one, other) => other.share - one.share)
  let wrong = 0
  let threshold = 1
  ordered.forEach(({ right, share }, at) => {
    if (!right) wrong++
    if (upperShare(wrong, at + 1) <= most) threshold = share
  })
  return Number(threshold.toFixed(DIGITS + 1))
}

/** Authority lines are compared joined, and rivals that do not stand are no values of a record. */
const ofFirst = (judged: readonly OutOfFold[]) => judged.filter(({ rival, field }) => !rival && field !== 'authority')

interface Table {
  head: string[]
  rows: string[][]
}

const BINS = [0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.01]
const percent = (part: number, whole: number) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1))

/** How many values of a probability are right; how many are certain when so many are wrong; both by field. */
export function judgeTables(judged: readonly OutOfFold[]): Table[] {
  const first = ofFirst(judged)
  const right = first.filter((each) => each.right).length
  const bins = BINS.slice(0, -1).map((from, at) => {
    const own = first.filter(({ share }) => share >= from && share < (BINS[at + 1] as number))
    return [
      `${from} ≤ p`,
      String(own.length),
      percent(own.filter((each) => each.right).length, own.length),
      percent(
        own.reduce((sum, { share }) => sum + share, 0),
        own.length,
      ),
    ]
  })
  const ordered = first.toSorted((one, other) => other.share - one.share)
  const coverage = [0.0025, 0.005, 0.01, 0.02].map((limit) => {
    let wrong = 0
    let best = 0
    ordered.forEach((each, at) => {
      if (!each.right) wrong++
      if (wrong / (at + 1) <= limit) best = at + 1 - wrong
    })
    return [`${100 * limit} % wrong`, percent(best, right)]
  })
  const threshold = certainFrom(judged)
  const certain = first.filter(({ share }) => share >= threshold)
  coverage.push([
    `certain from ${threshold}`,
    `${percent(certain.filter((each) => each.right).length, right)} (${percent(certain.filter((each) => !each.right).length, certain.length)} % wrong)`,
  ])
  const fields = [...new Set(first.map(({ field }) => field))].sort().map((field) => {
    const own = first.filter((each) => each.field === field)
    const certain = own.filter(({ share }) => share >= threshold)
    return [
      field,
      String(own.length),
      percent(own.filter((each) => each.right).length, own.length),
      String(certain.length),
      String(certain.filter((each) => !each.right).length),
    ]
  })
  return [
    { head: ['probability', 'values', 'right %', 'expected %'], rows: bins },
    { head: ['at', 'of the right ones certain %'], rows: coverage },
    { head: ['field', 'values', 'right %', 'certain', 'of them wrong'], rows: fields },
  ]
}
