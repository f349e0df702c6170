/** Grades: what is doubted, and that a doubted value is not certain. */
import { describe, expect, test } from 'vitest'
import { DOUBT_NAMES } from '../src/grade/doubts.ts'
import { fieldAt } from '../src/grade/field.ts'
import { createJudge } from '../src/grade/judge.ts'
import weights from '../src/grade/weights.json' with { type: 'json' }
import { parseDirective } from '../src/pipeline.ts'

const letter = (
  changes: {
    number?: string
    place?: string
    post?: string[]
    subject?: string
    recipient?: string
    names?: string[]
  } = {},
) => {
  const {
    number = '118/UBND-VX',
    place = 'Ea Tul',
    post = ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    subject = 'V/v mở lớp dạy nghề cho thanh niên',
    recipient = '- Phòng Nội vụ huyện;',
    names = ['Ama Thuột', 'Trần Đức Lương'],
  } = changes
  const lines = post.map((line) => `                                              ${line}`).join('\n')
  return parseDirective(`ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ EA TUL                              Độc lập - Tự do - Hạnh phúc
Số: ${number}                    ${place}, ngày 14 tháng 3 năm 2019
${subject}

Kính gửi: Trung tâm Dạy nghề huyện.

Ủy ban nhân dân xã đề nghị Trung tâm Dạy nghề huyện mở một lớp sửa chữa máy nông nghiệp tại xã trong tháng 4 năm 2019.

Nơi nhận:
- Như trên;
${recipient}
- Lưu: VT.
${lines}

${names.map((name) => `                                              ${name}\n`).join('')}`)
}
const gradeOf = (record: ReturnType<typeof letter>, pointer: string) => record.evidence[pointer]?.grade

describe('a clean letter', () => {
  const record = letter()
  test.each(['/number', '/place', '/date', '/issuer', '/addressees/0', '/recipients/0'])('%s is certain', (pointer) =>
    expect(gradeOf(record, pointer)).toBe('certain'),
  )
})

describe('is never certain', () => {
  test('a post of which a line was lost', () => {
    const record = letter({ post: ['KT. CHỦ TỊCH', 'PHÓ'] })
    expect(gradeOf(record, '/signatures/0/position')).not.toBe('certain')
  })
  test('a post behind which its formula goes on', () => {
    const record = letter({ post: ['KT. GIÁM ĐÓC', 'PHÓ G1ÁM Đ'] })
    expect(gradeOf(record, '/signatures/0/position')).not.toBe('certain')
  })
  test('a number in which letters are spoilt', () =>
    expect(gradeOf(letter({ number: '1l8/UBND—VX~' }), '/number')).not.toBe('certain'))
  test.each(['Trần Ñ Thị Lương', 'Vàng Thị Ö Mẩy'])('a name with letters that Vietnamese has not: %s', (name) => {
    const record = letter({ names: [name] })
    expect(record.signatures.map((each) => each.name)).toEqual([name])
    expect(gradeOf(record, '/signatures/0/name')).not.toBe('certain')
  })
  test('a recipient with what a seal left', () =>
    expect(gradeOf(letter({ recipient: '- Phòng Nội vụ huyện Fễ ——”— §;' }), '/recipients/1')).not.toBe('certain'))
})

describe('the judge', () => {
  const judge = createJudge(weights)
  test('has a weight for each doubt', () => expect(Object.keys(weights.all).sort()).toEqual([...DOUBT_NAMES].sort()))

  test('thinks less of a value that the other reader has otherwise', () => {
    const same = DOUBT_NAMES.map((name) =>
      Number(/^the other reader (?:has the same|is (?:very )?sure of it)$/.test(name)),
    )
    const other = DOUBT_NAMES.map((name) => Number(name === 'the other reader has a sure one'))
    for (const field of ['issuer', 'number', 'place', 'date', 'subject', 'recipient', 'name'] as const)
      expect(judge.share(field, same)).toBeGreaterThan(judge.share(field, other))
  })

  test('grades by its two thresholds', () =>
    expect([0, weights.doubtful, weights.certain].map((share) => judge.gradeOf(share))).toEqual([
      'doubtful',
      'likely',
      'certain',
    ]))
})

test.each([
  ['/number', 'number'],
  ['/parentIssuer', 'parent'],
  ['/signatures/1/name', 'name'],
  ['/signatures/0/authority/1', 'authority'],
  ['/items/2/items/0/assignees/0', 'assignee'],
  ['/items/0/deadlines/3', 'deadline'],
  ['/items/0/heading', null],
  ['/serial', null],
] as const)('%s is graded as %s', (pointer, field) => expect(fieldAt(pointer)).toBe(field))
