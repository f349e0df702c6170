/** What somebody does next, as commands to be copied. */
import { latin } from '../latin.ts'
import type { Say } from './options.ts'

export interface NextStep {
  /** The words of the command, as they are. */
  words: string[]
  what: string
}

/** Under one heading, the commands in a column. Empty where there is nothing to do. */
export function nextSteps(steps: readonly NextStep[], t: Say): string {
  if (steps.length === 0) return ''
  const lines = steps.map(({ words, what }) => ({ line: ['directive-parse', ...words].map(quoted).join(' '), what }))
  return `${t('Next:', 'Tiếp theo:')}\n${lines.map(({ line, what }) => `  ${line}\n      ${what}\n`).join('')}`
}

/** A word as every shell takes it for one, that of Windows too. */
export function quoted(word: string): string {
  return latin(/^[\p{L}\p{N}_./:=@%+,-]+$/u).test(word)
    ? word
    : `"${word.replace(/(["\\$`])/g, process.platform === 'win32' ? '$1' : '\\$1')}"`
}
