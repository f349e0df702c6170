/**
 * `Kính gửi` (công văn), `Kính trình` (tờ trình), `… điện:` (công điện): one entry a dash, or one a line, or several
 * parted by semicolons. Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9a.
 *
 * ```
 * > | Kính gửi: - Thường trực Huyện ủy;
 *                 ^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
import { pattern } from '../grammar/wording.ts'
import { RUNS_ON } from '../grade/grade.ts'
import { latin } from '../latin.ts'
import { endsIn } from '../text.ts'
import type { Addressees } from '../tree.ts'
import { beginsAddressee, ENTRY_DASH, ENTRY_NUMBER, withoutStamp } from './addressed-rows.ts'
import { findCue } from './cues.ts'
import { isLikelyWords, isNoWords } from './legible.ts'
import { type Cell, type Row, sliceCell } from './rows.ts'
import { withoutRubble } from './rubble.ts'
import { saysMore } from './speaker.ts'
import { entryText, makeValue, printed } from './value.ts'
import { beginsWithBody } from './words.ts'

/** A line that goes on below. */
const GOES_ON = /[(–-]$/u
/** A comma within the line: what stands at its end parts no entries either. */
const LISTS = latin(/,\s+(?=\p{Lu})/u)
/** One that a place's name may follow: `UBND thành phố` over `Hội An`. */
const HANGING = pattern(({ words: list }) => new RegExp(`\\s(?:${list('hanging-addressee')})$`, 'u'))

export function readAddressees(text: string, rows: Row[]): Addressees {
  const cells = cellsOf(rows)
  const marks = marksOf(cells.map(({ cell }) => cell))
  const entries: Cell[][] = []
  let closed = true
  for (const { cell, cue } of cells) {
    const begins = marks.test(cell.text)
    if (begins || cue) closed = true
    const last = entries[entries.length - 1]
    // behind a whole entry and among dashes, what is no word is a stamp's
    if (
      !begins &&
      (closed || endsIn(last?.at(-1)?.text ?? '', '.')) &&
      (isNoWords(cell.text) || (marks !== NONE && !isLikelyWords(cell.text)))
    )
      continue
    const piece = begins ? sliceCell(cell, marks.exec(cell.text)?.[0].length ?? 0, cell.text.length) : cell
    if (closed || !last || (marks === NONE && isNext(last, cell))) entries.push([piece])
    else last.push(piece)
    closed = /;\s*$/.test(cell.text)
  }
  const values = entries
    .map((pieces) => pieces.map((piece) => withoutRubble(withoutSeal(piece))))
    .map((pieces) => {
      const name = entryText(printed(text, pieces))
      return makeValue(name, pieces, saysMore(name) ? { note: RUNS_ON } : {})
    })
  return { type: 'addressees', spans: [], entries: values.filter(({ value }) => isLikelyWords(value)) }
}

const NONE = /(?!)/u

/** What stands before each entry. */
function marksOf(cells: Cell[]): RegExp {
  if (cells.some(({ text }) => ENTRY_DASH.test(text))) return ENTRY_DASH
  const [first, second] = cells.filter(({ text }) => ENTRY_NUMBER.test(text))
  return first === cells[0] && second ? ENTRY_NUMBER : NONE
}

/** Whether a line without a dash is an entry of its own, not the rest of the one above. */
function isNext(above: Cell[], cell: Cell): boolean {
  const end = (above[above.length - 1] as Cell).text.trimEnd()
  if (GOES_ON.test(end) || (end.endsWith(',') && LISTS.test(end)) || !beginsAddressee(cell)) return false
  // a place may be called as a body is: `Hội An`
  return (
    !HANGING().test(end) ||
    /\s/.test(cell.text.slice(0, beginsWithBody(cell)?.length ?? 0)) ||
    beginsWithBody(cell) === null
  )
}

/** A full stop behind a whole word, and what follows it. */
const STOPPED = latin(/(?<=\p{Ll}{2}\)?)\.\s+(?=\S)/u)

/** The cell up to the full stop behind which no words stand: `Ủy ban nhân dân tỉnh. GêNZ C2 Sa`. */
function withoutSeal(cell: Cell): Cell {
  const stop = STOPPED.exec(cell.text)
  return stop && isNoWords(cell.text.slice(stop.index + 1)) ? sliceCell(cell, 0, stop.index) : cell
}

interface Piece {
  cell: Cell
  /** The first piece behind a cue. */
  cue: boolean
}

/** The cells with entries, cut at semicolons; cues, stamps left of them and titles in the other column left out. */
function cellsOf(rows: Row[]): Piece[] {
  const out: Piece[] = []
  // from a title in the other column to the next dash
  let aside = false
  let cued = false
  for (const row of rows) {
    const cue = row.cells.findIndex((cell) => findCue(cell, 'addressee') !== null)
    if (cue >= 0) cued = true
    for (const whole of row.cells.slice(Math.max(0, cue))) {
      const bare = withoutCue(whole)
      const cell = bare && withoutStamp(bare)
      if (!cell || !latin(/\p{L}{2}/u).test(cell.text)) continue
      aside = findCue(cell, 'motto') !== null || (aside && !ENTRY_DASH.test(cell.text))
      if (aside) continue
      for (const part of partsOf(cell)) {
        out.push({ cell: part, cue: cued })
        cued = false
      }
    }
  }
  return out
}

/** The cell behind its cue; null when the cue is all of it. */
function withoutCue(cell: Cell): Cell | null {
  if (findCue(cell, 'telegram')) return null
  const found = findCue(cell, 'addressee') ?? findCue(cell, 'telegram-start')
  const from = found ? found.end + (/^[\s:;.*,]*/.exec(cell.text.slice(found.end))?.[0].length ?? 0) : 0
  return from >= cell.text.length ? null : sliceCell(cell, from, cell.text.length)
}

const PARTED = latin(/;\s+(?=(?:[-–]\s?)?\p{Lu})/gu)

/** Several entries on one line, parted by semicolons outside brackets. */
function partsOf(cell: Cell): Cell[] {
  const parts: Cell[] = []
  let from = 0
  for (const match of cell.text.matchAll(PARTED)) {
    const before = cell.text.slice(from, match.index)
    if (before.lastIndexOf('(') > before.lastIndexOf(')')) continue
    parts.push(sliceCell(cell, from, match.index + 1))
    from = match.index + match[0].length
  }
  return [...parts, sliceCell(cell, from, cell.text.length)]
}
