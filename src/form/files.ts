/** Packs and rules of form as they stand on the disk. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type FormTables, packShape, ruleShape } from './shapes.ts'

/** @throws Error naming file, entry and key where one is wrong. */
export function readFormTables(folder: string): FormTables {
  const entries = (file: string): { id: string }[] => parse(readFileSync(join(folder, file), 'utf8'))
  const checked = <T>(
    file: string,
    shape: {
      safeParse(
        value: unknown,
      ): { success: true; data: T } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } }
    },
  ): T[] =>
    entries(file).map((entry) => {
      const result = shape.safeParse(entry)
      if (result.success) return result.data
      const [issue] = result.error.issues
      throw new Error(`${join(folder, file)}: ${entry.id}: ${issue?.path.join('.')}: ${issue?.message}`)
    })
  return { packs: checked('packs.yaml', packShape), rules: checked('rules.yaml', ruleShape) }
}
