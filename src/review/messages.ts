/**
 * The sentence of a diagnostic in both languages. A record holds it in one; its values are read out of that sentence
 * by the rule's own words and put into the other one.
 */
import { LANGUAGES, type Language, RULES } from '../rules.ts'
import type { Diagnostic } from '../schema.ts'

export type InBoth = Record<Language, string>

export function inBoth({ rule, message }: Pick<Diagnostic, 'rule' | 'message'>): InBoth {
  const sentences = Object.hasOwn(RULES, rule) ? RULES[rule as keyof typeof RULES] : null
  const both: InBoth = { en: message, vi: message }
  if (!sentences) return both
  for (const language of LANGUAGES) {
    const values = valuesIn(sentences[language], message)
    if (!values) continue
    for (const other of LANGUAGES) {
      if (other !== language) both[other] = sentences[other].replace(/\{(\w+)\}/g, (_, name) => values.get(name) ?? '')
    }
    return both
  }
  return both
}

/** What stands in `sentence` where `template` has `{name}`; null where the words around are others. */
function valuesIn(template: string, sentence: string): Map<string, string> | null {
  const parts = template.split(/\{(\w+)\}/)
  const values = new Map<string, string>()
  const [start = '', end = ''] = [parts[0], parts.length > 1 ? parts[parts.length - 1] : '']
  if (!sentence.startsWith(start) || !sentence.endsWith(end)) return null
  const last = sentence.length - end.length
  if (parts.length === 1) return sentence === template ? values : null
  let at = start.length
  for (let i = 1; i < parts.length; i += 2) {
    const words = parts[i + 1] as string
    const to = i + 2 === parts.length ? last : sentence.indexOf(words, at)
    if (to < at || to > last) return null
    values.set(parts[i] as string, sentence.slice(at, to))
    at = to + words.length
  }
  return values
}
