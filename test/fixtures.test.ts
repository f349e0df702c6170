import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { recordSchema } from '../src/schema.ts'
import { loadBroken, loadFixtures, type Truth } from './fixtures.ts'

const fixtures = loadFixtures()
const squeezed = (text: string) => text.replace(/[\s*|]/g, '')

type Items = NonNullable<Truth['items']>

/** Each value that must stand in the text word by word, white space and marks aside. */
function verbatim(truth: Truth): string[] {
  const texts = (items: Items): (string | null | undefined)[] =>
    items.flatMap((item) => [item.heading, ...(item.assignees ?? []), ...texts(item.items ?? [])])
  return [
    truth.number,
    truth.place,
    truth.subject,
    truth.operative,
    truth.archive,
    truth.urgency,
    truth.secrecy,
    ...(truth.addressees ?? []),
    ...(truth.bases ?? []),
    ...(truth.closing ?? []),
    ...(truth.recipients ?? []).flatMap((entry) => [entry.text, entry.name, entry.purpose]),
    ...(truth.references ?? []).map((reference) => reference.number),
    ...(truth.signatures ?? []).flatMap((each) => [...(each.authority ?? []), each.position, each.name]),
    ...(truth.attachments ?? []).map(({ title }) => title),
    ...texts(truth.items ?? []),
  ].filter((value): value is string => typeof value === 'string')
}

describe('the fixtures', () => {
  it('are at least 45 documents over at least 14 types and 5 systems', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(45)
    expect(new Set(fixtures.map(({ path }) => path.split('/')[0])).size).toBeGreaterThanOrEqual(14)
    const systems = new Set(fixtures.map(({ expected }) => expected.system))
    for (const system of ['party', 'state', 'union', 'youth', 'front'] as const) expect(systems).toContain(system)
  })

  it('stand in a folder called after a document type, or news, or other', () => {
    const types = parse(readFileSync(new URL('../grammars/types.yaml', import.meta.url), 'utf8')) as {
      id: string
      name: string
    }[]
    for (const { path, expected } of fixtures) {
      const [folder] = path.split('/')
      const type = types.find(({ id }) => id === folder)
      expect(type !== undefined || folder === 'news' || folder === 'other', path).toBe(true)
      if (type && expected.type !== undefined) expect(expected.type, path).toBe(type.name)
    }
  })

  it('promise only what a record can hold', () => {
    const keys = Object.keys(recordSchema.shape)
    for (const { path, expected } of fixtures)
      expect(
        Object.keys(expected).filter((key) => !keys.includes(key)),
        path,
      ).toEqual([])
  })

  it('promise verbatim values as they stand in the text', () => {
    for (const { path, text, expected } of fixtures) {
      const hay = squeezed(text).toLowerCase()
      const missing = verbatim(expected).filter((value) => !hay.includes(squeezed(value).toLowerCase()))
      // Wrapped entries beside another column stand in pieces.
      for (const value of missing)
        for (const word of value.split(/\s+/)) expect(hay.includes(word.toLowerCase()), `${path}: ${value}`).toBe(true)
    }
  })

  it('leave nothing of a number half said', () => {
    for (const { path, expected } of fixtures) {
      if (!expected.number || expected.serial === undefined || expected.notation === undefined) continue
      if (expected.serial !== null) expect(expected.number.startsWith(expected.serial), path).toBe(true)
      expect(expected.number.endsWith(expected.notation ?? '?'), path).toBe(true)
    }
  })

  it('have broken ones beside them', () => {
    expect(loadBroken().map(({ path }) => path)).toEqual([
      'broken/binary.txt',
      'broken/cut-in-half.txt',
      'broken/empty.txt',
      'broken/news.txt',
      'broken/only-footer.txt',
    ])
  })
})
