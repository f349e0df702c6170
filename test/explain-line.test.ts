/** `explain FILE:LINE`: how a line was read, for whoever must find out why it is read wrong. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCommand } from './command.ts'

const LETTER = `ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN VẠN TRÚC                          Độc lập - Tự do - Hạnh phúc

Số: 31/KH-UBND                     Vạn Trúc, ngày 06 tháng 10 năm 2021

                        KẾ HOẠCH
              Trồng rừng ngập mặn ven sông

1. Giữ cây giống tại vườn ươm.
`
const path = join(mkdtempSync(join(tmpdir(), 'explain-')), 'thư.txt')
writeFileSync(path, LETTER)

test('the zone, the cells, both readings, the doubts and the features of a line', async () => {
  const { stdout, code } = await runCommand(['explain', `${path}:4`])
  expect(code).toBe(0)
  const blocks = stdout.split('\n\n')
  expect(blocks[0]).toMatch(/^4 \| Số: 31\/KH-UBND/)
  expect(blocks[1]).toMatch(/zone: header {2}\[number \+/)
  expect(blocks[1]).toContain('column 36: Vạn Trúc, ngày 06 tháng 10 năm 2021')
  expect(blocks[2]).toMatch(/number: 31\/KH-UBND {2}0\.\d{3} \w+ {2}\[.*the other reader has the same \+/)
  expect(blocks[3]).toMatch(/date: 2021-10-06 {2}[01]\.\d{3}/)
  expect(blocks[4]).toMatch(/head place: Vạn Trúc {2}[01]\.\d{3} {2}\[[\w-]+ [+−]\d/)
})

test('in Vietnamese', async () => {
  const { stdout } = await runCommand(['explain', `${path}:4`, '--lang', 'vi'])
  expect(stdout).toContain('phần: header')
  expect(stdout).toContain('cách đọc thứ hai:')
})

test.each([
  [3, 'nothing stands in line 3'],
  [400, 'nothing stands in line 400'],
])('line %i holds nothing', async (line, sentence) => {
  const { stderr, code } = await runCommand(['explain', `${path}:${line}`])
  expect(stderr).toContain(sentence)
  expect(code).toBe(2)
})

test('a file that is not there', async () => {
  const { stderr, code } = await runCommand(['explain', 'no-such.txt:1'])
  expect(stderr).toContain('no-such.txt')
  expect(stderr).not.toContain('ENOENT')
  expect(code).not.toBe(0)
})
