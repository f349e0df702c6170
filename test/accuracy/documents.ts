/** The documents of a folder of texts and a folder of gold, each with the record that is made of it now. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDecoded } from '../../src/pipeline.ts'
import { readText } from '../../src/read/plain.ts'
import type { Gold } from './gold.ts'
import type { Pair } from './score.ts'

/** The record of a text file. */
export function recordOf(path: string) {
  const bytes = readFileSync(path)
  return parseDecoded(readText(bytes, { language: 'en' }), bytes)
}

/** One pair a gold file, in order of the ids; a document without a text has no record. */
export function readPairs(folders: { text: string; gold: string }): Pair[] {
  const texts = new Set(readdirSync(folders.text))
  const names = readdirSync(folders.gold)
    .filter((name) => name.endsWith('.json'))
    .sort()
  return names.map((name) => {
    const gold = JSON.parse(readFileSync(join(folders.gold, name), 'utf8')) as Gold
    const text = name.replace(/\.json$/, '.txt')
    return { gold, record: texts.has(text) ? recordOf(join(folders.text, text)) : null }
  })
}

/** Two halves that nobody chose: ordered by the SHA-256 of their ids, the first half was tuned on, the second set aside. */
export function halves<T extends { gold: { id: string } }>(pairs: T[]): { tuned: T[]; aside: T[] } {
  const keyed = pairs.map((pair) => ({ pair, key: createHash('sha256').update(pair.gold.id).digest('hex') }))
  const ordered = keyed.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ pair }) => pair)
  const middle = Math.ceil(ordered.length / 2)
  return { tuned: ordered.slice(0, middle), aside: ordered.slice(middle) }
}
