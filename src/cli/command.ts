/** Runs one command line: words in, exit code out. Every error ends here as one line on standard error. */
import { term } from './help.ts'
import { existsSync } from 'node:fs'
import { CommanderError } from '@commander-js/extra-typings'
import { type MessageId, type Problem, ProblemError, ruleOf, say } from '../messages.ts'
import type { Language } from '../rules.ts'
import type { Config } from './config.ts'
import { askedLanguage, localeLanguage } from './language.ts'
import { createProgram } from './program.ts'
import { Output, type Streams } from './streams.ts'

export const EXIT = { read: 0, unread: 1, misuse: 2, interrupted: 130, terminated: 143 } as const

/** What a subcommand gets besides its own arguments. */
export interface Context {
  streams: Streams
  output: Output
  /** Of messages, by `--lang` or the locale. */
  language: Language
  /** Of the diagnostics in records: what `--lang` says, else English whatever the locale. */
  recordLanguage: Language
  /** One line on standard error, ending in its rule, of which `explain` says more. */
  tell(problem: Problem | Told): void
  exitCode: number
  /** Names of all commands. */
  commands: string[]
  /** The settings of a file. */
  config: Config | null
}

/** A sentence that is made elsewhere, with its rule. */
export interface Told {
  text: string
  rule: string
}

export async function command(words: readonly string[], streams: Streams): Promise<number> {
  const asked = askedLanguage(words)
  const language = asked ?? localeLanguage(streams.env)
  const output = new Output(streams.stdout)
  const context: Context = {
    streams,
    output,
    language,
    recordLanguage: asked ?? 'en',
    tell: (problem) => {
      const { text, rule } =
        'text' in problem ? problem : { text: say(problem, context.language), rule: ruleOf(problem) }
      streams.stderr.write(`directive-parse: ${text} [${rule}]\n`)
    },
    exitCode: EXIT.read,
    commands: [],
    config: null,
  }
  streams.stderr.on('error', ignore)
  try {
    context.config = await configOf(words)
    const told = context.config?.settings.lang
    if (asked === null && (told === 'vi' || told === 'en')) context.language = context.recordLanguage = told
    await createProgram(context).parseAsync(wordsMeant(words), { from: 'user' })
    await output.end()
  } catch (error) {
    context.exitCode = report(error, context)
  } finally {
    for (const line of streams.noise?.take() ?? []) streams.stderr.write(`${line}\n`)
    streams.stderr.off('error', ignore)
  }
  return context.exitCode
}

/** Loaded only where there is a file. */
async function configOf(words: readonly string[]): Promise<Config | null> {
  if (!existsSync(CONFIG_FILE) && !words.some((word) => word.startsWith('--config'))) return null
  const { readConfig } = await import('./config.ts')
  return readConfig(words)
}

const CONFIG_FILE = 'directive-parse.yaml'

/** `help check` is `check --help`. */
function wordsMeant(words: readonly string[]): string[] {
  return words[0] === 'help' && !existsSync('help') ? [...words.slice(1), '--help'] : [...words]
}

function ignore() {}

function report(error: unknown, context: Context): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.read
    context.tell(misuse(error))
    return EXIT.misuse
  }
  if (error instanceof ProblemError) {
    context.tell(error.problem)
    return MISUSES.has(error.problem.id) ? EXIT.misuse : EXIT.unread
  }
  if (error instanceof Error && error.name === 'GrammarError') {
    const text = context.language === 'vi' && 'vi' in error ? String(error.vi) : error.message
    context.tell({ text, rule: 'grammar-broken' })
    return EXIT.misuse
  }
  context.tell({ id: 'unexpected', values: { reason: error instanceof Error ? error.message : String(error) } })
  return EXIT.unread
}

const MISUSES: ReadonlySet<MessageId> = new Set<MessageId>([
  'no-input',
  'binary-terminal',
  'needs-output',
  'not-with',
  'one-format',
  'stdin-twice',
  'wrong-value',
  'unknown-rule',
  'no-such-line',
  'unknown-command',
  'unknown-option',
  'unknown-option-like',
  'would-flood',
  'config-broken',
  'config-unknown',
  'would-overwrite',
  'output-is-file',
  'check-nothing',
  'fonds-wrong',
  'fonds-there',
  'no-ghostscript',
  'package-there',
  'needs-folder',
  'needs-fonds',
  'needs-time',
  'merge-within',
  'no-objects',
  'merge-file',
])

/** What commander found wrong, in our words. */
function misuse(error: CommanderError): Problem | Told {
  const value = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const like = /\(Did you mean (?:one of )?([^,?]+)/.exec(error.message)?.[1]
  switch (error.code) {
    case 'commander.unknownOption':
      return like === undefined
        ? { id: 'unknown-option', values: { value } }
        : { id: 'unknown-option-like', values: { value, like } }
    case 'commander.optionMissingArgument':
      return { id: 'missing-argument', values: { value } }
    case 'commander.missingMandatoryOptionValue':
      return { id: 'needs-option', values: { value } }
    case 'commander.missingArgument':
      return {
        id: 'missing-operand',
        values: { value: { en: value, vi: term(`<${value}>`, (_, vi) => vi).slice(1, -1) } },
      }
    case 'commander.excessArguments':
      return { id: 'excess-arguments', values: {} }
    default:
      return { text: error.message.replace(/^error: /, ''), rule: error.code.replace('commander.', '') }
  }
}
