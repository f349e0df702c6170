/** Which language the command speaks. */
import { LANGUAGES, type Language } from '../rules.ts'

/** What `--lang` says, before the arguments are parsed; null where it says nothing. */
export function askedLanguage(words: readonly string[]): Language | null {
  const end = words.indexOf('--')
  const options = end < 0 ? words : words.slice(0, end)
  const at = options.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const value = options[at]?.startsWith('--lang=') ? options[at].slice('--lang='.length) : options[at + 1]
  return at >= 0 && (LANGUAGES as readonly string[]).includes(value ?? '') ? (value as Language) : null
}

/** The language of the locale, as `LC_ALL`, `LC_MESSAGES` or `LANG` names it: Vietnamese, else English. */
export function localeLanguage(env: Record<string, string | undefined>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^vi(?![a-z])/i.test(locale) ? 'vi' : 'en'
}
