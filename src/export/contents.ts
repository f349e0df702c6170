/** The list of documents of a file (hồ sơ): its order, its pages, its cells. The page of a review makes it too. */
import { type ExportContext, valuesAt } from './context.ts'
import { fill, type FillChoices } from './fill.ts'
import type { SheetTable } from './shapes.ts'
import type { SheetCell } from './sheets.ts'

/** What decides where a document stands. */
export interface InFile {
  path: string | null
  date: string | null
  pages: number | null
}

/** The documents of one folder: a file as the archive has it, in order of their dates. */
export interface File<T> {
  folder: string
  documents: T[]
}

/** `isOne`: all of them are one file, wherever they lie. */
export function filesOf<T>(documents: readonly T[], told: (document: T) => InFile, isOne: boolean): File<T>[] {
  const files = new Map<string, T[]>()
  for (const document of documents) {
    const folder = isOne ? '.' : folderOf(told(document).path)
    const file = files.get(folder)
    if (file) file.push(document)
    else files.set(folder, [document])
  }
  return [...files].map(([folder, own]) => ({
    folder,
    // Dates of different precision compare as text: a month stands before its days.
    documents: own
      .map((document, index) => ({ document, index, date: told(document).date ?? '9999' }))
      .sort((one, other) => compare(one.date, other.date) || one.index - other.index)
      .map(({ document }) => document),
  }))
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

const folderOf = (path: string | null) => /^(.*)[/\\][^/\\]*$/.exec(path ?? '')?.[1] || '.'

/** `1`, `2-4`: where each document begins and ends in the file; null from where a number of pages is not known. */
export function pageRanges(pages: readonly (number | null)[]): (string | null)[] {
  let next: number | null = 1
  return pages.map((own): string | null => {
    if (next === null || own === null) {
      next = null
      return null
    }
    const first: number = next
    next += own
    return own === 1 ? `${first}` : `${first}-${first + own - 1}`
  })
}

/** Stands where the subject of a TUYỆT MẬT text would (Nghị định 63/2026/NĐ-CP). */
export const WITHHELD = '(không ghi)'

export function cellsOf(
  table: SheetTable,
  context: ExportContext,
  withheld: boolean,
  choices: FillChoices,
): SheetCell[] {
  return table.columns.map((column) => {
    if (column.withheld && withheld) return WITHHELD
    const [only, ...others] = column.from.flatMap((path) => valuesAt(context, path))
    if (typeof only === 'number' && others.length === 0) return only
    const text = fill(column.title, column, context, choices)
    return withheld && column.from.includes('derived.subject') ? [text, WITHHELD].filter(Boolean).join(' ') : text
  })
}
