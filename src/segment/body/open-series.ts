/**
 * The series that are open at a line, from the outside in, and where a label can stand among them: as the next of one,
 * as the first of another, nested as ranks and colons say.
 */
import type { Label } from './labels.ts'
import type { Observed } from './observe.ts'
import { LEAP, WEIGHTS } from './weights.ts'

/** An open series, the ones outside it below; never changed, so that many readings share them. */
export interface Open {
  label: Label
  /** Where the first of the series stood. */
  indent: number
  /** The row of its latest label. */
  at: number
  /** From 1. */
  depth: number
  outer: Open | null
  /** Ends the row of the label its sentence? Then no list hangs from it. */
  closed: boolean
  /** All labels from the outside in: two readings of one key go on alike. */
  key: string
}

/** A place where a label can stand: what is open around it, and where the first of its series stood. */
export interface Move {
  outer: Open | null
  indent: number
  weight: number
}

/** The series as it is open behind the label at that place. */
export function opened({ outer, indent }: Move, label: Label, seen: Observed): Open {
  return {
    label,
    indent,
    at: seen.index,
    depth: (outer?.depth ?? 0) + 1,
    outer,
    closed: seen.closed,
    key: `${outer?.key ?? ''}/${label.style}${label.kind === 'decimal' ? label.path.join('.') : label.ordinal}`,
  }
}

/** From the outside in; kinds on one level nest in the order in which they are opened. */
const RANK: Record<Label['kind'], number> = {
  part: 0,
  chapter: 1,
  section: 2,
  subsection: 3,
  article: 4,
  roman: 4,
  capital: 4,
  number: 5,
  decimal: 6,
  letter: 7,
  bullet: 8,
}

/** Every place at which the label can stand, with what speaks for it there. `last`: the last ordinal of each style. */
export function movesOf(open: Open | null, label: Label, seen: Observed, last: ReadonlyMap<string, number>): Move[] {
  const to: To = (outer, weight, indent = seen.row.indent) => ({ outer, indent, weight })
  if (label.kind === 'bullet') return [bulletMove(open, label, seen, to)]
  const moves: Move[] = []
  let fellow: Open | null = null
  for (let level = open; level; level = level.outer) {
    const weight = weightOfNext(level, label, seen)
    if (weight === null) continue
    if (level.label.style === label.style) fellow ??= level
    moves.push(to(level.outer, weight, level.indent))
  }
  const start = weightOfFirst(label, seen, { open, last })
  if (start === null) return moves
  if (label.kind === 'decimal') {
    moves.push(...decimalMoves(open, label, start, to))
    return moves
  }
  const outer = placeByRank(open, label)
  // what a colon announces hangs from the item that it ends
  const announced = open !== null && seen.above === 'colon' && open.at >= seen.headAbove
  if (!fellow) moves.push(to(outer, start + (outer !== open && announced ? -WEIGHTS.afterColon : 0)))
  const inside = fellow ? WEIGHTS.sameInside : WEIGHTS.againstRank
  if (open && (outer !== open || fellow) && label.ordinal === 1)
    moves.push(to(open, start + (announced ? WEIGHTS.afterColon + (fellow ? inside : 0) : inside)))
  return moves
}

type To = (outer: Open | null, weight: number, indent?: number) => Move

/** What stands around a label of this rank. */
function placeByRank(open: Open | null, label: Label): Open | null {
  let outer = open
  while (outer && RANK[outer.label.kind] > RANK[label.kind]) outer = outer.outer
  return outer
}

function bulletMove(open: Open | null, label: Label, seen: Observed, to: To): Move {
  let level = open
  while (level && level.label.style !== label.style) level = level.outer
  if (level) {
    const dash = seen.row.text[0] === level.label.mark ? 0 : WEIGHTS.otherDash
    return to(level.outer, WEIGHTS.bulletGoesOn + dash + alignment(level, seen), level.indent)
  }
  const outer = placeByRank(open, label)
  // a dash that an OCR engine read as another bullet stands beside its fellows
  if (outer?.label.kind === 'bullet' && outer.closed && label.style !== '+' && outer.label.style !== '+')
    return to(outer.outer, WEIGHTS.bulletGoesOn, outer.indent)
  return to(outer, WEIGHTS.opens)
}

/** Characters by which an indent is another one. */
const SHIFT = 2

/** Where the layout leaves it open whether a paragraph begins, the place of the others of the list tells. */
function alignment({ indent }: Open, { row, margin, begins, breaksOff }: Observed): number {
  if ((begins && !breaksOff) || indent <= margin + SHIFT) return 0
  if (Math.abs(row.indent - indent) < SHIFT) return WEIGHTS.aligned
  return row.indent <= margin ? WEIGHTS.misaligned : 0
}

/** For the label as the next of the series; null where it is none of that series. */
function weightOfNext(level: Open, label: Label, seen: Observed): number | null {
  const before = level.label
  if (before.kind !== label.kind) return null
  const sameStyle = before.style === label.style
  if (label.kind === 'decimal' && !(sameStyle && isSibling(before, label))) return null
  const ahead = label.ordinal - before.ordinal
  const clear = seen.begins && !seen.breaksOff
  if (!sameStyle) return ahead === 1 && clear ? WEIGHTS.goesOn + WEIGHTS.otherStyle : null
  const place = alignment(level, seen)
  if (ahead >= 1 && ahead <= (clear ? LEAP : 1)) return WEIGHTS.goesOn + WEIGHTS.gap * (ahead - 1) + place
  if (!clear) return null
  if (label.kind === 'letter' && (ahead === 0 || (ahead === -1 && label.label === 'd')))
    return WEIGHTS.againLetter + place
  if (ahead === 0) return label.ordinal === 1 ? WEIGHTS.restarts : WEIGHTS.again
  return label.ordinal === 1 ? WEIGHTS.restarts : WEIGHTS.back
}

/** For the label as the first of a series; null where it cannot be. */
function weightOfFirst(
  label: Label,
  seen: Observed,
  { open, last }: { open: Open | null; last: ReadonlyMap<string, number> },
): number | null {
  if (label.ordinal === 1) return WEIGHTS.opens
  if (last.get(label.style) === label.ordinal - 1) return WEIGHTS.resumes
  if (!seen.begins || seen.breaksOff) return null
  if (label.kind === 'article')
    return open && RANK[rootOf(open).kind] > RANK.article ? WEIGHTS.articleAmongItems : WEIGHTS.loneArticle
  if (label.ordinal > LEAP) return null
  return WEIGHTS.late * (label.ordinal - 1)
}

function rootOf(open: Open): Label {
  return open.outer ? rootOf(open.outer) : open.label
}

const isSibling = (one: Label, other: Label) =>
  one.path.length === other.path.length &&
  one.path.every((part, at) => at === one.path.length - 1 || part === other.path[at])

/** `2.1` stands below `2`; where its parent was lost, beside other decimals or by its rank. */
function decimalMoves(open: Open | null, label: Label, weight: number, to: To): Move[] {
  for (let level = open; level; level = level.outer) if (isParent(level.label, label)) return [to(level, weight)]
  for (let level = open; level; level = level.outer)
    if (level.label.style === label.style)
      return isSibling(level.label, label) ? [] : [to(level.outer, weight + WEIGHTS.restarts)]
  let outer = open
  while (outer && RANK[outer.label.kind] >= RANK.decimal) outer = outer.outer
  return [to(outer, weight + WEIGHTS.restarts)]
}

const COUNTED = new Set<Label['kind']>(['number', 'article', 'roman', 'decimal'])

function isParent(label: Label, child: Label): boolean {
  if (!(child.style === 'lettered' ? label.kind === 'letter' : COUNTED.has(label.kind))) return false
  const path = label.path.length > 0 ? label.path : [label.ordinal]
  return path.length === child.path.length - 1 && path.every((part, at) => part === child.path[at])
}
