/** The words of `grammars/dates.yaml`, folded once, and words damaged by OCR compared with them. */
import { currentGrammar, type Grammar } from '../../grammar/grammar.ts'
import { skeleton } from '../../text.ts'

export interface DateWords {
  /** Folded cue words of an entry: `words.of('day')` → `['ngay']`. */
  of(id: string): string[]
  /** The number a folded word stands for in an entry: `words.number('month-names', 'tu')` → 4. */
  number(id: string, word: string): number | undefined
}

const known = new WeakMap<Grammar, DateWords>()

/** The words of the grammar in force. */
export function dateWords(): DateWords {
  const grammar = currentGrammar()
  const found = known.get(grammar)
  if (found) return found
  const lists = new Map(grammar.dates.map((entry) => [entry.id, entry.words.map(skeleton)]))
  const numbers = new Map(
    grammar.dates.map(({ id, numbers }) => [
      id,
      new Map(Object.entries(numbers).map(([word, value]) => [skeleton(word), value])),
    ]),
  )
  const words: DateWords = {
    of: (id) => lists.get(id) ?? [],
    number: (id, word) => numbers.get(id)?.get(word),
  }
  known.set(grammar, words)
  return words
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
