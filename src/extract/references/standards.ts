/**
 * Standards and technical regulations, which have numbers of their own form.
 *
 * > | QCVN 05A:2020/BCT        TCVN 7957 : 2008        QCVN 01-1:2018/BYT
 *     ^^^^^^^^^^^^^^^^^        ^^^^^^^^^^^^^^^^        ^^^^^^^^^^^^^^^^^^
 */
import { latin } from '../../latin.ts'
import type { NumberFound } from './numbers.ts'
import { vocabulary } from './vocabulary.ts'

const REACH = 32
/** Before the year: the word of the standard and a number of up to two parts. */
const BEFORE = /(?:^|[^a-z0-9])(([a-z]{3,5})\s{0,4}\d{1,5}[a-z]?(?:-\d{1,3})?\s?:\s?)$/
/** Behind it: the body that issued it, and an amendment with its year. */
const BEHIND = latin(/^(\d{4})(?:\s{0,3}\/\s{0,3}(\p{Lu}{2,12}))?(?:\/SĐ\d{1,2}:\d{4})?/u)

/** The standard whose year begins at `yearStart`, not before `floor`; `folded` is the text's skeleton. */
export function readStandard(text: string, folded: string, yearStart: number, floor: number): NumberFound | null {
  const before = BEFORE.exec(folded.slice(Math.max(floor, yearStart - REACH), yearStart))
  if (!before || !vocabulary().standard.test(before[2] as string)) return null
  const behind = BEHIND.exec(text.slice(yearStart, yearStart + REACH))
  if (!behind) return null
  const start = yearStart - (before[1] as string).length
  const end = yearStart + behind[0].length
  const codes = [text.slice(start, start + (before[2] as string).length), ...(behind[2] ? [behind[2]] : [])]
  return { start, end, after: end, codes, year: null, separator: null, head: -1 }
}
