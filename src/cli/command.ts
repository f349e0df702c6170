/** Runs one command line: words in, exit code out. Every error ends here as one line on standard error. */
import { CommanderError } from '@commander-js/extra-typings'
import { type MessageId, type Problem, ProblemError, say } from '../messages.ts'
import type { Language } from '../rules.ts'
import { askedLanguage, localeLanguage } from './language.ts'
import { createProgram } from './program.ts'
import { Output, type Streams } from './streams.ts'

export const EXIT = { read: 0, unread: 1, misuse: 2, interrupted: 130 } as const

/** What a subcommand gets besides its own arguments. */
export interface Context {
  streams: Streams
  output: Output
  /** Of messages, by `--lang` or the locale. */
  language: Language
  /** Of the diagnostics in records: what `--lang` says, else English whatever the locale. */
  recordLanguage: Language
  tell(problem: Problem | string): void
  exitCode: number
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
    tell: (problem) =>
      void streams.stderr.write(`directive-parse: ${typeof problem === 'string' ? problem : say(problem, language)}\n`),
    exitCode: EXIT.read,
  }
  streams.stderr.on('error', ignore)
  try {
    await createProgram(context).parseAsync([...words], { from: 'user' })
    await output.end()
  } catch (error) {
    context.exitCode = report(error, context)
  } finally {
    streams.stderr.off('error', ignore)
  }
  return context.exitCode
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
    context.tell(error.message)
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
])

/** What commander found wrong, in our words. */
function misuse(error: CommanderError): Problem | string {
  const value = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'commander.unknownOption':
      return { id: 'unknown-option', values: { value } }
    case 'commander.optionMissingArgument':
      return { id: 'missing-argument', values: { value } }
    case 'commander.missingMandatoryOptionValue':
      return { id: 'needs-option', values: { value } }
    case 'commander.missingArgument':
      return { id: 'missing-folder', values: { value } }
    case 'commander.excessArguments':
      return { id: 'excess-arguments', values: {} }
    default:
      return error.message.replace(/^error: /, '')
  }
}
