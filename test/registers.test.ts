/** The registers of Nghị định 30/2020/NĐ-CP, by the command itself. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { runCommand, temporaryFolder } from './command.ts'

const letter = (
  number: string,
  { date = 'ngày 05 tháng 8 năm 2021', mark = '', subject = 'kiểm tra hồ chứa' } = {},
) => `HUYỆN ỦY SUỐI NGÀN                 ĐẢNG CỘNG SẢN VIỆT NAM
        *                      Suối Ngàn, ${date}
  Số ${number}
${mark}V/v ${subject}

Kính gửi: Ủy ban nhân dân huyện.

Ban Thường vụ Huyện ủy yêu cầu:

1. Ủy ban nhân dân huyện kiểm tra các hồ chứa, báo cáo kết quả trước ngày 20/8/2021.

Nơi nhận:                              T/M BAN THƯỜNG VỤ
- Như trên,                                 BÍ THƯ
- Tỉnh ủy (để báo cáo),
- Lưu VPHU.
                                         Vàng Seo Lử
`

async function registersOf(texts: string[], fonds: string, ...more: string[]) {
  const folder = await temporaryFolder()
  const output = join(await temporaryFolder(), 'registers')
  const yaml = join(await temporaryFolder(), 'fonds.yaml')
  await writeFile(yaml, fonds)
  for (const [index, text] of texts.entries()) await writeFile(join(folder, `${index}.txt`), text)
  const ran = await runCommand([folder, '--registers', '-o', output, '--fonds', yaml, ...more])
  const read = async (name: string) => (await readFile(join(output, name), 'utf8')).replace(/^\uFEFF/, '')
  const rows = async (name: string) => (await read(name)).trim().split('\r\n')
  return { ran, output, read, rows, folder }
}

const AGENCY = 'agencyName: Huyện ủy Suối Ngàn\n'

describe('--registers', () => {
  test('writes the forms of Phụ lục IV, V and VI', async () => {
    const { ran, output } = await registersOf([letter('12-CV/HU')], AGENCY)
    expect(ran.code).toBe(0)
    expect((await readdir(output)).sort()).toEqual([
      'muc-luc-ho-so.csv',
      'muc-luc-van-ban.csv',
      'phu-luc-vi-file.csv',
      'phu-luc-vi-file.json',
      'phu-luc-vi-incoming.csv',
      'phu-luc-vi-incoming.json',
      'phu-luc-vi-outgoing.csv',
      'phu-luc-vi-outgoing.json',
      'registers.xlsx',
      'so-theo-doi.csv',
      'so-van-ban-den.csv',
      'so-van-ban-di.csv',
    ])
  })

  test('puts a document of the agency into the outgoing register alone', async () => {
    const { rows } = await registersOf([letter('12-CV/HU')], AGENCY)
    const [head, row] = await rows('so-van-ban-di.csv')
    expect(head).toBe(
      '"Số, ký hiệu văn bản",Ngày tháng văn bản,Tên loại và trích yếu nội dung văn bản,Người ký,Nơi nhận văn bản,"Đơn vị, người nhận bản lưu",Số lượng bản,Ngày chuyển,Ký nhận,Ghi chú',
    )
    expect(row).toMatch(
      /^12-CV\/HU,05\/08\/2021,Công văn V\/v kiểm tra hồ chứa,Vàng Seo Lử,Ủy ban nhân dân huyện; Tỉnh ủy,VPHU,/,
    )
    expect(await rows('so-van-ban-den.csv')).toHaveLength(1)
  })

  test('lists duties with their deadlines', async () => {
    const { rows } = await registersOf([letter('12-CV/HU')], 'direction: incoming\n')
    expect((await rows('so-theo-doi.csv'))[1]).toContain(
      'Công văn số 12-CV/HU ngày 05/08/2021 của HUYỆN ỦY SUỐI NGÀN,Ủy ban nhân dân huyện,',
    )
    expect((await rows('so-theo-doi.csv'))[1]).toContain('trước ngày 20/8/2021')
  })

  test('orders the list of documents by date, and marks what is there twice', async () => {
    const texts = [letter('12-CV/HU'), letter('12-CV/HU'), letter('02-CV/HU', { date: 'ngày 01 tháng 02 năm 2021' })]
    const { rows } = await registersOf(texts, AGENCY)
    const list = (await rows('muc-luc-van-ban.csv')).slice(1)
    expect(list.map((row) => row.split(',').slice(0, 2).join(' '))).toEqual(['1 02-CV/HU', '2 12-CV/HU', '3 12-CV/HU'])
    expect(list.map((row) => row.includes('Trùng số'))).toEqual([false, false, true])
  })

  test('lists no file that is no directive, and says which', async () => {
    const note = 'Nhớ mang theo chìa khóa kho, gọi cho anh Páo trước khi đi.\n'
    const { ran, rows, output } = await registersOf([letter('12-CV/HU'), note], 'direction: incoming\n')
    expect(ran.stderr).toMatch(/1\.txt: The file is no directive .* \[export-not-listed\]/)
    for (const name of (await readdir(output)).filter((each) => each.endsWith('.csv')))
      expect((await rows(name)).join('\n'), name).not.toContain('1.txt')
    expect(await rows('so-van-ban-den.csv')).toHaveLength(2)
  })

  test('gives the fields of Phụ lục VI by their names, groups as groups', async () => {
    const { read } = await registersOf(
      [letter('12-CV/HU')],
      `${AGENCY}agencyCode: H49.64\nfileCatalog: 2021\nfileNotation: '01'\n`,
    )
    expect(JSON.parse(await read('phu-luc-vi-outgoing.json'))).toEqual([
      {
        FileCode: { OrganId: 'H49.64', FileCatalog: '2021', FileNotation: '01' },
        DocOrdinal: '1',
        TypeName: 'Công văn',
        CodeNumber: '12',
        CodeNotation: 'CV/HU',
        IssuedDate: '05/08/2021',
        OrganName: 'HUYỆN ỦY SUỐI NGÀN',
        Subject: 'V/v kiểm tra hồ chứa',
        Language: 'Tiếng Việt',
        PageAmount: null,
        Description: 'Nơi ban hành: Suối Ngàn; Người ký: BÍ THƯ Vàng Seo Lử',
        SignerInfo: { Position: 'BÍ THƯ', FullName: 'Vàng Seo Lử' },
        To: [
          { OrganId: null, OrganName: 'Ủy ban nhân dân huyện' },
          { OrganId: null, OrganName: 'Tỉnh ủy' },
        ],
        Priority: null,
        IssuedAmount: null,
        DueDate: '20/08/2021',
      },
    ])
  })

  test('the subject of a TUYỆT MẬT text stands in none of the files', async () => {
    const { output, folder } = await registersOf(
      [letter('12-CV/HU', { mark: 'TUYỆT MẬT\n', subject: 'bảo vệ đoàn khách' })],
      AGENCY,
    )
    for (const name of await readdir(output)) {
      const bytes = await readFile(join(output, name))
      const text = name.endsWith('.xlsx')
        ? Object.values(unzipSync(bytes))
            .map((part) => strFromU8(part))
            .join('')
        : bytes.toString()
      expect(text, name).not.toContain('đoàn khách')
    }
    const asked = join(await temporaryFolder(), 'asked')
    await runCommand([folder, '--registers', '-o', asked, '--secret-subjects'])
    expect(await readFile(join(asked, 'so-van-ban-di.csv'), 'utf8')).toContain('đoàn khách')
  })

  test('the workbook has a sheet a register, prints its head on each page, and holds no formula', async () => {
    const { output } = await registersOf([letter('=12-CV/HU', { subject: '=1+1' })], AGENCY)
    const files = unzipSync(await readFile(join(output, 'registers.xlsx')))
    const workbook = strFromU8(files['xl/workbook.xml'] as Uint8Array)
    expect([...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'Mục lục hồ sơ',
      'Mục lục văn bản',
      'Theo dõi giải quyết',
      'Văn bản đến',
      'Văn bản đi',
    ])
    expect(workbook.match(/_xlnm\.Print_Titles/g)).toHaveLength(5)
    expect(
      Object.values(files)
        .map((file) => strFromU8(file))
        .join(''),
    ).not.toMatch(/<f[ >]/)
  })

  test('needs a folder, and names the key of a fonds.yaml that is wrong', async () => {
    expect(await runCommand(['x.txt', '--registers'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--registers needs -o'),
    })
    const { ran } = await registersOf([letter('12-CV/HU')], "maintenance: '99'\n")
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringMatching(/fonds\.yaml: maintenance: .*schema fonds/) })
  })
})
