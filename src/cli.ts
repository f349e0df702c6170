/** The command: a function of its arguments and streams. `--version` answers before anything else is loaded. */
import manifest from '../package.json' with { type: 'json' }
import type { Streams } from './cli/streams.ts'

export type { Streams } from './cli/streams.ts'

/**
 * Runs `directive-parse` with `argv` (as in `process.argv`: the first two are skipped) on `streams`, for which
 * `process` itself will do.
 *
 * @returns the exit code: 0 all read, 1 some input could not be read, 2 wrong use. Never throws.
 */
export async function run(argv: readonly string[], streams: Streams): Promise<number> {
  const words = argv.slice(2)
  if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
    streams.stdout.write(`${manifest.version}\n`)
    return 0
  }
  const { command } = await import('./cli/command.ts')
  if ((streams as unknown) !== process) return command(words, streams)
  const { processStreams } = await import('./cli/streams.ts')
  return command(words, processStreams())
}
