/** What the command says to a person, and its tools to an agent, in Vietnamese where that was asked for or the locale is. */
export type Language = 'vi' | 'en'

export function localeLanguage(env: NodeJS.ProcessEnv = process.env): Language {
  return /^vi/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'vi' : 'en'
}

let language: Language = localeLanguage()

export function speak(wanted: Language): void {
  language = wanted
}

export function spoken(): Language {
  return language
}

export function say(en: string, vi: string): string {
  return language === 'vi' ? vi : en
}

/** Wrong use: its message is all that is said. */
export class UseError extends Error {
  override readonly name = 'UseError'
}
