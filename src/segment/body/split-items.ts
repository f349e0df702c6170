/**
 * A heading and the first item below it on one line, or a basis and the decree, as crawled pages have them: each becomes
 * a row of its own.
 *
 * ```
 * > | 2. Về đại lý hải quan 2.1 Điều kiện công nhận      > | Theo đề nghị của Hạt trưởng Hạt Kiểm lâm, QUYẾT ĐỊNH:
 *                           ^ cut                                                                     ^ cut
 * ```
 */
import { pattern } from '../../grammar/wording.ts'
import { latin } from '../../latin.ts'
import { findCue } from '../cues.ts'
import { readLabel } from './labels.ts'
import { type Row, sliceCell } from '../rows.ts'

/** A heading is no longer than this. */
const REACH = 220

export function partRunTogether(rows: Row[]): Row[] {
  return rows.flatMap((row) => {
    const at = firstBelow(row.text) || decreeBehind(row)
    return at > 0 ? [part(row, 0, at), part(row, at, row.text.length)] : [row]
  })
}

const DECREE = pattern(({ cue }) => new RegExp(`[,;]\\s+(?=(?:${cue('decree')})\\s?:?$)`, 'iu'))

/** Where the decree begins behind a basis; 0 where none does. */
function decreeBehind(row: Row): number {
  const found = findCue(row, 'base') && DECREE().exec(row.text)
  const at = found ? found.index + found[0].length : 0
  return at > 0 && row.text.slice(at) === row.text.slice(at).toUpperCase() ? at : 0
}

/** Where the first item below begins; 0 when none does on this row. */
function firstBelow(text: string): number {
  if (text.length < 12) return 0
  const label = readLabel(text)
  if (label?.kind !== 'number' && label?.kind !== 'decimal') return 0
  const head = text.slice(0, REACH)
  const first = ` ${label.label}.1`
  const at = head.indexOf(first, label.length)
  return at > 0 && latin(/^\.?\)?\s\p{Lu}/u).test(head.slice(at + first.length)) ? at + 1 : 0
}

function part(row: Row, from: number, to: number): Row {
  const piece = sliceCell(
    { ...row, column: row.indent },
    from,
    from === 0 ? row.text.slice(0, to).trimEnd().length : to,
  )
  return { ...row, ...piece, cells: [piece], blanksAbove: from === 0 ? row.blanksAbove : 0 }
}
