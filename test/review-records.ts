/** Records made by hand for the tests of the review page: what a parser could have said of these texts. */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type DirectiveRecord, type Evidence, recordSchema } from '../src/schema.ts'

export const DIRECTIVE = `ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ SUỐI MƠ\tĐộc lập - Tự do - Hạnh phúc
Số: 1O/CT-UBND\tSuối Mơ, ngày 05 tháng 8 năm 2021

CHỈ THỊ
Về việc phòng, chống cháy rừng mùa khô

Kính gửi: Trưởng các thôn

Chủ tịch Ủy ban nhân dân xã yêu cầu:
1. Công an xã kiểm tra rừng, báo cáo trước ngày 28/8/2021.
2. Các thôn tuyên truyền theo Chỉ thị số 03/CT-UBND ngày 10/3/2020.
~ ~ dấu bưu điện ~ ~
Nơi nhận:
- Như trên;
- Lưu: VT.
CHỦ TỊCH
Nguyễn Văn Mẫu
`

type Given = { [K in keyof DirectiveRecord]?: DirectiveRecord[K] | undefined }
export type Places = Record<string, [words: string, more?: Partial<Evidence>]>

/** A record of `text` at `path`: `given` over an empty one, evidence for the first occurrence of each place's words. */
export function recordOf(
  path: string | null,
  text: string | Buffer,
  given: Given,
  places: Places = {},
): DirectiveRecord {
  const bytes = Buffer.from(text)
  const evidence = Object.fromEntries(
    Object.entries(places).map(([pointer, [words, more]]) => {
      const start = typeof text === 'string' ? text.indexOf(words) : -1
      const place = start < 0 ? { text: words } : { text: words, span: [start, start + words.length] }
      return [pointer, { status: 'read', grade: 'certain', ...place, ...more }]
    }),
  )
  return recordSchema.parse({
    schema: 'directive/1',
    source: {
      path,
      format: 'text',
      encoding: 'utf-8',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      pages: null,
      ocr: null,
    },
    kind: 'directive',
    system: 'state',
    type: null,
    typeCode: null,
    number: null,
    serial: null,
    notation: null,
    issuer: null,
    parentIssuer: null,
    place: null,
    date: null,
    subject: null,
    urgency: null,
    secrecy: null,
    addressees: [],
    bases: [],
    preamble: [],
    operative: null,
    items: [],
    closing: [],
    recipients: [],
    archive: null,
    signatures: [],
    attachments: [],
    references: [],
    dates: [],
    agencies: [],
    tasks: [],
    about: null,
    diagnostics: [],
    ...given,
    evidence,
  })
}

/** The directive above, its number misread, a line that nobody claimed. */
export function directiveRecord(path: string | null): DirectiveRecord {
  const deadline = { text: 'trước ngày 28/8/2021', date: '2021-08-28', operator: 'before' as const }
  return recordOf(
    path,
    DIRECTIVE,
    {
      type: 'Chỉ thị',
      typeCode: 'CT',
      number: '1O/CT-UBND',
      serial: null,
      notation: 'CT-UBND',
      issuer: 'Ủy ban nhân dân xã Suối Mơ',
      place: 'Suối Mơ',
      date: '2021-08-05',
      subject: 'Về việc phòng, chống cháy rừng mùa khô',
      addressees: ['Trưởng các thôn'],
      preamble: ['Chủ tịch Ủy ban nhân dân xã yêu cầu:'],
      operative: 'Chủ tịch Ủy ban nhân dân xã yêu cầu',
      items: [
        {
          label: '1',
          heading: null,
          text: 'Công an xã kiểm tra rừng, báo cáo trước ngày 28/8/2021.',
          items: [],
          assignees: ['Công an xã'],
          deadlines: [deadline],
        },
        {
          label: '2',
          heading: null,
          text: 'Các thôn tuyên truyền theo Chỉ thị số 03/CT-UBND ngày 10/3/2020.',
          items: [],
          assignees: ['Các thôn'],
          deadlines: [],
        },
      ],
      recipients: [{ text: 'Như trên', name: 'Như trên', purpose: null }],
      archive: 'Lưu: VT',
      signatures: [{ authority: [], position: 'CHỦ TỊCH', name: 'Nguyễn Văn Mẫu' }],
      references: [
        {
          text: 'Chỉ thị số 03/CT-UBND ngày 10/3/2020',
          type: 'Chỉ thị',
          number: '03/CT-UBND',
          date: '2020-03-10',
          issuer: null,
          subject: null,
          relation: 'implements',
        },
      ],
      tasks: [
        { item: '1', action: 'kiểm tra rừng, báo cáo', assignees: ['Công an xã'], deadline },
        { item: '2', action: 'tuyên truyền', assignees: ['Các thôn'], deadline: null },
      ],
      diagnostics: [
        {
          rule: 'number-garbled',
          level: 'warning',
          message: 'Số văn bản đọc được là "1O", không phải chữ số.',
          pointer: '/number',
        },
        {
          rule: 'unclaimed-line',
          level: 'warning',
          message: 'Dòng này không thuộc phần nào của thể thức.',
          line: 13,
          column: 1,
        },
      ],
    },
    {
      '/type': ['CHỈ THỊ'],
      '/number': ['1O/CT-UBND', { grade: 'doubtful' }],
      '/serial': ['1O', { grade: 'doubtful' }],
      '/place': ['Suối Mơ,'],
      '/date': ['ngày 05 tháng 8 năm 2021', { grade: 'likely' }],
      '/issuer': ['XÃ SUỐI MƠ', { grade: 'doubtful', status: 'inferred', note: 'joined from two lines' }],
      '/subject': ['Về việc phòng, chống cháy rừng mùa khô'],
      '/addressees/0': ['Trưởng các thôn'],
      '/operative': ['Chủ tịch Ủy ban nhân dân xã yêu cầu'],
      '/items/0/text': ['Công an xã kiểm tra rừng, báo cáo trước ngày 28/8/2021.'],
      '/items/0/assignees/0': ['Công an xã'],
      '/items/0/deadlines/0': ['trước ngày 28/8/2021'],
      '/items/1/text': ['Các thôn tuyên truyền theo Chỉ thị số 03/CT-UBND ngày 10/3/2020.'],
      '/recipients/0': ['Như trên'],
      '/archive': ['Lưu: VT'],
      '/signatures/0/position': ['CHỦ TỊCH\nNguyễn'.slice(0, 8)],
      '/signatures/0/name': ['Nguyễn Văn Mẫu', { grade: 'doubtful' }],
      '/references/0': ['Chỉ thị số 03/CT-UBND ngày 10/3/2020'],
      '/urgency': ['', { status: 'absent', text: undefined, span: undefined }],
    },
  )
}

export function writeJson(path: string, content: unknown): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify(content, null, 2))
}

/** Sources and records of a small batch below `folder`; gives the folder of records. */
export function writeBatch(
  folder: string,
  files: Record<string, { text: string | Buffer; record: DirectiveRecord }>,
): string {
  const records = join(folder, 'records')
  for (const [name, { text, record }] of Object.entries(files)) {
    const source = join(folder, 'sources', record.source.path ?? '')
    mkdirSync(dirname(source), { recursive: true })
    if (record.source.path !== null) writeFileSync(source, text)
    writeJson(join(records, name), record)
  }
  return records
}
