/**
 * What stands beside the form: how urgent the document is, to whom it may go, and that it is a draft.
 * Nghị định 30/2020/NĐ-CP, Phụ lục I, III.2; Hướng dẫn 36-HD/VPTW, điểm 11.
 *
 * ```
 * > | DỰ THẢO LẦN 2          LƯU HÀNH NỘI BỘ
 *             ^^^^^          ^^^^^^^^^^^^^^^
 * ```
 */
import { pattern, phrasesOf } from '../grammar/wording.ts'
import { skeleton } from '../text.ts'
import type { Header } from '../tree.ts'
import { findCue } from './cues.ts'
import type { Cell } from './rows.ts'
import { makeValue, printed } from './value.ts'

/** Nothing behind the word of the mark, or which draft it is: `LẦN 2`, `(lần thứ ba)`, `ngày 15/3/2024`. */
const VERSION = pattern(
  ({ folded }) =>
    new RegExp(
      `^[\\s:.,()_-]*(?:(?:${folded('draft-version')})\\s([a-z\\d/.-]{1,10})|(\\d{1,2}))?[\\s.,)\\]_*-]*$`,
      'd',
    ),
)

/** The marks among the cells of a head. */
export function readMarks(text: string, cells: readonly Cell[]): Pick<Header, 'urgency' | 'circulation' | 'draft'> {
  const marksOf = (cue: string) => cells.filter((cell) => findCue(cell, cue))
  const words = (cell: Cell) => inReadingCase(printed(text, [cell]))
  const [urgent] = marksOf('urgency')
  const circulation = marksOf('circulation').map((cell) => makeValue(words(cell), [cell], { grade: 'likely' }))
  const draft = cells.map(draftOf).find((value) => value !== null)
  return {
    ...(urgent && { urgency: makeValue(levelNamed(words(urgent)), [urgent]) }),
    ...(circulation.length > 0 && { circulation }),
    ...(draft && { draft }),
  }
}

function draftOf(cell: Cell): Header['draft'] | null {
  const end = findCue(cell, 'draft')?.end
  const found = end === undefined ? null : VERSION().exec(cell.folded.slice(end))
  if (end === undefined || !found) return null
  const place = found.indices?.[1] ?? found.indices?.[2]
  const version = place ? cell.text.slice(end + place[0], end + place[1]).toLowerCase() : null
  return { value: { version }, status: 'read', grade: 'likely', spans: [[cell.start, cell.end]] }
}

/** `HÕA TỐC` → `Hỏa tốc`: the level with the marks it must have. */
const levelNamed = (mark: string) => phrasesOf('urgency').find((level) => skeleton(level) === skeleton(mark)) ?? mark

/** `HỎA TỐC` → `Hỏa tốc`: the levels are given as the decree names them, the evidence keeps the print. */
const inReadingCase = (mark: string) => mark.charAt(0).toUpperCase() + mark.slice(1).toLowerCase()
