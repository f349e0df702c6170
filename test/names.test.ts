/** Names as disks have them: as long as may be, and of bytes that are no UTF-8. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nameOf, onDisk, spelled } from '../src/batch/names.ts'
import { runCommand, temporaryFolder } from './command.ts'

const LETTER = 'HUYỆN ỦY SUỐI NGÀN\nSố 7-CV/HU\nSuối Ngàn, ngày 05 tháng 8 năm 2021\n\n1. Văn phòng rà soát.\n'

test('bytes that are no UTF-8 go into a path and out of it again', () => {
  const bytes = Buffer.from([0x76, 0xe3, 0x6e, 0xc4, 0x91, 0xff, 0xf0, 0x9f, 0x98, 0x80])
  const name = nameOf(bytes)
  expect(name).toBe('v\udce3nđ\udcff😀')
  expect(onDisk(name)).toEqual(bytes)
  expect(spelled(name)).toBe('v%E3nđ%FF😀')
  expect(onDisk('công văn 😀.txt')).toBe('công văn 😀.txt')
})

test('names of 255 bytes, letters of three bytes among them, are read and written', async () => {
  const folder = await temporaryFolder()
  const scans = join(folder, 'scans')
  mkdirSync(scans)
  const names = [`${'a'.repeat(251)}.txt`, `${'ệ'.repeat(83)}aa.txt`, `${'ệ'.repeat(83)}ab.txt`]
  for (const name of names) writeFileSync(join(scans, name), LETTER)
  const { code, stderr } = await runCommand([scans, '-o', join(folder, 'records'), '--quiet'])
  expect([code, stderr]).toEqual([0, ''])
  const written = readdirSync(join(folder, 'records')).filter((name) => name.endsWith('.json'))
  expect(new Set(written).size).toBe(3)
  const paths = written.map((name) => JSON.parse(readFileSync(join(folder, 'records', name), 'utf8')).source.path)
  expect(paths.sort()).toEqual(names.map((name) => join(scans, name)).sort())
})

test.runIf(process.platform === 'linux')(
  'names that are no UTF-8 are read, in a folder and by themselves',
  async () => {
    const folder = await temporaryFolder()
    const file = Buffer.concat([Buffer.from(`${folder}/c`), Buffer.of(0xf4), Buffer.from('ng v\xe3n.txt', 'latin1')])
    writeFileSync(file, LETTER)
    const { code } = await runCommand([folder, '-o', join(folder, 'records'), '--quiet'])
    expect(code).toBe(0)
    expect(readdirSync(join(folder, 'records')).filter((name) => name.endsWith('.json'))).toEqual(['c%F4ng v%E3n.json'])
    const shell = spawnSync('sh', ['-c', `exec "${process.execPath}" bin/directive-parse.js "${folder}"/c*.txt`], {
      encoding: 'utf8',
    })
    expect(JSON.parse(shell.stdout)).toMatchObject({ number: '7-CV/HU' })
  },
)
