/** Joins a folder of grammars with the shipped ones. Loaded only when `--grammars` asks for it. */
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseDocument } from 'yaml'
import { GrammarError } from './grammar.ts'
import { type Grammar, type GrammarFile, shapes } from './shapes.ts'

export async function mergeGrammars(shipped: Grammar, folder: string): Promise<Grammar> {
  const merged: Record<string, { id: string }[]> = { ...shipped }
  for (const file of await yamlFiles(folder)) {
    const name = basename(file, '.yaml')
    if (!(name in shapes)) {
      throw new GrammarError(
        `${join(folder, file)}: unexpected file, expected one of ${Object.keys(shapes).join(', ')}`,
      )
    }
    const entries = await readEntries(join(folder, file), name as GrammarFile)
    const own = new Map(entries.map((entry) => [entry.id, entry]))
    const kept = (merged[name] ?? []).map((entry) => own.get(entry.id) ?? entry)
    const known = new Set(kept.map((entry) => entry.id))
    merged[name] = [...kept, ...entries.filter((entry) => !known.has(entry.id))]
  }
  return merged as unknown as Grammar
}

async function yamlFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort()
  } catch {
    throw new GrammarError(`${folder}: cannot be read, expected a folder of YAML files`)
  }
}

async function readEntries(path: string, name: GrammarFile): Promise<{ id: string }[]> {
  const document = parseDocument(await readFile(path, 'utf8'))
  const problem = document.errors[0]
  if (problem) throw new GrammarError(`${path}: ${problem.message}`)
  const entries: unknown = document.toJS() ?? []
  if (!Array.isArray(entries)) throw new GrammarError(`${path}: expected a list of entries`)
  return entries.map((raw, index) => {
    const { examples: _, ...entry } = Object(raw) as Record<string, unknown>
    const result = shapes[name].safeParse(entry)
    if (result.success) return result.data
    const issue = result.error.issues[0]
    const where = typeof entry.id === 'string' ? `entry '${entry.id}'` : `entry ${index + 1}`
    throw new GrammarError(`${path}: ${where}, key '${issue?.path.join('.')}': ${issue?.message}`)
  })
}
