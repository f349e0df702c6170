/** What a schema refuses, told in both languages. */
import type { ZodError } from 'zod'
import vietnamese from 'zod/v4/locales/vi.js'
import type { Language } from './rules.ts'

const { localeError } = vietnamese()

/**
 * The first thing that a schema refuses in `value`, and where: `{ en: '/place: Invalid input: expected string, …', vi: … }`.
 * `placeOf` writes the keys that lead there.
 */
export function faultOf(
  error: ZodError,
  value: unknown,
  placeOf: (keys: string[]) => string,
): Record<Language, string> {
  const issue = error.issues[0]
  const keys = issue?.path.map(String) ?? []
  const place = placeOf(keys)
  const input = keys.reduce((inner, key) => (Object(inner) as Record<string, unknown>)[key], value)
  const told = issue && localeError({ ...issue, input } as Parameters<typeof localeError>[0])
  const vi = (typeof told === 'string' ? told : told?.message) ?? issue?.message ?? ''
  const line = (message: string) => [place, message].filter(Boolean).join(': ')
  return { en: line(issue?.message ?? ''), vi: line(vi) }
}
