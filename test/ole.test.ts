/** Old Office files: what their root holds, not what is embedded in it. */
import { expect, test } from 'vitest'
import { readSource } from '../src/read/index.ts'
import { readOptions } from '../src/read/options.ts'
import { doc, ole } from './doc-builder.ts'

const read = (bytes: Uint8Array) => readSource(bytes, readOptions())
const rubble = Buffer.from('nothing of the kind '.repeat(40))
const LETTER = [{ text: 'Số 7-CV/HU' }, { text: 'Văn phòng rà soát.' }]

test('an embedded Word object does not stand for the document that it is in', async () => {
  const { text } = await read(doc(LETTER, { embedded: { '1Table': rubble, WordDocument: rubble } }))
  expect(text.trim()).toBe('Số 7-CV/HU\nVăn phòng rà soát.')
})

test('names of streams count without regard to case', async () => {
  const { text } = await read(doc(LETTER, { named: (name) => name.toUpperCase() }))
  expect(text.trim()).toBe('Số 7-CV/HU\nVăn phòng rà soát.')
})

test.each([
  ['Excel', 'Workbook'],
  ['Excel', 'Book'],
  ['PowerPoint', 'PowerPoint Document'],
])('a file of %s with %s says so, whatever is embedded in it', async (kind, stream) => {
  const bytes = ole({ [stream]: rubble }, { WordDocument: rubble, '1Table': rubble })
  await expect(read(bytes)).rejects.toThrow(`The file is ${kind}, which cannot be read; save it as PDF.`)
})
