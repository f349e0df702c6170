/** Several documents in one file: a record each, its pages, and why it was cut there. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DirectiveRecord } from '../src/schema.ts'
import { decodedForm } from '../src/text.ts'
import { runCommand, temporaryFolder } from './command.ts'

const BOUND = [
  'chi-thi/state-province-two-columns',
  'cong-van/party-district-asterisk-zigzag',
  'thong-bao/state-school-zigzag',
  'cong-van/state-copy-sao-y-footer',
  'quyet-dinh/state-province-annexed-rules',
]

const textOf = (name: string) => readFile(`fixtures/${name}.txt`, 'utf8')

async function recordsOf(text: string, ...options: string[]): Promise<DirectiveRecord[]> {
  const path = join(await temporaryFolder(), 'bundle.txt')
  await writeFile(path, text)
  const { stdout } = await runCommand([path, '--ndjson', ...options])
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

const bundle = async (between: string) => (await Promise.all(BOUND.map(textOf))).join(between)

describe('--split auto', () => {
  test.each([
    ['new pages', '\f'],
    ['lines', '\n'],
  ])('cuts a bundle at each whole header, where the documents are parted by %s', async (_, between) => {
    const records = await recordsOf(await bundle(between), '--split', 'auto')
    const alone = await Promise.all(
      BOUND.map(async (name) => (await recordsOf(await textOf(name)))[0] as DirectiveRecord),
    )
    const said = ({ type, number, date, issuer, subject, signatures, recipients, items }: DirectiveRecord) => ({
      type,
      number,
      date,
      issuer,
      subject,
      signatures,
      recipients,
      items,
    })
    expect(records.map(said)).toEqual(alone.map(said))
    expect(records.map(({ source }) => source.part?.index)).toEqual([1, 2, 3, 4, 5])
  })

  test('says the pages of each document, and why it begins there', async () => {
    const records = await recordsOf(await bundle('\f'), '--split', 'auto')
    expect(records.map(({ source }) => source.part?.pages)).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
      [5, 5],
    ])
    const why = records.map(({ diagnostics }) => diagnostics.find(({ rule }) => rule === 'split-here')?.message)
    expect(why[0]).toBeUndefined()
    expect(why[1]).toContain('412-CV/HU')
  })

  test('counts spans and lines in the whole text', async () => {
    const text = await bundle('\f')
    const decoded = decodedForm(text)
    for (const { evidence, diagnostics, source } of await recordsOf(text, '--split', 'auto')) {
      for (const { span, text: words } of Object.values(evidence)) if (span) expect(decoded.slice(...span)).toBe(words)
      const cut = diagnostics.find(({ rule }) => rule === 'split-here')
      if (cut) expect(decoded.split('\n')[(cut.line as number) - 1]?.trim(), `part ${source.part?.index}`).not.toBe('')
    }
  })

  test.each(BOUND)('leaves %s whole: its annexes, its copy and its forms belong to it', async (name) => {
    const [record, ...others] = await recordsOf(await textOf(name), '--split', 'auto')
    expect(others).toEqual([])
    expect(record?.source.part).toBeUndefined()
  })

  test('is not done unless asked', async () => {
    expect(await recordsOf(await bundle('\f'))).toHaveLength(1)
  })

  test('gives a row a document in a table, and an array in a file', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'bundle.txt'), await bundle('\f'))
    const { stdout } = await runCommand([join(folder, 'bundle.txt'), '--csv', '--split', 'auto'])
    expect(stdout.trim().split('\r\n')).toHaveLength(1 + BOUND.length)
    await runCommand([join(folder, 'bundle.txt'), '-o', join(folder, 'out'), '--split', 'auto'])
    expect(JSON.parse(await readFile(join(folder, 'out', 'bundle.json'), 'utf8'))).toHaveLength(BOUND.length)
  })
})
