/** The secrecy mark, however it is printed, and what it keeps out of tables. */
import { describe, expect, test } from 'vitest'
import { csvLines } from '../src/emit/csv.ts'
import { rowsOf, TABLES } from '../src/emit/rows.ts'
import { readGrammars } from '../src/grammar/files.ts'
import { parseDirective } from '../src/pipeline.ts'
import { levelOf, withholdsSubject } from '../src/record/policy.ts'
import { secrecyMark } from '../src/segment/secrecy.ts'
import { skeleton } from '../src/text.ts'

const examples = (readGrammars('grammars').secrecy ?? []).flatMap(
  ({ examples }) => examples as { line: string; level: string | null }[],
)

describe('a line', () => {
  test.each(examples.map(({ line, level }) => [line, level]))('%s: %s', (line, level) => {
    expect(secrecyMark({ text: line as string, folded: skeleton(line as string) })?.level ?? null).toBe(level)
  })
})

const letter = (...marked: string[]) =>
  [
    'TỈNH ỦY SƠN ĐÀ                     ĐẢNG CỘNG SẢN VIỆT NAM',
    ...marked,
    '      *                         Sơn Đà, ngày 12 tháng 5 năm 2022',
    'Số 14-BC/TU',
    '                    BÁO CÁO',
    '        về tình hình kho Suối Vàng',
    '                    -----',
    'Thực hiện Quy định của Trung ương, Ban Thường vụ báo cáo như sau:',
    '1. Kho Suối Vàng đã được kiểm kê trong tháng 4.',
    'Nơi nhận:                          T/M BAN THƯỜNG VỤ',
    '- Lưu Văn phòng.                        BÍ THƯ',
    '                                    Đỗ Văn Khải',
  ].join('\n')

const printed = (record: ReturnType<typeof parseDirective>) =>
  TABLES.map((table) => csvLines(rowsOf(record)[table])).join('')

describe('a document', () => {
  test.each([
    [['TUYỆT MẬT']],
    [['TUYÊT MẬT']],
    [['(TUYET MAT)']],
    [['Tuyệt Mật']],
    [['T U Y Ệ T   M Ậ T']],
    [['T   U   Y   Ệ   T   M   Ậ   T']],
    [['TUYỆT   MẬT']],
    [['TUYỆT', ' MẬT']],
    [['ĐỘ MẬT: TUYỆT MẬT']],
    [['TUYỆT MẬT CHỈ DÙNG TRONG ĐẢNG', 'TUYỆT MÂT.']],
    [['TUYỂN MẬT']],
    [['MẬT', 'TUYỆT MẬT']],
  ])('marked %j is of the top level, its subject in no table', (marked) => {
    const record = parseDirective(letter(...marked))
    expect(record.secrecyLevel).toBe('top')
    expect(record.subject).toContain('Suối Vàng')
    expect(printed(record)).not.toContain('Suối Vàng')
    expect(record.diagnostics.map(({ rule }) => rule)).toContain('secrecy-top')
  })

  test('gives the mark as the law names it, with its place', () => {
    const { secrecy, evidence } = parseDirective(letter('TUYÊT MẬT'))
    expect([secrecy, evidence['/secrecy']?.text]).toEqual(['Tuyệt mật', 'TUYÊT MẬT'])
  })

  test('a mark that cannot be told is doubtful, and held as the highest', () => {
    const { secrecy, secrecyLevel, evidence } = parseDirective(letter('TÔI MẬI'))
    expect([secrecy, secrecyLevel, evidence['/secrecy']?.grade]).toEqual(['Tối mật', 'top', 'doubtful'])
  })

  test.each([
    ['MẬT', 'confidential'],
    ['TỐI MẬT', 'secret'],
  ])('marked %s shows its subject', (mark, level) => {
    const record = parseDirective(letter(mark))
    expect(record.secrecyLevel).toBe(level)
    expect(printed(record)).toContain('Suối Vàng')
  })

  test('a mark on the top of a later page counts', () => {
    const text = letter().replace(
      '1. Kho',
      `${'Số liệu kèm theo được đối chiếu hằng quý.\n'.repeat(30)}\fTUYỆT MẬT\n1. Kho`,
    )
    expect(parseDirective(text).secrecyLevel).toBe('top')
  })

  test('what speaks of secrets is not marked', () => {
    const record = parseDirective(letter().replace('tình hình kho', 'danh mục tài liệu tuyệt mật, tối mật ở kho'))
    expect([record.secrecy, record.secrecyLevel]).toEqual([null, null])
    expect(printed(record)).toContain('tuyệt mật')
  })
})

describe('the policy', () => {
  test.each([
    ['Tuyệt mật', undefined, 'top'],
    ['Mật', undefined, 'confidential'],
    ['Tuyên mật', undefined, 'top'],
    [null, undefined, null],
    ['Tối mật', 'top', 'top'],
    ['Tuyệt mật', null, 'top'],
  ] as const)('mark %j, level %j: %j', (secrecy, secrecyLevel, level) => {
    expect(levelOf({ secrecy, ...(secrecyLevel !== undefined && { secrecyLevel }) })).toBe(level)
  })

  test('follows what a person has corrected', () => {
    const evidence = { '/secrecy': { status: 'corrected', grade: 'certain' } } as const
    expect(withholdsSubject({ secrecy: 'Mật', secrecyLevel: 'top', evidence })).toBe(false)
    expect(withholdsSubject({ secrecy: 'Tuyệt mật', secrecyLevel: null, evidence })).toBe(true)
  })
})
