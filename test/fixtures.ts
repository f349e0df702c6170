/**
 * The fixtures: documents written for this project after the real forms, each with the truth that a reader wrote beside
 * it. `fixtures/<type-id>/<stem>.txt` is the document, `<stem>.json` what a record must say of it; only the keys that
 * stand in the truth are promised. `fixtures/broken/` holds what must still give a record and at least one message.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { DirectiveRecord } from '../src/schema.ts'
import { decodedForm } from '../src/text.ts'

/** What a record must say: any part of it, arrays in full length and order, `references` in any order. */
type Part<T> = T extends (infer Element)[]
  ? Part<Element>[]
  : T extends object
    ? { [Key in keyof T]?: Part<T[Key]> }
    : T
export type Truth = Part<Omit<DirectiveRecord, 'schema' | 'source' | 'evidence' | 'diagnostics'>>

export interface Fixture {
  /** Relative to the folder of fixtures, with slashes: `cong-van/state-pipe-table.txt`. */
  path: string
  /** In decoded form. */
  text: string
  /** Null where no truth stands beside the text: then only the invariants hold. */
  expected: Truth | null
}

/** Tests and benches are run from the project's root. */
export const FIXTURES_ROOT = resolve('fixtures')

/** All fixtures with a truth, in order of their paths, those of `broken/` left out. */
export function loadFixtures(): (Fixture & { expected: Truth })[] {
  return readAll().filter(
    (fixture): fixture is Fixture & { expected: Truth } =>
      fixture.expected !== null && !fixture.path.startsWith('broken/'),
  )
}

/** The fixtures of `broken/`, with or without a truth. */
export function loadBroken(): Fixture[] {
  return readAll().filter((fixture) => fixture.path.startsWith('broken/'))
}

function readAll(): Fixture[] {
  const paths = readdirSync(FIXTURES_ROOT, { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  )
  const known = new Set(paths)
  return paths
    .filter((path) => path.endsWith('.txt'))
    .sort()
    .map((path) => {
      const truth = path.replace(/\.txt$/, '.json')
      return {
        path,
        text: decodedForm(readFileSync(join(FIXTURES_ROOT, path), 'utf8')),
        expected: known.has(truth) ? (JSON.parse(readFileSync(join(FIXTURES_ROOT, truth), 'utf8')) as Truth) : null,
      }
    })
}
