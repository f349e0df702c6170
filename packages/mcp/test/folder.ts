/** A folder as an office has it: letters, their records, what is secret, what is broken, links that lead out. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PROGRAM } from './agent.ts'

const SUBJECTS = ['kiểm tra hồ chứa trước mùa mưa', 'tuyển quân năm 2022', 'phòng cháy, chữa cháy rừng']

export const letter = (serial: number, mark = '') => `HUYỆN ỦY SUỐI NGÀN                 ĐẢNG CỘNG SẢN VIỆT NAM
        *                      Suối Ngàn, ngày 0${serial} tháng 8 năm 2021
  Số ${serial}-CV/HU
V/v ${SUBJECTS[serial % SUBJECTS.length]}
${mark && `\n${mark}\n`}
Kính gửi: Các chi, đảng bộ trực thuộc.

1. Văn phòng Huyện ủy rà soát danh sách, báo cáo trước ngày 20/8/2021.

2. Các chi bộ phân công người trực.

Nơi nhận:                              T/M BAN THƯỜNG VỤ
- Như trên,                                 BÍ THƯ
- Lưu VPHU.
                                         Vàng Seo Lử
`

/** The items of a long letter: three chapters of eight duties each. */
const duties = ['I', 'II', 'III']
  .map((chapter) => {
    const rows = Array.from(
      { length: 8 },
      (_, at) => `${at + 1}. Văn phòng Huyện ủy rà soát hồ sơ số ${chapter}${at + 1}.`,
    )
    return `${chapter}. NHIỆM VỤ ${chapter}\n\n${rows.join('\n\n')}`
  })
  .join('\n\n')

export const LONG = letter(4)
  .replace(/V\/v .*/, 'V/v lập hồ sơ')
  .replace(/1\. Văn phòng[\s\S]*trực\.\n/, `${duties}\n`)

export const SECRET_WORD = 'tuyển quân'

/** The folder, and in it `shown`, the root; no test writes there. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'directive-parse-mcp-'))
  const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content)
  for (const name of ['shown/letters', 'shown/records', 'outside']) mkdirSync(join(folder, name), { recursive: true })
  write('shown/letters/2.txt', letter(2))
  write('shown/letters/3.txt', letter(3))
  write('shown/letters/long.txt', LONG)
  write('shown/letters/secret.txt', letter(1, 'MẬT'))
  write('shown/letters/top.txt', letter(7, 'TUYỆT MẬT'))
  write('shown/two.txt', `${letter(5)}\n\f${letter(6, 'MẬT')}`)
  write('outside/8.txt', letter(8))
  const all = ['letters', '-o', 'records', '--jobs', '1', '--quiet', '--no-config']
  execFileSync(process.execPath, [PROGRAM, ...all], { cwd: join(folder, 'shown'), stdio: 'ignore' })
  write('shown/broken.pdf', '%PDF-1.7\nnothing that a page could be made of\n')
  write('shown/large.txt', letter(2).repeat(200))
  write('shown/broken.json', '{"schema": "directive/1", "number": 5}')
  const link = (target: string, name: string) => symlinkSync(target, join(folder, 'shown', name))
  link('../outside/8.txt', 'out.txt')
  link('../outside', 'out')
  link('letters/2.txt', 'within.txt')
  return folder
}
