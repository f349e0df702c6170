/** Reads `fonds.yaml`. Loaded only where one is named. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { fileProblem, type MessageValue, ProblemError } from '../messages.ts'
import { faultOf } from '../schema-fault.ts'
import { type Fonds, fondsSchema } from './fonds.ts'

/** @throws {ProblemError} where the file cannot be read, or a key of it is wrong: the message names the key. */
export async function readFonds(path: string): Promise<Fonds> {
  const text = await readFile(path, 'utf8').catch((error) => {
    throw Object.assign(new ProblemError('not-found'), { problem: fileProblem(error, path, 'read') })
  })
  const broken = (reason: MessageValue) => new ProblemError('fonds-wrong', { path, reason })
  let value: unknown
  try {
    value = parse(text) ?? {}
  } catch (error) {
    throw broken((error as Error).message.split('\n', 1)[0] as string)
  }
  const filled = withoutEmpty(value)
  const result = fondsSchema.safeParse(filled)
  if (result.success) return result.data
  throw broken(faultOf(result.error, filled, (keys) => keys.join('.') || 'fonds'))
}

/** A key that `init` wrote and nobody filled in says nothing. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const filled = Object.entries(value).flatMap(([key, each]): [string, unknown][] => {
    const inner = withoutEmpty(each)
    const isEmpty =
      inner === null ||
      inner === '' ||
      (typeof inner === 'object' && !Array.isArray(inner) && Object.keys(inner).length === 0)
    return isEmpty ? [] : [[key, inner]]
  })
  return Object.fromEntries(filled)
}
