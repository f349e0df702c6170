/**
 * The type of a cited document: the type word before its number, else what its notation says.
 *
 * > | Giấy phép khai thác khoáng sản số 199/GP-BTN
 *     ^^^^^^^^^
 */
import { skeleton } from '../../text.ts'
import type { NumberFound } from './numbers.ts'
import { type DocumentType, vocabulary } from './vocabulary.ts'

export interface TypeFound {
  type: DocumentType
  start: number
  end: number
}

const REACH = 130
const ASSEMBLY = /^(?:ubtv)?qh\d/

/** The type word that governs `number`, not before `floor`; `generic` for `văn bản`, null where none stands there. */
export function typeBefore(
  text: string,
  folded: string,
  number: NumberFound,
  floor: number,
): TypeFound | 'generic' | null {
  const { typePattern, types, generic } = vocabulary()
  const stop = number.head >= 0 ? number.head : number.start
  if (generic.test(folded.slice(Math.max(floor, stop - 16), stop).trimEnd())) return 'generic'
  const from = Math.max(floor, stop - REACH)
  const window = folded.slice(from, stop)
  let best: TypeFound | null = null
  typePattern.lastIndex = 0
  for (let match = typePattern.exec(window); match; match = typePattern.exec(window)) {
    const type = types.get(match[0].replace(/\s+/g, ' '))
    if (!type) continue
    const start = from + match.index
    const end = start + match[0].length
    const between = window.slice(match.index + match[0].length)
    if (!mayGovern(between, text.slice(start, end), type, number)) continue
    const agrees = number.codes[0] !== undefined && type.codes.has(skeleton(number.codes[0]))
    const bestAgrees = best !== null && number.codes[0] !== undefined && best.type.codes.has(skeleton(number.codes[0]))
    if (!best || agrees || !bestAgrees) best = { type, start, end }
  }
  return best ?? abbreviation(text, folded, number, stop)
}

/** May the words between a type and its number stand there: nothing, a name, the colon of a list? */
function mayGovern(between: string, printed: string, type: DocumentType, number: NumberFound): boolean {
  const rest = between.trim()
  const code = skeleton(number.codes[0] ?? '')
  const { assembly, byCode } = vocabulary()
  if (ASSEMBLY.test(code) && !assembly.has(type.name)) return false
  if (rest === '' || rest === ':' || rest === '.') return true
  const capital = printed[0] !== printed[0]?.toLowerCase()
  if (type.byName) return capital && number.head >= 0 && !/[;:.()]|"/.test(rest)
  if (byCode.has(code) && !type.codes.has(code)) return false
  if (number.long) return vocabulary().certificates.has(type.name) && rest.length <= 70 && !/[;:.,()]/.test(rest)
  if (number.codes.length === 0 || number.head < 0 || /[;:.()]|,/.test(rest)) return false
  return rest.length <= 70
}

/** `CV số 12/UBND-NC`, `NĐ 30/2020/NĐ-CP`: a code in place of the type's name. */
function abbreviation(text: string, folded: string, number: NumberFound, stop: number): TypeFound | null {
  const match = /(?<![a-z0-9/.-])([a-z]{2,5})\s{1,3}$/.exec(folded.slice(Math.max(0, stop - 12), stop))
  if (!match || number.codes.length === 0) return null
  const end = stop - (match[0].length - (match[1] as string).length)
  const start = stop - match[0].length
  if (text[start] === text[start]?.toLowerCase()) return null
  const type = typeOfCode(match[1] as string, null)
  return type ? { type, start, end } : null
}

/** The one type that `code` stands for; null where it may stand for several (`QĐ` of the Party). */
export function typeOfCode(code: string, separator: NumberFound['separator']): DocumentType | null {
  const { byCode, types } = vocabulary()
  const systems = byCode.get(skeleton(code))
  if (!systems) return null
  const names =
    separator === '-'
      ? systems.party
      : separator === '/'
        ? systems.state
        : new Set([...systems.state, ...systems.party])
  if (names.size !== 1) return null
  return types.get(skeleton([...names][0] as string)) ?? null
}
