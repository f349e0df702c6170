/** Lines of head and foot as an engine gives them, spoilt by seals, pens and figures of a stamp: what is made of them. */
import { describe, expect, test } from 'vitest'
import { partGlued } from '../src/read/ocr/glued.ts'
import { withoutSerial } from '../src/read/ocr/hand.ts'
import { type Line, lineOf } from '../src/read/ocr/lines.ts'
import type { Plane } from '../src/read/ocr/raster.ts'
import { ringIn, withoutRings } from '../src/read/ocr/rings.ts'
import { meantSurname, mendSigned, mendSurname, postIn } from '../src/read/ocr/signed.ts'

const [WIDE, HIGH] = [20, 30]

/** A line of even letters; `?` behind a word makes it one of which the engine was unsure. */
function line(text: string, y = 0): Line {
  let x = 0
  return lineOf(
    text.split(' ').map((each) => {
      const word = each.replace(/\?$/, '')
      const letters = [...word].map((letter, at) => ({
        text: letter,
        box: [x + at * WIDE, y, x + (at + 1) * WIDE, y + HIGH] as [number, number, number, number],
        confidence: 90,
      }))
      const box: [number, number, number, number] = [x, y, x + word.length * WIDE, y + HIGH]
      x = box[2] + WIDE
      return { text: word, box, confidence: each.endsWith('?') ? 20 : 93, line: y, letters }
    }),
  )
}

const block = (...texts: string[]) => texts.map((text, at) => line(text, at * 2 * HIGH))
const textsOf = (lines: readonly Line[]) => lines.map(({ text }) => text)

describe('a signature', () => {
  test.each([
    ['a deputy below a formula', ['KT. THỦ TƯỚNG', 'b? ÀN? THỦ TƯỞNG'], ['KT. THỦ TƯỚNG', 'PHÓ THỦ TƯỚNG']],
    ['a formula by hand', ['“Ì,? GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
    ['a post that stands twice', ['/? GIÁM ĐỐC', '*? GIÁM ĐỐC'], ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
    ['the rest of a deputy’s post', ['ˆ\\,? GIÁM ĐỐC', '*ẮM? ĐỚC'], ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
    ['a deputy of another name', ['KT. BỘ TRƯỞNG', '.? BỘ TRƯỞNG'], ['KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG']],
    ['a deputy without his marks', ['KT. BỘ TRƯỞNG', 'THƯ TRƯƠNG'], ['KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG']],
    ['rubble around a post', ['——_? GIÁM ĐỐC ⁄?'], ['GIÁM ĐỐC']],
    // What is whole stays as it is.
    ['a post alone', ['CHỦ TỊCH', 'Vàng Seo Lử'], ['CHỦ TỊCH', 'Vàng Seo Lử']],
    ['a formula of a body', ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
    ['a stack', ['TL. CHỦ TỊCH', 'KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG'], null],
  ])('%s', (_, read, meant) => {
    expect(textsOf(mendSigned(block(...read)))).toEqual(meant ?? read)
  })

  test('what the form says is told as inferred', () => {
    const [, deputy] = mendSigned(block('KT. THỦ TƯỚNG', 'ÀN? THỦ TƯỚNG')) as [Line, Line]
    expect(deputy.words[0]?.misread).toBeDefined()
  })

  test('a post is found in the words around it', () => {
    expect(postIn(line('b ẢN THỦ TƯỚNG'))).toMatchObject({ post: 'THỦ TƯỚNG', from: 2, to: 4 })
    expect(postIn(line('Ủy ban nhân dân huyện'))).toBeNull()
  })

  test.each([
    ['N/©yến', 'Nguyễn'],
    ['Nguyến', 'Nguyễn'],
    ['Trần', 'Trần'],
    ['Phòng', null],
    ['Sáng', null],
  ])('a family name that can be no other: %s', (read, meant) => {
    expect(meantSurname(read)).toBe(meant)
  })

  test('a name whose family name is spoilt', () => {
    expect(mendSurname(line('Ngyến Văn Mẫu')).text).toBe('Nguyễn Văn Mẫu')
    expect(mendSurname(line('Phòng Nội vụ huyện')).text).toBe('Phòng Nội vụ huyện')
  })
})

describe('a head', () => {
  test.each([
    ['Tân Lập, ngày39 tháng 10 năm 2021', 'Tân Lập, ngày 39 tháng 10 năm 2021'],
    ['Tân Lập, ngày 04tháng 11năm 2021', 'Tân Lập, ngày 04 tháng 11 năm 2021'],
    ['Số: 4ÄYTTr-PNV', 'Số: 4Ä/TTr-PNV'],
    ['Số: 15/UBND-NC', 'Số: 15/UBND-NC'],
    ['Hằng ngày các xã báo cáo', 'Hằng ngày các xã báo cáo'],
  ])('words run together are parted: %s', (read, meant) => {
    expect(partGlued(line(read)).text).toBe(meant)
  })

  test.each([
    ['Số: 2X /TTr-PNV', 'Số: /TTr-PNV', '2X'],
    ['Sô2/2:È../SNV-TCCB', 'Sô: /SNV-TCCB', '2:È'],
    ['Số 3Ä-CV/HU Tân Lập', 'Số: -CV/HU Tân Lập', '3Ä'],
  ])('a serial that cannot be read is blank, what was read is kept: %s', (read, meant, kept) => {
    const { text, words } = withoutSerial(line(read))
    expect(text).toBe(meant)
    expect(words.find(({ hand }) => hand === 'unclear')?.misread).toContain(kept)
  })
})

describe('a seal', () => {
  const DPI = 100
  const plane = (): Plane => ({ pixels: new Uint8Array(240 * 240).fill(255), width: 240, height: 240, channels: 1 })
  const ring = ({ pixels, width }: Plane, radius: number, thick = 3) => {
    for (let step = 0; step < 4000; step++)
      for (let r = radius; r < radius + thick; r++) {
        const angle = (2 * Math.PI * step) / 4000
        pixels[Math.round(120 + r * Math.sin(angle)) * width + Math.round(120 + r * Math.cos(angle))] = 0
      }
  }

  test('is found by its ring, which goes; print that crosses it stays', () => {
    const page = plane()
    ring(page, 70)
    for (let y = 40; y < 75; y++) page.pixels.fill(0, y * page.width + 115, y * page.width + 121)
    const found = ringIn(page, DPI)
    expect(found?.x).toBeCloseTo(120, -1)
    expect(found?.radius).toBeCloseTo(71, -1)
    const { pixels } = withoutRings(page, found as NonNullable<typeof found>)
    expect(pixels[120 * page.width + 191]).toBe(255)
    expect(pixels[60 * page.width + 118]).toBe(0)
  })

  test('is none where letters stand', () => {
    const page = plane()
    for (let y = 30; y < 200; y += 30)
      for (let x = 20; x < 220; x += 14) page.pixels.fill(0, y * page.width + x, y * page.width + x + 8)
    expect(ringIn(page, DPI)).toBeNull()
  })
})
