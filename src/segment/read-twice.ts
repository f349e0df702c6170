/** A document read by both readers: the tree with the better values, and what was observed on the way. */
import { candidatesOf, byField } from '../grade/first-reading.ts'
import { type Surroundings, surroundingsOf } from '../grade/doubts.ts'
import type { Judge } from '../grade/judge.ts'
import type { Directive } from '../tree.ts'
import { choose } from './choose.ts'
import { joinFirstWords } from './first-words.ts'
import { type SecondReader, secondReading } from './second-reader.ts'
import { segmentRows, zonedRows } from './segment.ts'

export interface Readers extends SecondReader {
  judge: Judge
}

export function readTwice(printed: string, readers: Readers): { tree: Directive; around: Surroundings } {
  const text = joinFirstWords(printed)
  const zoned = zonedRows(text)
  const tree = segmentRows(text, zoned)
  const unclaimed = tree.children.flatMap((node) => (node.type === 'unclaimed' ? node.spans : []))
  const around = surroundingsOf(text, secondReading(text, zoned, readers), {
    unclaimed,
    first: byField(candidatesOf(tree)),
  })
  choose(tree, text, around, readers.judge)
  return { tree, around }
}
