/**
 * Lines in, lines out: each line of NDJSON names one input and gets one line, so that any program, in any language, can
 * drive this one over a pipe.
 *
 * ```
 * {"id": 7, "text": "Số 05/CT-UBND"}               {"schema": "directive/1", …, "id": 7}
 * {"id": 8, "path": "scans/a.pdf", "box": "12"}    {"schema": "directive/1", …, "id": 8, "box": "12"}
 * {"id": 9, "base64": "JVBERi0…", "name": "a.pdf"} {"id": 9, "error": {"rule": "encrypted", "message": "…"}}
 * ```
 */
import { constants } from 'node:buffer'
import type { Readable } from 'node:stream'
import { type Problem, ruleOf, say } from '../messages.ts'
import { refusal } from '../read/refusals.ts'
import type { Language } from '../rules.ts'
import { recordSchema } from '../schema.ts'
import type { Job, Outcome } from './job.ts'
import { type Line, linesOf } from './lines.ts'
import { membersOf } from './members.ts'
import { readingProblem } from './source.ts'

export interface FilterChoices {
  /** Of one input, in bytes. */
  limit: number
  /** Of the messages in lines of errors. */
  language: Language
}

/** JSON may write a byte as four (`\u1ed1` is three), base64 as four thirds; besides there are the keys. */
const WRITTEN = 4
const KEYS = 64 * 1024

/** One job for each line; a line that names no input is one whose problem is known. */
export async function* jobsInLines(
  name: string,
  stdin: Readable,
  { limit, language }: FilterChoices,
): AsyncGenerator<Job> {
  const most = Math.min(limit * WRITTEN + KEYS, constants.MAX_STRING_LENGTH)
  const path = name === '-' ? 'stdin' : name
  for await (const line of linesOf(name, stdin, most)) {
    const where = { path, line: line.number }
    try {
      yield jobOf(line, where, () => refusal('too-large', { size: String(line.size), limit: String(limit) }, language))
    } catch (error) {
      yield { path: null, line: { number: line.number, passed: [], places: [] }, problem: problemOf(error, where) }
    }
  }
}

type Where = { path: string; line: number }

function problemOf(error: unknown, where: Where): Problem {
  if (error instanceof Error && error.name === 'ReadError') return readingProblem(error, `${where.path}:${where.line}`)
  return { id: 'line-not-json', values: where }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true })

/** @throws where the line is no JSON object, or too long. */
function jobOf({ bytes, number }: Line, where: Where, tooLarge: () => Error): Job {
  if (bytes === null) throw tooLarge()
  const json = UTF8.decode(bytes)
  const value: unknown = JSON.parse(json)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('no object')
  const { text, path, base64, name } = value as Record<string, unknown>
  const line = keysOf(json, number, base64 !== undefined)
  const refused = (id: 'line-no-input' | 'line-not-base64', key: string): Job => {
    return { path: null, line, problem: { id, values: { ...where, key } } }
  }
  const label = (base64 === undefined ? path : (name ?? path)) ?? null
  if (label !== null && typeof label !== 'string') return refused('line-no-input', label === path ? 'path' : 'name')
  if (text !== undefined)
    return typeof text === 'string' ? { path: label, line, text } : refused('line-no-input', 'text')
  if (base64 !== undefined) {
    if (typeof base64 !== 'string') return refused('line-no-input', 'base64')
    return isBase64(base64) ? { path: label, line, base64 } : refused('line-not-base64', 'base64')
  }
  return label === null ? refused('line-no-input', 'text') : { path: label, line }
}

/** Node reads over characters that are none of base64, and over a digit that is left at its end. */
function isBase64(text: string): boolean {
  return !/[^A-Za-z0-9+/_=\s-]/.test(text) && text.replace(/[\s=]+/g, '').length % 4 !== 1
}

/** Keys that hold the input itself, and do not come back. */
const INPUT = new Set(['text', 'base64'])
/** Keys that a line of output has by itself. Of the same name in the input they come back inside `given`. */
const OWN = new Set([...Object.keys(recordSchema.shape), 'records', 'error', 'line', 'given'])

/** What a line of output takes over from its line of input, as written. */
export interface LineKeys {
  number: number
  /** `"key":value`, those that come back. */
  passed: string[]
  /** Where the input was, for a line that holds no record. */
  places: string[]
}

function keysOf(json: string, number: number, isNamed: boolean): LineKeys {
  const members = [...membersOf(json)]
  const isPlace = (key: string) => key === 'path' || (isNamed && key === 'name')
  const written = (wanted: (key: string) => boolean) =>
    members.filter(([key]) => wanted(key)).map(([key, value]) => `${JSON.stringify(key)}:${value}`)
  const given = written((key) => OWN.has(key))
  const others = written((key) => !OWN.has(key) && !INPUT.has(key) && !isPlace(key))
  return {
    number,
    passed: given.length === 0 ? others : [...others, `"given":{${given.join()}}`],
    places: written(isPlace),
  }
}

/**
 * The line of output for a line of input, without its end: a record, several where the input holds several documents,
 * or what kept it from being read.
 */
export function lineOf({ line }: Job, { problem, printed = [] }: Outcome, language: Language): string {
  const { number, passed, places } = line as LineKeys
  if (problem) {
    const error = JSON.stringify({ rule: ruleOf(problem), message: say(problem, language) })
    const known = passed.length + places.length > 0 ? [...passed, ...places] : ['"id":null', `"line":${number}`]
    return `{${[...known, `"error":${error}`].join()}}`
  }
  const [record] = printed
  if (record === undefined || printed.length > 1) return `{${[`"records":[${printed.join()}]`, ...passed].join()}}`
  return passed.length === 0 ? record : `${record.slice(0, -1)},${passed.join()}}`
}
