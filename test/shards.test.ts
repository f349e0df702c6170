/** A run in shares, merged: the same bytes as one run, and nothing lost or done twice on the way. */
import { execFileSync } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OWN_FOLDER } from '../src/batch/lock.ts'
import { shardOf } from '../src/batch/shard.ts'
import { amend } from '../src/corrections/amend.ts'
import { runCommand, temporaryFolder } from './command.ts'
import { needing } from './needs.ts'
import { startSlurm } from './slurm.ts'

const letter = (serial: number) =>
  `HUYỆN ỦY SUỐI NGÀN\nSố ${serial}-CV/HU\nSuối Ngàn, ngày 05 tháng 8 năm 2021\n\n1. Văn phòng rà soát trước ngày 20/8/2021.\n`

/** Letters in folders whose names sort otherwise with their slash than without; two with one stem; one is there twice. */
async function scansIn(root: string): Promise<string> {
  const scans = join(root, 'scans')
  for (const folder of ['a', 'a-1', 'hộp 2']) await mkdir(join(scans, folder), { recursive: true })
  const names = ['a/1.txt', 'a-1/1.txt', 'a/10.txt', 'b.txt', 'b.md', 'hộp 2/đ.txt']
  for (const [at, name] of names.entries()) await writeFile(join(scans, name), letter(at + 1))
  await writeFile(join(scans, 'z2.txt'), letter(names.length))
  await writeFile(join(scans, 'c.pdf'), '%PDF-1.7 rubbish')
  return scans
}

/** The files of a folder by name, without what the program keeps there for itself. */
async function filesIn(folder: string): Promise<[string, string][]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const own = paths.filter((path) => !path.includes(OWN_FOLDER)).sort()
  return Promise.all(own.map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')]))
}

const linesIn = async (path: string) =>
  (await readFile(path, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

async function inShards(of: number, words: (shard: number) => string[]): Promise<void> {
  for (let index = 1; index <= of; index++) {
    const { code, stderr } = await runCommand([...words(index), '--shard', `${index}/${of}`, '--lang', 'en'])
    expect([code <= 1, stderr.includes('unexpected')]).toEqual([true, false])
  }
}

async function shardsOf(root: string, of = 3): Promise<{ scans: string; outs: string[] }> {
  const scans = await scansIn(root)
  const out = (index: number) => join(root, `out-${index}`)
  await inShards(of, (index) => [scans, '-o', out(index), '--report', `${out(index)}.ndjson`])
  return { scans, outs: Array.from({ length: of }, (_, at) => out(at + 1)) }
}

const merged = (words: string[]) => runCommand(['merge', ...words, '--lang', 'en'])

test('each file belongs to one share, the same on every machine', () => {
  const paths = ['a/1.txt', 'a/2.txt', 'hộp 2/e.txt', 'hộp 2/e.txt'.normalize('NFD')]
  expect(paths.map((path) => shardOf(path, 8))).toEqual([1, 5, 4, 4])
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 999 }), (path, of) => {
      const index = shardOf(path, of)
      expect(index >= 1 && index <= of).toBe(true)
    }),
  )
  const counts = Array(8).fill(0)
  for (let at = 0; at < 8000; at++) counts[shardOf(`box/${at}.pdf`, 8) - 1]++
  expect(Math.min(...counts)).toBeGreaterThan(850)
})

test('a share that is none is refused', async () => {
  for (const value of ['0/3', '4/3', '3', 'a/b', '1/0']) {
    const { code, stderr } = await runCommand(['x.txt', '--shard', value, '--lang', 'en'])
    expect([value, code, stderr.includes('--shard')]).toEqual([value, 2, true])
  }
})

describe('three shares, merged', () => {
  test('are the records of one run, byte for byte, and --resume finds nothing left to do', async () => {
    const root = await temporaryFolder()
    const { scans, outs } = await shardsOf(root)
    const all = join(root, 'all')
    const { code, stderr } = await merged([...outs, '-o', all])
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^7 records new/)])
    await runCommand([scans, '-o', join(root, 'one')])
    expect(await filesIn(all)).toEqual(await filesIn(join(root, 'one')))
    const report = join(root, 'again.ndjson')
    await runCommand([scans, '-o', all, '--resume', '--report', report])
    const statuses = (await linesIn(report)).map(({ status }) => status).sort()
    expect(statuses).toEqual(['failed', ...Array(7).fill('unchanged')])
  })

  test('a second time change nothing', async () => {
    const root = await temporaryFolder()
    const { outs } = await shardsOf(root)
    const all = join(root, 'all')
    const words = [...outs, ...outs.map((out) => `${out}.ndjson`), '-o', all]
    await merged(words)
    const whole = async () => {
      const journal = await readFile(join(all, OWN_FOLDER, 'journal.ndjson'), 'utf8')
      return [...(await filesIn(all)), journal]
    }
    const before = await whole()
    const { code, stderr } = await merged(words)
    expect([code, stderr]).toEqual([0, expect.stringContaining('0 records new, 0 replaced, 7 there before')])
    expect(await whole()).toEqual(before)
  })

  test('have one report, which finds what is there twice in different shares', async () => {
    const root = await temporaryFolder()
    const { scans, outs } = await shardsOf(root)
    const [all, report] = [join(root, 'all'), join(root, 'all.ndjson')]
    await merged([...outs, ...outs.map((out) => `${out}.ndjson`), '-o', all, '--report', report])
    await runCommand([scans, '-o', join(root, 'one'), '--report', join(root, 'one.ndjson')])
    const told = async (path: string, folder: string) => {
      const lines = (await linesIn(path)).sort((one, other) => (one.path < other.path ? -1 : 1))
      return lines.map(({ seconds: _, ...line }) => JSON.stringify(line).replaceAll(folder, 'records'))
    }
    expect(await told(report, all)).toEqual(await told(join(root, 'one.ndjson'), join(root, 'one')))
  })

  test.each(['documents', 'tasks', 'contents'])('have one table of %s, as of one run', async (table) => {
    const root = await temporaryFolder()
    const scans = await scansIn(root)
    await inShards(3, (index) => [scans, '--csv', '--table', table, '-o', join(root, `${index}.csv`)])
    await runCommand([scans, '--csv', '--table', table, '-o', join(root, 'one.csv')])
    const files = [3, 1, 2].map((index) => join(root, `${index}.csv`))
    await merged([...files, '-o', join(root, 'all.csv')])
    expect(await readFile(join(root, 'all.csv'), 'utf8')).toBe(await readFile(join(root, 'one.csv'), 'utf8'))
    await merged([files[0] as string, '-o', join(root, 'all.csv')])
    expect(await readFile(join(root, 'all.csv'), 'utf8')).toBe(await readFile(join(root, 'one.csv'), 'utf8'))
  })

  test('have one file of NDJSON, as of one run', async () => {
    const root = await temporaryFolder()
    const scans = await scansIn(root)
    for (let index = 1; index <= 3; index++) {
      const { stdout } = await runCommand([scans, '--ndjson', '--shard', `${index}/3`, '--unordered'])
      await writeFile(join(root, `${index}.ndjson`), stdout)
    }
    const files = [2, 3, 1].map((index) => join(root, `${index}.ndjson`))
    await merged([...files, '-o', join(root, 'all.ndjson')])
    expect(await readFile(join(root, 'all.ndjson'), 'utf8')).toBe((await runCommand([scans, '--ndjson'])).stdout)
  })
})

describe('merging', () => {
  test('names the shares that are missing, and goes on when they are there', async () => {
    const root = await temporaryFolder()
    const { outs } = await shardsOf(root)
    const all = join(root, 'all')
    const first = await merged([outs[0] as string, outs[2] as string, '-o', all])
    expect([first.code, first.stderr]).toEqual([1, expect.stringMatching(/shards 2\/3;.*\[shards-missing\]/)])
    const second = await merged([outs[1] as string, '-o', all])
    expect([second.code, second.stderr.includes('shards-missing')]).toEqual([0, false])
    expect(await filesIn(all)).toHaveLength(7)
  })

  test('takes what a share reads anew, and keeps what a person corrected', async () => {
    const root = await temporaryFolder()
    const { scans, outs } = await shardsOf(root, 1)
    const all = join(root, 'all')
    await merged([...outs, '-o', all])
    const corrected = join(all, 'a/1.json')
    const amended = amend(JSON.parse(await readFile(corrected, 'utf8')), [
      { pointer: '/number', action: 'set', value: '99-CV/HU' },
    ])
    if ('problem' in amended) throw new Error(amended.problem.en)
    await writeFile(corrected, JSON.stringify(amended.record, null, 2))
    for (const name of ['a/1.txt', 'a/10.txt']) await writeFile(join(scans, name), letter(77))
    await inShards(1, () => [scans, '-o', outs[0] as string])
    const { stderr } = await merged([...outs, '-o', all])
    expect(stderr).toContain('0 records new, 1 replaced, 5 there before, 1 corrected by hand and kept')
    const numberIn = async (name: string) => JSON.parse(await readFile(join(all, name), 'utf8')).number
    expect([await numberIn('a/1.json'), await numberIn('a/10.json')]).toEqual(['99-CV/HU', '77-CV/HU'])
  })

  test('says where two runs differ under one name, and lets the first stand', async () => {
    const root = await temporaryFolder()
    for (const [at, box] of ['box-1', 'box-2'].entries()) {
      await mkdir(join(root, box))
      await writeFile(join(root, box, 'a.txt'), letter(at + 1))
      await runCommand([join(root, box), '-o', join(root, `out-${box}`)])
    }
    const { code, stderr } = await merged([join(root, 'out-box-1'), join(root, 'out-box-2'), '-o', join(root, 'all')])
    expect([code, stderr]).toEqual([1, expect.stringContaining('[merge-differs]')])
    expect(JSON.parse(await readFile(join(root, 'all/a.json'), 'utf8')).serial).toBe('1')
  })

  test('refuses folders that lie in each other', async () => {
    const root = await temporaryFolder()
    const { outs } = await shardsOf(root, 1)
    for (const output of [root, outs[0] as string, join(outs[0] as string, 'all')]) {
      const { code, stderr } = await merged([...outs, '-o', output])
      expect([output, code, stderr.includes('[merge-within]')]).toEqual([output, 2, true])
    }
  })

  test('refuses a folder of scans, and writes nothing', async () => {
    const root = await temporaryFolder()
    const { scans, outs } = await shardsOf(root)
    const { code, stderr } = await merged([...outs, scans, '-o', join(root, 'all')])
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^directive-parse: \S+scans: .*\[merge-no-results\]\n$/)])
    expect(await readdir(root)).not.toContain('all')
  })

  test('knows the records again where the folders were moved', async () => {
    const root = await temporaryFolder()
    const { scans, outs } = await shardsOf(root)
    await mkdir(join(root, 'moved'))
    await cp(outs[0] as string, join(root, 'moved/1'), { recursive: true })
    await merged([join(root, 'moved/1'), ...outs.slice(1), '-o', join(root, 'all')])
    await rename(join(root, 'all'), join(root, 'elsewhere'))
    const report = join(root, 'again.ndjson')
    await runCommand([scans, '-o', join(root, 'elsewhere'), '--resume', '--report', report])
    const done = (await linesIn(report)).filter(({ status }) => status === 'done')
    expect(done).toEqual([])
  })
})

needing('parallel').test('shares run by GNU parallel are those of one run', async () => {
  const root = await temporaryFolder()
  const scans = await scansIn(root)
  const program = `${process.execPath} ${resolve('bin/directive-parse.js')}`
  const sh = (script: string) => execFileSync('sh', ['-c', script], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
  sh(`parallel -j 2 '${program} ${scans} -o out/{} --shard {}/3 --jobs 1 || true' ::: 1 2 3`)
  sh(`${program} merge out/1 out/2 out/3 -o all`)
  await runCommand([scans, '-o', join(root, 'one')])
  expect(await filesIn(join(root, 'all'))).toEqual(await filesIn(join(root, 'one')))
})

needing('parallel').test('lines dealt out by GNU parallel come back as of one filter', async () => {
  const root = await temporaryFolder()
  const lines = Array.from({ length: 40 }, (_, at) => JSON.stringify({ id: at, text: letter(at) }))
  await writeFile(join(root, 'in.ndjson'), `${lines.join('\n')}\n`)
  const filter = `${process.execPath} ${resolve('bin/directive-parse.js')} --from-ndjson - --jobs 1`
  const sh = (script: string) => execFileSync('sh', ['-c', script], { cwd: root, encoding: 'utf8' })
  const dealt = sh(`parallel -j 2 --keep-order --pipe --block 2k '${filter}' < in.ndjson`)
  expect(dealt).toBe(sh(`${filter} < in.ndjson`))
})

needing('slurmctld').test(
  'shares run as a job array of Slurm are those of one run',
  async () => {
    const root = await temporaryFolder()
    const scans = await scansIn(root)
    const program = `${process.execPath} ${resolve('bin/directive-parse.js')}`
    const env = await startSlurm(await temporaryFolder())
    const job = `#!/bin/sh
#SBATCH --array=1-3
#SBATCH --output=${root}/log-%a.txt
${program} ${scans} -o out/$SLURM_ARRAY_TASK_ID --shard $SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT --jobs 1 || true
`
    await writeFile(join(root, 'job.sh'), job)
    execFileSync('sbatch', ['--wait', '--quiet', 'job.sh'], { cwd: root, env })
    await merged([1, 2, 3].map((index) => join(root, 'out', `${index}`)).concat('-o', join(root, 'all')))
    await runCommand([scans, '-o', join(root, 'one')])
    expect(await filesIn(join(root, 'all'))).toEqual(await filesIn(join(root, 'one')))
  },
  300_000,
)

needing('python3').test(
  'the Python part of the recipes gives each line its record, however many there are',
  async () => {
    const root = await temporaryFolder()
    const [, script] =
      /^```python\n# filter\.py.*?\n(.*?)^```/ms.exec(await readFile('docs/many-machines.md', 'utf8')) ?? []
    const lines = Array.from({ length: 300 }, (_, at) => ({ id: at, text: letter(at) }))
    await writeFile(join(root, 'in.json'), JSON.stringify(lines))
    const words = JSON.stringify([
      process.execPath,
      resolve('bin/directive-parse.js'),
      '--from-ndjson',
      '-',
      '--jobs',
      '1',
    ])
    const ask = `${script}
found = list(records_of(json.load(open('in.json')), ${words}))
print(json.dumps([[each["id"], each["number"]] for each in found]))`
    const printed = JSON.parse(execFileSync('python3', ['-c', ask], { cwd: root, encoding: 'utf8' }))
    expect(printed).toEqual(lines.map(({ id }) => [id, `${id}-CV/HU`]))
  },
)
