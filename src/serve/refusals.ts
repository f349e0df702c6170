/** Why a request gets no record: the status that goes with a rule, and its body in the language of the request. */
import type { Context } from 'hono'
import { type Problem, ProblemError, ruleOf, say } from '../messages.ts'
import { readingProblem } from '../batch/source.ts'
import { LANGUAGES, type Language } from '../rules.ts'

type Status = 400 | 403 | 404 | 405 | 408 | 413 | 422 | 500 | 503 | 504

/** A document that cannot be read is 422, whatever the rule; these are about the request or the server. */
const STATUSES: Record<string, Status> = {
  'no-document': 400,
  'wrong-value': 400,
  'wrong-line': 400,
  'host-refused': 403,
  'origin-refused': 403,
  'no-such-address': 404,
  'no-such-record': 404,
  'wrong-method': 405,
  'request-gone': 408,
  'too-large': 413,
  unexpected: 500,
  'serve-busy': 503,
  'serve-stopping': 503,
  'worker-overlong': 504,
}

export function refuse(context: Context, problem: Problem, language: Language): Response {
  const rule = ruleOf(problem)
  context.set('rule', rule)
  return context.json({ error: { rule, message: say(problem, language) } }, STATUSES[rule] ?? 422)
}

/** Any error as a problem; `label` stands for the document. */
export function problemOf(error: unknown, label: string): Problem {
  if (error instanceof ProblemError || (error instanceof Error && error.name === 'ReadError'))
    return readingProblem(error, label)
  return { id: 'unexpected', values: { reason: error instanceof Error ? error.name : 'unknown' } }
}

/** The language that a request asks for: `?lang=vi`, else its `Accept-Language`. */
export function languageOf(context: Context, usual: Language): Language {
  const asked = context.req.query('lang') ?? context.req.header('accept-language')?.slice(0, 2).toLowerCase()
  return LANGUAGES.find((language) => language === asked) ?? usual
}
