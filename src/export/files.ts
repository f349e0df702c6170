/** The tables of exports as they stand on the disk, apart from the grammars, since only an export loads them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { exportShape } from './shapes.ts'

/** The tables of a folder, in order of their file names. @throws Error naming file and key where one is wrong. */
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
