/** Words that stand inside patterns: each entry is used, and its words are found in its examples. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readGrammars } from '../src/grammar/files.ts'
import { alternation, pattern, phrasesOf, wordsOf } from '../src/grammar/wording.ts'
import { hasWordEdges } from '../src/text.ts'

const entries = readGrammars('grammars').wording as { id: string; examples: string[] }[]
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const code = ['src/segment', 'src/calendar', 'src/lexicon', 'src/extract', 'src/read/ocr', 'src/project']
  .flatMap((folder) => filesOf(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8')))
  .join('\n')

test.each(entries)('$id is used, and stands in its examples', ({ id, examples }) => {
  expect(code).toContain(`'${id}'`)
  expect(wordsOf(id)).not.toEqual([])
  const words = pattern((wording) => new RegExp(wording.words(id), 'g'))
  for (const example of examples) {
    const found = [...example.matchAll(words())].filter(({ index, 0: word }) =>
      hasWordEdges(example, index, index + word.length),
    )
    expect(found, example).not.toEqual([])
  }
})

test('the longest word is tried first, and signs stand for themselves', () => {
  expect(alternation(['Mẫu', 'V/v', 'Mẫu số', 'BS.CKI', 'Mẫu'])).toBe('Mẫu số|BS\\.CKI|Mẫu|V\\/v')
})

test('words are found in capitals where they are printed so, and folded', () => {
  expect(wordsOf('subsection')).toEqual(['Tiểu mục', 'TIỂU MỤC'])
  const folded = pattern((wording) => new RegExp(`^(?:${wording.folded('chapter', 'article')})$`))
  expect(['chuong', 'dieu', 'CHƯƠNG', 'phan'].map((word) => folded().test(word))).toEqual([true, true, false, false])
})

test('a pattern is made once, and an unknown entry is named', () => {
  const addressee = pattern(({ cue }) => new RegExp(cue('addressee')))
  expect(addressee()).toBe(addressee())
  expect(phrasesOf('addressee').every((phrase) => addressee().test(phrase))).toBe(true)
  expect(() => wordsOf('no-such-entry')).toThrow("grammars/wording.yaml: no entry 'no-such-entry'")
})
