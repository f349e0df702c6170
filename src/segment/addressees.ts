/**
 * `Kính gửi` (công văn), `Kính trình` (tờ trình), `… điện:` (công điện): one entry a dash, or one a line, or several
 * parted by semicolons. Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9a.
 *
 * ```
 * > | Kính gửi: - Thường trực Huyện ủy;
 *                 ^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
import type { Addressees, Value } from '../tree.ts'
import { findCue } from './cues.ts'
import { isLikelyWords } from './legible.ts'
import { type Cell, type Row, sliceCell } from './rows.ts'
import { entryText, makeValue, printed } from './value.ts'

const DASH = /^\s*[-–—~+•*_øØ]\s*(?=\S)/u

export function readAddressees(text: string, rows: Row[]): Addressees {
  const entries: Cell[][] = []
  let closed = true
  // from a title in the other column to the next dash
  let aside = false
  for (const row of rows) {
    // a stamp of the office that received the letter stands left of the cue
    const cue = row.cells.findIndex((cell) => findCue(cell, 'addressee') !== null)
    for (const whole of row.cells.slice(Math.max(0, cue))) {
      const cell = withoutStamp(withoutCue(whole))
      if (!cell || !/\p{L}{2}/u.test(cell.text)) continue
      aside = findCue(cell, 'motto') !== null || (aside && !DASH.test(cell.text))
      if (aside) continue
      const last = entries[entries.length - 1]
      if (DASH.test(cell.text) || closed || !last) entries.push([cell])
      else last.push(cell)
      closed = /[;]\s*$/.test(cell.text)
    }
  }
  return {
    type: 'addressees',
    spans: [],
    entries: entries.flatMap((cells) => split(text, cells)).filter((entry) => entry.value !== ''),
  }
}

/** The cell behind its cue; null when the cue is all of it. */
function withoutCue(cell: Cell): Cell | null {
  if (findCue(cell, 'telegram')) return null
  const found = findCue(cell, 'addressee') ?? findCue(cell, 'telegram-start')
  const from = found ? found.end + (/^[\s:;.*,]*/.exec(cell.text.slice(found.end))?.[0].length ?? 0) : 0
  if (from >= cell.text.length) return null
  return { ...cell, start: cell.start + from, text: cell.text.slice(from), folded: cell.folded.slice(from), column: cell.column + from }
}

const ENTRY = /\s(?=[-–]\s\p{Lu}\p{Ll})/u

/** An entry behind what an OCR engine made of a stamp left of it: `ĐẾN `” “ưng - Đoàn Luật sư tỉnh`. */
function withoutStamp(cell: Cell | null): Cell | null {
  const entry = cell && !DASH.test(cell.text) ? ENTRY.exec(cell.text) : null
  if (!cell || !entry || isLikelyWords(cell.text.slice(0, entry.index))) return cell
  return sliceCell(cell, entry.index + 1, cell.text.length)
}

/** Several entries on one line, parted by semicolons. */
function split(text: string, cells: Cell[]): Value[] {
  const first = cells[0] as Cell
  const whole = printed(text, cells)
  const parts = whole.split(/;\s+(?=(?:[-–]\s?)?\p{Lu})/u)
  if (parts.length === 1 || cells.length > 1) return [makeValue(entryText(whole), cells)]
  let at = 0
  return parts.map((part) => {
    const bare = entryText(part)
    const found = first.text.indexOf(bare, at)
    if (found < 0) return makeValue(bare, [first], { grade: 'likely' })
    at = found + bare.length
    return makeValue(bare, [{ start: first.start + found, end: first.start + at }])
  })
}
