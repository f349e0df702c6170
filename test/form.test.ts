/** The form check: a correct document of each kind says nothing, each rule has one document that breaks only it. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readFile } from 'node:fs/promises'
import { CHECKS, follower } from '../src/form/checks.ts'
import { type FormReport, judge } from '../src/form/judge.ts'
import { choosePack } from '../src/form/packs.ts'
import { partsOf } from '../src/form/parts.ts'
import { readFormTables } from '../src/form/plugin.ts'
import { parseDirective } from '../src/pipeline.ts'
import { runCommand, temporaryFolder } from './command.ts'
import { docx, p } from './docx-builder.ts'
import { loadFixtures } from './fixtures.ts'
import { drawnImage, LETTER as SHEET, writtenPdf } from './sheet.ts'

const tables = readFormTables('grammars/form')

function reportOf(text: string, choices: { bornDigital?: boolean; pack?: string } = { bornDigital: true }): FormReport {
  return judge(parseDirective(text, { path: 'a.txt' }), text, { tables, look: null, language: 'en', ...choices })
}

const rulesOf = (text: string) => reportOf(text).findings.map(({ rule }) => rule)

/** A letter of the State, as Nghị định 30/2020/NĐ-CP asks for it. */
const STATE_LETTER = `ỦY BAN NHÂN DÂN	CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN TÂN LẬP	Độc lập - Tự do - Hạnh phúc
Số: 15/UBND-VX	Tân Lập, ngày 12 tháng 10 năm 2021
V/v tổng vệ sinh môi trường

Kính gửi: Ủy ban nhân dân các xã, thị trấn.

Ủy ban nhân dân huyện yêu cầu:

1. Ủy ban nhân dân các xã, thị trấn phát động nhân dân dọn vệ sinh đường làng.

2. Phòng Tài nguyên và Môi trường kiểm tra việc thực hiện, báo cáo trước ngày 30/10/2021.

Đề nghị các đơn vị thực hiện nghiêm túc./.

Nơi nhận:	TM. ỦY BAN NHÂN DÂN
- Như trên;	KT. CHỦ TỊCH
- Thường trực Huyện ủy;	PHÓ CHỦ TỊCH
- Lưu: VT, TNMT.
	Trần Văn Mẫu
`

/** A decision of the State. */
const STATE_DECISION = `ỦY BAN NHÂN DÂN	CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN TÂN LẬP	Độc lập - Tự do - Hạnh phúc
Số: 125/QĐ-UBND	Tân Lập, ngày 12 tháng 10 năm 2021

QUYẾT ĐỊNH
Về việc thành lập Ban Chỉ đạo phòng cháy rừng

ỦY BAN NHÂN DÂN HUYỆN TÂN LẬP

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;

Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;

Theo đề nghị của Hạt trưởng Hạt Kiểm lâm huyện.

QUYẾT ĐỊNH:

Điều 1. Thành lập Ban Chỉ đạo phòng cháy rừng huyện Tân Lập.

Điều 2. Ban Chỉ đạo có trách nhiệm xây dựng phương án phòng cháy.

Điều 3. Chánh Văn phòng, Hạt trưởng Hạt Kiểm lâm chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:	TM. ỦY BAN NHÂN DÂN
- Như Điều 3;	CHỦ TỊCH
- Thường trực Huyện ủy;
- Lưu: VT, NN.
	Trần Văn Mẫu
`

/** A letter of the Party, as Hướng dẫn 36-HD/VPTW asks for it. */
const PARTY_LETTER = `TỈNH ỦY NÚI THÔNG	ĐẢNG CỘNG SẢN VIỆT NAM
HUYỆN ỦY SUỐI NGÀN
*	Suối Ngàn, ngày 15 tháng 8 năm 2021
Số 12-CV/HU
kiểm tra hồ chứa trước mùa mưa

Kính gửi: Ủy ban nhân dân huyện.

Thực hiện Chỉ thị số 03-CT/TU, ngày 20/7/2021 của Tỉnh ủy, Ban Thường vụ Huyện ủy yêu cầu:

1. Ủy ban nhân dân huyện kiểm tra các hồ chứa, báo cáo kết quả trước ngày 20/8/2021.

2. Các chi bộ phân công người trực tại hồ chứa trong mùa mưa.

Nơi nhận:	T/M BAN THƯỜNG VỤ
- Như trên,	BÍ THƯ
- Tỉnh ủy (để báo cáo),
- Lưu Văn phòng Huyện ủy.
	Vàng Seo Lử
`

/** The same by Hướng dẫn 05-HD/VPTW. */
const PARTY_LETTER_05 = PARTY_LETTER.replace('năm 2021\nSố', 'năm 2026\nSố')
  .replace('- Như trên,', '- Như trên;')
  .replace('(để báo cáo),', '(để báo cáo);')

describe('a correct document says nothing', () => {
  test.each([
    ['a letter of the State', STATE_LETTER, 'nd30'],
    ['a decision of the State', STATE_DECISION, 'nd30'],
    ['a letter of the Party', PARTY_LETTER, 'hd36'],
    ['a letter of the Party since 2026', PARTY_LETTER_05, 'hd05'],
  ])('%s', (_, text, pack) => {
    expect(reportOf(text)).toMatchObject({ pack, findings: [] })
  })

  test('whichever way the tone mark stands', () => {
    expect(rulesOf(STATE_LETTER.replaceAll('HÒA', 'HOÀ').replaceAll('ỦY', 'UỶ'))).toEqual([])
  })
})

/** Each rule of the text with the one change that breaks it, and it alone. */
const BREAKS: [rule: string, text: string, from: string | RegExp, to: string][] = [
  ['header-title-state', STATE_LETTER, 'CỘNG HÒA', 'CỌNG HÒA'],
  ['header-motto', STATE_LETTER, 'Độc lập - Tự do - Hạnh phúc', 'Độc lập – Tự do – Hạnh phúc'],
  ['header-title-party', PARTY_LETTER, 'ĐẢNG CỘNG SẢN', 'ĐẢNG CỌNG SẢN'],
  ['header-motto-party', PARTY_LETTER, 'HUYỆN ỦY SUỐI NGÀN\n', 'HUYỆN ỦY SUỐI NGÀN\tĐộc lập - Tự do - Hạnh phúc\n'],
  ['header-wrong-system', PARTY_LETTER, 'Số 12-CV/HU', 'Số 12/UBND-VX'],
  ['header-asterisk', PARTY_LETTER, '*\t', '\t'],
  [
    'issuer-full-name',
    STATE_LETTER,
    'ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHUYỆN TÂN LẬP',
    'UBND HUYỆN TÂN LẬP\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n',
  ],
  [
    'issuer-capitals',
    STATE_LETTER,
    'ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHUYỆN TÂN LẬP',
    'Ủy ban nhân dân huyện Tân Lập\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n',
  ],
  ['number-colon', STATE_LETTER, 'Số: 15', 'Số 15'],
  ['number-no-colon', PARTY_LETTER, 'Số 12', 'Số: 12'],
  ['number-leading-zero', STATE_LETTER, 'Số: 15/', 'Số: 5/'],
  ['number-separator-state', STATE_DECISION, '125/QĐ-UBND', '125-QĐ/UBND'],
  ['number-separator-party', PARTY_LETTER, '12-CV/HU', '12/CV-HU'],
  ['number-spaces', STATE_LETTER, '15/UBND-VX', '15 /UBND-VX'],
  ['number-capitals', STATE_LETTER, '15/UBND-VX', '15/UBND-vx'],
  ['number-year', STATE_LETTER, '15/UBND-VX', '15/2021/UBND-VX'],
  ['number-cv-code', STATE_LETTER, '15/UBND-VX', '15/CV-UBND'],
  ['number-type-code', STATE_DECISION, '125/QĐ-UBND', '125/TB-UBND'],
  ['number-organ-code', PARTY_LETTER, '12-CV/HU', '12-CV/TU'],
  ['date-day-zero', STATE_LETTER, 'ngày 12 tháng 10 năm', 'ngày 2 tháng 10 năm'],
  ['date-month-zero', STATE_LETTER, 'ngày 12 tháng 10 năm', 'ngày 12 tháng 2 năm'],
  ['date-month-plain', STATE_LETTER, 'ngày 12 tháng 10 năm', 'ngày 12 tháng 08 năm'],
  ['date-full-words', STATE_LETTER, 'ngày 12 tháng 10 năm 2021', 'ngày 12/10/2021'],
  ['place-comma', STATE_LETTER, 'Tân Lập, ngày', 'Tân Lập ngày'],
  ['type-cv-heading', STATE_LETTER, 'V/v tổng vệ sinh môi trường\n', '\nCÔNG VĂN\nV/v tổng vệ sinh môi trường\n'],
  ['subject-vv-state', STATE_LETTER, 'V/v tổng', 'V/v Tổng'],
  ['subject-vv-party', PARTY_LETTER, 'kiểm tra hồ chứa trước mùa mưa', 'V/v kiểm tra hồ chứa trước mùa mưa'],
  ['bases-line-end-state', STATE_DECISION, 'năm 2015;', 'năm 2015,'],
  ['bases-dash-state', STATE_DECISION, 'Căn cứ Luật', '- Căn cứ Luật'],
  ['cite-comma-party', PARTY_LETTER, '03-CT/TU, ngày', '03-CT/TU ngày'],
  ['levels-numbering', STATE_DECISION, 'Điều 3. Chánh', 'Điều 4. Chánh'],
  ['article-dot', STATE_DECISION, 'Điều 2. Ban', 'Điều 2: Ban'],
  ['end-mark-state', STATE_DECISION, 'Quyết định này./.', 'Quyết định này.'],
  ['authority-style-state', STATE_LETTER, 'KT. CHỦ TỊCH', 'KT CHỦ TỊCH'],
  ['authority-style-party', PARTY_LETTER, 'T/M BAN', 'TM. BAN'],
  ['authority-stack', STATE_LETTER, 'TM. ỦY BAN NHÂN DÂN', 'TM. CHỦ TỊCH'],
  ['authority-collective-party', PARTY_LETTER, 'T/M BAN THƯỜNG VỤ', 'K/T BÍ THƯ'],
  ['post-without-body', PARTY_LETTER, '\tBÍ THƯ', '\tBÍ THƯ HUYỆN ỦY'],
  ['name-case', STATE_LETTER, 'Trần Văn Mẫu', 'TRẦN VĂN MẪU'],
  ['addressee-colon', STATE_LETTER, 'Kính gửi: Ủy', 'Kính gửi Ủy'],
  ['recipients-first', STATE_LETTER, '- Như trên;', '- Tỉnh ủy;'],
  ['recipients-line-end-state', STATE_LETTER, '- Thường trực Huyện ủy;', '- Thường trực Huyện ủy,'],
  ['recipients-line-end-hd36', PARTY_LETTER, '(để báo cáo),', '(để báo cáo);'],
  ['recipients-archive-state', STATE_LETTER, '- Lưu: VT, TNMT.', '- Lưu VT, TNMT.'],
  ['recipients-archive-party', PARTY_LETTER, '- Lưu Văn phòng Huyện ủy.', '- Lưu: Văn phòng Huyện ủy.'],
]

describe('each rule has a document that breaks only it', () => {
  test.each(BREAKS)('%s', (rule, text, from, to) => {
    const changed = text.replace(from, to)
    expect(changed).not.toBe(text)
    expect(rulesOf(changed)).toEqual([rule])
  })
})

test('every pattern of a rule can be broken and every check is there', () => {
  const parts = Object.keys(partsOf(parseDirective(''), ''))
  for (const { id, part, check, must, mustNot, packs } of tables.rules) {
    expect([
      id,
      check === undefined ? parts.includes(part as string) && (must ?? mustNot) !== undefined : check in CHECKS,
    ]).toEqual([id, true])
    expect([id, packs.every((pack) => tables.packs.some((each) => each.id === pack && each.evaluated))]).toEqual([
      id,
      true,
    ])
  }
})

test('only what is read in the law’s text is an error, or by two readers where the law itself was not at hand', () => {
  for (const { id, level, mark } of tables.rules)
    expect([id, level !== 'error' || mark !== '1', level === 'info' || mark !== '1']).toEqual([id, true, true])
})

describe('the rules in force', () => {
  const record = (values: object) => ({ ...parseDirective(STATE_LETTER), ...values })

  test.each([
    [{ system: 'state', date: '2021-10-12' }, 'nd30', 'date'],
    [{ system: 'state', date: '2020-03-04' }, 'tt01', 'not-evaluated'],
    [{ system: 'state', date: '2020-03' }, 'nd30', 'date'],
    [{ system: 'state', date: '2020' }, 'nd30', 'date'],
    [{ system: 'union', date: '2021-10-12' }, 'nd30', 'date'],
    [{ system: 'party', date: '2026-05-26' }, 'hd36', 'date'],
    [{ system: 'party', date: '2026-05-27' }, 'hd05', 'date'],
    [{ system: 'party', date: '2010-01-01' }, 'hd11', 'not-evaluated'],
    [{ system: 'youth', date: '2021-10-12' }, null, 'no-pack'],
    [{ system: 'party', date: '2021-10-12', issuer: 'ĐẢNG ỦY BỘ CHỈ HUY QUÂN SỰ' }, null, 'no-pack'],
    [{ system: 'state', date: null }, null, 'no-date'],
    [{ kind: 'news' }, null, 'not-official'],
  ] as const)('for %j', (values, pack, by) => {
    const chosen = choosePack(record(values as object), tables.packs)
    expect([chosen.pack?.id ?? null, chosen.by]).toEqual([pack, by])
  })

  test('an older document is not judged by rules that came later', () => {
    expect(
      reportOf(STATE_LETTER.replace('Số: 15/UBND-VX', 'Số 5/UBND-VX').replace('năm 2021\nV/v', 'năm 2015\nV/v')),
    ).toMatchObject({ pack: 'tt01', findings: [] })
  })
})

describe('how sure it is', () => {
  const broken = STATE_LETTER.replace('Số: 15/', 'Số: 5/').replace('Số: 5', 'Số 5')

  test('an error is one in a text as it was typed, a warning in a plain text, nothing in an OCR text', () => {
    const levels = (report: FormReport) => report.findings.map(({ rule, level }) => `${rule} ${level}`)
    expect(levels(reportOf(broken))).toEqual(['number-colon warning', 'number-leading-zero error'])
    expect(levels(reportOf(broken, {}))).toEqual(['number-colon info', 'number-leading-zero warning'])
    const record = parseDirective(broken)
    const scanned = { ...record, source: { ...record.source, ocr: { engine: 'tesseract', confidence: 90 } } }
    expect(judge(scanned, broken, { tables, look: null, language: 'en' }).findings).toEqual([])
  })

  test('nothing is judged by a doubtful reading', () => {
    const record = parseDirective(broken)
    const entry = record.evidence['/serial']
    const doubtful = {
      ...record,
      evidence: { ...record.evidence, '/serial': { ...entry, status: 'read' as const, grade: 'doubtful' as const } },
    }
    expect(
      judge(doubtful, broken, { tables, look: null, language: 'en', bornDigital: true }).findings.map(
        ({ rule }) => rule,
      ),
    ).toEqual(['number-colon'])
  })

  test('the fixtures, correct and old and spoilt, give no error', () => {
    for (const { text, path } of loadFixtures()) {
      expect([path, reportOf(text, {}).findings.filter(({ level }) => level === 'error')]).toEqual([path, []])
    }
  })
})

test('a finding says what is asked, what is there, how to mend it, where it is written and where it stands', () => {
  const [finding] = reportOf(STATE_LETTER.replace('Số: 15/', 'Số: 5/')).findings
  expect(finding).toMatchObject({
    rule: 'number-leading-zero',
    pack: 'nd30',
    level: 'error',
    found: '5',
    mend: 'Write "05".',
    fix: '05',
    source: 'Nghị định 30/2020/NĐ-CP: Phụ lục I, II.3.c',
    line: 3,
  })
})

test.each([
  ['1', '2'],
  ['a', 'b'],
  ['d', 'đ'],
  ['đ', 'e'],
  ['e', 'g'],
  ['IX', 'X'],
  ['Điều 9', 'Điều 10'],
  ['-', null],
])('after %s comes %s', (label, next) => {
  expect(follower(label)).toBe(next)
})

describe('pages', () => {
  const run = (more = '') => `<w:rFonts w:ascii="Times New Roman"/><w:sz w:val="28"/>${more}`
  const page = ({
    margins = 'w:top="1134" w:bottom="1134" w:left="1701" w:right="1134"',
    size = 'w:w="11907" w:h="16840"',
    font = 'Times New Roman',
    points = 28,
    issuer = '<w:b/>',
    date = '<w:i/>',
    label = '<w:b/><w:i/>',
  } = {}) => {
    const paragraphs = STATE_LETTER.split('\n')
      .filter(Boolean)
      .map((line) => {
        const cells = line.split('\t').map((cell) => {
          const style = /^(?:ỦY BAN NHÂN DÂN|HUYỆN TÂN LẬP)$/.test(cell)
            ? issuer
            : /^Tân Lập, ngày/.test(cell)
              ? date
              : cell === 'Nơi nhận:'
                ? label
                : ''
          return `<w:r><w:rPr>${run(style).replace('Times New Roman', font).replace('"28"', `"${points}"`)}</w:rPr><w:t xml:space="preserve">${cell}</w:t></w:r>`
        })
        return `<w:p>${cells.join('<w:r><w:tab/></w:r>')}</w:p>`
      })
    return docx({ body: `${paragraphs.join('')}<w:sectPr><w:pgSz ${size}/><w:pgMar ${margins}/></w:sectPr>` })
  }
  const checked = async (bytes: Uint8Array, name = 'a.docx') => {
    const path = join(await temporaryFolder(), name)
    await writeFile(path, bytes)
    const { stdout } = await runCommand(['form', path, '--ndjson'])
    return (JSON.parse(stdout) as FormReport).findings.map(({ rule }) => rule)
  }

  test('that are as they should be say nothing', async () => {
    expect(await checked(page())).toEqual([])
  })

  test.each([
    ['page-a4', { size: 'w:w="12240" w:h="15840"' }],
    ['page-margins-state', { margins: 'w:top="1134" w:bottom="1134" w:left="1134" w:right="1134"' }],
    ['page-font', { font: 'Arial' }],
    ['page-sizes-state', { points: 24 }],
    ['page-issuer-bold', { issuer: '' }],
    ['page-date-italic', { date: '' }],
    ['page-recipients-style', { label: '<w:b/>' }],
  ])('%s', async (rule, change) => {
    expect(await checked(page(change))).toEqual([rule])
  })

  test('of a PDF are looked at too', async () => {
    const findings = await checked(
      writtenPdf([SHEET.map((mark) => (mark.text.startsWith('Số:') ? { ...mark, text: 'Số: 5/CT-UBND' } : mark))]),
      'a.pdf',
    )
    expect(findings).toContain('number-leading-zero')
  })

  test('of a scan give no error', async () => {
    const path = join(await temporaryFolder(), 'scan.png')
    await writeFile(
      path,
      await drawnImage(SHEET.map((mark) => (mark.text.startsWith('Số:') ? { ...mark, text: 'Số: 5/CT-UBND' } : mark))),
    )
    const report = JSON.parse((await runCommand(['form', path, '--ndjson'])).stdout) as FormReport
    expect([report.origin, report.findings.filter(({ level }) => level === 'error')]).toEqual(['ocr', []])
  })

  test('a paragraph of the builder is no form', async () => {
    expect(await checked(docx({ body: p('x') }))).toEqual([])
  })
})

describe('the command', () => {
  const folderOf = async (files: Record<string, string>) => {
    const folder = await temporaryFolder()
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
    return folder
  }
  const BROKEN = STATE_LETTER.replace('Số: 15/', 'Số: 5/')

  test('is silent on a correct document, and ends with 0', async () => {
    const folder = await folderOf({ 'a.txt': STATE_LETTER })
    expect(await runCommand(['form', join(folder, 'a.txt'), '--strict'])).toEqual({
      code: 0,
      stdout: `${join(folder, 'a.txt')}: nd30: nothing to say\n`,
      stderr: '',
    })
  })

  test('says what is required, what is there, how to mend it and the article, in both languages', async () => {
    const folder = await folderOf({ 'a.txt': BROKEN })
    const english = await runCommand(['form', join(folder, 'a.txt'), '--born-digital'])
    expect(english.stdout).toContain('error   number-leading-zero line 3')
    expect(english.stdout).toContain('Numbers below 10 are written with a zero before them. Found: "5". Write "05".')
    const vietnamese = await runCommand(['form', join(folder, 'a.txt'), '--lang', 'vi'])
    expect(vietnamese.stdout).toContain('Số nhỏ hơn 10 phải ghi thêm số 0 phía trước. Hiện ghi: "5". Ghi "05".')
    expect(vietnamese.stdout).toContain('Nghị định 30/2020/NĐ-CP: Phụ lục I, II.3.c')
  })

  test('--strict ends with 1 where something is wrong', async () => {
    const folder = await folderOf({ 'a.txt': BROKEN, 'b.txt': STATE_LETTER })
    expect(await runCommand(['form', folder, '--strict'])).toMatchObject({
      code: 1,
      stderr: '2 documents, 2 judged, 0 with errors, 1 with warnings\n',
    })
    expect((await runCommand(['form', folder])).code).toBe(0)
  })

  test('--sarif is SARIF 2.1.0: each result has its rule, its level and its place', async () => {
    const folder = await folderOf({ 'a.txt': BROKEN })
    const sarif = JSON.parse((await runCommand(['form', folder, '--sarif', '--born-digital'])).stdout)
    expect(sarif).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-2.1.0') })
    const [{ tool, results }] = sarif.runs
    expect(results).toHaveLength(1)
    const [{ ruleId, ruleIndex, level, locations }] = results
    expect(tool.driver.rules[ruleIndex]).toMatchObject({
      id: ruleId,
      helpUri: expect.stringMatching(/^urn:/),
      defaultConfiguration: { level: 'error' },
    })
    expect([ruleId, level]).toEqual(['number-leading-zero', 'error'])
    expect(locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: encodeURI(join(folder, 'a.txt')) },
      region: { startLine: 3, startColumn: 5 },
    })
  })

  test('--csv is a table for an office', async () => {
    const folder = await folderOf({ 'a.txt': BROKEN })
    const lines = (await runCommand(['form', folder, '--csv', '--lang', 'vi'])).stdout.split('\r\n')
    expect(lines[0]).toBe('\uFEFFTệp,Bộ quy tắc,Mức,Mã,Dòng,Yêu cầu,Hiện ghi,Cách sửa,Căn cứ')
    expect(lines[1]).toContain('number-leading-zero')
  })

  test('--form-rules names the rules, --explain says them', async () => {
    const folder = await folderOf({ 'a.txt': PARTY_LETTER })
    const { stdout } = await runCommand(['form', join(folder, 'a.txt'), '--form-rules', 'hd05', '--ndjson'])
    expect(JSON.parse(stdout)).toMatchObject({ pack: 'hd05', chosenBy: 'option' })
    expect(await runCommand(['form', 'x', '--form-rules', 'hd99'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('expected nd30, hd05, hd36'),
    })
    const explained = await runCommand(['form', '--explain', 'number-colon'])
    expect(explained.stdout).toBe(
      'number-colon  warning  nd30            "Số" is followed by a colon. Write "Số:" before the number. (Phụ lục I, II.3.c)\n',
    )
    expect((await runCommand(['form', '--explain'])).stdout.trim().split('\n')).toHaveLength(tables.rules.length)
    expect(await runCommand(['form', '--explain', 'no-such'])).toMatchObject({ code: 2 })
  })

  test('rules of one’s own go over the shipped ones', async () => {
    const own = await temporaryFolder()
    const rule = (parse(await readFile('grammars/form/rules.yaml', 'utf8')) as { id: string; level: string }[]).find(
      ({ id }) => id === 'end-mark-state',
    )
    await import('node:fs/promises').then(({ mkdir }) => mkdir(join(own, 'form')))
    await writeFile(join(own, 'form', 'rules.yaml'), JSON.stringify([{ ...rule, fragile: false, level: 'warning' }]))
    const folder = await folderOf({ 'a.txt': STATE_DECISION.replace('./.', '.') })
    const levels = async (...words: string[]) =>
      JSON.parse((await runCommand(['form', join(folder, 'a.txt'), '--ndjson', ...words])).stdout).findings.map(
        ({ level }: { level: string }) => level,
      )
    expect([await levels(), await levels('--grammars', own)]).toEqual([['info'], ['warning']])
  })

  test('a file that cannot be read is named, and the others go on', async () => {
    const folder = await folderOf({ 'a.txt': STATE_LETTER })
    const { code, stdout, stderr } = await runCommand(['form', join(folder, 'none.txt'), join(folder, 'a.txt')])
    expect([code, stdout.includes('nothing to say'), stderr.includes('none.txt: no such file')]).toEqual([
      1,
      true,
      true,
    ])
  })
})
