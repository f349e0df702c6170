/** Start-up, as ratios to bare Node in the same run: the targets are 1.5 for --version, 2.5 for one file to JSON. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printTable } from '../../src/cli/table.ts'

const LETTER = `HUYỆN ỦY SUỐI NGÀN\t\tĐẢNG CỘNG SẢN VIỆT NAM
*\t\tSuối Ngàn, ngày 05 tháng 8 năm 2021
Số 12-CV/HU
V/v kiểm tra hồ chứa trước mùa mưa

Kính gửi: Các chi bộ trực thuộc.

Ban Thường vụ Huyện ủy yêu cầu:
1. Văn phòng Huyện ủy rà soát, báo cáo trước ngày 20/8/2021.
2. Các chi bộ phân công người trực tại hồ chứa.

Nơi nhận:\t\tT/M BAN THƯỜNG VỤ
- Như trên,\t\tBÍ THƯ
- Lưu VPHU.\t\tVàng Seo Lử
`

export function startup({ rounds }: { rounds: number }): void {
  const folder = mkdtempSync(join(tmpdir(), 'directive-parse-'))
  const letter = join(folder, 'letter.txt')
  writeFileSync(letter, LETTER)
  const program = 'bin/directive-parse.js'
  const commands: Record<string, string[]> = {
    'node -e 0': ['-e', '0'],
    '--version': [program, '--version'],
    '--help': [program, '--help'],
    'one file to JSON': [program, letter, '--json'],
  }
  const times = new Map(Object.keys(commands).map((name) => [name, [] as number[]]))
  for (let round = 0; round <= rounds; round++) {
    for (const [name, words] of Object.entries(commands)) {
      const began = performance.now()
      spawnSync(process.execPath, words, { stdio: 'ignore' })
      // The first round fills the caches of the file system.
      if (round > 0) times.get(name)?.push(performance.now() - began)
    }
  }
  rmSync(folder, { recursive: true })
  const bare = median(times.get('node -e 0') as number[])
  const rows = [...times].map(([name, each]) => {
    const middle = median(each)
    return [name, middle.toFixed(0), Math.min(...each).toFixed(0), (middle / bare).toFixed(2)]
  })
  console.log(printTable(['command', 'median ms', 'least ms', 'times bare node'], rows, { right: [1, 2, 3] }))
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] as number
}
