/** Scores as a table a person reads, and as the figures that a baseline keeps. */
import { printTable } from '../../src/cli/table.ts'
import { type Count, f1, type Score } from './score.ts'

const percent = (share: number) => (100 * share).toFixed(1)
const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)

export function accuracyTable(score: Score): string {
  const rows = (counts: Record<string, Count>) =>
    Object.entries(counts).map(([name, count]) => {
      const { support, found, strict, soft } = count
      return [
        name,
        String(support),
        String(found - soft),
        String(support - soft),
        percent(f1(count, strict)),
        percent(f1(count, soft)),
      ]
    })
  const table = (title: string, counts: Record<string, Count>) =>
    printTable([title, 'values', 'wrong', 'missed', 'strict', 'soft'], rows(counts), { right: [1, 2, 3, 4, 5] })
  return [table('field', score.fields), table('group', score.groups), honesty(score)].join('\n\n')
}

function honesty({ documents, wholeHeaders, certain, certainWrong, right, rightCertain }: Score): string {
  return [
    `${documents} documents, the whole header right in ${wholeHeaders}`,
    `header values graded certain: ${certain}, of them wrong: ${certainWrong} (${percent(share(certainWrong, certain))} %)`,
    `right header values graded certain: ${percent(share(rightCertain, right))} %`,
  ].join('\n')
}

/** Soft F1 of each group in per cent, to one decimal: what a baseline keeps. */
export function groupFigures(score: Score): Record<string, number> {
  return Object.fromEntries(
    Object.entries(score.groups).map(([name, count]) => [name, Number(percent(f1(count, count.soft)))]),
  )
}

/** Most points by which a group may fall below its baseline. */
export const TOLERANCE = 1

/** One sentence a group that fell too far. */
export function losses(baseline: Record<string, number>, now: Record<string, number>): string[] {
  return Object.entries(baseline)
    .filter(([name, before]) => (now[name] ?? 0) < before - TOLERANCE)
    .map(([name, before]) => `${name}: ${now[name] ?? 0}, ${before} before`)
}
