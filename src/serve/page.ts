/** The addresses of the review page. They are its own, and no part of what the service promises. */
import type { Hono } from 'hono'
import { z } from 'zod'
import { readStream } from '../batch/source.ts'
import { ProblemError } from '../messages.ts'
import type { Env } from './app.ts'
import type { ServeOptions } from './options.ts'
import type { RecordsFolder } from './records-folder.ts'
import { languageOf } from './refusals.ts'

/** Corrections of so many bytes at a time. */
const MOST = 16 * 1024 ** 2

const undoSchema = z.object({ undo: z.uuid() })

export function addPage(app: Hono<Env>, records: RecordsFolder, { language }: ServeOptions): void {
  app.get('/', async (context) => context.html(await records.page()))
  app.get('/documents', async (context) => context.json(await records.document(context.req.query('record') ?? '')))
  app.post('/corrections', async (context) => {
    const text = await textOf(context.req.raw, 'application/x-ndjson')
    return context.json(await records.correct(text, languageOf(context, language)))
  })
  app.post('/undo', async (context) => {
    const asked = undoSchema.safeParse(parsed(await textOf(context.req.raw, 'application/json')))
    if (!asked.success) throw new ProblemError('no-such-record')
    return context.json(await records.undo(asked.data.undo, languageOf(context, language)))
  })
}

/** A body of the one type that is meant: none that a form of another site could send. */
async function textOf({ headers, body }: Request, type: string): Promise<string> {
  if (headers.get('content-type') !== type || body === null) throw new ProblemError('no-document')
  const bytes = await readStream(body, { read: { limits: { bytes: MOST } }, language: 'en' })
  return bytes.toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
