import { describe, expect, test } from 'vitest'
import { findDates } from '../src/extract/dates/dates.ts'
import { findDeadlines } from '../src/extract/deadlines.ts'
import { readGrammars } from '../src/grammar/plugin.ts'

const ISSUED = '2021-08-05'
const deadlines = (text: string) => findDeadlines(findDates(text, { issued: ISSUED }))

const entries = (readGrammars('grammars').deadlines as { id: string; examples: Record<string, string[]> }[]).filter(
  ({ examples }) => Object.keys(examples).length > 0,
)

describe.each(entries)('deadlines: $id', ({ examples }) => {
  test.each(Object.entries(examples))('%s', (text, expected) => {
    expect(deadlines(text).map(({ operator, date }) => `${operator} ${date}`)).toEqual(expected)
  })
})
