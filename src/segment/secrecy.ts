/**
 * The secrecy mark (dấu chỉ độ mật), however it is printed or spoilt: in a line of its own, in brackets, behind a label,
 * letters set apart, over two cells. Luật Bảo vệ bí mật nhà nước, Điều 8; Nghị định 30/2020/NĐ-CP, Phụ lục I, III.2.
 *
 * ```
 * > | ĐỘ MẬT: TUYỆT MẬT     > | (TUYÊT MẬT)     > | T U Y Ệ T   M Ậ T
 *             ^^^^^^^^^          ^^^^^^^^^           ^^^^^^^^^^^^^^^^^
 * ```
 */
import { perGrammar } from '../grammar/grammar.ts'
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import type { SecrecyLevel } from '../schema.ts'
import { skeleton, upperShare } from '../text.ts'
import type { Value } from '../tree.ts'
import type { Piece } from './cues.ts'
import type { Cell, Row } from './rows.ts'
import { makePattern, startsTolerant } from './tolerant.ts'
import { printed } from './value.ts'

export interface SecrecyMark {
  /** The level of the mark; that of a mark which cannot be told is the highest. */
  level: SecrecyLevel
  /** The mark of the law in reading case; null where the print is too spoilt to say which. */
  name: string | null
  /** The mark is printed as the law has it. */
  exact: boolean
}

/** Characters of the longest mark, with its label, letters set apart. */
const LONGEST = 60
/** Letters of the longest mark, with those that an OCR engine may add. */
const MOST_LETTERS = 11
/** Rows behind the header's own among which a mark is looked for. */
const REACH = 12
/** Columns by which the two words of a mark that stand one below the other may be set off. */
const BELOW = 12
/** A mark stands in capitals, but for what an OCR engine made of them. */
const CAPITALS = 0.6

const LABEL = pattern(({ folded }) => new RegExp(`^[^a-z]*(?:${folded('secrecy-label')})\\s*:?\\s*`))
const NO_MARK = pattern(({ folded }) => new RegExp(`^(?:${folded('no-secrecy-mark')})$`))
/** From the highest down. */
const levels = perGrammar(({ secrecy }) =>
  secrecy.map(({ id, name, errors }) => {
    const folded = skeleton(name)
    return { level: id, name, errors, folded, words: folded.split(' '), pattern: makePattern(folded) }
  }),
)
/** `TUYỂN MẬT`: two words of which the last is a mark's. */
const ENDS_AS_MARK = perGrammar(
  () =>
    new RegExp(
      `^[a-z]{2,7} (?:${levels()
        .map(({ words }) => words.at(-1))
        .join('|')})$`,
    ),
)

/** The mark that the piece is, nothing else standing in it; null where it is none. */
export function secrecyMark({ text, folded }: Piece): SecrecyMark | null {
  if (text.length > LONGEST) return null
  const label = LABEL().exec(folded)?.[0].length ?? 0
  const words = folded
    .slice(label)
    .replace(/[^a-z]+/g, ' ')
    .trim()
  const letters = words.replace(/ /g, '')
  if (letters === '' || letters.length > MOST_LETTERS || NO_MARK().test(words)) return null
  // a sentence that speaks of secrets goes on in small letters
  if (label === 0 && !latin(/^[^\p{L}]*\p{Lu}/u).test(text)) return null
  const capitals = upperShare(text) > CAPITALS
  const same = levels().find((each) => each.pattern.letters === letters)
  if (same)
    return label > 0 || same.words.length > 1 || (capitals && isShortMark(text))
      ? { level: same.level, name: same.name, exact: true }
      : null
  if (label === 0 && !capitals) return null
  const near = levels().filter(
    ({ errors, pattern }) => errors > 0 && startsTolerant(letters, pattern, errors) === letters.length,
  )
  if (label === 0 && near.length === 0 && !ENDS_AS_MARK().test(words)) return null
  return {
    level: levels()[0]?.level as SecrecyLevel,
    name: near.length === 1 ? (near[0]?.name ?? null) : null,
    exact: false,
  }
}

/** `MẬT`, `MÂT`, `MAT`, but not `MẶT`: the shortest mark is a word of many others once its vowel's mark is gone. */
const isShortMark = (text: string) => !text.normalize('NFD').includes('\u0306')

interface Placed extends SecrecyMark {
  cells: Cell[]
}

/**
 * The highest mark of the rows as a value, with its level; null where they hold none.
 *
 * @param zone how many of the rows, from the first, are the header's; behind them only the rows near it and the first of a
 *   page are looked at
 */
export function readSecrecy(text: string, rows: Row[], zone: number): { value: Value; level: SecrecyLevel } | null {
  const order = levels().map(({ level }) => level)
  const [mark] = marksIn(rows, zone).sort((one, other) => order.indexOf(one.level) - order.indexOf(other.level))
  if (!mark) return null
  const print = printed(text, mark.cells)
  const value: Value = {
    value: mark.name ?? print.charAt(0).toUpperCase() + print.slice(1).toLowerCase(),
    status: mark.exact ? 'read' : 'inferred',
    grade: mark.exact ? 'certain' : 'doubtful',
    spans: mark.cells.map(({ start, end }) => [start, end]),
    ...(!mark.exact && { note: 'a mark of unsure level, held as the highest' }),
  }
  return { value, level: mark.level }
}

function marksIn(rows: Row[], zone: number): Placed[] {
  return rows.flatMap((row, index) => {
    if (index >= zone + REACH && !row.pageTop) return []
    return row.cells.flatMap((cell, at) => {
      if (!/[a-z]/.test(cell.folded.slice(0, LONGEST))) return []
      const below = isFirstWord(cell)
        ? rows[index + 1]?.cells.find((other) => Math.abs(other.column - cell.column) < BELOW)
        : undefined
      return markOf(runFrom(row.cells, at)) ?? (below ? markOf([[cell, below]]) : null) ?? []
    })
  })
}

/** The cell alone, with the one beside it, and so on, as long as a mark may be. */
function runFrom(cells: Cell[], at: number): Cell[][] {
  const runs: Cell[][] = []
  let length = 0
  for (let to = at; to < cells.length && to - at < MOST_LETTERS; to++) {
    length += (cells[to] as Cell).text.length + 1
    if (length > LONGEST) break
    runs.push(cells.slice(at, to + 1))
  }
  return runs.reverse()
}

function markOf(runs: Cell[][]): Placed | null {
  for (const cells of runs) {
    const join = (key: 'text' | 'folded') => cells.map((cell) => cell[key]).join(' ')
    const mark = secrecyMark({ text: join('text'), folded: join('folded') })
    if (mark) return { ...mark, cells }
  }
  return null
}

const isFirstWord = (cell: Cell) =>
  upperShare(cell.text) > CAPITALS &&
  levels().some(({ words }) => words.length > 1 && words[0] === cell.folded.replace(/[^a-z]/g, ''))

const BESIDE = pattern(({ folded }) => new RegExp(`^[^a-z]*(?:${folded('beside-mark')})`))

/** Where a mark in capitals begins or ends a cell that goes on with another line of the form; -1 where it does not. */
export function markCut(cell: Cell): number {
  for (const { folded, words } of levels()) {
    const at = words.length > 1 ? cell.folded.indexOf(folded) : -1
    if (at < 0) continue
    const end = at + folded.length
    if (upperShare(cell.text.slice(at, end)) < 1) continue
    if (at === 0 && BESIDE().test(cell.folded.slice(end))) return end
    if (!/[a-z]/.test(cell.folded.slice(end)) && BESIDE().test(cell.folded)) return at
  }
  return -1
}
