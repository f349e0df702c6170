/** The addresses of the service. It keeps nothing: a document is in memory while it is read, and its record goes to who sent it. */
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import manifest from '../../package.json' with { type: 'json' }
import { frameOf, textEmitter } from '../emit/index.ts'
import { type Problem, ProblemError } from '../messages.ts'
import { addPage } from './page.ts'
import { isOwnHost, isOwnOrigin } from './guard.ts'
import { Metrics } from './metrics.ts'
import { openApi } from './openapi.ts'
import type { ServeOptions } from './options.ts'
import { queryOf } from './query.ts'
import type { Reader } from './reader.ts'
import { languageOf, problemOf, refuse } from './refusals.ts'
import { uploadOf } from './upload.ts'

/** What is known of a request besides: the rule of its error. */
export type Env = { Variables: { rule?: string } }

export interface Serving {
  options: ServeOptions
  reader: Reader
  /** Set once the server takes nothing new. */
  stopping: boolean
}

export function createApp(serving: Serving): Hono<Env> {
  const { options, reader } = serving
  const { language } = options
  const app = new Hono<Env>()
  const metrics = new Metrics(reader)

  app.use(async (context, next) => {
    const began = performance.now()
    await next()
    const { method, routePath } = context.req
    const route = routePath.includes('*') ? null : routePath
    const rule = context.get('rule')
    const seconds = (performance.now() - began) / 1000
    const answered = { method, route, status: context.res.status, seconds, ...(rule === undefined ? {} : { rule }) }
    metrics.count(answered)
    options.onAnswer?.(answered)
  })
  app.use(secureHeaders({ xFrameOptions: 'DENY', strictTransportSecurity: false }))
  app.use(async (context, next) => {
    const { host, origin } = context.req.header()
    if (!isOwnHost(host, options.names)) throw new ProblemError('host-refused')
    if (!isOwnOrigin(origin, host)) throw new ProblemError('origin-refused')
    await next()
    context.header('Cache-Control', 'no-store')
    if (serving.stopping) context.header('Connection', 'close')
  })

  app.post('/records', async (context) => {
    if (serving.stopping) throw new ProblemError('serve-stopping')
    const query = queryOf(context.req.query())
    const settings = {
      ...options.settings,
      evidence: query.evidence === undefined ? options.settings.evidence : query.evidence === 'true',
      split: query.split ?? options.settings.split,
      recordLanguage: query.lang ?? options.settings.recordLanguage,
      language: languageOf(context, language),
    }
    const { raw } = context.req
    return reader.placed(async (read) => {
      const upload = await uploadOf(raw, { read: { limits: { bytes: options.maxBytes } }, language: settings.language })
      const { problem, printed = [] } = await read(upload, settings, raw.signal)
      if (problem) throw new ProblemError(problem.id, { ...problem.values, path: upload.name ?? DOCUMENT })
      const emitter = await textEmitter('json')
      const { open, between, close } = printed.length === 1 ? emitter.single : frameOf(emitter, settings.exporting)
      return context.body(open + printed.join(between) + close, 200, { 'Content-Type': 'application/json' })
    })
  })
  app.get('/openapi.json', (context) => context.json(openApi()))
  app.get('/health', (context) => {
    const { running, waiting } = reader
    const status = serving.stopping ? 'stopping' : 'ok'
    const state = { status, version: manifest.version, running, waiting, queue: options.queue }
    return context.json(state, serving.stopping ? 503 : 200)
  })
  app.get('/metrics', async (context) =>
    context.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType }),
  )
  if (options.records) addPage(app, options.records, options)
  for (const [address, method] of Object.entries(METHODS))
    app.all(address, (context) => {
      context.header('Allow', method)
      return refuse(context, { id: 'wrong-method', values: { method } }, languageOf(context, language))
    })

  app.notFound((context) => refuse(context, { id: 'no-such-address', values: {} }, languageOf(context, language)))
  app.onError((error, context) => {
    const isGone = context.req.raw.signal.aborted
    const problem = isGone ? GONE : problemOf(error, DOCUMENT)
    if (problem.id.startsWith('serve-')) context.header('Retry-After', String(reader.retryAfter))
    return refuse(context, problem, languageOf(context, language))
  })
  return app
}

/** A document that was sent without a name. */
const DOCUMENT = 'document'

const GONE: Problem = { id: 'request-gone', values: {} }

const METHODS = { '/records': 'POST', '/openapi.json': 'GET, HEAD', '/health': 'GET, HEAD', '/metrics': 'GET, HEAD' }
