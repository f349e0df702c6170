/** Grammars as they stand on the disk: a YAML file for each kind of entry. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { type Grammar, type GrammarFile, shapes } from './shapes.ts'

/** `{types: [entry, …], agencies: […]}`: the entries of every YAML file in a folder, by the file's stem. */
export function readGrammars(folder: string): Record<string, Record<string, unknown>[]> {
  const grammars: Record<string, Record<string, unknown>[]> = {}
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith('.yaml'))
      grammars[basename(file, '.yaml')] = parse(readFileSync(join(folder, file), 'utf8')) ?? []
  }
  return grammars
}

/**
 * The entries of a folder, each in its shape. Examples stay in the files: only tests need them.
 *
 * @throws ZodError where an entry is wrong.
 */
export function readShipped(folder: string): Grammar {
  const entries = Object.entries(readGrammars(folder)) as [GrammarFile, Record<string, unknown>[]][]
  return Object.fromEntries(
    entries.map(([file, each]) => [file, each.map(({ examples: _, ...entry }) => shapes[file].parse(entry))]),
  ) as unknown as Grammar
}
