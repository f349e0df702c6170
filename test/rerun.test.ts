/** A run into a folder in which a person has worked: nothing of it is lost, and nothing is done twice. */
import { copyFile, cp, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { amend } from '../src/corrections/amend.ts'
import type { Correction } from '../src/corrections/correction.ts'
import { takeLock } from '../src/batch/lock.ts'
import type { DirectiveRecord } from '../src/schema.ts'
import { runCommand, temporaryFolder } from './command.ts'

const letter = (serial: number, place = 'Suối Ngàn') =>
  `HUYỆN ỦY SUỐI NGÀN\nSố ${serial}-CV/HU\n${place}, ngày 05 tháng 8 năm 2021\n\n1. Văn phòng rà soát.\n`

interface Batch {
  root: string
  scans: string
  records: string
}

/** Letters, and their records; `01` has been corrected by a person. */
async function corrected(count = 3): Promise<Batch> {
  const root = await temporaryFolder()
  const [scans, records] = [join(root, 'scans'), join(root, 'records')]
  await mkdir(scans)
  for (let serial = 1; serial <= count; serial++) await writeFile(join(scans, `0${serial}.txt`), letter(serial))
  await runCommand([scans, '-o', records])
  const number = { pointer: '/number', action: 'set', value: '11-CV/HU' } as const
  await change(
    join(records, '01.json'),
    number,
    { pointer: '/serial', action: 'set', value: '11' },
    { pointer: '/place', action: 'confirm' },
  )
  return { root, scans, records }
}

async function change(path: string, ...corrections: Correction[]): Promise<void> {
  const amended = amend(await recordAt(path), corrections)
  if ('problem' in amended) throw new Error(amended.problem.en)
  await writeFile(path, JSON.stringify(amended.record, null, 2))
}

const recordAt = async (path: string) => JSON.parse(await readFile(path, 'utf8')) as DirectiveRecord

/** Runs with a report; gives what became of each input, and what was kept. */
async function rerun(words: string[], root: string) {
  const report = join(root, 'report.ndjson')
  const ran = await runCommand([...words, '--report', report, '--lang', 'en'])
  const lines = (await readFile(report, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  const statuses = lines.map(({ path, status }) => `${path.slice(-6, -4)} ${status}`).sort()
  return { ...ran, statuses, kept: lines.flatMap((line) => line.kept ?? []) }
}

describe('what a person corrected or confirmed', () => {
  test('stands on a rerun, and the summary and the report say so', async () => {
    const { root, scans, records } = await corrected()
    const { stderr, code, kept, statuses } = await rerun([scans, '-o', records], root)
    const { number, corrections, evidence } = await recordAt(join(records, '01.json'))
    expect(number).toBe('11-CV/HU')
    expect(corrections).toHaveLength(3)
    expect(evidence['/place']?.note).toContain('confirmed by hand')
    expect(statuses).toEqual(['01 done', '02 done', '03 done'])
    expect(kept).toEqual(['/number', '/serial', '/place'])
    expect(stderr).toMatch(/^Corrected by hand, kept +3 values in 1 records$/m)
    expect(code).toBe(0)
  })

  test('stands through every format of records, and without evidence', async () => {
    const { root, scans, records } = await corrected()
    for (const format of ['--ndjson', '--yaml']) {
      const other = join(root, format)
      await runCommand([records, '-o', other, format])
      await runCommand([scans, '-o', other, format])
      const name = (await readdir(other)).find((each) => each.startsWith('01')) as string
      expect([format, await readFile(join(other, name), 'utf8')]).toEqual([format, expect.stringContaining('11-CV/HU')])
    }
    await runCommand([scans, '-o', records, '--no-evidence'])
    await runCommand([scans, '-o', records])
    expect((await recordAt(join(records, '01.json'))).number).toBe('11-CV/HU')
  })

  test('goes only with --overwrite-corrections', async () => {
    const { scans, records } = await corrected()
    await runCommand([scans, '-o', records, '--overwrite-corrections'])
    const { number, corrections } = await recordAt(join(records, '01.json'))
    expect([number, corrections]).toEqual(['1-CV/HU', undefined])
  })

  test('is not laid over another text: the record stays, and is named', async () => {
    const { scans, records } = await corrected()
    await writeFile(join(scans, '01.txt'), letter(77))
    const { code, stderr } = await runCommand([scans, '-o', records, '--lang', 'en'])
    expect((await recordAt(join(records, '01.json'))).number).toBe('11-CV/HU')
    expect(stderr).toContain('01.json: holds corrections made by hand to another version of this source')
    expect(code).toBe(1)
  })

  test('keeps its name when a file of the same name comes beside its source', async () => {
    const { scans, records } = await corrected()
    await writeFile(join(scans, '01.md'), letter(99))
    await runCommand([scans, '-o', records])
    expect((await recordAt(join(records, '01.json'))).number).toBe('11-CV/HU')
    expect((await recordAt(join(records, '01.md.json'))).number).toBe('99-CV/HU')
  })
})

describe('--resume', () => {
  const nothing = ['01 unchanged', '02 unchanged', '03 unchanged']

  test('does nothing again from another folder, in another language, after a move or a copy', async () => {
    const { root, scans, records } = await corrected()
    expect((await rerun([relative(process.cwd(), scans), '-o', records, '--resume'], root)).statuses).toEqual(nothing)
    expect((await rerun([scans, '-o', records, '--resume', '--lang', 'vi'], root)).statuses).toEqual(nothing)
    await cp(records, join(root, 'copy'), { recursive: true })
    expect((await rerun([scans, '-o', join(root, 'copy'), '--resume'], root)).statuses).toEqual(nothing)
    await rename(records, join(root, 'moved'))
    await rename(scans, join(root, 'originals'))
    expect((await rerun([join(root, 'originals'), '-o', join(root, 'moved'), '--resume'], root)).statuses).toEqual(
      nothing,
    )
    expect((await recordAt(join(root, 'moved', '01.json'))).number).toBe('11-CV/HU')
  })

  test.each([
    ['cut', 200],
    ['emptied', 0],
  ])('does a record again that was %s', async (_, length) => {
    const { root, scans, records } = await corrected()
    await truncate(join(records, '02.json'), length)
    expect((await rerun([scans, '-o', records, '--resume'], root)).statuses).toEqual([
      '01 unchanged',
      '02 done',
      '03 unchanged',
    ])
    expect((await recordAt(join(records, '02.json'))).number).toBe('2-CV/HU')
  })

  test('does a record again that is another one', async () => {
    const { root, scans, records } = await corrected()
    await copyFile(join(records, '03.json'), join(records, '02.json'))
    expect((await rerun([scans, '-o', records, '--resume'], root)).statuses).toEqual([
      '01 unchanged',
      '02 done',
      '03 unchanged',
    ])
  })

  test('knows what a run over a part of the folder did', async () => {
    const { root, scans, records } = await corrected()
    await runCommand([join(scans, '02.txt'), '-o', records])
    expect((await rerun([scans, '-o', records, '--resume'], root)).statuses).toEqual(nothing)
  })
})

describe('two runs into one folder', () => {
  test('the second says so and stops', async () => {
    const { scans, records } = await corrected()
    const before = await readFile(join(records, '02.json'), 'utf8')
    const lock = await takeLock(records, 'run')
    await writeFile(join(scans, '02.txt'), letter(22))
    const { code, stderr } = await runCommand([scans, '-o', records, '--lang', 'en'])
    expect(stderr).toMatch(
      /^directive-parse: \S+records: another run \(process \d+ on \S+, since [^)]+\) is writing into this folder; [^\n]+\n$/,
    )
    expect(code).toBe(1)
    expect(await readFile(join(records, '02.json'), 'utf8')).toBe(before)
    lock.release()
    expect((await runCommand([scans, '-o', records])).code).toBe(0)
  })

  test('a lock that a killed run left behind keeps nobody out', async () => {
    const { scans, records } = await corrected()
    const dead = { pid: 2 ** 22 - 1, host: (await import('node:os')).hostname(), since: '2021-08-05T00:00:00Z' }
    await writeFile(join(records, '.directive-parse', 'run.lock'), JSON.stringify(dead))
    expect((await runCommand([scans, '-o', records])).code).toBe(0)
    expect(await readdir(join(records, '.directive-parse'))).toEqual(['journal.ndjson'])
  })
})

describe('records as input', () => {
  test('become a table as they are, with what was corrected', async () => {
    const { root, records } = await corrected()
    const { stdout, code } = await runCommand([records, '--csv'])
    expect(stdout.split('\r\n')).toHaveLength(5)
    expect(stdout).toContain('11,CV/HU')
    expect(code).toBe(0)
    const list = join(root, 'list.xlsx')
    expect((await runCommand([records, '--xlsx', '-o', list])).code).toBe(0)
    expect((await readFile(list)).subarray(0, 2).toString()).toBe('PK')
  })

  test('are read without the review page that lies beside them', async () => {
    const { root, records } = await corrected()
    expect((await runCommand(['review', records, '-o', join(records, 'ra-soat.html')])).code).toBe(0)
    const { stderr, code } = await runCommand([records, '--csv', '-o', join(root, 'list.csv'), '--lang', 'vi'])
    expect(code).toBe(0)
    expect(stderr).toMatch(/^ {2}bỏ qua +1 +\(1 tệp do phần mềm để lại/m)
    expect((await readFile(join(root, 'list.csv'), 'utf8')).split('\r\n')).toHaveLength(5)
  })

  test('go through as they are, whatever their file: one, a list, lines, YAML', async () => {
    const { root, records } = await corrected()
    const one = await recordAt(join(records, '01.json'))
    const whole = { ...one, later: 'a key of a later version' }
    await writeFile(join(root, 'one.json'), JSON.stringify(whole))
    await writeFile(join(root, 'list.json'), JSON.stringify([whole, whole], null, 2))
    await writeFile(join(root, 'lines.ndjson'), `${JSON.stringify(whole)}\n${JSON.stringify(whole)}\n`)
    await writeFile(join(root, 'some.yaml'), (await runCommand([join(root, 'one.json'), '--yaml'])).stdout)
    for (const [name, count] of [
      ['one.json', 1],
      ['list.json', 2],
      ['lines.ndjson', 2],
      ['some.yaml', 1],
    ] as const) {
      const { stdout } = await runCommand([join(root, name), '--ndjson'])
      expect([
        name,
        stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ]).toEqual([name, Array(count).fill(whole)])
    }
    expect((await runCommand(['-', '--ndjson'], { stdin: JSON.stringify(whole) })).stdout).toBe(
      `${JSON.stringify(whole)}\n`,
    )
  })

  test('that are broken are one line, not a document', async () => {
    const { root } = await corrected(1)
    await writeFile(join(root, 'bad.json'), '{"schema": "directive/1", "number": 5}')
    await writeFile(join(root, 'cut.json'), '{"schema": "directive/1", "num')
    for (const name of ['bad.json', 'cut.json']) {
      const { code, stderr, stdout } = await runCommand([join(root, name), '--lang', 'en'])
      expect([stdout, code]).toEqual(['', 1])
      expect(stderr).toMatch(new RegExp(`^directive-parse: \\S+${name}: a file of records, but [^\\n]+\\n$`))
    }
  })

  test('have no text of their own', async () => {
    const { records } = await corrected(1)
    const { code, stderr } = await runCommand([join(records, '01.json'), '--text', '--lang', 'en'])
    expect(stderr).toContain('01.json: is a record; its text is in its source')
    expect(code).toBe(1)
  })

  test('copied over records that were corrected otherwise leave those alone', async () => {
    const { root, records } = await corrected()
    const other = join(root, 'other')
    await runCommand([records, '-o', other])
    await change(join(other, '01.json'), { pointer: '/number', action: 'set', value: '12-CV/HU' })
    await change(join(records, '02.json'), { pointer: '/number', action: 'set', value: '22-CV/HU' })
    const { code, stderr } = await runCommand([records, '-o', other])
    expect([code, stderr]).toEqual([1, expect.stringContaining('01.json')])
    expect((await recordAt(join(other, '01.json'))).number).toBe('12-CV/HU')
    expect((await recordAt(join(other, '02.json'))).number).toBe('22-CV/HU')
    await rm(join(other, '01.json'))
    expect((await runCommand([records, '-o', other])).code).toBe(0)
  })
})
