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
      const names = Object.keys(shapes).join(', ')
      throw new GrammarError(
        `${join(folder, file)}: unexpected file, expected one of ${names}`,
        `${join(folder, file)}: tên tệp từ điển không đúng, cần một trong ${names}`,
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
    throw new GrammarError(
      `${folder}: cannot be read, expected a folder of YAML files`,
      `${folder}: không đọc được, cần một thư mục chứa các tệp YAML`,
    )
  }
}

async function readEntries(path: string, name: GrammarFile): Promise<{ id: string }[]> {
  const document = parseDocument(await readFile(path, 'utf8'))
  const problem = document.errors[0]
  if (problem) {
    const line = problem.linePos?.[0].line ?? 1
    throw new GrammarError(`${path}: ${problem.message}`, `${path}: dòng ${line} không đúng cú pháp YAML`)
  }
  const entries: unknown = document.toJS() ?? []
  if (!Array.isArray(entries))
    throw new GrammarError(`${path}: expected a list of entries`, `${path}: cần một danh sách các mục từ`)
  return entries.map((raw, index) => {
    const { examples: _, ...entry } = Object(raw) as Record<string, unknown>
    const result = shapes[name].safeParse(entry)
    if (result.success) return result.data
    const issue = result.error.issues[0]
    const which = typeof entry.id === 'string' ? `'${entry.id}'` : index + 1
    const key = issue?.path.join('.')
    throw new GrammarError(
      `${path}: entry ${which}, key '${key}': ${issue?.message}`,
      `${path}: mục ${which}, khóa '${key}': thiếu hoặc không đúng kiểu giá trị`,
    )
  })
}
