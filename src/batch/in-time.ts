/** Steps of this process that may not take for ever: V8 ends them from a thread of its own, also in a pattern or a loop. */
import { runInThisContext } from 'node:vm'
import { ProblemError } from '../messages.ts'

/** Runs a step, and gives back what it gives back. */
export type Guard = <T>(step: () => T) => T

/** Where the step waits for the one line of script that V8 can be told a time for. */
const WAITING = Symbol.for('directive-parse.step')
const SCRIPT = `globalThis[Symbol.for('directive-parse.step')]()`

/**
 * A guard for the steps of one file, which together may take `seconds`; a step that runs over throws.
 *
 * @throws {ProblemError} `worker-overlong`, from the step.
 */
export function guardFor(path: string, seconds: number): Guard {
  const end = performance.now() + seconds * 1000
  const places = globalThis as Record<symbol, unknown>
  return <T>(step: () => T): T => {
    places[WAITING] = step
    try {
      return runInThisContext(SCRIPT, { timeout: Math.max(1, Math.ceil(end - performance.now())) }) as T
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
      throw new ProblemError('worker-overlong', { path, seconds })
    } finally {
      delete places[WAITING]
    }
  }
}
