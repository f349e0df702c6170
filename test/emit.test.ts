import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { csvHead, csvLines } from '../src/emit/csv.ts'
import { cellOf, columnsOf, numberRows, rowsOf, TABLES } from '../src/emit/rows.ts'
import { workbook } from '../src/emit/xlsx.ts'
import { EXPORT_SETTINGS } from '../src/export/settings.ts'
import { readGrammars } from '../src/grammar/files.ts'
import { shapes } from '../src/grammar/shapes.ts'
import { parseDirective } from '../src/pipeline.ts'
import type { DirectiveRecord } from '../src/schema.ts'
import { runCommand, temporaryFolder } from './command.ts'

interface Example {
  row: Record<string, unknown>
  cell: string | number | null
}

const record = (values: Partial<DirectiveRecord>): DirectiveRecord => ({ ...parseDirective(''), ...values })

const task = (action: string) => ({ item: '1', action, assignees: ['Văn phòng'], deadline: null })

describe('columns', () => {
  const entries = readGrammars('grammars').columns as { id: string; examples: Example[] }[]

  test.each(entries)('$id', ({ examples, ...entry }) => {
    expect(examples.length).toBeGreaterThan(0)
    for (const { row, cell } of examples) expect(cellOf(shapes.columns.parse(entry), row)).toBe(cell)
  })

  test('the list of documents in a file has the seven columns of the decree', () => {
    expect(columnsOf('contents').map(({ title }) => title)).toEqual([
      'STT',
      'Số, ký hiệu',
      'Ngày tháng năm',
      'Tên loại và trích yếu',
      'Tác giả',
      'Tờ số/Trang số',
      'Ghi chú',
    ])
  })

  test('a task is a row, numbered through', () => {
    const { tasks, documents } = rowsOf(record({ number: '12-CV/HU', tasks: [task('Rà soát'), task('Báo cáo')] }))
    expect(documents).toHaveLength(1)
    expect(numberRows('tasks', tasks, 7).map((row) => row.slice(0, 2))).toEqual([
      [7, '12-CV/HU'],
      [8, '12-CV/HU'],
    ])
  })

  test('a top secret document shows neither subject nor tasks unless asked', () => {
    const secret = record({ secrecy: 'Tuyệt mật', type: 'Báo cáo', subject: 'về việc X', tasks: [task('làm X')] })
    const all = (rows: ReturnType<typeof rowsOf>) => TABLES.flatMap((table) => rows[table].flat()).join('|')
    expect(all(rowsOf(secret))).not.toContain('X')
    expect(all(rowsOf(secret))).toContain('(không ghi)')
    expect(all(rowsOf(secret, { secretSubjects: true }))).toContain('Báo cáo về việc X')
  })
})

describe('csv', () => {
  test('has a byte order mark, CRLF, and quotes where they are needed', () => {
    expect(csvHead('contents')).toBe(
      '\uFEFFSTT,"Số, ký hiệu",Ngày tháng năm,Tên loại và trích yếu,Tác giả,Tờ số/Trang số,Ghi chú\r\n',
    )
    expect(csvLines([[1, 'a "b"', 'c\nd', null]])).toBe('1,"a ""b""","c\nd",\r\n')
  })

  test.each(['=1+1', '+84', '-CV/HU', '@SUM(A1)', '\t=1', ' =1', '＝1+1', '＋1', '－1', '＠SUM(A1)'])(
    '%j is no formula',
    (text) => {
      expect(csvLines([[text]]).replaceAll('"', '')).toBe(`'${text}\r\n`)
    },
  )

  test('a number stays a number', () => {
    expect(csvLines([[-5, 7]])).toBe('-5,7\r\n')
  })
})

describe('xlsx', () => {
  const sheetsOf = async (...records: DirectiveRecord[]) => {
    const each = records.map((one) => rowsOf(one))
    const rows = {
      documents: each.flatMap(({ documents }) => documents),
      tasks: each.flatMap(({ tasks }) => tasks),
      contents: [],
    }
    const settings = { ...EXPORT_SETTINGS, fonds: { fondsName: 'Huyện ủy Suối Ngàn' } }
    const linkOf = (path: string) => `../${path}`
    const files = unzipSync(await workbook({ rows, records, settings, linkOf }))
    return {
      names: strFromU8(files['xl/workbook.xml'] as Uint8Array),
      sheets: Object.keys(files)
        .filter((name) => /sheet\d\.xml$/.test(name))
        .sort()
        .map((name) => strFromU8(files[name] as Uint8Array)),
      text: Object.values(files)
        .map((file) => strFromU8(file))
        .join(''),
    }
  }

  test('holds documents, tasks and the registers, and no formula', async () => {
    const { names, text } = await sheetsOf(record({ number: '=1+1', subject: '@SUM(A1)', tasks: [task('-1')] }))
    expect([...names.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'Văn bản',
      'Nhiệm vụ',
      'Mục lục hồ sơ',
      'Mục lục văn bản',
      'Theo dõi giải quyết',
      'Văn bản đến',
      'Văn bản đi',
    ])
    expect(text).toContain('=1+1')
    expect(text).not.toMatch(/<f[ >]/)
  })

  test('takes any text', async () => {
    const { text } = await sheetsOf(record({ subject: `\u0001\uD800${'ấ'.repeat(40_000)}`, number: '<&>"' }))
    expect(text).toContain('&lt;&amp;&gt;')
    expect(text).not.toContain('\u0001')
    expect(text).not.toContain('ấ'.repeat(32_767))
  })

  test('prints all columns on one page, and a long text in as many lines as it needs', async () => {
    const heights = async (subject: string) => {
      const { text } = await sheetsOf(record({ subject }))
      expect(text).toContain('fitToPage="1"')
      expect(text).toContain('fitToWidth="1"')
      return Number(/<row r="4"[^>]* ht="([\d.]+)"/.exec(text)?.[1])
    }
    expect(await heights('V/v phòng cháy rừng '.repeat(12))).toBeGreaterThan(3 * (await heights('V/v phòng cháy')))
  })

  test('what is printed is no link, since LibreOffice cuts those: files are opened from the column behind it', async () => {
    const { names, sheets } = await sheetsOf({
      ...parseDirective('Số 12-CV/HU\n', { path: 'scan/a.pdf' }),
      kind: 'directive',
    })
    const linked = sheets.map((sheet) => /<hyperlink ref="([A-Z])\d+"/.exec(sheet)?.[1])
    expect(linked.filter((column) => column !== undefined)).toHaveLength(4)
    for (const [at, column] of linked.entries()) {
      if (column === undefined) continue
      const last = new RegExp(`Print_Area" localSheetId="${at}">[^<]*:\\$([A-Z])\\$`).exec(names)?.[1] ?? ''
      expect(String.fromCharCode(last.charCodeAt(0) + 1)).toBe(column)
    }
  })

  test('of nothing is a workbook too', async () => {
    expect((await sheetsOf()).text).toContain('Trích yếu')
  })
})

describe('tables by the command', () => {
  test('one table from a folder, to a file or to standard output', async () => {
    const folder = await temporaryFolder()
    for (const name of ['a.txt', 'b.txt']) await writeFile(join(folder, name), 'Số 12-CV/HU\n')
    const { stdout } = await runCommand([folder, '--csv'])
    expect(stdout.split('\r\n').map((line) => line.split(',')[0])).toEqual(['\uFEFFSTT', '1', '2', ''])
    const contents = await runCommand([folder, '--csv', '--table', 'contents'])
    expect(contents.stdout).toContain('Tờ số/Trang số')
    const output = join(folder, 'out/list.xlsx')
    expect((await runCommand([folder, '--xlsx', '-o', output, '--quiet'])).code).toBe(0)
    expect((await readFile(output)).subarray(0, 2).toString()).toBe('PK')
  })
})
