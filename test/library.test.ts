/** The built package, as a program gets it: what it reads, and that its types are whole. */
import { execFile } from 'node:child_process'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { hasTesseract } from '../src/read/ocr/tesseract.ts'
import { temporaryFolder } from './command.ts'
import { docx, p } from './docx-builder.ts'
import { drawnImage, LETTER, scannedPdf } from './sheet.ts'

const run = promisify(execFile)

/** A program beside `node_modules/directive-parse`. */
async function program(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'node_modules'))
  await symlink(resolve('.'), join(folder, 'node_modules', 'directive-parse'))
  for (const name of ['typescript', '@types'])
    await symlink(resolve('node_modules', name), join(folder, 'node_modules', name))
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return folder
}

const TEXT =
  'ỦY BAN NHÂN DÂN\nXÃ SUỐI MƠ\nSố: 05/CT-UBND\nSuối Mơ, ngày 05 tháng 8 năm 2021\nCHỈ THỊ\nVề việc phòng cháy rừng\n'

describe('the library', () => {
  test('reads files of any format, bytes, texts and records', async () => {
    const lines = TEXT.trim()
      .split('\n')
      .map((line) => p(line))
    const folder = await program({
      'a.txt': TEXT,
      'b.docx': docx({ body: lines.join('') }),
      'c.pdf': await scannedPdf(
        await drawnImage(
          LETTER.filter(({ y }) => y < 230),
          { height: 842 },
        ),
      ),
      'use.mjs': `
        import { readFile } from 'node:fs/promises'
        import { parse, read, readAll, ReadError } from 'directive-parse'
        const told = []
        for (const source of ['a.txt', new URL('b.docx', import.meta.url), 'c.pdf', await readFile('a.txt')]) {
          const { number, source: { path, format, ocr } } = await read(source)
          told.push([number, path?.slice(-6) ?? null, format, ocr?.engine ?? null])
        }
        told.push(parse(await readFile('a.txt', 'utf8')).subject)
        told.push((await readAll('a.txt', { evidence: false })).map(({ evidence }) => Object.keys(evidence).length))
        told.push(await read(new Uint8Array(), { language: 'vi' }).catch((error) => [error instanceof ReadError, error.code, error.message]))
        told.push(await read('none.txt').catch(({ code }) => code))
        told.push(await read('c.pdf', { ocr: 'never' }).catch(({ code }) => code))
        console.log(JSON.stringify(told))
      `,
    })
    const { stdout, stderr } = await run(process.execPath, ['use.mjs'], { cwd: folder })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual([
      ['05/CT-UBND', 'a.txt', 'text', null],
      ['05/CT-UBND', 'b.docx', 'docx', null],
      ['15/CT-UBND', 'c.pdf', 'pdf', (await hasTesseract()) ? 'tesseract' : 'tesseract.js'],
      ['05/CT-UBND', null, 'text', null],
      'Về việc phòng cháy rừng',
      [0],
      [true, 'empty', 'Tệp rỗng, không có văn bản nào.'],
      'ENOENT',
      'ocr-needed',
    ])
  })

  test('is typed for programs that check strictly', async () => {
    const folder = await program({
      'package.json': '{"type": "module"}',
      'use.ts': `
        import { type DirectiveRecord, parse, read, readAll, type ReadDocumentOptions } from 'directive-parse'
        const options: ReadDocumentOptions = { ocr: 'auto', limits: { pages: 10 }, language: 'vi' }
        const record: DirectiveRecord = await read('a.pdf', options)
        const number: string | null = record.number
        const first: DirectiveRecord | undefined = (await readAll(new Uint8Array()))[0]
        // @ts-expect-error there is no such mode
        await read('a.pdf', { ocr: 'sometimes' })
        export const all = [number, first?.tasks[0]?.deadline?.date, parse('').kind]
      `,
    })
    const options = [
      '--noEmit',
      '--strict',
      '--exactOptionalPropertyTypes',
      '--target',
      'es2022',
      '--module',
      'nodenext',
      '--types',
      'node',
      'use.ts',
    ]
    const checked = await run(process.execPath, ['node_modules/typescript/bin/tsc', ...options], { cwd: folder }).catch(
      (error) => error,
    )
    expect(checked.stdout).toBe('')
  })
})
