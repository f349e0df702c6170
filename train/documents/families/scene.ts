/** Who writes, where and when: what the phrases of one document are filled with. */
import type { Random } from '../../random.ts'
import type { Body } from '../bodies.ts'
import { personName } from '../people.ts'
import { fill, type Table } from '../phrases.ts'
import { nameOf, type Unit } from '../places.ts'

/** Whose lists of recipients and addressees fit. */
export type Level =
  | 'province'
  | 'department'
  | 'district'
  | 'commune'
  | 'ministry'
  | 'party-central'
  | 'party-province'
  | 'party-district'
  | 'party-commune'
  | 'youth'
  | 'union'
  | 'front'
  | 'army'
  | 'police'
  | 'school'
  | 'company'
  | 'court'

export interface Scene {
  random: Random
  year: number
  unit: Unit
  body: Body
  level: Level
  say(template: string, tables?: Table[]): string
  from(table: Table, name: string): string
}

export function sceneOf(
  random: Random,
  { year, unit, body, level }: { year: number; unit: Unit; body: Body; level: Level },
): Scene {
  const cited = () => String(year - random.below(4))
  const values = {
    year: String(year),
    past: String(year - 1),
    'next-year': String(year + 1),
    later: String(year + 5 + random.below(10)),
    'cited-year': cited,
    unit: nameOf(unit),
    place: unit.name,
    level: unit.kind,
    self: body.self,
    person: () => personName(random),
    number: () => String(1 + random.below(random.chance(0.3) ? 3000 : 220)).padStart(2, '0'),
    date: () => citedDate(random, Number(cited())),
  }
  const say = (template: string, tables: Table[] = []) => tidy(fill(template, { random, values, tables }))
  return {
    random,
    year,
    unit,
    body,
    level,
    say,
    from: (table, name) => say(random.pick(table[name] as string[]), [table]),
  }
}

const tidy = (text: string) =>
  text
    .replace(/ {2,}/gu, ' ')
    .replace(/ (?=[,;.])/gu, '')
    .trim()

function citedDate(random: Random, year: number): string {
  const day = 1 + random.below(28)
  const month = 1 + random.below(12)
  const two = (value: number) => String(value).padStart(2, '0')
  const style = random.weighted({ slash: 5, words: 5, plain: 1, dash: 0.6 })
  if (style === 'slash') return `${two(day)}/${random.chance(0.7) || month < 3 ? two(month) : month}/${year}`
  if (style === 'dash') return `${day}-${month}-${year}`
  if (style === 'plain') return `${day}/${month}/${year}`
  return `${two(day)} tháng ${month < 3 ? two(month) : month} năm ${year}`
}

/** The date of issue as printed, in words; sometimes day or month are blank. */
export function issueDate(random: Random, year: number, { blank = 0.12 }: { blank?: number } = {}): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const monthNumber = 1 + random.below(12)
  const dayNumber = 1 + random.below(monthNumber === 2 ? 28 : 30)
  const day = random.chance(0.9) ? two(dayNumber) : String(dayNumber)
  const month = random.chance(0.5) || monthNumber < 3 ? two(monthNumber) : String(monthNumber)
  const gap = () => random.pick(['   ', '     ', '       ', '….', '.....', '...'])
  if (random.chance(blank)) {
    if (random.chance(0.75)) return `ngày ${gap()} tháng ${month} năm ${year}`
    return `ngày ${gap()} tháng ${gap()} năm ${random.chance(0.8) ? year : '20…'}`
  }
  if (random.chance(0.05)) return `ngày ${day} tháng ${month}năm ${year}`
  if (random.chance(0.04)) return `ngày  ${day}  tháng  ${month} năm ${year}`
  if (random.chance(0.02)) return `ngày ${dayNumber}/${month}/${year}`
  return `ngày ${day} tháng ${month} năm ${year}`
}

/** Number and notation with the gaps that are seen in print. */
export function spacedNumber(random: Random, serial: string, notation: string): string {
  if (serial === '') return `${random.pick(['', '     ', '        ', '.....', '…'])}${notation}`
  const style = random.weighted({ tight: 12, before: 2, both: 0.7, wide: 1, loose: 0.6 })
  if (style === 'before') return `${serial} ${notation}`
  if (style === 'both') return `${serial} ${notation.replace(/^([/-])/u, '$1 ')}`
  if (style === 'wide') return `${serial}${' '.repeat(2 + random.below(6))}${notation}`
  if (style === 'loose') return `${serial}${notation.replace(/-/gu, random.pick([' - ', '- ', ' -']))}`
  return `${serial}${notation}`
}
