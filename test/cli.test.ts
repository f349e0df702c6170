import { execFile, spawn } from 'node:child_process'
import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import manifest from '../package.json' with { type: 'json' }
import { recordSchema } from '../src/schema.ts'
import { runCommand, temporaryFolder } from './command.ts'
import { unless } from './needs.ts'

const LETTER = [
  'HUYỆN ỦY SUỐI NGÀN\t\tĐẢNG CỘNG SẢN VIỆT NAM',
  'Số 12-CV/HU\t\tSuối Ngàn, ngày 05 tháng 8 năm 2021',
  'V/v kiểm tra hồ chứa trước mùa mưa',
  '',
  'Kính gửi: Các chi bộ trực thuộc.',
  '',
  '1. Văn phòng Huyện ủy rà soát, báo cáo trước ngày 20/8/2021.',
  '',
].join('\n')

async function folderWith(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await temporaryFolder()
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}

const oneLine = /^directive-parse: [^\n]+\n$/

describe('one document', () => {
  test('is JSON by default, and passes the schema', async () => {
    const path = join(await folderWith({ 'letter.txt': LETTER }), 'letter.txt')
    const { code, stdout, stderr } = await runCommand([path])
    const record = recordSchema.parse(JSON.parse(stdout))
    expect(record.source).toMatchObject({ path, format: 'text', encoding: 'utf-8' })
    expect(stdout.endsWith('}\n')).toBe(true)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  test('comes from standard input with -', async () => {
    const { stdout } = await runCommand(['-'], { stdin: LETTER })
    expect(JSON.parse(stdout).source.path).toBeNull()
  })

  test('is the same in YAML and NDJSON', async () => {
    const path = join(await folderWith({ 'letter.txt': LETTER }), 'letter.txt')
    const json = JSON.parse((await runCommand([path, '--json'])).stdout)
    const yaml = (await runCommand([path, '--yaml'])).stdout
    expect(parse(yaml)).toEqual(json)
    expect(parse(yaml, { version: '1.1' })).toEqual(json)
    const lines = (await runCommand([path, '--format', 'ndjson'])).stdout.split('\n')
    expect(lines).toHaveLength(2)
    expect(JSON.parse(lines[0] as string)).toEqual(json)
  })

  test('--no-evidence leaves the evidence out', async () => {
    const { stdout } = await runCommand(['-', '--no-evidence'], { stdin: LETTER })
    expect(JSON.parse(stdout).evidence).toEqual({})
  })

  test('--text prints what was decoded, into which spans point', async () => {
    const { stdout } = await runCommand(['-', '--text'], { stdin: `\uFEFF${LETTER.normalize('NFD')}` })
    expect(stdout).toBe(LETTER)
  })

  test('the locale changes messages only, --lang diagnostics too', async () => {
    const plain = await runCommand(['-'], { stdin: LETTER })
    const locale = await runCommand(['-'], { stdin: LETTER, env: { LANG: 'vi_VN.UTF-8' } })
    expect(locale.stdout).toBe(plain.stdout)
    const missing = await runCommand(['khong-co.txt'], { env: { LANG: 'vi_VN.UTF-8' } })
    expect(missing.stderr).toContain('khong-co.txt: không có tệp hay thư mục này')
    const asked = await runCommand(['khong-co.txt', '--lang', 'en'], { env: { LANG: 'vi_VN.UTF-8' } })
    expect(asked.stderr).toContain('no such file or folder')
  })
})

describe('several documents', () => {
  const files = { 'a.txt': LETTER, 'b/c.txt': LETTER, '.hidden.txt': LETTER }

  test('are NDJSON by default, in the order of their names', async () => {
    const folder = await folderWith(files)
    const { stdout } = await runCommand([folder])
    const paths = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).source.path)
    expect(paths).toEqual([join(folder, 'a.txt'), join(folder, 'b/c.txt')])
  })

  test('--json makes an array, --yaml a stream', async () => {
    const folder = await folderWith(files)
    expect(JSON.parse((await runCommand([folder, '--json'])).stdout)).toHaveLength(2)
    expect(parseAllDocuments((await runCommand([folder, '--yaml'])).stdout)).toHaveLength(2)
    expect(JSON.parse((await runCommand([await temporaryFolder(), '--json'])).stdout)).toEqual([])
  })

  test('a glob names those that match, a file that is named twice is read once', async () => {
    const folder = await folderWith(files)
    const { stdout } = await runCommand([`${folder}/**/*.txt`, join(folder, 'a.txt')])
    expect(stdout.trim().split('\n')).toHaveLength(2)
  })

  test('-o mirrors the folders', async () => {
    const folder = await folderWith(files)
    const output = join(await temporaryFolder(), 'records')
    const { code, stdout } = await runCommand([folder, '-o', output])
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(JSON.parse(await readFile(join(output, 'b/c.json'), 'utf8')).source.path).toBe(join(folder, 'b/c.txt'))
    expect((await readdir(output)).filter((name) => !name.startsWith('.'))).toEqual(['a.json', 'b'])
  })

  test('names that would meet are kept whole', async () => {
    const folder = await folderWith({ 'a.txt': LETTER, 'a.md': LETTER, 'A.text': LETTER, 'b.txt': LETTER })
    const output = await temporaryFolder()
    await runCommand([folder, '-o', output])
    const names = (await readdir(output)).filter((name) => !name.startsWith('.')).sort()
    expect(names).toEqual(['A.text.json', 'a.md.json', 'a.txt.json', 'b.json'])
  })

  test('an input that cannot be read is named, and the others go on', async () => {
    const folder = await folderWith({ 'a.txt': LETTER })
    const { code, stdout, stderr } = await runCommand([join(folder, 'none.txt'), join(folder, 'a.txt')])
    expect(stdout.trim().split('\n')).toHaveLength(1)
    expect(stderr).toMatch(oneLine)
    expect(stderr).toContain('none.txt: no such file or folder; check the name')
    expect(code).toBe(1)
  })
})

describe('wrong use is exit code 2 and one line', () => {
  test.each([
    [[], 'no input'],
    [['--bogus', 'x'], 'unknown option --bogus'],
    [['x', '--json', '--yaml'], 'one format at a time: --json, --yaml'],
    [['x', '--ocr', 'sometimes'], 'option --ocr: unexpected "sometimes", expected auto, always, never'],
    [['x', '--max-bytes', '-5'], 'option --max-bytes: unexpected "-5"'],
    [['x', '--format'], 'option --format <name> needs a value'],
    [['-', '-'], 'standard input can be named once only'],
    [['check'], 'missing dir'],
    [['schema', 'x'], 'unexpected "x", expected record, fonds'],
    [['schema', 'record', 'x'], 'too many arguments'],
    [['explain', 'no-such-rule'], 'no rule "no-such-rule"'],
    [['-', '--grammars', '/nowhere/at/all'], 'expected a folder of YAML files'],
  ])('%j', async (words, message) => {
    const { code, stdout, stderr } = await runCommand(words)
    expect(stderr).toMatch(oneLine)
    expect(stderr).toContain(message)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })
})

test('entries of one’s own that are wrong are told in the language asked for', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'types.yaml'), '- id: thu-ngo\n')
  for (const [lang, words] of [
    ['vi', "mục 'thu-ngo', khóa 'name': thiếu"],
    ['en', "entry 'thu-ngo', key 'name': "],
  ] as const) {
    const { code, stderr } = await runCommand(['-', '--grammars', folder, '--lang', lang])
    expect(stderr).toContain(`types.yaml: ${words}`)
    expect(code).toBe(2)
  }
})

describe('words about itself', () => {
  test('--version', async () => {
    expect(await runCommand(['--version'])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' })
    expect((await runCommand(['--quiet', '-V'])).stdout).toBe(`${manifest.version}\n`)
  })

  test('--help, in the language asked for', async () => {
    const english = await runCommand(['--help'])
    expect(english.stdout).toContain('Usage: directive-parse [options] [inputs…]')
    expect(english.stdout).toContain('directive-parse scans/ -o records/')
    const vietnamese = await runCommand(['--help'], { env: { LC_ALL: 'vi_VN.UTF-8' } })
    expect(vietnamese.stdout).toContain('Cách dùng: directive-parse [tùy chọn] [tệp-nguồn…]')
    expect((await runCommand(['check', '--help', '--lang', 'vi'])).stdout).toContain('So với biểu ghi mong đợi')
    expect({ code: english.code, stderr: english.stderr }).toEqual({ code: 0, stderr: '' })
  })

  test('schema prints the JSON Schema of the record', async () => {
    const schema = JSON.parse((await runCommand(['schema'])).stdout)
    expect(schema.required).toContain('evidence')
  })

  test('explain says what a diagnostic means', async () => {
    expect((await runCommand(['explain', 'number-blank'])).stdout).toContain('The serial is left blank')
    expect((await runCommand(['explain', 'number-blank', '--lang', 'vi'])).stdout).toContain('Số văn bản để trống')
    expect((await runCommand(['explain'])).stdout.split('\n').length).toBeGreaterThan(5)
  })
})

describe('the program', () => {
  test('answers the same without its code cache, and with one that is spoilt', async () => {
    const folder = await temporaryFolder()
    for (const part of ['bin', 'dist/command', 'package.json']) await cp(part, join(folder, part), { recursive: true })
    const input = join(folder, 'a.txt')
    await writeFile(input, 'Số 05/CT-UBND\nCHỈ THỊ\nVề phòng cháy rừng\n')
    const answer = async () =>
      (await promisify(execFile)(process.execPath, [join(folder, 'bin/directive-parse.js'), input, '--json'])).stdout
    const caches = (await readdir(join(folder, 'dist/command')))
      .filter((name) => name.endsWith('.cache'))
      .map((name) => join(folder, 'dist/command', name))
    expect(caches).not.toEqual([])
    const cached = await answer()
    for (const cache of caches) await writeFile(cache, 'no cache at all')
    expect(await answer()).toBe(cached)
    for (const cache of caches) await rm(cache)
    expect(await answer()).toBe(cached)
    expect(JSON.parse(cached)).toMatchObject({ number: '05/CT-UBND' })
  })

  const program = 'bin/directive-parse.js'

  const started = (...words: string[]) =>
    promisify(execFile)(process.execPath, [program, ...words]).then(
      ({ stdout }) => ({ code: 0, signal: null, said: stdout }),
      ({ code, signal, stderr }) => ({ code, signal, said: stderr }),
    )

  test('runs as the user runs it', async () => {
    const path = join(await folderWith({ 'letter.txt': LETTER }), 'letter.txt')
    const { code, said } = await started(path, '--json')
    expect(code).toBe(0)
    expect(recordSchema.parse(JSON.parse(said)).source.path).toBe(path)
  })

  test('comes to its end as built, whatever it is asked', async () => {
    const folder = await folderWith({ 'in/letter.txt': LETTER, 'in/deep/other.md': LETTER })
    const at = (name: string) => join(folder, name)
    expect(await started(at('in/*.txt'), '--json')).toMatchObject({
      code: 0,
      said: expect.stringContaining('12-CV/HU'),
    })
    expect(await started(at('in/**'), '-o', at('records'), '--review', at('page.html'))).toMatchObject({ code: 0 })
    expect(await started(at('none*.txt'))).toEqual({
      code: 1,
      signal: null,
      said: expect.stringMatching(/no file matches this pattern/),
    })
    for (const words of [
      [at('in'), '--yaml'],
      [at('in'), '--csv'],
      [at('in'), '--xlsx', '-o', at('table.xlsx')],
      [at('in'), '--split', 'auto'],
      ['scan', at('in')],
      ['check', 'fixtures'],
      ['schema'],
      ['explain', 'number-blank'],
      ['review', at('records'), '-o', at('again.html')],
    ]) {
      expect([words, await started(...words)]).toEqual([words, { code: 0, signal: null, said: expect.any(String) }])
    }
  })

  test('a reader that goes away early is no error', async () => {
    const folder = await folderWith(
      Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.txt`, LETTER.repeat(50)])),
    )
    const child = spawn(process.execPath, [program, folder, '--text'])
    let stderr = ''
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  unless(process.getuid?.() !== 0, 'root may write everywhere').test(
    'an unwritable folder is one clear line',
    async () => {
      const folder = await folderWith({ 'letter.txt': LETTER })
      const output = await temporaryFolder()
      await chmod(output, 0o500)
      const { code, stderr } = await runCommand([folder, '-o', output])
      expect(stderr).toMatch(/cannot be written/)
      expect(code).toBe(1)
    },
  )
})
