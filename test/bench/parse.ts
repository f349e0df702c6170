/**
 * The parse: text to validated record, as a share of what stock remark-parse needs for the same text in the same run, of
 * many documents (processor's time, which others on the machine disturb least) and stage by stage of one; its growth with
 * the length; hostile texts. Target: 0.6 of remark as the geometric mean.
 *
 * `DIRECTIVE_CORPUS=<folder>` measures the seeds and the texts of `dev` there in place of the fixtures.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { printTable } from '../../src/cli/table.ts'
import { extract } from '../../src/extract/extract.ts'
import { parseDirective } from '../../src/pipeline.ts'
import { recordSchema } from '../../src/schema.ts'
import { segment } from '../../src/segment/segment.ts'
import { decodedForm } from '../../src/text.ts'

/** UTF-16 units of the seed document, which is 14.6 KB in UTF-8. */
const LENGTH = 11_053
const SEED = 'seeds/text/seed-002.txt'

export function parse({ rounds }: { rounds: number }): void {
  const corpus = process.env.DIRECTIVE_CORPUS
  const text = decodedForm(corpus ? readFileSync(join(corpus, SEED), 'utf8') : longLetter())
  console.log(`${corpus ? SEED : 'a letter made of fixtures'}, ${(Buffer.byteLength(text) / 1000).toFixed(1)} KB`)
  stages(text, rounds)
  documents(corpus ? textsIn(CORPUS.map((folder) => join(corpus, folder))) : textsIn(['fixtures/cong-van']), rounds)
  growth(text)
  hostile()
}

const CORPUS = ['seeds/text', 'dev/text']

function textsIn(folders: readonly string[]): Map<string, string> {
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  return new Map(
    files
      .filter((path) => path.endsWith('.txt'))
      .sort()
      .map((path) => [basename(path), decodedForm(readFileSync(path, 'utf8'))]),
  )
}

/** Times so short are repeated until they are as long: the processor's clock is coarse. */
const CLOCKED = 8

/** The least processor's time of each document against that of remark-parse, and the geometric mean of the ratios. */
function documents(texts: ReadonlyMap<string, string>, rounds: number): void {
  const remark = unified().use(remarkParse).freeze()
  const least = new Map([...texts.keys()].map((name) => [name, { own: Infinity, remark: Infinity }]))
  for (let round = 0; round < rounds; round++)
    for (const [name, text] of texts) {
      const known = least.get(name) as { own: number; remark: number }
      known.own = Math.min(
        known.own,
        processorTime(() => parseDirective(text)),
      )
      known.remark = Math.min(
        known.remark,
        processorTime(() => remark.parse(text)),
      )
    }
  const ratios = [...least].map(([name, { own, remark: other }]): [string, number] => [name, own / other])
  const mean = Math.exp(ratios.reduce((sum, [, ratio]) => sum + Math.log(ratio), 0) / ratios.length)
  const ordered = ratios.toSorted(([, one], [, other]) => one - other)
  const rows = [ordered[0], ordered[ordered.length >> 1], ordered.at(-1), ratios.find(([name]) => SEED.endsWith(name))]
    .flatMap((each) => (each ? [each] : []))
    .map(([name, ratio]) => [name, ratio.toFixed(2)])
  console.log(
    `\n${printTable(
      ["processor's time", 'times remark'],
      [[`${ratios.length} documents, geometric mean`, mean.toFixed(2)], ...rows],
      { right: [1] },
    )}`,
  )
}

/** Milliseconds of the processor, all threads, that a run takes. */
function processorTime(run: () => unknown): number {
  const began = process.cpuUsage()
  let runs = 0
  let taken = 0
  do {
    run()
    runs++
    const { user, system } = process.cpuUsage(began)
    taken = (user + system) / 1000
  } while (taken < CLOCKED)
  return taken / runs
}

/** Each stage is run so many times a round, half of them to warm the compiler up. */
const RUNS = 20

/** A fixture with its items repeated up to the length of the seed. */
function longLetter(): string {
  const folder = 'fixtures/cong-van'
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  const longest = texts.sort((one, other) => other.length - one.length)[0] as string
  return repeated(longest, LENGTH / longest.length)
}

/** The text with the lines of its middle half repeated until it is `times` as long. */
function repeated(text: string, times: number): string {
  const lines = text.split('\n')
  const from = Math.floor(lines.length / 4)
  const middle = `${lines.slice(from, Math.ceil((lines.length * 3) / 4)).join('\n')}\n`
  const copies = Math.max(0, Math.round((text.length * (times - 1)) / middle.length))
  return `${lines.slice(0, from).join('\n')}\n${middle.repeat(copies + 1)}${lines.slice(Math.ceil((lines.length * 3) / 4)).join('\n')}`
}

function stages(text: string, rounds: number): void {
  const remark = unified().use(remarkParse).freeze()
  const tree = segment(text)
  const record = parseDirective(text)
  const work: Record<string, () => unknown> = {
    'remark-parse': () => remark.parse(text),
    'parse, whole': () => parseDirective(text),
    'of it, segment': () => segment(text),
    'of it, extract': () => extract(text, tree),
    'of it, zod': () => recordSchema.parse(record),
  }
  const times = new Map(Object.keys(work).map((name) => [name, [] as number[]]))
  for (let round = 0; round < rounds * RUNS; round++) {
    for (const [name, run] of Object.entries(work)) {
      const began = performance.now()
      run()
      if (round >= (rounds * RUNS) / 2) times.get(name)?.push(performance.now() - began)
    }
  }
  const of = (name: string) => median(times.get(name) as number[])
  const rows = [...times].map(([name, each]) => {
    const ratios = ['remark-parse', 'parse, whole'].map((other) => (of(name) / of(other)).toFixed(2))
    return [name, of(name).toFixed(2), Math.min(...each).toFixed(2), ...ratios]
  })
  console.log(
    printTable(['stage', 'median ms', 'least ms', 'times remark', 'of the parse'], rows, { right: [1, 2, 3, 4] }),
  )
}

function growth(text: string): void {
  const rows = [1, 10, 100].map((times) => {
    const long = repeated(text, times)
    const least = Math.min(...Array.from({ length: times > 10 ? 3 : 15 }, () => timed(() => parseDirective(long))))
    return [
      `${times}`,
      `${(long.length / 1000).toFixed(0)}`,
      least.toFixed(1),
      ((least / long.length) * 1000).toFixed(3),
    ]
  })
  console.log(
    `\n${printTable(['times as long', 'thousand units', 'least ms', 'ms a thousand units'], rows, { right: [0, 1, 2, 3] })}`,
  )
}

const MEGABYTE = 1_000_000
const HOSTILE: Record<string, (size: number) => string> = {
  'bullets of one line': (size) => '- Việc này giao phòng chuyên môn.\n'.repeat(size / 34),
  'one line of prose': (size) => 'Các đơn vị thực hiện nghiêm túc '.repeat(size / 32),
  'one line of one letter': (size) => 'a'.repeat(size),
  'a line of dashes': (size) => '-'.repeat(size),
  'UBND ': (size) => 'UBND '.repeat(size / 5),
  '1/1/': (size) => '1/1/'.repeat(size / 4),
  'quý I ': (size) => 'quý I '.repeat(size / 6),
  'số 1-': (size) => 'số 1-'.repeat(size / 5),
  'ngày ': (size) => 'ngày '.repeat(size / 5),
  'blank lines': (size) => '\n'.repeat(size),
  spaces: (size) => ' '.repeat(size),
  '( “ ': (size) => '( “ '.repeat(size / 4),
}

/** Texts that make careless patterns slow: twice the length must take about twice the time. */
function hostile(): void {
  const rows = Object.entries(HOSTILE).map(([name, make]) => {
    const half = timed(() => parseDirective(make(MEGABYTE / 2)))
    const whole = timed(() => parseDirective(make(MEGABYTE)))
    return [name, half.toFixed(0), whole.toFixed(0), (whole / half).toFixed(1)]
  })
  console.log(`\n${printTable(['1 MB of', 'ms for half', 'ms for all', 'ratio'], rows, { right: [1, 2, 3] })}`)
}

function timed(run: () => unknown): number {
  const began = performance.now()
  run()
  return performance.now() - began
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] as number
}
