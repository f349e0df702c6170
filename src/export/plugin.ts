/**
 * Makes `grammars/exports/*.yaml` one module at build time, as `src/grammar/plugin.ts` does with the grammars: a table
 * that is wrong fails the build. They are apart from the grammars, since only an export loads them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { exportShape } from './shapes.ts'

const NAME = 'virtual:exports'

/** The tables of a folder, in order of their file names. */
export function readExportTables(folder: string) {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const result = exportShape.safeParse(parse(readFileSync(join(folder, file), 'utf8')))
      if (result.success) return result.data
      const issue = result.error.issues[0]
      throw new Error(`${join(folder, file)}: ${issue?.path.join('.')}: ${issue?.message}`)
    })
}

export function exportsPlugin(folder: string) {
  return {
    name: 'exports',
    resolveId: (id: string) => (id === NAME ? `\0${NAME}` : undefined),
    load(id: string) {
      if (id !== `\0${NAME}`) return undefined
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(readExportTables(folder)))})`
    },
  }
}
