/** The words of `grammars/dates.yaml`, folded once, and words damaged by OCR compared with them. */
import { perGrammar } from '../grammar/grammar.ts'
import { skeleton } from '../text.ts'

export interface DateWords {
  /** Folded cue words of an entry: `words.of('day')` → `['ngay']`. */
  of(id: string): string[]
  /** The cue words of entries as a pattern's group, longest first: `words.any('hours')` → `(?:gio|h|g)`. */
  any(...ids: string[]): string
  /** Whether `printed`, tone marks and all, is a word of the entry: `nam` is no `năm`. */
  has(id: string, printed: string): boolean
  /** The number a folded word stands for in an entry: `words.number('month-names', 'tu')` → 4. */
  number(id: string, word: string): number | undefined
}

/** The words of the grammar in force. */
export const dateWords = perGrammar((grammar): DateWords => {
  const listed = grammar.dates.map(({ id, words, numbers }) => ({
    id,
    words: [...words, ...Object.keys(numbers)].map((word) => word.normalize('NFC')),
  }))
  const printed = new Map(listed.map(({ id, words }) => [id, new Set(words)]))
  const folded = new Map(listed.map(({ id, words }) => [id, words.map(skeleton)]))
  const numbers = new Map(
    grammar.dates.map((entry) => [
      entry.id,
      new Map(Object.entries(entry.numbers).map(([word, value]) => [skeleton(word.normalize('NFC')), value])),
    ]),
  )
  return {
    of: (id) => folded.get(id) ?? [],
    any: (...ids) => alternation(ids.flatMap((id) => folded.get(id) ?? [])),
    has: (id, word) => printed.get(id)?.has(word.toLowerCase()) ?? false,
    number: (id, word) => numbers.get(id)?.get(word),
  }
})

/** A pattern's group of literal folded words, longest first; for no word at all, what never matches. */
export function alternation(words: string[]): string {
  if (words.length === 0) return '(?!)'
  const escaped = [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[^a-z0-9 ]/g, '\\$&'))
  return `(?:${escaped.join('|')})`
}

/** Whether one edit at most (a letter put in, left out or changed) lies between two words: `thar` and `thang` are two apart. */
export function isNear(word: string, model: string): boolean {
  const difference = word.length - model.length
  if (difference > 1 || difference < -1) return false
  let start = 0
  while (start < word.length && word[start] === model[start]) start++
  let end = 0
  const room = Math.min(word.length, model.length) - start
  while (end < room && word[word.length - 1 - end] === model[model.length - 1 - end]) end++
  return Math.max(word.length, model.length) - start - end <= 1
}
