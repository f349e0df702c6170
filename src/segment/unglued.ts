/**
 * A signature's lines that were run together where a line break was lost, parted again.
 *
 * ```
 * > | TM. BAN CHẤP HÀNH HUYỆN ĐOÀNBÍ THƯ (đã ký) Đỗ Văn An      > | KT. GIÁM ĐỐCPHÓ GIÁM ĐỐCĐỗ Văn An
 *                                 ^ cut  ^ cut   ^ cut                          ^ cut      ^ cut
 * ```
 */
import { isSyllable } from '../grammar/syllable.ts'
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import { isPersonName } from '../lexicon/person-names.ts'
import { type Cell, sliceCell } from './rows.ts'
import { beginsWith, words } from './words.ts'

const REMARK = pattern(({ cue }) => new RegExp(`\\s*\\((?:${cue('signed')})\\)\\s*`, 'iu'))
/** A word of capitals into which a post, and one into which a name, may have run. */
const CAPITALS = latin(/(?<!\p{L})\p{Lu}{5,14}(?=\s)/gu)
const NAME_RUN_IN = latin(/(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,4}$)/u)
const SHORTEST = 2
/** A longer line is no signature's. */
const LONGEST = 300

export function unglued(cell: Cell): Cell[] {
  if (cell.text.length > LONGEST) return [cell]
  const remark = REMARK().exec(cell.text)
  if (remark && remark[0].length < cell.text.length)
    return [
      ...(remark.index > 0 ? unglued(sliceCell(cell, 0, remark.index)) : []),
      ...piece(cell, remark.index + remark[0].length).flatMap(unglued),
    ]
  const name = NAME_RUN_IN.exec(cell.text)
  if (name && isPersonName(cell.text.slice(name.index)))
    return [...unglued(sliceCell(cell, 0, name.index)), sliceCell(cell, name.index, cell.text.length)]
  const post = postRunIn(cell)
  return post < 0 ? [cell] : [sliceCell(cell, 0, post), sliceCell(cell, post, cell.text.length)]
}

const piece = (cell: Cell, from: number): Cell[] =>
  from < cell.text.length ? [sliceCell(cell, from, cell.text.length)] : []

/** Where a post begins inside a word that is none, its first part being one; -1 where none does. */
function postRunIn(cell: Cell): number {
  for (const match of cell.text.matchAll(CAPITALS)) {
    const [word] = match
    if (isSyllable(word.toLowerCase())) continue
    for (let at = SHORTEST; at <= word.length - SHORTEST; at++) {
      if (!isSyllable(word.slice(0, at).toLowerCase()) || !isSyllable(word.slice(at).toLowerCase())) continue
      const from = match.index + at
      if (beginsWith(cell.folded.slice(from), words().positions)) return from
    }
  }
  return -1
}
