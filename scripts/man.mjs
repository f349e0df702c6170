/** The manual pages, from the help of the built command: `dist/man/directive-parse.1`, and `dist/man/vi/` in Vietnamese. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname ?? 'scripts', '..')
const { version, description } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const COMMANDS = [
  'demo',
  'check',
  'scan',
  'review',
  'apply',
  'merge',
  'serve',
  'package',
  'pdf',
  'form',
  'init',
  'schema',
  'explain',
  'doctor',
  'completion',
]
const WORDS = {
  en: {
    name: 'NAME',
    synopsis: 'SYNOPSIS',
    about: description,
    description: 'DESCRIPTION',
    commands: 'COMMANDS IN DETAIL',
  },
  vi: {
    name: 'TÊN',
    synopsis: 'CÚ PHÁP',
    about: 'chuyển văn bản chỉ đạo thành biểu ghi có cấu trúc',
    description: 'MÔ TẢ',
    commands: 'CHI TIẾT CÁC LỆNH',
  },
}

function helpOf(language, ...words) {
  const env = { ...process.env, COLUMNS: '100' }
  return execFileSync(
    process.execPath,
    [join(ROOT, 'bin/directive-parse.js'), ...words, '--help', '--lang', language, '--no-config'],
    { encoding: 'utf8', env },
  )
}

/** Text as roff takes it. */
const quoted = (text) =>
  text
    .replace(/\\/g, '\\e')
    .replace(/-/g, '\\-')
    .replace(/^([.'])/gm, '\\&$1')

/** Help as roff: titles become headings, what stands in two columns becomes a term and what it means. */
function roff(help, heading) {
  const lines = []
  for (const line of help.split('\n')) {
    const [, title] = /^(\S.*):$/.exec(line) ?? []
    const [, term, meaning] = /^ {2}(\S.*?) {2,}(\S.*)$/.exec(line) ?? []
    const [, more] = /^ {10,}(\S.*)$/.exec(line) ?? []
    if (title) lines.push(`${heading} ${quoted(title.toUpperCase())}`)
    else if (term) lines.push('.TP', `.B ${quoted(term)}`, quoted(meaning))
    else if (more) lines.push(quoted(more))
    else if (/^ {2}\S/.test(line)) lines.push('.TP', `.B ${quoted(line.trim())}`)
    else if (line.trim() === '') lines.push('.PP')
    else lines.push(quoted(line))
  }
  return lines
    .join('\n')
    .replace(/(\.PP\n)+/g, '.PP\n')
    .replace(/\.PP\n(?=\.SH|\.SS)/g, '')
}

for (const [language, words] of Object.entries(WORDS)) {
  const [usage, ...rest] = helpOf(language).split('\n')
  const folder = join(ROOT, 'dist/man', language === 'en' ? '' : language)
  mkdirSync(folder, { recursive: true })
  const page = [
    `.TH DIRECTIVE\\-PARSE 1 "" "directive\\-parse ${version}"`,
    `.SH ${words.name}`,
    `directive\\-parse \\- ${quoted(words.about)}`,
    `.SH ${words.synopsis}`,
    quoted(usage.replace(/^[^:]*: /, '')),
    `.SH ${words.description}`,
    roff(rest.join('\n'), '.SH'),
    `.SH ${words.commands}`,
    ...COMMANDS.map((command) => roff(helpOf(language, command).replace(/^[^:]*: (.*)\n/, `$1:\n`), '.SS')),
  ]
  writeFileSync(join(folder, 'directive-parse.1'), `${page.join('\n')}\n`)
}
