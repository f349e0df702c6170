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

/** Where the language of the system is asked for. */
export interface System {
  platform: NodeJS.Platform
  /** Of the system's settings: `vi-VN`. */
  locale: string
}

const HERE: System = { platform: process.platform, locale: Intl.DateTimeFormat().resolvedOptions().locale }

/**
 * The language of the locale: Vietnamese, else English. `LC_ALL`, `LC_MESSAGES` or `LANG` name it; on Windows, where no
 * shell sets them but tools from elsewhere do, the settings of the system.
 */
export function localeLanguage(
  env: Record<string, string | undefined>,
  { platform, locale: own }: System = HERE,
): Language {
  const locale = platform === 'win32' ? own : env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^vi(?![a-z])/i.test(locale) ? 'vi' : 'en'
}
