/** What the command says to a person, in Vietnamese where the locale is. */
export type Language = 'vi' | 'en'

export function localeLanguage(env: NodeJS.ProcessEnv = process.env): Language {
  return /^vi/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'vi' : 'en'
}

let language: Language = localeLanguage()

export function speak(wanted: Language): void {
  language = wanted
}

export function say(en: string, vi: string): string {
  return language === 'vi' ? vi : en
}

/** One line on standard error. */
export function tell(en: string, vi: string): void {
  process.stderr.write(`directive-parse-worker: ${say(en, vi)}\n`)
}

/** Wrong use: its message is all that is said. */
export class UseError extends Error {
  override readonly name = 'UseError'
}
