import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findInputs } from '../src/batch/inputs.ts'
import { OWN_FOLDER } from '../src/batch/lock.ts'
import { outputNames } from '../src/batch/outputs.ts'
import { runJobs } from '../src/batch/run.ts'
import { recordFiles } from '../src/review/records.ts'
import { recordSchema } from '../src/schema.ts'
import { runCommand, temporaryFolder } from './command.ts'
import { ALL_DRAWN, drawnAgain, ENDLESS } from './drawn-again.ts'

const letter = (serial: number) =>
  `HUYỆN ỦY SUỐI NGÀN\nSố ${serial}-CV/HU\nSuối Ngàn, ngày 05 tháng 8 năm 2021\n\n1. Văn phòng rà soát.\n`

async function letters(count: number): Promise<string> {
  const folder = join(await temporaryFolder(), 'scans')
  await mkdir(folder)
  for (let serial = 1; serial <= count; serial++) {
    await writeFile(join(folder, `${String(serial).padStart(3, '0')}.txt`), letter(serial))
  }
  return folder
}

/** The files of an output folder, by name, without the journal. */
async function filesIn(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !path.includes(OWN_FOLDER)) files.set(path.slice(folder.length), await readFile(path, 'utf8'))
  }
  return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)))
}

const lines = (text: string) => text.split('\n').filter((line) => line !== '')

interface Running {
  child: ChildProcess
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>
  stderr(): string
}

/** The program as users start it, with workers. */
function start(words: string[]): Running {
  const child = spawn(process.execPath, ['bin/directive-parse.js', ...words], { env: { ...process.env, LC_ALL: 'C' } })
  const text = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    text.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    text.stderr += chunk
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, ...text })),
  )
  return { child, ended, stderr: () => text.stderr }
}

/** A file that keeps its reader busy: for ever, or with fewer levels for a while. */
async function slowFile(path: string, levels = ENDLESS): Promise<string> {
  await writeFile(path, drawnAgain(levels))
  return path
}

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await condition()) return
    await sleep(50)
  }
  throw new Error('waited in vain')
}

test('a folder stands for its documents, not for the expected records beside them', async () => {
  const folder = await letters(1)
  for (const name of ['001.json', '001.report', 'alone.json']) await writeFile(join(folder, name), '{}')
  const { inputs } = await findInputs([folder])
  expect(inputs.map(({ relative }) => relative)).toEqual(['001.txt', 'alone.json'])
})

test('no output takes the place of an input, wherever the folders lie', async () => {
  const folder = await letters(1)
  const within = join(folder, 'scans')
  await mkdir(within)
  await writeFile(join(within, 'kept.txt'), letter(2))
  await writeFile(join(folder, 'kept.json'), '{"kept": true}')
  const { code, stderr } = await runCommand([folder, '-o', join(folder, '..')])
  expect(stderr).toContain(join('scans', 'kept.json'))
  expect(code).not.toBe(0)
  expect(await readFile(join(folder, 'kept.json'), 'utf8')).toBe('{"kept": true}')
})

describe('running jobs', () => {
  const waited = async (milliseconds: number) => {
    await sleep(milliseconds)
    return milliseconds
  }

  test('outcomes keep the order of the jobs, or come as they are done', async () => {
    const order = async (kept: 'kept' | 'free') => {
      const got: number[] = []
      await runJobs([120, 10, 60], waited, (_, outcome) => void got.push(outcome), { at: 3, order: kept })
      return got
    }
    expect(await order('kept')).toEqual([120, 10, 60])
    expect(await order('free')).toEqual([10, 60, 120])
  })

  test('an outcome is handed on while the next job is still awaited', async () => {
    const got: number[] = []
    async function* slowly() {
      yield 1
      await until(() => got.length === 1)
      yield 2
    }
    await runJobs(slowly(), waited, (job) => void got.push(job), { at: 1, order: 'kept' })
    expect(got).toEqual([1, 2])
  })

  test('no more is begun than may be, nor read ahead', async () => {
    let begun = 0
    let most = 0
    const work = async (job: number) => {
      most = Math.max(most, ++begun)
      await waited(job === 0 ? 100 : 1)
    }
    await runJobs(
      Array.from({ length: 50 }, (_, job) => job),
      work,
      () => {},
      { at: 2, order: 'kept', ahead: 10 },
    )
    expect(begun).toBe(50)
    const early: number[] = []
    const note = async (job: number) => {
      await waited(job === 0 ? 100 : 1)
      early.push(job)
    }
    await runJobs([0, 1, 2, 3, 4, 5], note, () => {}, { at: 2, order: 'kept', ahead: 3 })
    expect(early.indexOf(0)).toBe(2)
  })

  test('a job waits until there is room for it, and is not begun where the run was stopped meanwhile', async () => {
    const eventsOf = async (stopAt: number) => {
      const events: string[] = []
      const work = async (job: string) => {
        events.push(`${job} begun`)
        await waited(30)
        events.push(`${job} done`)
      }
      const hasRoom = (job: string) => job === 'short'
      await runJobs(['short', 'short', 'long'], work, () => {}, {
        at: 1,
        order: 'free',
        hasRoom,
        stopped: () => events.length >= stopAt,
      })
      return events
    }
    const both = ['short begun', 'short begun', 'short done', 'short done']
    expect(await eventsOf(3)).toEqual(both)
    expect(await eventsOf(9)).toEqual([...both, 'long begun', 'long done'])
  })

  test('what delivering throws ends the run', async () => {
    const fail = () => {
      throw new Error('full')
    }
    await expect(runJobs([1, 2, 3], waited, fail, { at: 2, order: 'kept' })).rejects.toThrow('full')
  })
})

describe('names of outputs', () => {
  const names = (...paths: string[]) =>
    outputNames(
      paths.map((path) => ({ path, relative: path })),
      '.json',
    )

  test('mirror the inputs', () => expect(names('a.pdf', 'b/c.docx')).toEqual(['a.json', 'b/c.json']))
  test('keep the extension where they would meet', () =>
    expect(names('a.pdf', 'a.docx', 'b.txt')).toEqual(['a.pdf.json', 'a.docx.json', 'b.json']))
  test('meet also by case and by Unicode form', () =>
    expect(names('Ủy.txt', 'ủy.md'.normalize('NFD'))).toEqual(['Ủy.txt.json', `${'ủy.md'.normalize('NFD')}.json`]))
  test('meet with a name that had to be kept whole', () =>
    expect(new Set(names('a.pdf', 'a.docx', 'a.pdf.txt')).size).toBe(3))
  test('are marked where two inputs have one name', () => {
    const inputs = [
      { path: 'one/a.txt', relative: 'a.txt' },
      { path: 'two/a.txt', relative: 'a.txt' },
    ]
    const [one, two] = outputNames(inputs, '.json')
    expect(one).toMatch(/^a\.txt~[0-9a-f]{8}\.json$/)
    expect(two).not.toBe(one)
    expect(outputNames(inputs.toReversed(), '.json')).toEqual([two, one])
  })
  test('stay inside the output folder', () => expect(names('../../etc/a.txt')).toEqual(['etc/a.json']))
})

describe('lines in, lines out', () => {
  const input = [{ path: 'a', text: letter(1) }, { text: letter(2) }].map((line) => JSON.stringify(line)).join('\n')

  test('one record a line, in order', async () => {
    const { code, stdout } = await runCommand(['--from-ndjson', '-', '--jobs', '1'], { stdin: `${input}\n` })
    const records = lines(stdout).map((line) => recordSchema.parse(JSON.parse(line)))
    expect(records.map(({ source }) => source.path)).toEqual(['a', null])
    expect(records[0]?.source.encoding).toBe('utf-8')
    expect(code).toBe(0)
  })

  test('each line gets one line, in order, an error too; exit code 1 tells that there was one', async () => {
    const { code, stdout, stderr } = await runCommand(['--from-ndjson', '-'], {
      stdin: `{"id": 1, "text": 1}\nnonsense\n${input}\n\n{"id": "x", "path": "none.txt"}\n{"id": "y", "base64": "U+G7*", "name": "a.txt"}`,
    })
    const got = lines(stdout).map((line) => JSON.parse(line))
    expect(got.map(({ id, line, number, error }) => [id, line, number, error?.rule])).toEqual([
      [1, undefined, undefined, 'line-no-input'],
      [null, 2, undefined, 'line-not-json'],
      [undefined, undefined, '1-CV/HU', undefined],
      [undefined, undefined, '2-CV/HU', undefined],
      [null, 5, undefined, 'line-not-json'],
      ['x', undefined, undefined, 'not-found'],
      ['y', undefined, undefined, 'line-not-base64'],
    ])
    expect(got[5]).toMatchObject({
      path: 'none.txt',
      error: { message: 'none.txt: no such file or folder; check the name' },
    })
    expect(stderr).toContain('stdin, line 2: expected one JSON object')
    expect(code).toBe(1)
  })

  test('a text, a file, bytes with a name: one record each, the same as without lines', async () => {
    const folder = await letters(1)
    const path = join(folder, '001.txt')
    const base64 = Buffer.from(letter(1)).toString('base64')
    const stdin = [{ text: letter(1) }, { path }, { base64, name: 'box/001.txt', path: 'elsewhere' }]
    const { stdout } = await runCommand(['--from-ndjson', '-'], {
      stdin: stdin.map((line) => JSON.stringify(line)).join('\n'),
    })
    const records = lines(stdout).map((line) => JSON.parse(line))
    expect(records.map(({ source }) => source.path)).toEqual([null, path, 'box/001.txt'])
    const alone = JSON.parse((await runCommand([path])).stdout)
    for (const record of records) expect({ ...record, source: { ...record.source, path } }).toEqual(alone)
  })

  test('what else stands in a line comes back as it was written; what a record has itself, inside `given`', async () => {
    const stdin = `{"id": 12345678901234567890, "text": "Số 05/CT-UBND", "box": {"n": [1.0, "}\\""]}, "type": "mine", "name": {}}\n`
    const { stdout } = await runCommand(['--from-ndjson', '-'], { stdin })
    expect(stdout).toContain('"id":12345678901234567890,"box":{"n": [1.0, "}\\""]},"name":{},"given":{"type":"mine"}}')
    expect(JSON.parse(stdout)).toMatchObject({ number: '05/CT-UBND', type: 'Chỉ thị' })
    expect((await runCommand(['-'], { stdin: stdout })).stdout).toContain('"number": "05/CT-UBND"')
  })

  test('a file of several documents is one line too', async () => {
    const folder = await letters(2)
    const records = join(folder, '..', 'records.ndjson')
    await writeFile(records, (await runCommand([folder])).stdout)
    const { stdout } = await runCommand(['--from-ndjson', '-'], {
      stdin: JSON.stringify({ id: 'both', path: records }),
    })
    const line = JSON.parse(stdout)
    expect([line.id, line.records.map(({ number }: { number: string }) => number)]).toEqual([
      'both',
      ['1-CV/HU', '2-CV/HU'],
    ])
  })

  test('what is too large is let go while it is read: a line, a text, bytes, a stream that never ends', async () => {
    const stdin = [
      { id: 1, text: 'a'.repeat(1_000_000) },
      { id: 2, base64: Buffer.alloc(3000).toString('base64'), name: 'a.bin' },
      { id: 3, text: 'a'.repeat(2000) },
      { id: 4, text: letter(1) },
    ]
    const { stdout } = await runCommand(['--from-ndjson', '-', '--max-bytes', '1k'], {
      stdin: stdin.map((line) => JSON.stringify(line)).join('\n'),
    })
    const got = lines(stdout).map((line) => JSON.parse(line))
    expect(got.map(({ id, error }) => [id, error?.rule])).toEqual([
      [null, 'too-large'],
      [2, 'too-large'],
      [3, 'too-large'],
      [4, undefined],
    ])
    const { child, ended } = start(['-', '--max-bytes', '1M'])
    child.stdin?.on('error', () => {})
    const writing = setInterval(() => child.stdin?.write('a'.repeat(100_000)), 1)
    const { code, stderr } = await ended
    clearInterval(writing)
    expect([code, stderr]).toEqual([1, expect.stringContaining('[too-large]')])
  })

  test('with --unordered a line leaves as soon as it is done', async () => {
    const slow = await slowFile(join(await temporaryFolder(), 'slow.pdf'), 12)
    const { child, ended } = start([...ALL_DRAWN, '--from-ndjson', '-', '--jobs', '2', '--unordered'])
    const first = new Promise<string>((resolve) => child.stdout?.once('data', (data) => resolve(String(data))))
    child.stdin?.end(
      `${JSON.stringify({ id: 'slow', path: slow })}\n${JSON.stringify({ id: 'quick', text: letter(2) })}\n`,
    )
    expect(JSON.parse(await first).id).toBe('quick')
    expect(lines((await ended).stdout).map((line) => JSON.parse(line).id)).toEqual(['quick', 'slow'])
  })

  test('a slow reader slows the writer down', async () => {
    const { child } = start(['--from-ndjson', '-', '--jobs', '1'])
    child.stdout?.pause()
    child.stdin?.on('error', () => {})
    const line = `${JSON.stringify({ text: letter(1), filling: 'x'.repeat(100_000) })}\n`
    let taken = 0
    let isFull = false
    const fill = () => {
      while (!isFull && taken < 2000) {
        taken++
        isFull = !child.stdin?.write(line)
      }
    }
    child.stdin?.on('drain', () => {
      isFull = false
      fill()
    })
    fill()
    let before = -1
    await until(async () => {
      const stood = taken === before
      before = taken
      await sleep(1000)
      return stood && taken > 10
    })
    expect(taken).toBeLessThan(1000)
  })

  test('a reader that has gone ends it quietly, though more may come', async () => {
    const { child, ended } = start(['--from-ndjson', '-', '--jobs', '1'])
    child.stdin?.on('error', () => {})
    child.stdout?.once('data', () => child.stdout?.destroy())
    const writing = setInterval(() => child.stdin?.write(`${JSON.stringify({ text: letter(1) })}\n`), 50)
    const { code, stderr } = await ended
    clearInterval(writing)
    expect([code, stderr]).toEqual([0, ''])
  })

  test('a record leaves as soon as it is there', async () => {
    const { child, ended } = start(['--from-ndjson', '-', '--jobs', '1'])
    const first = new Promise((resolve) => child.stdout?.once('data', resolve))
    child.stdin?.write(`${JSON.stringify({ path: 'a', text: letter(1) })}\n`)
    await first
    child.stdin?.end(`${JSON.stringify({ path: 'b', text: letter(2) })}\n`)
    expect(lines((await ended).stdout)).toHaveLength(2)
  })

  test('paths come from a list', async () => {
    const folder = await letters(2)
    const list = join(folder, '..', 'list')
    await writeFile(list, `${folder}/002.txt\n\n${folder}/001.txt\n`)
    const { stdout } = await runCommand(['--from-file', list])
    expect(lines(stdout).map((line) => JSON.parse(line).source.path.slice(-7))).toEqual(['002.txt', '001.txt'])
  })
})

describe('a folder', () => {
  test('with workers gives what it gives without', async () => {
    const folder = await letters(12)
    const { code, stdout } = await runCommand([folder, '--jobs', '2'])
    expect(code).toBe(0)
    const alone: string[] = []
    for (const name of (await readdir(folder)).sort()) {
      alone.push(JSON.stringify(JSON.parse((await runCommand([join(folder, name)])).stdout)))
    }
    expect(lines(stdout)).toEqual(alone)
  })

  test('is read in the order in which a person counts: the folder, a pattern, the page of its records', async () => {
    const folder = await temporaryFolder()
    const names = ['1', '2', '02', '10', '10b', '99999999999999999999', '100000000000000000000', 'a', 'đ'].map(
      (name) => `${name}.txt`,
    )
    for (const name of [...names].reverse()) await writeFile(join(folder, name), letter(1))
    await mkdir(join(folder, 'Hộp 9'))
    await writeFile(join(folder, 'Hộp 9', 'a.txt'), letter(2))
    await mkdir(join(folder, 'Hộp 10'))
    await writeFile(join(folder, 'Hộp 10', 'a.txt'), letter(3))
    const wanted = [...names.slice(0, -2), 'Hộp 9/a.txt', 'Hộp 10/a.txt', ...names.slice(-2)]
    const pathsOf = async (input: string) =>
      lines((await runCommand([input, '--jobs', '1'])).stdout).map(
        (line) => JSON.parse(line).source.path.split(`${basename(folder)}/`)[1],
      )
    expect(await pathsOf(folder)).toEqual(wanted)
    expect(await pathsOf(join(folder, '**', '*.txt'))).toEqual(wanted)
    const records = join(await temporaryFolder(), 'records')
    await runCommand([folder, '-o', records, '--jobs', '1', '-q'])
    expect(await recordFiles(records)).toEqual(wanted.map((name) => name.replace('.txt', '.json')))
  })

  test('ends with a summary and leaves a report', async () => {
    const folder = await letters(9)
    const [output, report] = [join(folder, '../records'), join(folder, '../report.ndjson')]
    const { stderr } = await runCommand([folder, join(folder, 'none'), '-o', output, '--report', report])
    expect(stderr).toMatch(/^Files +9 /m)
    expect(stderr).toMatch(/^Documents +9$/m)
    const told = lines(await readFile(report, 'utf8')).map((line) => JSON.parse(line))
    expect(told).toHaveLength(9)
    expect(told[0]).toMatchObject({ status: 'done', documents: [{ pages: null }] })
    expect((await runCommand([folder, '-o', output, '--quiet'])).stderr).toBe('')
  })

  test('one file that cannot be read stops nothing', async () => {
    const folder = await letters(9)
    await mkdir(join(folder, '005.txt.d'))
    await rm(join(folder, '005.txt'))
    execFileSync('ln', ['-s', 'nowhere', join(folder, '005.txt')])
    const { code, stdout, stderr } = await runCommand([folder])
    expect(lines(stdout)).toHaveLength(8)
    expect(stderr).toContain('005.txt: no such file')
    expect(code).toBe(1)
  })

  test('is not written into itself, nor over its files', async () => {
    const folder = await letters(2)
    expect((await runCommand([folder, '-o', folder])).code).toBe(2)
    const { code, stderr } = await runCommand([join(folder, '001.txt'), '--text', '-o', folder])
    expect(stderr).toContain('would replace an input')
    expect(code).toBe(2)
    expect(await readFile(join(folder, '001.txt'), 'utf8')).toBe(letter(1))
  })

  test('an output inside it is no input', async () => {
    const folder = await letters(2)
    await runCommand([folder, '-o', join(folder, 'records')])
    await runCommand([folder, '-o', join(folder, 'records')])
    expect([...(await filesIn(join(folder, 'records'))).keys()]).toEqual(['/001.json', '/002.json'])
  })

  test.runIf(process.platform === 'linux')('-o where no folder can be made is one clear line', async () => {
    const { code, stderr } = await runCommand([await letters(1), '-o', '/proc/none/records'])
    expect(stderr).toMatch(/^directive-parse: \/proc\/none\/records: cannot be written: [^\n]+\n$/)
    expect(code).toBe(1)
  })

  test('-o that is a file is wrong use', async () => {
    const folder = await letters(1)
    const { code, stderr } = await runCommand([folder, '-o', join(folder, '001.txt')])
    expect(stderr).toContain('is a file, expected a folder')
    expect(code).toBe(2)
  })
})

describe('--resume', () => {
  const statuses = async (report: string) =>
    lines(await readFile(report, 'utf8')).map((line) => {
      const { path, status } = JSON.parse(line)
      return `${path.slice(-7, -4)} ${status}`
    })

  test('does what is new, changed or missing, and nothing twice', async () => {
    const folder = await letters(4)
    const [output, report] = [join(folder, '../records'), join(folder, '../report')]
    await runCommand([folder, '-o', output])
    await writeFile(join(folder, '002.txt'), letter(22))
    await rm(join(output, '003.json'))
    await writeFile(join(folder, '005.txt'), letter(5))
    await runCommand([folder, '-o', output, '--resume', '--report', report])
    expect((await statuses(report)).sort()).toEqual([
      '001 unchanged',
      '002 done',
      '003 done',
      '004 unchanged',
      '005 done',
    ])
    expect(JSON.parse(await readFile(join(output, '002.json'), 'utf8')).number).toBe('22-CV/HU')
  })

  test('says that the record stands which was made of a file before it was spoilt', async () => {
    const folder = await letters(2)
    const output = join(folder, '../records')
    await runCommand([folder, '-o', output])
    const before = await filesIn(output)
    await writeFile(join(folder, '002.txt'), '%PDF-1.7 rubbish')
    await writeFile(join(folder, '003.txt'), '%PDF-1.7 rubbish')
    const { code, stderr } = await runCommand([folder, '-o', output, '--resume', '--quiet'])
    expect(lines(stderr)).toEqual([
      expect.stringMatching(/002\.txt: .*/),
      expect.stringContaining(`still stands in ${join(output, '002.json')}`),
      expect.stringMatching(/003\.txt: .*/),
    ])
    expect([code, await filesIn(output)]).toEqual([1, before])
  })

  test('other settings make it all new', async () => {
    const folder = await letters(2)
    const [output, report] = [join(folder, '../records'), join(folder, '../report')]
    await runCommand([folder, '-o', output])
    await runCommand([folder, '-o', output, '--resume', '--no-evidence', '--report', report])
    expect((await statuses(report)).sort()).toEqual(['001 done', '002 done'])
  })

  test('goes on after a kill at any moment, to the same files', async () => {
    const folder = await letters(60)
    const [whole, output] = [join(folder, '../whole'), join(folder, '../records')]
    await runCommand([folder, '-o', whole])
    for (const moment of [4, 17, 33]) {
      const { child, ended } = start([folder, '-o', output, '--resume', '--jobs', '2'])
      await until(async () => (await filesIn(output).catch(() => new Map())).size >= moment)
      child.kill('SIGKILL')
      await ended
    }
    const { code } = await runCommand([folder, '-o', output, '--resume'])
    expect(code).toBe(0)
    await until(async () => ![...(await filesIn(output)).keys()].some((name) => name.endsWith('.tmp')))
    expect(await filesIn(output)).toEqual(await filesIn(whole))
  })

  test('reads past a line of the journal that was cut', async () => {
    const folder = await letters(3)
    const output = join(folder, '../records')
    await runCommand([folder, '-o', output])
    const journal = join(output, OWN_FOLDER, 'journal.ndjson')
    await writeFile(journal, (await readFile(journal, 'utf8')).slice(0, -30))
    expect((await runCommand([folder, '-o', output, '--resume'])).stderr).toMatch(/done before +2$/m)
    expect((await runCommand([folder, '-o', output, '--resume'])).stderr).toMatch(/done before +3$/m)
  })

  test('needs a folder', async () => {
    expect((await runCommand(['x', '--resume'])).stderr).toContain('--resume needs -o DIR')
    expect((await runCommand(['x', '--csv', '--resume', '-o', 'y'])).code).toBe(2)
  })
})

describe('workers', () => {
  test.each(['hanging.pdf', '004b.txt'])(
    'one that runs over its time is replaced, its file named: %s',
    async (name) => {
      const folder = await letters(10)
      await slowFile(join(folder, name))
      const { code, stdout, stderr } = await start([...ALL_DRAWN, folder, '--jobs', '1', '--file-seconds', '15']).ended
      expect(lines(stdout)).toHaveLength(10)
      expect(lines(stderr)).toEqual([expect.stringContaining(`${name}: not done after 15 s and given up`)])
      expect(code).toBe(1)
    },
  )

  test.runIf(process.platform === 'linux').each([0, 1500])(
    'one that dies after %i ms is replaced, its file named',
    async (moment) => {
      const folder = await letters(10)
      const hanging = await slowFile(join(folder, '../hanging.pdf'))
      const { child, ended } = start([...ALL_DRAWN, hanging, folder, '--jobs', '1'])
      let worker = ''
      await until(async () => {
        worker = (await readFile(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8'))
          .trim()
          .split(' ')[0] as string
        return worker !== ''
      })
      await sleep(moment)
      process.kill(Number(worker), 'SIGKILL')
      const { code, stdout, stderr } = await ended
      expect(lines(stdout)).toHaveLength(10)
      expect(stderr).toContain('hanging.pdf: the process that read it ended before it was done')
      expect(code).toBe(1)
    },
  )

  test.runIf(process.platform === 'linux')(
    'one that dies with several files in hand loses the one that it was at; the others are done, in their places',
    async () => {
      const folder = await letters(10)
      const output = join(folder, '../records')
      await slowFile(join(folder, '004b.txt'))
      const words = [...ALL_DRAWN, folder, '-o', output, '--jobs', '1', '--progress', 'json']
      const { child, ended, stderr } = start(words)
      await until(() => /"begin","path":"[^"]*004b/.test(stderr()))
      const children = await readFile(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8')
      process.kill(Number.parseInt(children, 10), 'SIGKILL')
      const { code } = await ended
      expect(stderr().match(/^directive-parse: .*$/gm)).toEqual([expect.stringMatching(/004b\.txt: .*\[worker-died\]/)])
      const names = Array.from({ length: 10 }, (_, at) => `/${String(at + 1).padStart(3, '0')}.json`)
      expect([...(await filesIn(output)).keys()]).toEqual(names)
      expect(code).toBe(1)
    },
  )

  test('Ctrl-C finishes what was begun and says how to go on', async () => {
    const folder = await letters(10)
    const output = join(folder, '../records')
    const slow = await slowFile(join(folder, '../slow.pdf'), 15)
    const { child, ended, stderr } = start([
      ...ALL_DRAWN,
      slow,
      folder,
      '-o',
      output,
      '--jobs',
      '1',
      '--progress',
      'json',
    ])
    await until(() => stderr().includes('slow.pdf'))
    child.kill('SIGINT')
    await until(() => stderr().includes('Stopping'))
    const { code } = await ended
    expect([...(await filesIn(output)).keys()]).toEqual(['/slow.json'])
    expect(stderr()).toContain('1 of 11 done; run the same command with --resume to go on')
    expect(code).toBe(130)
  })
})

describe('--watch', () => {
  test('does what is there and what comes, until Ctrl-C', async () => {
    const folder = await letters(2)
    const output = join(folder, '../records')
    const { child, ended } = start([folder, '-o', output, '--watch', '--jobs', '1'])
    const done = async () =>
      [...(await filesIn(output).catch(() => new Map())).keys()].filter((name) => !name.includes('.tmp'))
    await until(async () => (await done()).length === 2)
    await writeFile(join(folder, '003.txt'), letter(3))
    await writeFile(join(folder, '001.html'), `<p>${letter(4)}</p>`)
    await until(async () => (await done()).length === 4)
    expect(await done()).toEqual(['/001.html.json', '/001.json', '/002.json', '/003.json'])
    await writeFile(join(folder, '002.txt'), letter(22))
    await until(async () => (await readFile(join(output, '002.json'), 'utf8')).includes('"number": "22-CV/HU"'))
    child.kill('SIGINT')
    expect((await ended).code).toBe(0)
  })
})

describe('scan', () => {
  test('takes stock and converts nothing', async () => {
    const folder = await letters(3)
    await writeFile(join(folder, 'page.html'), `<!doctype html><html><body><p>${letter(4)}</p></body></html>`)
    await writeFile(join(folder, 'rubbish.bin'), Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 9]))
    const { code, stdout } = await runCommand(['scan', folder])
    expect(stdout).toMatch(/^text +utf-8 +3 +0\.0 +3$/m)
    expect(stdout).toMatch(/^html +\S+ +1 /m)
    expect(stdout).toMatch(/rubbish\.bin: \S/)
    expect(code).toBe(1)
    const told = lines((await runCommand(['scan', folder, '--ndjson'])).stdout).map((line) => JSON.parse(line))
    expect(told.map(({ status }) => status)).toEqual(['readable', 'readable', 'readable', 'readable', 'unreadable'])
  })

  test('of what a list names, and of nothing where nothing is named', async () => {
    const folder = await letters(3)
    const list = ['002.txt', '003.txt'].map((name) => join(folder, name))
    const { stdout } = await runCommand(['scan', '--from-file', '-', '--ndjson'], { stdin: `${list.join('\n')}\n` })
    expect(lines(stdout).map((line) => JSON.parse(line).path)).toEqual(list)
    const { code, stderr } = await runCommand(['scan'])
    expect([code, stderr]).toEqual([2, expect.stringContaining('[no-input]')])
  })
})
