/**
 * The sentence of a diagnostic in both languages. A record holds it in one; its values are read out of that sentence
 * by the rule's own words and put into the other one.
 */
import { filled, LANGUAGES, type Language, RULES, valuesOf } from '../rules.ts'
import type { Diagnostic } from '../schema.ts'

export type InBoth = Record<Language, string>

/** What a list of rules calls one. */
export function shortOf(rule: string): InBoth {
  return Object.hasOwn(RULES, rule) ? RULES[rule as keyof typeof RULES].short : { en: rule, vi: rule }
}

export function inBoth({ rule, message }: Pick<Diagnostic, 'rule' | 'message'>): InBoth {
  const sentences = Object.hasOwn(RULES, rule) ? RULES[rule as keyof typeof RULES] : null
  const both: InBoth = { en: message, vi: message }
  if (!sentences) return both
  const read = valuesOf({ rule, message })
  if (!read) return both
  for (const other of LANGUAGES) {
    if (other !== read.language) both[other] = filled(sentences[other], read.values, other)
  }
  return both
}
