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
