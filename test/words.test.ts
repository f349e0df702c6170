/** Words of a text, and what of the lexicon stands among them. */
import { describe, expect, test } from 'vitest'
import { currentGrammar } from '../src/grammar/grammar.ts'
import { createLexicon, findHits, restoredLexicon, storedLexicon } from '../src/lexicon/lexicon.ts'
import { Vocabulary } from '../src/words/vocabulary.ts'
import { GAPS, readWords, SHAPES, wordAt } from '../src/words/words.ts'

const lexicon = createLexicon(currentGrammar())
const wordsOf = (text: string) => readWords(text, lexicon.vocabulary)
const printed = (text: string) => {
  const { count, start, end } = wordsOf(text)
  return Array.from({ length: count }, (_, at) => text.slice(start[at], end[at]))
}

describe('words', () => {
  test.each([
    ['Số: 05/CT-UBND', ['Số', ':', '05', '/', 'CT', '-', 'UBND']],
    ['ngày15/9', ['ngày', '15', '/', '9']],
    ['H’Yim | K.Thủy', ['H', '’', 'Yim', 'K', '.', 'Thủy']],
    ['  \t\n\f ', []],
    ['', []],
  ])('%j', (text, words) => expect(printed(text)).toEqual(words))

  test.each([
    ['UBND TỈNH', ['capitals', 'capitals']],
    ['Tỉnh A', ['capital', 'capital']],
    ['tỉnh 12 ;', ['small', 'digits', 'mark']],
    ['hỘi VNe', ['mixed', 'mixed']],
  ])('%j looks like %j', (text, shapes) =>
    expect([...wordsOf(text).shape].map((shape) => SHAPES[shape])).toEqual(shapes),
  )

  test('the gap before a word says what parts it from the one before', () => {
    const { gap } = wordsOf('a-b c  d   e\tf|g\nh\n\ni\n\fj')
    expect([...gap].map((each) => GAPS[each])).toEqual([
      'line',
      'none',
      'none',
      'space',
      'two',
      'wide',
      'wide',
      'wide',
      'line',
      'blank',
      'page',
    ])
  })

  test('a word knows its line and its column, a tab moving to the next multiple of eight', () => {
    const { line, column } = wordsOf('ab\tc\n  d')
    expect([[...line], [...column]]).toEqual([
      [0, 0, 1],
      [0, 8, 2],
    ])
  })

  test('a word is found by any of its offsets, and the next one by the gap before it', () => {
    const words = wordsOf('Sở Y tế')
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((offset) => wordAt(words, offset))).toEqual([0, 0, 1, 1, 2, 2, 2, 3])
  })

  test('the same letters have the same id, whatever their marks and their case', () => {
    const { id } = readWords('Căn CĂN can cân Cang', new Vocabulary(['căn']))
    expect([...id]).toEqual([1, 1, 1, 1, 0])
  })
})

describe('the lexicon', () => {
  const hitsOf = (text: string) => {
    const words = wordsOf(text)
    return findHits(words, lexicon).map(({ class: name, from, to, exact }) => ({
      name: lexicon.classes[name],
      text: text.slice(words.start[from], words.end[to - 1]),
      exact,
    }))
  }

  test('finds posts, formulas, types, bodies and cues where they stand', () => {
    const found = hitsOf('Kính gửi: Ủy ban nhân dân xã\nKT. PHÓ CHỦ TỊCH')
    expect(found).toContainEqual({ name: 'cues/addressee', text: 'Kính gửi', exact: true })
    expect(found).toContainEqual({ name: 'heads', text: 'Ủy ban nhân dân', exact: true })
    expect(found).toContainEqual({ name: 'authorities/for-the-head', text: 'KT', exact: true })
    expect(found).toContainEqual({ name: 'positions', text: 'PHÓ CHỦ TỊCH', exact: true })
  })

  test('the longest comes first, those inside it behind it', () => {
    const posts = hitsOf('PHÓ CHỦ TỊCH THƯỜNG TRỰC')
      .filter(({ name }) => name === 'positions')
      .map(({ text }) => text)
    expect(posts.slice(0, 2)).toEqual(['PHÓ CHỦ TỊCH THƯỜNG TRỰC', 'PHÓ CHỦ TỊCH'])
  })

  test('tells a word whose marks are others, and takes the two places of a tone for one', () => {
    const of = (text: string) => hitsOf(text).find(({ name }) => name === 'heads')?.exact
    expect(['PHÒNG Y TẾ', 'PHONG Y TẾ', 'UỶ BAN NHÂN DÂN', 'ỦY BAN NHÂN DÂN'].map(of)).toEqual([
      true,
      false,
      true,
      true,
    ])
  })

  test('no phrase is cut out of a word', () =>
    expect(hitsOf('Sốt').filter(({ name }) => name === 'wording/number')).toEqual([]))

  test('a lexicon that was kept finds what it found before', () => {
    const kept = restoredLexicon(JSON.parse(JSON.stringify(storedLexicon(lexicon))))
    const text = 'Kính gửi: Uỷ ban nhân dân xã; Phong Y tế\nKT. PHÓ CHỦ TỊCH THƯỜNG TRỰC, ngày 5 tháng 8'
    const hits = findHits(readWords(text, kept.vocabulary), kept)
    expect(hits.length).toBeGreaterThan(8)
    expect(hits).toEqual(findHits(wordsOf(text), lexicon))
  })
})
