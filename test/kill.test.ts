/** Every command that writes, killed at ten moments: what it was writing is there whole, or as it was before. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { OWN_FOLDER } from '../src/batch/lock.ts'
import { markOf } from '../src/corrections/rebase.ts'
import { recordHash } from '../src/review/records.ts'
import { type DirectiveRecord, recordSchema } from '../src/schema.ts'
import { runCommand, temporaryFolder } from './command.ts'

const MOMENTS = 10
const LETTERS = 12

const letter = (serial: number) =>
  `HUYỆN ỦY SUỐI NGÀN\nSố ${serial}-CV/HU\nSuối Ngàn, ngày 05 tháng 8 năm 2021\n\n1. Văn phòng rà soát.\n`

/** Runs the real command; kills it after `moment` milliseconds, where it has not ended by itself. */
async function run(words: string[], moment?: number): Promise<number> {
  const began = performance.now()
  const child = spawn(process.execPath, ['bin/directive-parse.js', ...words], { stdio: 'ignore', detached: true })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  if (moment !== undefined) {
    await Promise.race([ended, sleep(moment)])
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  }
  await ended
  return performance.now() - began
}

let root: string
let scans: string
let records: string
let corrections: string

/** Runs a command once to its end, then kills it at moments spread over the time that took. */
async function killed(words: string[], prepare: () => Promise<unknown>, judge: () => Promise<unknown>): Promise<void> {
  await prepare()
  const whole = await run(words)
  for (let moment = 1; moment <= MOMENTS; moment++) {
    await prepare()
    await run(words, (whole * moment) / (MOMENTS + 1))
    await judge()
  }
}

/** Kills a command that writes one file: it is there as the whole run leaves it, or not at all. Gives its size. */
async function wholeOrNotThere(words: string[], file: string, looksRight: (bytes: Buffer) => void): Promise<number> {
  let size = 0
  await killed(
    words,
    async () => {
      if (size === 0 && existsSync(file)) size = (await readFile(file)).length
      await rm(file, { force: true })
    },
    async () => {
      if (!existsSync(file)) return
      const bytes = await readFile(file)
      looksRight(bytes)
      expect(bytes.length).toBe(size)
    },
  )
  // Ten that were killed leave no more than one does.
  const drafts = (await readdir(dirname(file))).filter((name) => name.startsWith(`.${basename(file)}`))
  expect(drafts.length).toBeLessThanOrEqual(1)
  return size
}

/** Names of the files that bear their final name. */
const finished = async (folder: string) =>
  existsSync(folder) ? (await readdir(folder)).filter((name) => !name.startsWith('.')).sort() : []

async function wholeRecords(folder: string): Promise<DirectiveRecord[]> {
  const names = (await finished(folder)).filter((name) => name.endsWith('.json'))
  return Promise.all(
    names.map(async (name) => recordSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))),
  )
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'killed-'))
  ;[scans, records, corrections] = ['scans', 'records', 'corrections.ndjson'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ]
  await mkdir(scans)
  for (let serial = 1; serial <= LETTERS; serial++) await writeFile(join(scans, `${serial}.txt`), letter(serial))
  await runCommand([scans, '-o', records])
  const lines: string[] = []
  for (const name of await finished(records)) {
    const record = JSON.parse(await readFile(join(records, name), 'utf8'))
    const said = { pointer: '/place', action: 'set', value: 'Suối Mây', seen: markOf(record.place) }
    lines.push(JSON.stringify({ correction: 'directive/1', record: name, hash: recordHash(record), ...said }))
  }
  await writeFile(corrections, lines.join('\n'))
  return () => rm(root, { recursive: true, force: true })
})

describe('killed at ten moments', { timeout: 300_000 }, () => {
  test('a run leaves whole records, and --resume makes the rest', async () => {
    const output = join(await temporaryFolder(), 'records')
    const words = [scans, '-o', output, '--jobs', '2', '--quiet']
    await killed(
      words,
      () => rm(output, { recursive: true, force: true }),
      () => wholeRecords(output),
    )
    await run([...words, '--resume'])
    expect(await finished(output)).toEqual(await finished(records))
  })

  test('a rerun keeps what a person corrected', async () => {
    const output = join(await temporaryFolder(), 'records')
    await cp(records, output, { recursive: true })
    await runCommand(['apply', corrections, output])
    await killed(
      [scans, '-o', output, '--jobs', '2', '--quiet'],
      async () => {},
      async () => {
        const places = (await wholeRecords(output)).map(({ place }) => place)
        expect(places).toEqual(Array(LETTERS).fill('Suối Mây'))
      },
    )
  })

  test('apply leaves each record as it was or corrected, and a second time does the rest', async () => {
    const output = join(await temporaryFolder(), 'records')
    const fresh = async () => {
      await rm(output, { recursive: true, force: true })
      await cp(records, output, { recursive: true })
    }
    await killed(['apply', corrections, output], fresh, async () => {
      const found = (await wholeRecords(output)).map(
        ({ place, corrections: changes }) => `${place} ${changes?.length ?? 0}`,
      )
      expect(found).toHaveLength(LETTERS)
      expect(found.filter((each) => each !== 'Suối Ngàn 0' && each !== 'Suối Mây 1')).toEqual([])
    })
    await run(['apply', corrections, output])
    expect((await wholeRecords(output)).every(({ place }) => place === 'Suối Mây')).toBe(true)
    expect((await readdir(join(output, OWN_FOLDER))).sort()).toEqual(['journal.ndjson'])
  })

  test('registers are whole, each of them, or not there', async () => {
    const output = join(await temporaryFolder(), 'registers')
    const sizes = new Map<string, number>()
    await killed(
      [scans, '--registers', '-o', output, '--quiet'],
      async () => {
        for (const name of sizes.size === 0 ? await finished(output) : [])
          sizes.set(name, (await readFile(join(output, name))).length)
        await rm(output, { recursive: true, force: true })
      },
      async () => {
        for (const name of await finished(output))
          expect([name, (await readFile(join(output, name))).length]).toEqual([name, sizes.get(name)])
      },
    )
    expect(sizes.size).toBeGreaterThan(10)
  })

  test('a package is whole or not there', async () => {
    const output = join(await temporaryFolder(), 'packages')
    const words = ['package', scans, '-o', output, '--quiet', '--package-time', '2021-08-05T00:00:00+07:00']
    let members = 0
    const count = async () =>
      (await readdir(output, { recursive: true })).filter((name) => !name.startsWith('.')).length
    await killed(
      words,
      async () => {
        if (members === 0 && existsSync(output)) members = await count()
        await rm(output, { recursive: true, force: true })
      },
      async () => {
        if ((await finished(output)).length > 0) expect(await count()).toBe(members)
      },
    )
    expect(members).toBeGreaterThan(10)
  })

  test('what shards wrote is merged whole, and merging again ends it', async () => {
    const folder = await temporaryFolder()
    const shards = ['1', '2'].map((shard) => join(folder, shard))
    for (const [index, shard] of shards.entries())
      await runCommand([scans, '-o', shard, '--shard', `${index + 1}/2`, '--quiet'])
    const output = join(folder, 'merged')
    const words = ['merge', ...shards, '-o', output, '--quiet']
    await killed(
      words,
      () => rm(output, { recursive: true, force: true }),
      () => wholeRecords(output),
    )
    await run(words)
    expect(await finished(output)).toEqual(await finished(records))
  })

  test('the list of known differences is whole, or as it was', async () => {
    const corpus = await temporaryFolder()
    await writeFile(join(corpus, 'a.txt'), letter(1))
    await writeFile(join(corpus, 'a.json'), JSON.stringify({ number: '2-CV/HU', subject: 'khác', place: 'khác' }))
    const list = join(corpus, 'a.report')
    const before = 'cũ\n'.repeat(1000)
    let whole = ''
    await killed(
      ['check', corpus, '--update', '--quiet'],
      async () => {
        if (whole === '' && existsSync(list)) whole = await readFile(list, 'utf8')
        await writeFile(list, before)
      },
      async () => expect([before, whole]).toContain(await readFile(list, 'utf8')),
    )
    expect(whole).toContain('/subject')
  })

  test('a two-layer PDF is whole or not there', async () => {
    const output = await temporaryFolder()
    const file = join(output, 'quyet-dinh-418-quet.pdf')
    const words = ['pdf', 'demo/documents/quyet-dinh-418-quet.pdf', '-o', output, '--pdfa', 'never', '--quiet']
    const size = await wholeOrNotThere(words, file, (bytes) =>
      expect(bytes.toString('latin1', bytes.length - 6)).toContain('%%EOF'),
    )
    expect(size).toBeGreaterThan(0)
  }, 300_000)

  const ends = { xlsx: 'PK', csv: '\uFEFFSTT', html: '<!doctype html>' }
  test.each([
    ['a workbook', 'xlsx', () => [scans, '--xlsx']],
    ['a table', 'csv', () => [scans, '--csv']],
    ['a review page', 'html', () => ['review', records]],
  ] as const)('%s is whole or not there', async (_, extension, words) => {
    const file = join(await temporaryFolder(), `list.${extension}`)
    await wholeOrNotThere([...words(), '-o', file, '--quiet'], file, (bytes) =>
      expect(bytes.toString('utf8', 0, 40).startsWith(ends[extension])).toBe(true),
    )
  })
})
