/** What stands above and behind a document: menus, signature stamps, gazette heads; attachments, copies, addresses. */
import type { Random } from '../../random.ts'
import type { Form } from '../form.ts'
import { MENUS } from '../phrases.ts'
import { centred, indented, type Line, marked, plain } from '../pieces.ts'
import type { House } from './house.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** The text of a digital signature, in the forms that readers give. */
function digitalStamp({ year, issuer, place }: Form, random: Random): string[] {
  const day = `${two(1 + random.below(28))}.${two(1 + random.below(12))}.${year}`
  const time = `${two(7 + random.below(10))}:${two(random.below(60))}:${two(random.below(60))}`
  const by = issuer ? issuer.charAt(0) + issuer.slice(1).toLocaleLowerCase('vi') : 'Văn phòng'
  return random.pick([
    [`Ký bởi: ${by}`, `Thời gian ký: ${day} ${time} +07:00`],
    [
      `Người ký: ${by}`,
      `Email: vanthu@${'coquan'}.example.vn`,
      `Cơ quan: ${place ?? 'Tỉnh'}`,
      `Thời gian ký: ${day.replace(/\./gu, '/')}`,
      time,
    ],
    [`TRUNG TÂM TIN HỌC - CÔNG BÁO`, `${day} ${time} +07:00`],
    [
      `Digitally signed by ${by.toLocaleUpperCase('vi')}`,
      `Date: ${year}.${two(1 + random.below(12))}.${two(1 + random.below(28))} ${time}+07'00'`,
    ],
    ['Signature Not Verified', `Được ký bởi ${by}`, `Ngày ký: ${day} ${time}`],
    [`Cơ quan phát hành: ${by}`],
    [day.replace(/\./gu, '-'), `${time} +07:00`],
  ])
}

function arrivalStamp(form: Form, random: Random): string[] {
  const office = random.pick([
    'SỞ NỘI VỤ',
    `UBND XÃ ${(form.place ?? 'TÂN KHÊ').toLocaleUpperCase('vi')}`,
    'VĂN PHÒNG HĐND - UBND',
    'SỞ TƯ PHÁP',
    'CÔNG VĂN ĐẾN',
    'VĂN THƯ LƯU TRỮ',
  ])
  const number = 100 + random.below(6000)
  const day = `${two(1 + random.below(28))}/${1 + random.below(12)}/${form.year}`
  return random.pick([
    [office, `ĐẾN Số: ${number}`, `Ngày: ${day}`, 'Chuyển: ..................'],
    [`${office} ĐẾN Số:${number}`, `Ngày: ${day}`],
    ['CÔNG VĂN ĐẾN', `Số: ${number}`, `Ngày ${day}`, 'Lưu hồ sơ số: ..........'],
    [`ĐẾN Số ${number}`, `Ngày ${day}`],
  ])
}

const APPENDICES = [
  'DANH SÁCH',
  'Biểu số 01',
  'PHỤ LỤC I',
  'PHỤ LỤC',
  'Mẫu số 02',
  'ĐỀ CƯƠNG BÁO CÁO',
  'QUY CHẾ',
  'LỊCH CÔNG TÁC',
  'Phụ lục 1',
]

function attachment(form: Form, random: Random): string[] {
  const rows = Array.from(
    { length: 1 + random.below(4) },
    (_, at) =>
      `${at + 1}. ${random.pick(['Xã Tân Khê', 'Thôn Bản Hồ', 'Trạm bơm Hoa Súng', 'Tổ dân phố 4', 'Trường Tiểu học Vạn Trúc'])}${random.pick(['', `    ${10 + random.below(90)}`, ': đã nộp'])}`,
  )
  return [
    '',
    random.pick(APPENDICES),
    ...(random.chance(0.7)
      ? [
          `(Kèm theo ${form.heading ? form.heading.charAt(0) + form.heading.slice(1).toLocaleLowerCase('vi') : 'Công văn'} số ${form.number?.text.trim() ?? '.....'} ${form.date ?? ''})`,
        ]
      : []),
    '',
    ...rows,
  ]
}

export function around(
  form: Form,
  { house, random }: { house: House; random: Random },
): { front: Line[]; after: Line[] } {
  const furniture = (text: string): Line => marked(text, 'furniture')
  const menu =
    /^(?:crawl|html)$/u.test(form.reader) && form.front.length === 0 && random.chance(0.1)
      ? random.some(MENUS, 3 + random.below(9))
      : []
  const digital = form.year > 2015 && /^(?:pdf|ocr)/u.test(form.reader) && random.chance(0.16)
  const front: Line[] = [
    ...[...menu, ...form.front].map(furniture),
    ...(digital && random.chance(0.75)
      ? [...digitalStamp(form, random).map(furniture), ...(random.chance(0.5) ? [[] as Line] : [])]
      : []),
  ]
  const arrival = form.reader.startsWith('ocr') && random.chance(0.09) ? arrivalStamp(form, random) : form.arrival
  const stamped = arrival.map((text) => marked(text, 'arrival'))
  const middle = (text: string, line: Line) =>
    house.centred && text !== '' && /^\p{Lu}{3}/u.test(text) ? centred(line, 80) : line
  const attached = random.chance(0.12) ? attachment(form, random) : form.after
  const copy =
    form.copy.length > 0
      ? [
          [] as Line,
          ...(random.chance(0.4) ? [furniture('_'.repeat(40))] : []),
          ...form.copy.map((text) => middle(text, furniture(text))),
        ]
      : []
  const contact =
    form.contact.length > 0 ? [[] as Line, ...form.contact.map((text, at) => marked(text, 'contact', at))] : []
  const ending = digital && front.length === form.front.length ? digitalStamp(form, random).map(furniture) : []
  const after = [...ending, ...contact, ...attached.map((text) => middle(text, plain(text))), ...copy]
  return { front: [...front, ...(random.chance(0.5) ? stamped : stamped.map((line) => indented(line, 30)))], after }
}
