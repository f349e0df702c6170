/** Shows how far a run is: a line that is drawn again on a terminal, one now and then in a log, or events for a program. */
import { statSync } from 'node:fs'
import type { Outcome } from '../../batch/job.ts'
import type { Tally } from '../../batch/tally.ts'
import { ruleOf, say } from '../../messages.ts'
import type { Language } from '../../rules.ts'
import type { Streams } from '../streams.ts'
import { progressLine } from './line.ts'
import type { ProgressMode } from './modes.ts'
import { type Moment, Run } from './moment.ts'

export interface Progress {
  begin(path: string): void
  page(path: string, page: number, of: number): void
  /** It is put off: nobody is at it, and it will be begun again. */
  leave(path: string): void
  end(path: string, outcome: Outcome, tally: Tally): void
  /** Takes the line away, so that something can be printed; it comes back by itself. */
  clear(): void
  /** Names of what is being read. */
  working(): string[]
  stop(): void
}

export interface ProgressChoices {
  mode: Exclude<ProgressMode, 'auto'>
  /** Of inputs; null where it is not known. */
  total: number | null
  /** Paths of the inputs, where they are known. */
  paths: readonly string[]
  workers: number
  language: Language
}

const REDRAW = 120
const LOG = 30_000
/** A file that is done sooner needs no line. */
const PATIENCE = 250
/** Of so many inputs nobody asks the sizes first. */
const TOO_MANY = 50_000

export function startProgress(stderr: Streams['stderr'], choices: ProgressChoices): Progress {
  const { mode, total, paths, workers, language } = choices
  const run = new Run({ total, workers, sizes: paths.length > TOO_MANY ? new Map() : sizesOf(paths) })
  const screen = screenOf(stderr, choices)
  const event = (name: string, more: object) => {
    if (mode === 'json') stderr.write(`${JSON.stringify({ event: name, ...more, ...figures(run.now()) })}\n`)
  }
  event('start', {})
  const timer =
    screen && setInterval(() => screen.draw(progressLine(run.now(), language, stderr.columns ?? 80)), screen.every)
  timer?.unref()
  if (screen?.atOnce) screen.draw(progressLine(run.now(), language, stderr.columns ?? 80))
  return {
    begin: (path) => {
      run.begin(path)
      event('begin', { path })
    },
    page: (path, page, of) => {
      run.page(path, page, of)
      event('page', { path, page, of })
    },
    leave: (path) => run.leave(path),
    end: (path, outcome, tally) => {
      run.end(path, outcome, tally)
      const { status, problem } = outcome
      const error = problem === undefined ? {} : { rule: ruleOf(problem), error: say(problem, language) }
      event('end', { path, status, ...error })
    },
    clear: () => screen?.clear(),
    working: () => run.now().working.map(({ path }) => path),
    stop: () => {
      if (timer) clearInterval(timer)
      screen?.clear()
      event('stop', {})
    },
  }
}

interface Screen {
  every: number
  atOnce: boolean
  draw(line: string): void
  clear(): void
}

function screenOf(stderr: Streams['stderr'], { mode, total }: ProgressChoices): Screen | null {
  if (mode === 'log') return { every: LOG, atOnce: false, draw: (line) => void stderr.write(`${line}\n`), clear() {} }
  if (mode !== 'bar') return null
  const began = performance.now()
  const atOnce = total === null || total > 1
  let drawn = false
  return {
    every: REDRAW,
    atOnce,
    draw: (line) => {
      if (!atOnce && performance.now() - began < PATIENCE) return
      stderr.write(`\r\x1b[2K${line}`)
      drawn = true
    },
    clear: () => {
      if (drawn) stderr.write('\r\x1b[2K')
      drawn = false
    },
  }
}

/** `{files, total, pages, doubtful, failed, secondsLeft}`. */
function figures({ files, total, pages, doubtful, failed, left }: Moment): object {
  return { files, total, pages, doubtful, failed, secondsLeft: left === null ? null : Math.round(left) }
}

function sizesOf(paths: readonly string[]): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const path of paths) {
    try {
      sizes.set(path, statSync(path).size)
    } catch {
      // Its own problem will be told when it is read.
    }
  }
  return sizes
}
