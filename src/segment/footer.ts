/**
 * The footer: recipients on the left, signatures on the right, in two columns, one after the other, or interleaved.
 * Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7 and II.9; Hướng dẫn 36-HD/VPTW.
 */
import type { Recipients, Signature } from '../tree.ts'
import { findCue } from './cues.ts'
import { readRecipients } from './recipients.ts'
import type { Cell, Row } from './rows.ts'
import { readSignatures } from './signatures.ts'
import { isPersonName, words } from './words.ts'
import { upperShare } from '../text.ts'
import { beginsWith } from './words.ts'

const DASH = /^[-–—~+•*]\s*(?=[\p{L}\d(])/u
/** Columns further right than this hold no recipients, unless the list itself stands there. */
const RIGHT = 28

export interface Footer {
  recipients: Recipients | null
  signatures: Signature[]
}

export function readFooter(text: string, rows: Row[]): Footer {
  const left: Cell[] = []
  const right: Cell[] = []
  const label = rows.flatMap((row) => row.cells).find((cell) => findCue(cell, 'recipients'))
  const listColumn = label?.column ?? 0
  let inList = false
  for (const row of rows) {
    row.cells.forEach((cell, index) => {
      const isLabel = findCue(cell, 'recipients') !== null
      if (isLabel) inList = true
      if (isLabel || (inList && belongsToList(cell, index, { listColumn, listed: left }))) left.push(cell)
      else right.push(cell)
    })
  }
  return { recipients: left.length > 0 ? readRecipients(text, left) : null, signatures: readSignatures(text, right) }
}

function belongsToList(cell: Cell, index: number, { listColumn, listed }: { listColumn: number; listed: Cell[] }): boolean {
  if (DASH.test(cell.text) && !isSignatureLine(cell)) return true
  if (isSignatureLine(cell)) return false
  if (cell.column > listColumn + RIGHT) return /^\(?(?:để|b\/c|báo)/u.test(cell.text)
  if (index > 0) return /^\(?(?:để|b\/c|báo)/u.test(cell.text)
  const last = listed[listed.length - 1]
  // behind the archive entry nothing goes on, but for its own wrapped line
  return last !== undefined && !(findCue(last, 'archive') && /[.]\s*$/.test(last.text))
}

function isSignatureLine(cell: Cell): boolean {
  if (words().authorities.test(cell.text)) return true
  if (isPersonName(cell.text)) return true
  return upperShare(cell.text) > 0.85 && cell.text.length > 5 && beginsWith(cell.folded, words().positions) !== null
}
