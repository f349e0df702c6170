import { describe, expect, test } from 'vitest'
import { findDates } from '../src/extract/dates/dates.ts'
import { readGrammars } from '../src/grammar/plugin.ts'

const grammars = readGrammars('grammars')
const ISSUED = '2021-08-05'

/** Values of all dates in a text; a word in brackets for what has no value. */
function values(text: string): string[] {
  return findDates(text, { issued: ISSUED }).map(
    (found) => found.date ?? `(${found.problem ?? (found.recurring ? 'recurring' : found.relative ? 'relative' : 'nothing')})`,
  )
}

const idioms = (grammars.dates as { id: string; examples: Record<string, string[]> }[]).filter(({ examples }) => Object.keys(examples).length > 0)

describe.each(idioms)('idioms: $id', ({ examples }) => {
  test.each(Object.entries(examples))('%s', (text, expected) => {
    expect(values(text)).toEqual(expected)
  })
})

describe.each(grammars['not-dates'] as { id: string; examples: string[] }[])('no dates: $id', ({ examples }) => {
  test.each(examples)('%s', (text) => {
    expect(findDates(text, { issued: ISSUED })).toEqual([])
  })
})
