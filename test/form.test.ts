/** The form check: a correct document of each kind says nothing, each rule has one document that breaks only it. */
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { chromium } from 'playwright-core'
import { parse } from 'yaml'
import { CHECKS, follower } from '../src/form/checks.ts'
import { type FormReport, judge } from '../src/form/judge.ts'
import { choosePack } from '../src/form/packs.ts'
import { partsOf } from '../src/form/parts.ts'
import { readFormTables } from '../src/form/files.ts'
import { parseDirective } from '../src/pipeline.ts'
import { runCommand, temporaryFolder } from './command.ts'
import { docx, p } from './docx-builder.ts'
import { loadFixtures } from './fixtures.ts'
import { pathOf } from './needs.ts'
import { drawnImage, LETTER as SHEET, writtenPdf } from './sheet.ts'

const tables = readFormTables('grammars/form')
const CHROMIUM = pathOf('chromium')

function reportOf(
  text: string,
  choices: { bornDigital?: boolean; pack?: string; all?: boolean } = { bornDigital: true },
): FormReport {
  return judge(parseDirective(text, { path: 'a.txt' }), text, { tables, look: null, language: 'en', ...choices })
}

const rulesOf = (text: string) => reportOf(text).findings.map(({ rule }) => rule)

const DOCUMENTS = 'grammars/form/documents'
const printed = (name: string) => readFileSync(join(DOCUMENTS, `${name}.txt`), 'utf8')
const STATE_LETTER = printed('state-letter')
const STATE_DECISION = printed('state-decision')
const PARTY_LETTER = printed('party-letter')

describe('a correct document says nothing', () => {
  test.each(readdirSync(DOCUMENTS))('%s', (file) => {
    const pack = file.startsWith('state') ? 'nd30' : file.includes('2026') ? 'hd05' : 'hd36'
    const report = reportOf(readFileSync(join(DOCUMENTS, file), 'utf8'), { bornDigital: true, all: true })
    expect(report).toMatchObject({ pack, findings: [] })
  })

  test('whichever way the tone mark stands', () => {
    expect(rulesOf(STATE_LETTER.replaceAll('HÒA', 'HOÀ').replaceAll('ỦY', 'UỶ'))).toEqual([])
  })
})

describe('each rule has a document that breaks only it', () => {
  const examples = tables.rules.flatMap(({ id, example }) => (example ? [[id, example] as const] : []))

  test.each(examples)('%s', (rule, { in: name, change }) => {
    const changed = Object.entries(change).reduce((text, [from, to]) => {
      expect(text).toContain(from)
      return text.replace(from, to)
    }, printed(name))
    const { findings } = reportOf(changed, { bornDigital: true, all: true })
    expect(findings.map(({ rule: id }) => id)).toEqual([rule])
  })
})

test('every pattern of a rule can be broken and every check is there', () => {
  const parts = Object.keys(partsOf(parseDirective(''), ''))
  for (const { id, part, check, find, must, mustNot, packs, source } of tables.rules) {
    expect([
      id,
      check === undefined
        ? find !== undefined || (parts.includes(part as string) && (must ?? mustNot) !== undefined)
        : check in CHECKS,
    ]).toEqual([id, true])
    expect([id, packs.every((pack) => tables.packs.some((each) => each.id === pack && each.evaluated))]).toEqual([
      id,
      true,
    ])
    expect([id, typeof source === 'string' || packs.every((pack) => source[pack])]).toEqual([id, true])
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

test('a rule that several laws have is told with the place in the law of the document', () => {
  const [finding] = reportOf(PARTY_LETTER.replace('Số 12-', 'Số 2-')).findings
  expect(finding).toMatchObject({
    rule: 'number-leading-zero',
    source: 'Hướng dẫn 36-HD/VPTW: số và ký hiệu văn bản',
  })
})

test('rules of capitals are judged only where all rules are asked for', () => {
  const text = printed('state-notice').replace('Luật Lâm nghiệp', 'Luật lâm nghiệp')
  expect(rulesOf(text)).toEqual([])
  expect(reportOf(text, { bornDigital: true, all: true }).findings.map(({ rule }) => rule)).toEqual(['cap-document'])
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
    of = STATE_LETTER,
    footer = '',
    parent = '',
    margins = 'w:top="1134" w:bottom="1134" w:left="1701" w:right="1134"',
    size = 'w:w="11907" w:h="16840"',
    font = 'Times New Roman',
    points = 28,
    issuer = '<w:b/>',
    date = '<w:i/>',
    label = '<w:b/><w:i/>',
    paragraph = '',
  } = {}) => {
    const paragraphs = of
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const cells = line.split('\t').map((cell) => {
          const styles: [RegExp, string][] = [
            [/^(?:ỦY BAN NHÂN DÂN|HUYỆN TÂN LẬP|HUYỆN ỦY SUỐI NGÀN)$/, issuer],
            [/^TỈNH ỦY/, parent],
            [/^(?:Tân Lập|Suối Ngàn), ngày/, date],
            [/^Nơi nhận:$/, label],
          ]
          const style = styles.find(([print]) => print.test(cell))?.[1] ?? ''
          return `<w:r><w:rPr>${run(style).replace('Times New Roman', font).replace('"28"', `"${points}"`)}</w:rPr><w:t xml:space="preserve">${cell}</w:t></w:r>`
        })
        return `<w:p>${paragraph && `<w:pPr>${paragraph}</w:pPr>`}${cells.join('<w:r><w:tab/></w:r>')}</w:p>`
      })
    return docx({
      body: `${paragraphs.join('')}<w:sectPr><w:pgSz ${size}/><w:pgMar ${margins}/></w:sectPr>`,
      others: footer === '' ? {} : { 'word/footer1.xml': footer },
    })
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

  const PARTY = { of: PARTY_LETTER, margins: 'w:top="1134" w:bottom="1134" w:left="1701" w:right="850"' }

  test('of the Party too', async () => {
    expect(await checked(page(PARTY))).toEqual([])
  })

  const BROKEN = {
    'page-a4': { size: 'w:w="12240" w:h="15840"' },
    'page-margins-state': { margins: 'w:top="1134" w:bottom="1134" w:left="1134" w:right="1134"' },
    'page-margins-party': { of: PARTY_LETTER },
    'page-font': { font: 'Arial' },
    'page-sizes-state': { points: 24 },
    'page-sizes-party': { ...PARTY, points: 24 },
    'page-paragraph-state': { paragraph: '<w:ind w:firstLine="1134"/>' },
    'page-paragraph-party': {
      ...PARTY,
      paragraph: '<w:ind w:firstLine="567"/><w:spacing w:line="300" w:lineRule="exact"/>',
    },
    'page-issuer-bold': { issuer: '' },
    'page-parent-plain': { ...PARTY, parent: '<w:b/>' },
    'page-date-italic': { date: '' },
    'page-recipients-style': { label: '<w:b/>' },
    'page-numbers': { footer: '<w:ftr><w:p><w:r><w:instrText> PAGE </w:instrText></w:r></w:p></w:ftr>' },
  }

  test('each rule of a page has a page that breaks only it', () => {
    const bare = tables.rules.filter(({ example }) => !example).map(({ id }) => id)
    expect(Object.keys(BROKEN).sort()).toEqual(bare.sort())
  })

  test.each(Object.entries(BROKEN))('%s', async (rule, change) => {
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
    expect((await runCommand(['form', folder, '--strict', '--exclude', 'a.*'])).code).toBe(0)
    expect((await runCommand(['form', folder, '--strict', '--include', 'a.*'])).code).toBe(1)
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
      artifactLocation: { uri: pathToFileURL(join(folder, 'a.txt')).href },
      region: { startLine: 3, startColumn: 5 },
    })
  })

  test.skipIf(!CHROMIUM)('review --form shows the findings beside the fields (chromium)', async () => {
    const folder = await folderOf({ 'a.txt': BROKEN.replace('./.', '.') })
    const [records, page] = [join(folder, 'records'), join(folder, 'page.html')]
    await runCommand([join(folder, 'a.txt'), '-o', records, '-q'])
    expect((await runCommand(['review', records, '-o', page, '--form', '-q'])).code).toBe(0)
    const browser = await chromium.launch({
      executablePath: CHROMIUM as string,
      args: ['--no-sandbox', '--disable-gpu'],
    })
    try {
      const view = await browser.newPage()
      await view.goto(pathToFileURL(page).href)
      const row = view.locator('.row').first()
      if (await row.isVisible()) await row.click()
      await view.waitForSelector('.field')
      const shown = (await view.locator('body').textContent()) ?? ''
      expect(shown).toContain('Số nhỏ hơn 10 phải ghi thêm số 0 phía trước. "5". Ghi "05".')
      expect(shown).toContain('Các mẫu kết thúc nội dung bằng "./.".')
    } finally {
      await browser.close()
    }
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
      `number-colon  warning  nd30            "Số" is followed by a colon. Write "Số:" before the number. (Nghị định 30/2020/NĐ-CP: Phụ lục I, II.3.c)
  right: Số: 15
  wrong: Số 15
`,
    )
    expect((await runCommand(['form', '--explain'])).stdout.trim().split('\n')).toHaveLength(tables.rules.length)
    expect(await runCommand(['form', '--explain', 'no-such'])).toMatchObject({ code: 2 })
  })

  test('rules of one’s own go over the shipped ones', async () => {
    const own = await temporaryFolder()
    const rule = (parse(await readFile('grammars/form/rules.yaml', 'utf8')) as { id: string; level: string }[]).find(
      ({ id }) => id === 'end-mark-state',
    )
    await mkdir(join(own, 'form'))
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
