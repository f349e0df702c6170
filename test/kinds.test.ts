/** Headers of the same kinds as those that were read wrong, in tables. */
import { expect, test } from 'vitest'
import { parseDirective } from '../src/pipeline.ts'
import { LETTERHEADS } from './kinds/letterheads.ts'
import { TITLES } from './kinds/titles.ts'

test.each([...LETTERHEADS, ...TITLES])('%s', (_, lines, want) => {
  expect(parseDirective(lines.join('\n'))).toMatchObject(want)
})
