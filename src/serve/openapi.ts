/** OpenAPI 3.1 of the service; what a record is comes from the zod schema, which is the authority. */
import { z } from 'zod'
import manifest from '../../package.json' with { type: 'json' }
import {
  evidenceSchema,
  itemSchema,
  recordSchema,
  referenceSchema,
  sourceSchema,
  taskSchema,
  diagnosticSchema,
} from '../schema.ts'
import { querySchema } from './query.ts'

export const errorSchema = z.object({ error: z.object({ rule: z.string(), message: z.string() }) })

export const healthSchema = z.object({
  status: z.enum(['ok', 'stopping']),
  version: z.string(),
  running: z.number().int(),
  waiting: z.number().int(),
  queue: z.number().int(),
})

/** Schemas that have a name of their own in the document. */
const NAMED = {
  DirectiveRecord: recordSchema,
  Source: sourceSchema,
  Item: itemSchema,
  Task: taskSchema,
  Reference: referenceSchema,
  Evidence: evidenceSchema,
  Diagnostic: diagnosticSchema,
  Error: errorSchema,
  Health: healthSchema,
}

const refTo = (name: keyof typeof NAMED) => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: object) => ({ 'application/json': { schema } })
const error = (description: string) => ({ description, content: json(refTo('Error')) })

export function openApi(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'directive-parse',
      version: manifest.version,
      description: manifest.description,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [],
    paths: { '/records': { post: records() }, '/health': { get: health() }, '/metrics': { get: metrics() } },
    components: { schemas: schemas() },
  }
}

function schemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema as object]),
  )
}

function parameters(): object[] {
  const { properties = {} } = z.toJSONSchema(querySchema)
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', schema }))
}

function records(): object {
  const binary = { type: 'string', contentMediaType: 'application/octet-stream' }
  return {
    operationId: 'read',
    summary: 'A document in, its record out: the same bytes as `directive-parse FILE` prints',
    parameters: [
      ...parameters(),
      {
        name: 'Content-Disposition',
        in: 'header',
        description: 'Names the document, as `source.path`; the ending of the name tells Markdown from plain text.',
        schema: { type: 'string' },
        example: 'attachment; filename="letter.txt"',
      },
    ],
    requestBody: {
      required: true,
      description:
        'The file itself under any type, which is told by its bytes; or a form, of which the first file counts.',
      content: {
        'application/octet-stream': { schema: {} },
        'multipart/form-data': { schema: { type: 'object', properties: { file: binary }, required: ['file'] } },
      },
    },
    responses: {
      200: {
        description: 'The record; with `split=auto`, a list of them where the file holds several documents.',
        content: json({ oneOf: [refTo('DirectiveRecord'), { type: 'array', items: refTo('DirectiveRecord') }] }),
      },
      400: error('The request names no document, or an unknown value.'),
      403: error('The server was called by a name that is not its own, or by a page of another site.'),
      413: error('The document is larger than the limit.'),
      422: error('The document cannot be read; the rule says why.'),
      503: {
        ...error('No place is free, or the server is about to stop.'),
        headers: { 'Retry-After': { description: 'Seconds', schema: { type: 'integer' } } },
      },
      504: error('The document took longer than the limit.'),
    },
  }
}

function health(): object {
  const answer = (description: string) => ({ description, content: json(refTo('Health')) })
  return {
    operationId: 'health',
    summary: 'Whether the server takes documents, and how many it has',
    responses: { 200: answer('It does.'), 503: answer('It is about to stop.') },
  }
}

function metrics(): object {
  return {
    operationId: 'metrics',
    summary: 'Counts and times for Prometheus',
    responses: {
      200: { description: 'Text of Prometheus.', content: { 'text/plain': { schema: { type: 'string' } } } },
    },
  }
}
