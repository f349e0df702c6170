/** Object storage on a real server of the protocol, by the package itself and by the command. */
import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openObjects } from '../src/objects.ts'
import { type Storage, startStorage } from './storage.ts'

const PROGRAM = resolve(import.meta.dirname, '../../../bin/directive-parse.js')
const letter = (serial: number) =>
  `HUYỆN ỦY SUỐI NGÀN\nSố ${serial}-CV/HU\nSuối Ngàn, ngày 05 tháng 8 năm 2021\n\n1. Văn phòng rà soát.\n`
const NAMES = ['box 1/đơn.txt', 'box 1/e.txt', 'c.txt']

let storage: Storage
const text = async (name: string) => Buffer.from(await openObjects('s3://archive').get(name)).toString()

beforeAll(async () => {
  storage = await startStorage(['archive'])
  Object.assign(process.env, storage.env)
  const scans = openObjects('s3://archive/scans')
  mkdirSync(join(storage.root, 'scans/box 1'), { recursive: true })
  for (const [at, name] of NAMES.entries()) {
    await scans.put(name, Buffer.from(letter(at + 1)))
    writeFileSync(join(storage.root, 'scans', name), letter(at + 1))
  }
})
afterAll(() => storage.stop())

async function run(words: string[], env: Record<string, string> = storage.env) {
  const surroundings = { ...process.env, NODE_PATH: '', ...env, LC_ALL: 'C' }
  const options = { cwd: storage.root, env: surroundings }
  return promisify(execFile)(process.execPath, [PROGRAM, ...words], options).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  )
}

const statusesIn = (report: string) =>
  readFileSync(join(storage.root, report), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).status)

test('what is put can be listed, read, and told from what is not there', async () => {
  const objects = openObjects('s3://archive/own/')
  for (let at = 0; at < 3; at++) await objects.put(`hồ sơ/${at}.bin`, Buffer.alloc(5, at), { fingerprint: `f${at}` })
  const found = []
  for await (const each of objects.list()) found.push(each)
  expect(found.map(({ relative, size }) => [relative, size])).toEqual([0, 1, 2].map((at) => [`hồ sơ/${at}.bin`, 5]))
  expect(found[0]?.url).toBe('s3://archive/own/hồ sơ/0.bin')
  expect(await objects.metadata('hồ sơ/2.bin')).toEqual({ fingerprint: 'f2' })
  expect(await objects.metadata('none')).toBeNull()
  await expect(objects.get('none')).rejects.toMatchObject({ code: 'ENOENT' })
})

test('the command reads a bucket into a bucket, as a folder into a folder', async () => {
  const { code, stderr } = await run(['s3://archive/scans', '-o', 's3://archive/records'])
  expect([code, stderr.includes('unexpected')]).toEqual([0, false])
  await run(['scans', '-o', 'records'])
  const files = readdirSync(join(storage.root, 'records'), { recursive: true, encoding: 'utf8' })
  const names = files.filter((name) => name.endsWith('.json'))
  expect(names).toHaveLength(3)
  for (const name of names) {
    const local = readFileSync(join(storage.root, 'records', name), 'utf8')
    expect(await text(`records/${name}`)).toBe(local.replace('"path": "scans/', '"path": "s3://archive/scans/'))
  }
})

test('--resume does what is new, and what a person corrected stays on any rerun', async () => {
  const words = ['s3://archive/scans', '-o', 's3://archive/again', '--report', 'report.ndjson']
  await run(words)
  await openObjects('s3://archive/scans').put('d.txt', Buffer.from(letter(4)))
  await run([...words, '--resume'])
  expect(statusesIn('report.ndjson').sort()).toEqual(['done', 'unchanged', 'unchanged', 'unchanged'])
  const record = JSON.parse(await text('again/c.json'))
  record.place = 'Suối Mây'
  record.evidence['/place'] = { ...record.evidence['/place'], status: 'corrected' }
  await openObjects('s3://archive/again').put('c.json', Buffer.from(JSON.stringify(record, null, 2)))
  await run(words)
  expect(JSON.parse(await text('again/c.json')).place).toBe('Suối Mây')
})

test('one object, tables of a bucket, and what is not there', async () => {
  expect(JSON.parse((await run(['s3://archive/scans/c.txt', '--json'])).stdout)[0].number).toBe('3-CV/HU')
  expect((await run(['s3://archive/scans/box 1', '--csv'])).stdout.split('\r\n')).toHaveLength(4)
  const none = await run(['s3://archive/none', '--json'])
  expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('s3://archive/none: no such file')])
})

test('what is larger than may be is refused by its rule', async () => {
  const { code, stderr } = await run(['s3://archive/scans/c.txt', '--max-bytes', '20'])
  expect([code, stderr]).toEqual([1, expect.stringContaining('[too-large]')])
})

test('without the package the command says what to install', async () => {
  const { code, stderr } = await run(['s3://archive/scans'], { NODE_PATH: '' })
  expect([code, stderr]).toEqual([2, expect.stringContaining('npm install --global directive-parse-objects')])
})
