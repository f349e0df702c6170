import { describe, expect, test } from 'vitest'
import { findAgencies } from '../src/extract/agencies/agencies.ts'
import { isPlaceName, placeUses } from '../src/grammar/places.ts'
import { readGrammars } from '../src/grammar/plugin.ts'

interface Example {
  text: string
  issuer?: string
  finds: Record<string, unknown>[]
}

const grammars = readGrammars('grammars')

describe.each(['agencies', 'agency-words'])('examples of grammars/%s.yaml', (file) => {
  const entries = grammars[file] ?? []
  for (const entry of entries) {
    for (const example of entry.examples as Example[]) {
      test(`${entry.id}: ${example.text}`, () => {
        const found = findAgencies(example.text, { issuer: example.issuer ?? null })
        expect(found).toMatchObject(example.finds)
        expect(found).toHaveLength(example.finds.length)
      })
    }
  }
  test('every entry has examples', () => {
    expect(entries.filter((entry) => !(entry.examples as Example[] | undefined)?.length)).toEqual([])
  })
})

test('examples of grammars/places.yaml', () => {
  for (const { level, since, until, examples } of grammars.places ?? []) {
    for (const name of examples as string[]) {
      expect(placeUses(name, { level: String(level) }), name).toContainEqual({ level, since: since ?? null, until: until ?? null })
    }
  }
})

test('a place is known by its level and a date', () => {
  expect(isPlaceName('Võ Nhai', { level: 'huyện', date: '2021-08' })).toBe(true)
  expect(isPlaceName('Võ Nhai', { level: 'huyện', date: '2026-01-05' })).toBe(false)
  expect(isPlaceName('Võ Nhai', { level: 'xã', date: '2026' })).toBe(true)
  expect(isPlaceName('BÀ RỊA – VŨNG TÀU', { level: 'tỉnh' })).toBe(true)
  expect(isPlaceName('Nguyễn Văn An')).toBe(false)
})

const names = (text: string, issuer?: string) => findAgencies(text, { issuer: issuer ?? null }).map(({ name }) => name)
