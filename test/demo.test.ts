/** `directive-parse demo`: what a new user sees first. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCommand, temporaryFolder } from './command.ts'

test('the documents that come with the program become records, a page and a workbook', async () => {
  const folder = join(await temporaryFolder(), 'demo')
  const { code, stdout, stderr } = await runCommand(['demo', folder, '--lang', 'vi'])
  expect(code).toBe(0)
  expect(stdout).toContain(
    `$ directive-parse ${join(folder, 'documents')} -o ${join(folder, 'records')} --review ${join(folder, 'review.html')}\n`,
  )
  expect(stdout).toMatch(/^ {2}number: 12-CV\/HU$/m)
  expect(stdout).toMatch(/^07\/CĐ-UB +21\/07\/2003 +Công điện +Về việc đối phó với mưa lớn +2 +1$/m)
  expect(stdout).toMatch(/^418\/QĐ-UBND +09\/08\/2021 +Quyết định /m)
  expect(stdout).toMatch(/^\/KH-UBND +08\/2021 +Kế hoạch /m)
  expect(stdout).toContain(`Hãy mở ${join(folder, 'review.html')} bằng trình duyệt`)
  expect(stderr).toMatch(/^Văn bản +5$/m)
  expect(existsSync(join(folder, 'records', 'quyet-dinh-418-quet.json'))).toBe(true)
  expect((await readFile(join(folder, 'list.xlsx'))).subarray(0, 2).toString()).toBe('PK')
})

test('a place where nothing can be written is one line', async () => {
  const { code, stderr } = await runCommand(['demo', 'package.json', '--lang', 'en'])
  expect(stderr).toMatch(/^directive-parse: package\.json: is a file, expected a folder[^\n]*\n$/)
  expect(code).toBe(2)
})
