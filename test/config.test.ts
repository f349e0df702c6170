/** What helps at the command line: a file of options, completion, doctor, manual pages, suggestions, the language. */
import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { closest } from '../src/cli/closest.ts'
import { localeLanguage } from '../src/cli/language.ts'
import { runCommand, temporaryFolder } from './command.ts'
import { unless } from './needs.ts'

const LETTER = 'HUYỆN ỦY SUỐI NGÀN\nSố 12-CV/HU\nSuối Ngàn, ngày 05 tháng 8 năm 2021\n\n1. Văn phòng rà soát.\n'

/** Runs the built command in a folder of its own. */
function inFolder(folder: string, ...words: string[]): { code: number; stdout: string; stderr: string } {
  const options: ExecFileSyncOptionsWithStringEncoding = {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  }
  try {
    return {
      code: 0,
      stdout: execFileSync(process.execPath, [join(process.cwd(), 'bin/directive-parse.js'), ...words], options),
      stderr: '',
    }
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string }
    return { code: status, stdout, stderr }
  }
}

async function folderWith(config: string): Promise<string> {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'kho'))
  for (const name of ['a.txt', 'b.md']) await writeFile(join(folder, 'kho', name), LETTER)
  await writeFile(join(folder, 'directive-parse.yaml'), config)
  return folder
}

describe('directive-parse.yaml', () => {
  test('gives options that are not typed, and --show-config says which and whence', async () => {
    const folder = await folderWith('output: bieu-ghi\nexclude: ["*.md"]\nevidence: true\nlang: vi\n')
    expect(inFolder(folder, 'kho', '--jobs', '1', '--show-config').stdout).toBe(
      'output: "bieu-ghi"  # directive-parse.yaml\nevidence: true  # directive-parse.yaml\njobs: 1  # --\nexclude: ["*.md"]  # directive-parse.yaml\nlang: "vi"  # directive-parse.yaml\n',
    )
    expect(inFolder(folder, 'kho').code).toBe(0)
    expect([existsSync(join(folder, 'bieu-ghi/a.json')), existsSync(join(folder, 'bieu-ghi/b.json'))]).toEqual([
      true,
      false,
    ])
    expect(inFolder(folder, 'khong').stderr).toContain('không có tệp hay thư mục này')
  })

  test('gives way to what is typed, and to --no-config', async () => {
    const folder = await folderWith('output: bieu-ghi\nyaml: true\n')
    inFolder(folder, 'kho', '-o', 'other')
    expect([existsSync(join(folder, 'other/a.yaml')), existsSync(join(folder, 'bieu-ghi'))]).toEqual([true, false])
    expect(JSON.parse(inFolder(folder, 'kho/a.txt', '--no-config').stdout).number).toBe('12-CV/HU')
    await writeFile(join(folder, 'mine.yaml'), 'output: mine\n')
    inFolder(folder, 'kho', '--config', 'mine.yaml')
    expect(existsSync(join(folder, 'mine/a.json'))).toBe(true)
  })

  test.each([
    ['outptu: x', 'no option "outptu"; did you mean output?', 'config-unknown'],
    ['jobs: 0', 'option --jobs: unexpected "0", expected a number ≥ 1', 'wrong-value'],
    ['yaml: perhaps', 'unexpected ""perhaps"", expected true, false', 'wrong-value'],
    ['- output', 'expected options by their names', 'config-broken'],
    ['output: [', 'expected options by their names', 'config-broken'],
  ])('%s is wrong use in one line', async (config, sentence, rule) => {
    const { code, stderr } = inFolder(await folderWith(config), 'kho')
    expect(stderr).toMatch(/^directive-parse: [^\n]+\n$/)
    expect(stderr).toContain(sentence)
    expect(stderr).toContain(`[${rule}]`)
    expect(code).toBe(2)
  })
})

describe('a slip of the fingers', () => {
  test.each([
    [['chek', 'x'], 'did you mean directive-parse check?', 'unknown-command'],
    [['explan'], 'did you mean directive-parse explain?', 'unknown-command'],
    [['--jsn', 'x'], 'did you mean --json?', 'unknown-option-like'],
    [['explain', 'day-blnk'], 'did you mean day-blank?', 'unknown-rule'],
    [['x', '--encoding', 'foo'], 'expected utf-8, ', 'wrong-value'],
  ])('%j gets a suggestion and does nothing', async (words, sentence, rule) => {
    const { code, stdout, stderr } = await runCommand([...words, '--lang', 'en'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^directive-parse: [^\n]+\n$/)
    expect(stderr).toContain(sentence)
    expect(stderr).toContain(`[${rule}]`)
  })

  test('is none where the word is far from any', () => {
    expect(closest('quyetdinh', ['check', 'scan'])).toBeNull()
    expect(closest('scna', ['check', 'scan'])).toBe('scan')
  })

  test('help before a command is its help', async () => {
    const { stdout } = await runCommand(['help', 'scan', '--lang', 'en'])
    expect(stdout).toBe((await runCommand(['scan', '--help', '--lang', 'en'])).stdout)
  })
})

test('every rule that a message ends in is explained, in both languages', async () => {
  for (const [rule, sentence] of [
    ['not-found', 'không có tệp hay thư mục này'],
    ['too-large', 'vượt giới hạn'],
    ['day-blank', 'Ngày ban hành để trống'],
  ] as const) {
    expect((await runCommand(['explain', rule, '--lang', 'vi'])).stdout).toContain(sentence)
  }
  const { stderr } = await runCommand(['none.txt', '--lang', 'en'])
  const rule = /\[([\w-]+)\]\n$/.exec(stderr)?.[1] as string
  expect((await runCommand(['explain', rule])).code).toBe(0)
})

test('the language is that of the environment, on Windows that of the system', () => {
  const vietnamese = { platform: 'win32', locale: 'vi-VN' } as const
  expect(localeLanguage({}, vietnamese)).toBe('vi')
  expect(localeLanguage({ LANG: 'en_US.UTF-8' }, vietnamese)).toBe('vi')
  expect(localeLanguage({ LANG: 'vi_VN.UTF-8' }, { platform: 'win32', locale: 'en-US' })).toBe('en')
  expect(localeLanguage({ LANG: 'vi_VN.UTF-8' }, { platform: 'linux', locale: 'en-US' })).toBe('vi')
  expect(localeLanguage({ LC_ALL: 'C', LANG: 'vi_VN.UTF-8' }, { platform: 'linux', locale: 'vi-VN' })).toBe('en')
})

test('doctor says what is there, and what would be missed', async () => {
  const { stdout, code } = await runCommand(['doctor', '--lang', 'vi'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^ {2}✓ Node +v\d+/m)
  expect(stdout).toMatch(/^ {2}✓ tesseract\.js +\d\S+, với dữ liệu tiếng Việt/m)
  expect(stdout).toMatch(/^ {2}[✓–] tesseract /m)
  expect(stdout).toMatch(/^ {2}✓ sharp +\d/m)
  expect(stdout).toMatch(/^ {2}✓ --max-bytes +200 MB$/m)
  expect(stdout).toMatch(/^ {2}[✓–] bộ nhớ +còn \d/m)
})

describe('completion', () => {
  test('is printed for four shells, and for no other', async () => {
    for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
      const { stdout, code } = await runCommand(['completion', shell])
      expect([shell, code]).toEqual([shell, 0])
      for (const word of ['review', 'overwrite-corrections', 'doctor'])
        expect([shell, stdout.includes(word)]).toEqual([shell, true])
    }
    expect((await runCommand(['completion', 'tcsh'])).code).toBe(2)
  })

  unless(existsSync('/bin/bash'), 'needs bash').test(
    'completes commands, their options and the values of options in bash',
    async () => {
      const script = (await runCommand(['completion', 'bash'])).stdout
      const completed = (...words: string[]) => {
        const array = words.map((word) => `'${word}'`).join(' ')
        const ask = `COMP_WORDS=(directive-parse ${array}); COMP_CWORD=${words.length}; _directive_parse; printf '%s\\n' "\${COMPREPLY[@]}"`
        return execFileSync('/bin/bash', ['-c', `${script}\n${ask}`], { encoding: 'utf8', cwd: '/proc' })
          .trim()
          .split('\n')
      }
      expect(completed('rev')).toContain('review')
      expect(completed('apply', '--exp')).toEqual(['--expected'])
      expect(completed('x', '--ocr', 'a')).toEqual(['auto', 'always'])
      expect(completed('x', '--over')).toEqual(['--overwrite-corrections'])
    },
  )
})

test('the manual pages hold every command and option of the help', async () => {
  const page = readFileSync('dist/man/directive-parse.1', 'utf8')
  const vietnamese = readFileSync('dist/man/vi/directive-parse.1', 'utf8')
  const help = (await runCommand(['--help', '--lang', 'en'])).stdout
  for (const [option] of help.matchAll(/--[a-z][a-z-]+/g)) {
    expect([
      option,
      page.includes(option.replace(/-/g, '\\-')),
      vietnamese.includes(option.replace(/-/g, '\\-')),
    ]).toEqual([option, true, true])
  }
  expect(vietnamese).toContain('.SH CÚ PHÁP')
})
