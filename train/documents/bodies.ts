/** Bodies that issue documents: what they are called, how they sign, and the letters of their notation. */
import type { Random } from '../random.ts'
import { nameOf, type Unit } from './places.ts'

export interface Body {
  name: string
  /** As its own papers call it in a sentence. */
  self: string
  /** Letters of the notation: `UBND`, `SCT`. */
  code: string
  parent: string | null
  chief: string
  deputies: string[]
  /** The collective in whose name it signs (`Ủy ban nhân dân`), if any. */
  collective: string | null
  /** Who signs by the chief's order, and his deputy. */
  byOrder: { head: string; deputy: string } | null
  place: string
}

/** `Sở Công Thương` gives `SCT`: the first letter of each word that is no `và` and the like. */
export function initials(name: string): string {
  return (name.match(/[\p{L}]+/gu) ?? [])
    .filter((word) => !/^(?:và|của|các|về)$/iu.test(word))
    .map((word) => word.charAt(0).toLocaleUpperCase('vi'))
    .join('')
}

export const office = { head: 'Chánh Văn phòng', deputy: 'Phó Chánh Văn phòng' }

export function peoplesCommittee(unit: Unit, random: Random): Body {
  return {
    name: `Ủy ban nhân dân ${nameOf(unit)}`,
    self: random.pick([
      `UBND ${unit.kind}`,
      `Ủy ban nhân dân ${unit.kind}`,
      `Ủy ban nhân dân ${nameOf(unit)}`,
      `UBND ${nameOf(unit)}`,
    ]),
    code: random.chance(0.95) ? 'UBND' : 'UB',
    parent: null,
    chief: 'Chủ tịch',
    deputies: ['Phó Chủ tịch', 'Phó Chủ tịch', 'Phó Chủ tịch Thường trực'],
    collective: random.pick([
      'Ủy ban nhân dân',
      'Ủy ban nhân dân',
      'UBND',
      `UBND ${unit.kind}`,
      `Ủy ban nhân dân ${unit.kind}`,
    ]),
    byOrder: office,
    place: unit.name,
  }
}

export function council(unit: Unit): Body {
  return {
    name: `Hội đồng nhân dân ${nameOf(unit)}`,
    self: `Hội đồng nhân dân ${unit.kind}`,
    code: 'HĐND',
    parent: null,
    chief: 'Chủ tịch',
    deputies: ['Phó Chủ tịch'],
    collective: 'Thường trực HĐND',
    byOrder: null,
    place: unit.name,
  }
}
