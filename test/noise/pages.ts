/** What pages do to a text: sentences broken, page numbers and running heads between their halves, stamps before. */
import { skeleton } from '../../src/text.ts'
import { NOISE } from './data.ts'
import { type Random, seeded } from '../../train/random.ts'

export type Furniture = 'none' | 'page-number' | 'running-head'

/** Breaks up to `count` sentences of the body over a page, with what stands between two pages. */
export function breakPages(text: string, options: { count: number; furniture: Furniture; seed: string }): string {
  const random = seeded(options.seed)
  const lines = text.split('\n')
  const [from, to] = bodyOf(lines)
  const breaks = random.some(
    lines.flatMap((_, at) => (at >= from && at < to ? splitAt(lines, at, random) : [])),
    options.count,
  )
  const issue = 100 + random.below(800)
  const head = random.pick(NOISE.runningHeads)
  let page = 1
  for (const at of breaks) at.page = ++page
  for (const { line, before, after, page = 2 } of breaks.toReversed()) {
    lines.splice(
      line,
      before === null ? 0 : 1,
      ...(before === null ? [] : [before]),
      ...between(options.furniture, { page, issue, head }),
      ...(after === null ? [] : [after]),
    )
  }
  const opening = options.furniture === 'running-head' ? `${filled(head, { page: 1, issue })}\n\n` : ''
  return opening + lines.join('\n')
}

/** A digital signature's stamp as text, before everything else. */
export function stampBefore(text: string, seed: string): string {
  return `${seeded(seed).pick(NOISE.stamps)}\n\n${text}`
}

interface Break {
  /** The break stands before this line, or inside it where `before` and `after` are its halves. */
  line: number
  before: string | null
  after: string | null
  page?: number
}

/** First line behind the first numbered or long paragraph, and the line of the recipients or the signature. */
function bodyOf(lines: string[]): [number, number] {
  const end = lines.findIndex((line) => /^[\s|*]*noi nhan/.test(skeleton(line)))
  const start = lines.findIndex((line) => /^\s*(?:\d+[.)-]|dieu \d|[IVX]+[.-])\s/i.test(skeleton(line)))
  return [start < 0 ? lines.length : start, end < 0 ? lines.length : end]
}

/** A break inside a sentence: between two lines of a wrapped paragraph, or in the middle of a long line. */
function splitAt(lines: string[], at: number, random: Random): Break[] {
  const line = lines[at] as string
  const next = lines[at + 1] ?? ''
  if (line.includes('|')) return []
  if (/^\s*\p{Ll}{2}/u.test(next) && /[\p{L},]\s*$/u.test(line)) return [{ line: at + 1, before: null, after: null }]
  if (line.length < 110) return []
  const spaces = [...line.matchAll(/(?<=\p{Ll}{2}) (?=\p{Ll}{2,}[ ,])/gu)]
    .map((match) => match.index)
    .filter((place) => place > 40 && place < line.length - 30)
  if (spaces.length === 0) return []
  const cut = random.pick(spaces)
  return [{ line: at, before: line.slice(0, cut), after: line.slice(cut + 1) }]
}

function between(furniture: Furniture, { page, issue, head }: { page: number; issue: number; head: string }): string[] {
  if (furniture === 'page-number') return [`${' '.repeat(40)}${page}`, '']
  if (furniture === 'running-head') return ['', ...filled(head, { page, issue }).split('\n'), '']
  return ['']
}

const filled = (head: string, { page, issue }: { page: number; issue: number }) =>
  head
    .replace('{page}', String(page))
    .replace('{issue}', String(issue))
    .replace('{next}', String(issue + 1))
