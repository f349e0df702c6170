/** A block of lines read several times, put together line by line. */
import type { Box } from '../decoded.ts'
import { type Line, lineOf, numberOf, type PageWord } from './lines.ts'
import { isRestOf, lettersOf, postIn } from './signed.ts'
import { isPersonsName, isPrint, isWorth } from './sure.ts'
import { better } from './vote.ts'

/** Line by line the better reading of a block; lines that only the second reading has are put in under their own key. */
function mergeBlock(lines: Line[], second: Line[], replaced: Map<Line, PageWord[]>): void {
  const matches = matchesOf(lines, second)
  const matched = new Set<Line>()
  for (const other of second) {
    const { pieces, twins } = matches.get(other) ?? { pieces: [], twins: [] }
    for (const each of [...pieces, ...twins]) {
      matched.add(each)
      replaced.set(each, [])
    }
    if (pieces[0])
      replaced.set(
        pieces[0],
        better(joined(pieces), other).filter((_, __, all) => isWorth(lineOf(all))),
      )
    else if (isPrint(other) || postIn(other)) replaced.set(other, other.words)
  }
  // What only the first reading has is seal and signature, unless it is print.
  for (const line of lines) if (!matched.has(line) && !isPrint(line) && !postIn(line)) replaced.set(line, [])
}

/** What stands for one line of the second reading: the pieces of it in the first, and what was read of the same ink. */
interface Match {
  pieces: Line[]
  twins: Line[]
}

function matchesOf(lines: Line[], second: Line[]): Map<Line, Match> {
  const own = new Map<Line, Line[]>()
  for (const line of lines) {
    const [best] = second
      .filter((other) => isLevel(line.box, other.box))
      .sort((a, b) => shared(line, b) - shared(line, a))
    if (best) own.set(best, [...(own.get(best) ?? []), line])
  }
  const matches = new Map<Line, Match>()
  for (const [other, all] of own) {
    const match: Match = { pieces: [], twins: [] }
    for (const line of all.sort((a, b) => shared(b, other) - shared(a, other))) {
      const over = match.pieces.find((piece) => sharesWidth(piece.box, line.box))
      if (!over) match.pieces.push(line)
      // Of lines one above the other only one is meant.
      else if (isLevel(over.box, line.box)) match.twins.push(line)
    }
    matches.set(other, match)
  }
  return matches
}

const shared = (a: Line, b: Line): number => Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1])

/** Readings of one block, one after the other, into one. */
export function mergeReadings(lines: Line[], readings: Line[][], replaced: Map<Line, PageWord[]>): void {
  let now = new Map(lines.map((line) => [line, line] as const))
  for (const reading of readings) {
    const merged = new Map<Line, PageWord[]>()
    mergeBlock([...now.values()], reading, merged)
    const keyOf = new Map([...now].map(([key, line]) => [line, key] as const))
    const next = new Map<Line, Line>()
    for (const [key, line] of now) {
      const words = merged.get(line) ?? line.words
      if (words.length > 0) next.set(key, lineOf(words))
    }
    for (const [line, words] of merged) if (!keyOf.has(line) && words.length > 0) next.set(line, lineOf(words))
    now = next
  }
  for (const line of lines) replaced.set(line, now.get(line)?.words ?? [])
  for (const [key, line] of now) if (!lines.includes(key)) replaced.set(key, line.words)
}

/** Whether two lines share most of the lower one's height, and some width. */
function isLevel(a: Box, b: Box): boolean {
  const common = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  return common > 0.5 * Math.min(a[3] - a[1], b[3] - b[1]) && Math.min(a[2], b[2]) > Math.max(a[0], b[0])
}

/** Whether two lines share so much width that they are no pieces of one. */
function sharesWidth(a: Box, b: Box): boolean {
  const common = Math.min(a[2], b[2]) - Math.max(a[0], b[0])
  return common > 0.3 * Math.min(a[2] - a[0], b[2] - b[0])
}

/** Lines that are one: a seal parts what stands on one base. */
function joined(lines: Line[]): Line {
  const id = numberOf(lines[0] as Line)
  const words = lines.flatMap(({ words: own }) => own).sort((a, b) => a.box[0] - b.box[0])
  return lineOf(words.map((word) => ({ ...word, line: id })))
}

/** A name or a post: what a red stamp of a signer says, or the rest of the post that is printed above it. */
export function isSigned(line: Line, printed: readonly Line[]): boolean {
  if (isPersonsName(line)) return true
  const letters = lettersOf(line.text)
  const post = postIn(line)
  return post ? letters.endsWith(lettersOf(post.post)) : printed.some((above) => isRestOf(line, postIn(above)?.post))
}
