/** Headers of the same kinds as those that were read wrong, in tables. */
import { expect, test } from 'vitest'
import { parseDirective } from '../src/pipeline.ts'
import { LETTERHEADS } from './kinds/letterheads.ts'

test.each(LETTERHEADS)('%s', (_, lines, want) => {
  expect(parseDirective(lines.join('\n'))).toMatchObject(want)
})
