/**
 * Makes `grammars/*.yaml` one module at build time (tsdown and vitest both take this plugin), so that a run of the
 * program reads no YAML and validates nothing: an entry that is wrong fails the build. Examples stay in the YAML files: only tests need them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { shapes } from './shapes.ts'
import { vocabularyOf } from './vocabulary-source.ts'

const NAME = 'virtual:grammars'
const VOCABULARY = 'virtual:vocabulary'

/** `{types: [entry, …], agencies: […]}`: the entries of every YAML file in a folder, by the file's stem. */
export function readGrammars(folder: string): Record<string, Record<string, unknown>[]> {
  const grammars: Record<string, Record<string, unknown>[]> = {}
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith('.yaml'))
      grammars[basename(file, '.yaml')] = parse(readFileSync(join(folder, file), 'utf8')) ?? []
  }
  return grammars
}

export function grammarsPlugin(folder: string) {
  return {
    name: 'grammars',
    resolveId: (id: string) => (id === NAME || id === VOCABULARY ? `\0${id}` : undefined),
    load(id: string) {
      if (id === `\0${VOCABULARY}`) {
        const vocabulary = vocabularyOf(readGrammars(folder), join(folder, '../fixtures'))
        return `export default JSON.parse(${JSON.stringify(JSON.stringify(vocabulary))})`
      }
      if (id !== `\0${NAME}`) return undefined
      const validated = Object.fromEntries(
        Object.entries(readGrammars(folder)).map(([file, entries]) => [
          file,
          entries.map(({ examples: _, ...entry }) => shapes[file as keyof typeof shapes].parse(entry)),
        ]),
      )
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(validated))})`
    },
  }
}
