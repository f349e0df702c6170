/**
 * A heading and the first item below it on one line, or several bases and the decree, as crawled pages have them: each
 * becomes a row of its own.
 *
 * ```
 * > | 2. Về đại lý hải quan 2.1 Điều kiện công nhận      > | Căn cứ …; Theo đề nghị của Hạt trưởng, QUYẾT ĐỊNH:
 *                           ^ cut                                    ^ cut                          ^ cut
 * ```
 */
import { pattern } from '../../grammar/wording.ts'
import { latin } from '../../latin.ts'
import { findCue } from '../cues.ts'
import { type Row, sliceCell } from '../rows.ts'
import { readLabel } from './labels.ts'

/** A heading is no longer than this. */
const REACH = 220

export function partRunTogether(rows: Row[]): Row[] {
  return rows.flatMap((row) => {
    const first = firstBelow(row.text)
    const cuts = first > 0 ? [first] : clausesBehind(row)
    if (cuts.length === 0) return [row]
    return [0, ...cuts].map((from, index) => part(row, from, cuts[index] ?? row.text.length))
  })
}

const DECREE = pattern(({ cue }) => new RegExp(`[,;]\\s+(?=(?:${cue('decree')})\\s?:?$)`, 'iu'))
const NEXT_BASE = latin(/;\s+(?=\p{Lu}\p{Ll})/gu)

/** Where the further bases and the decree begin behind a basis. */
function clausesBehind(row: Row): number[] {
  if (!findCue(row, 'base')) return []
  const bases = [...row.text.matchAll(NEXT_BASE)]
    .map(({ index, 0: mark }) => index + mark.length)
    .filter((at) => findCue({ text: row.text.slice(at), folded: row.folded.slice(at) }, 'base'))
  const decree = DECREE().exec(row.text)
  const at = decree ? decree.index + decree[0].length : 0
  return at > 0 && row.text.slice(at) === row.text.slice(at).toUpperCase() ? [...bases, at] : bases
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
