/** Recipients and signatures as other hands print them and engines read them: the table is in foot-cases.ts. */
import { expect, test } from 'vitest'
import { parseDirective } from '../src/pipeline.ts'
import { documentOf, FOOT_CASES } from './foot-cases.ts'

test.each(FOOT_CASES.map((each) => [each.name, each] as const))('%s', (_, each) => {
  const record = parseDirective(documentOf(each))
  if (each.recipients) expect(record.recipients.map(({ text }) => text)).toEqual(each.recipients)
  if (each.archive !== undefined) expect(record.archive).toBe(each.archive)
  if (each.signatures)
    expect(record.signatures.map(({ authority, position, name }) => [authority.join(' / '), position, name])).toEqual(
      each.signatures,
    )
})

test('a post whose formula cannot be read is never given for certain', () => {
  for (const lead of ['KT. GIÁM', 'KT, GIÁM ĐỐC', 'ICT. GIÁM ĐỐC', 'VY GIÁM ĐỐC']) {
    const record = parseDirective(
      documentOf({ name: lead, foot: `\nNơi nhận: ${lead}\n- Như trên; ~% fiaÓ IÁM Đ\n- Lưu: VT.\n\nNgô Văn Tý\n` }),
    )
    const given = record.signatures[0]?.position
    expect(
      given === null || record.evidence?.['/signatures/0/position']?.grade !== 'certain',
      `${lead}: ${given}`,
    ).toBe(true)
  }
})

test.each([
  ['remarks', `Mai Văn An ${'(đã ký) '.repeat(20000)}`],
  ['commas', `x${','.repeat(100000)} đã k`],
  ['posts', `- Lưu: VT ${'GIÁM ĐỐC '.repeat(20000)}`],
  ['scraps', `- Sở Y tế ${'1 . '.repeat(20000)}@`],
])('a line of nothing but %s gives a record', (_, line) => {
  const record = parseDirective(documentOf({ name: '', foot: `\nNơi nhận:\n- Như trên;\n${line}\n` }))
  expect(record.recipients[0]?.text).toBe('Như trên')
})

test.each([5, 40, 400])('%i recipients with a dash are recipients, and no addressees', (count) => {
  const list = Array.from({ length: count }, (_, at) => `- Xã ven sông số ${at + 1};`).join('\n')
  const { recipients, addressees } = parseDirective(
    `ỦY BAN NHÂN DÂN\nHUYỆN VẠN TRÚC\n\nSố: 31/UBND-NN\nVạn Trúc, ngày 06 tháng 10 năm 2021\n\nKính gửi: Các xã.\n\nĐề nghị các xã giữ rừng.\n\nNơi nhận:\n${list}\n- Lưu: VT.\nCHỦ TỊCH\nMai Thị Xuân\n`,
  )
  expect(recipients).toHaveLength(count + 1)
  expect(addressees).toEqual(['Các xã'])
})
