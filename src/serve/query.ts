/** What an address may say behind its `?`. */
import { z } from 'zod'
import { ProblemError } from '../messages.ts'
import { SPLIT_MODES } from '../read/options.ts'
import { LANGUAGES } from '../rules.ts'

export const querySchema = z
  .strictObject({
    evidence: z.enum(['true', 'false']).describe('With the places and grades of values; true by default.'),
    split: z.enum(SPLIT_MODES).describe('auto: one record for each document that the file holds; never by default.'),
    lang: z.enum(LANGUAGES).describe('Language of diagnostics and errors.'),
  })
  .partial()

export type Query = z.infer<typeof querySchema>

/** @throws {ProblemError} `wrong-value` where something else is said. */
export function queryOf(given: Record<string, string>): Query {
  for (const [name, value] of Object.entries(given)) {
    const known = Object.hasOwn(querySchema.shape, name) ? querySchema.shape[name as keyof Query] : null
    if (known?.safeParse(value).success) continue
    const expected = known === null ? Object.keys(querySchema.shape) : known.unwrap().options
    throw new ProblemError('wrong-value', {
      option: `?${name}`,
      value: value.slice(0, 40),
      expected: expected.join(', '),
    })
  }
  return querySchema.parse(given)
}
