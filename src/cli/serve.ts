/** `directive-parse serve`: until a signal ends it. */
import { availableParallelism } from 'node:os'
import { isIP } from 'node:net'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { useOwnGrammars } from '../batch/job.ts'
import { EXPORT_SETTINGS } from '../export/settings.ts'
import { fileProblem, ProblemError } from '../messages.ts'
import type { ReadChoices } from '../read/options.ts'
import { isLoopback } from '../serve/guard.ts'
import type { Language } from '../rules.ts'
import type { Answered } from '../serve/options.ts'
import { type RunningServer, startServer } from '../serve/server.ts'
import type { Context } from './command.ts'
import { type FileLimits, perFile } from './options.ts'
import { SERVE_DEFAULTS, SERVE_LIMITS } from './serve-options.ts'
import { exitBy, onSignals } from './signals.ts'

export interface ServeChoices extends FileLimits {
  reading: ReadChoices
  host?: string | undefined
  port?: number | undefined
  allowHost?: string[] | undefined
  queue?: number | undefined
  jobs?: number | undefined
  grammars?: string | undefined
  quiet?: true | undefined
  sources?: string | undefined
  secretDocuments?: true | undefined
  lang?: Language | undefined
}

type PageChoices = ServeChoices & { host: string }

const MOST_PORTS = 65_535

export async function serve(folder: string | undefined, choices: ServeChoices, context: Context): Promise<void> {
  const { host = SERVE_DEFAULTS.host, port = SERVE_DEFAULTS.port, queue = SERVE_DEFAULTS.queue, quiet } = choices
  if (port > MOST_PORTS)
    throw new ProblemError('wrong-value', { option: '--port', value: port, expected: `0 … ${MOST_PORTS}` })
  const grammars = choices.grammars === undefined ? null : resolve(choices.grammars)
  await useOwnGrammars(grammars)
  const records = folder === undefined ? null : await recordsIn(folder, { ...choices, host })
  const maxBytes = choices.reading.limits?.bytes ?? SERVE_LIMITS.bytes
  const server = await startServer({
    host,
    port,
    names: [...(isIP(host) ? [] : [host]), ...(choices.allowHost ?? [])],
    jobs: choices.jobs ?? availableParallelism(),
    queue,
    maxBytes,
    ...perFile({ fileSeconds: SERVE_LIMITS.secondsPerFile, ...given(choices) }),
    language: context.language,
    records,
    settings: {
      read: { ...choices.reading, limits: { ...choices.reading.limits, bytes: maxBytes } },
      pagesAtOnce: 1,
      recordLanguage: context.recordLanguage,
      language: context.language,
      grammars,
      format: 'json',
      evidence: true,
      secretSubjects: false,
      split: 'never',
      overwriteCorrections: false,
      exporting: { ...EXPORT_SETTINGS, language: context.language },
    },
    ...(quiet ? {} : { onAnswer: (answered) => context.streams.stderr.write(lineOf(answered)) }),
  })
  if (!isLoopback(host)) context.tell({ id: 'serving-openly', values: { url: server.url } })
  if (!quiet) context.tell({ id: 'serving', values: { url: server.url } })
  if (!quiet && folder !== undefined) context.tell({ id: 'serving-records', values: { path: folder, url: server.url } })
  await untilSignal(server, context)
}

/** On this machine the page shows what the folder holds; to others no document with a mark of secrecy, unless that was asked for. */
async function recordsIn(folder: string, { host, sources, lang = 'vi', secretDocuments }: PageChoices) {
  const kind = await stat(folder).catch((error) => {
    const { id, values } = fileProblem(error, folder, 'read')
    throw new ProblemError(id, values)
  })
  if (!kind.isDirectory()) throw new ProblemError('output-is-file', { path: folder })
  const { RecordsFolder } = await import('../serve/records-folder.ts')
  return new RecordsFolder({
    folder,
    sources,
    language: lang,
    secretDocuments: secretDocuments === true || isLoopback(host),
  })
}

function given({ fileSeconds, fileMemory }: FileLimits): FileLimits {
  return { ...(fileSeconds === undefined ? {} : { fileSeconds }), ...(fileMemory === undefined ? {} : { fileMemory }) }
}

/** Neither what was sent nor what it is called: a name may be a subject. */
function lineOf({ method, route, status, seconds, rule }: Answered): string {
  return `${[method, route ?? '-', status, `${seconds.toFixed(3)} s`, rule ?? ''].join(' ').trim()}\n`
}

/** The first signal lets what is in hand be answered, the second ends it. */
async function untilSignal(server: RunningServer, context: Context): Promise<void> {
  let isEnding = false
  await new Promise<void>((done) => {
    onSignals((signal) => {
      if (isEnding) {
        server.kill()
        exitBy(signal)
      }
      isEnding = true
      context.tell({ id: 'serve-ending', values: {} })
      void server.stop().then(done)
    })
  })
}
