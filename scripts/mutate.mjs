/**
 * `npm run mutate [-- --count 12] [-- --seed 1] [-- --room label,grade,segment]`: would the tests notice a number that went wrong? Changes one
 * number at a time in a copy of the checkout, runs the quick tests there, and says which changes were noticed.
 * Exit code: 0 where at least 8 of 10 are, 1 where fewer are, 2 where the tests fail before anything was changed.
 *
 * Changed are numbers with a name in `src/label`, `src/grade` and `src/segment` (doubled or halved), weights of the
 * judge (`src/grade/weights.json`, likewise) and blocks of the learned weights (`src/label/weights.json`, shuffled).
 * The rooms take turns; the same seed changes the same numbers.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import ts from 'typescript'

/** The tests that a change of reading must not get past, quickest first. */
const QUICK_TESTS = [
  'thresholds',
  'readings',
  'grade',
  'label',
  'header',
  'addressees',
  'items',
  'operative',
  'title-sentence',
  'secrecy',
  'fixtures',
]
/** What the tests read beside `node_modules`. */
const COPIED = ['src', 'test', 'train', 'grammars', 'fixtures', 'package.json', 'tsconfig.json', 'vitest.config.ts']
const ROOMS = ['label', 'grade', 'segment']
/** Share of the changes that must be noticed. */
const WANTED = 0.8
/** Weights of the second reader that are shuffled together. */
const BLOCK = 2048
/** Milliseconds after which a run counts as noticed: a changed number may make a loop endless. */
const PATIENCE = 600_000

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '12' },
    seed: { type: 'string', default: '1' },
    room: { type: 'string', default: ROOMS.join() },
  },
})

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const otherNumber = (value, random) => {
  if (value === 0) return 1
  if (random() < 0.5 || Math.abs(value) === 1) return value * 2
  return Number.isInteger(value) ? Math.trunc(value / 2) : Number((value / 2).toFixed(4))
}

/** `const NAME = 12`, `NAME = { head: 3, foot: -2 }`: every number with a name of its own in the code of a file. */
function namedNumbers(file) {
  const text = readFileSync(file, 'utf8')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found = []
  const visit = (node, path) => {
    const named = ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)
    const names = named ? [...path, node.name.getText(source)] : path
    const value = named && node.initializer
    const number = value && (ts.isPrefixUnaryExpression(value) ? value.operand : value)
    if (number && ts.isNumericLiteral(number) && /[A-Z]{2}/.test(names[0]))
      found.push({
        file,
        name: names.join('.'),
        value: Number(value.getText(source).replaceAll('_', '')),
        start: value.getStart(source),
        end: value.getEnd(),
      })
    else ts.forEachChild(node, (child) => visit(child, names))
  }
  visit(source, [])
  return found.map(({ file, name, value, start, end }) => ({
    what: `${file} ${name}`,
    change: (random) => {
      const other = otherNumber(value, random)
      return { file, text: `${text.slice(0, start)}${other}${text.slice(end)}`, told: `${value} → ${other}` }
    },
  }))
}

/** Every entry of the judge's weights. */
function judgeWeights(file) {
  const read = () => JSON.parse(readFileSync(file, 'utf8'))
  const pathsIn = (value, path) =>
    typeof value === 'number' ? [path] : Object.entries(value).flatMap(([key, each]) => pathsIn(each, [...path, key]))
  return pathsIn(read(), []).map((path) => ({
    what: `${file} ${path.join(' / ')}`,
    change: (random) => {
      const weights = read()
      const holder = path.slice(0, -1).reduce((at, key) => at[key], weights)
      const key = path.at(-1)
      const before = holder[key]
      holder[key] = otherNumber(before, random)
      return { file, text: JSON.stringify(weights, null, 1), told: `${before} → ${holder[key]}` }
    },
  }))
}

/** Blocks of the second reader's weights; each is one table of bytes. */
function learnedWeights(file) {
  const read = () => JSON.parse(readFileSync(file, 'utf8'))
  return Object.entries(read().regions).flatMap(([region, tables]) =>
    ['table', 'transitions'].flatMap((table) => {
      const size = Buffer.from(tables[table], 'base64').length
      return Array.from({ length: Math.ceil(size / BLOCK) }, (_, nth) => ({
        what: `${file} ${region} ${table}, bytes ${nth * BLOCK}–${Math.min(size, (nth + 1) * BLOCK)}`,
        change: (random) => {
          const weights = read()
          const bytes = Buffer.from(weights.regions[region][table], 'base64')
          shuffle(bytes.subarray(nth * BLOCK, (nth + 1) * BLOCK), random)
          weights.regions[region][table] = bytes.toString('base64')
          return { file, text: JSON.stringify(weights), told: 'shuffled' }
        },
      }))
    }),
  )
}

function shuffle(list, random) {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[list[at], list[other]] = [list[other], list[at]]
  }
}

function changesOf(room) {
  const folder = `src/${room}`
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
  const code = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).flatMap(namedNumbers)
  const data =
    room === 'grade'
      ? judgeWeights('src/grade/weights.json')
      : room === 'label'
        ? learnedWeights('src/label/weights.json')
        : []
  return [...code, ...data]
}

function copyOfCheckout() {
  const folder = mkdtempSync(join(tmpdir(), 'directive-parse-mutate-'))
  for (const name of COPIED) if (existsSync(name)) cpSync(name, join(folder, name), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  return folder
}

/** Whether the quick tests pass in a folder; `bail` leaves at the first failure. */
function pass(folder) {
  const tests = QUICK_TESTS.map((name) => `test/${name}.test.ts`).filter((file) => existsSync(join(folder, file)))
  const { status, stdout } = spawnSync(
    process.execPath,
    [resolve('node_modules/vitest/vitest.mjs'), 'run', '--bail', '1', '--reporter', 'dot', ...tests],
    {
      cwd: folder,
      encoding: 'utf8',
      timeout: PATIENCE,
      env: { ...process.env, NO_COLOR: '1' },
    },
  )
  const [, failed = ''] = /FAIL +(.+)/.exec(stdout ?? '') ?? []
  return { passed: status === 0, failed, stdout }
}

const random = randomFrom(Number(options.seed))
const rooms = options.room.split(',').map((room) => ({ room, left: changesOf(room) }))
for (const { left } of rooms) shuffle(left, random)
const chosen = Array.from({ length: Number(options.count) }, (_, nth) => rooms[nth % rooms.length].left.pop()).filter(
  Boolean,
)

const folder = copyOfCheckout()
let noticed = 0
try {
  const before = pass(folder)
  if (!before.passed) {
    console.error(`The tests fail before anything is changed.\n${before.stdout}`)
    process.exitCode = 2
  } else {
    console.log(
      `${rooms.map(({ room, left }) => `${room} ${left.length}`).join(', ')} numbers and blocks left over; ${chosen.length} are changed, seed ${options.seed}\n`,
    )
    for (const { what, change } of chosen) {
      const { file, text, told } = change(random)
      writeFileSync(join(folder, file), text)
      const { passed, failed } = pass(folder)
      cpSync(file, join(folder, file))
      if (!passed) noticed++
      console.log(`${passed ? 'NOT noticed' : 'noticed    '}  ${what}  ${told}${failed ? `  [${failed}]` : ''}`)
    }
    console.log(`\n${noticed} of ${chosen.length} noticed`)
    process.exitCode = noticed < WANTED * chosen.length ? 1 : 0
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
