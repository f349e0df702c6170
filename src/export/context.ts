/** What the paths of a table lead into. */
import type { DirectiveRecord } from '../schema.ts'
import type { Fonds } from './fonds.ts'

export interface ExportContext {
  record?: DirectiveRecord
  fonds: Fonds
  /** Values that follow from the record, the file and the fonds; `src/export/derived.ts` and the writers name them. */
  derived: Record<string, unknown>
  time: string | null
  /** The value of the nearest `each`. */
  '.'?: unknown
}

/** What was not as a target wants it; a writer turns it into a diagnostic. */
export type Misfit =
  | { rule: 'export-too-long'; element: string; length: number; limit: number; pointer?: string }
  | { rule: 'export-date-partial'; element: string; text: string; pointer?: string }
  | { rule: 'export-missing'; element: string; pointer?: string }
  | { rule: 'export-code'; element: string; text: string; pointer?: string }

/** The values at a path, those of every entry where it leads through a list; none where there is null or nothing. */
export function valuesAt(context: ExportContext, path: string): unknown[] {
  if (path === '.') return context['.'] === undefined ? [] : [context['.']]
  if (path.startsWith('.')) return follow(context['.'], path.slice(1).split('.'))
  return follow(context, path.split('.'))
}

function follow(value: unknown, path: string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((each) => follow(each, path))
  if (value === null || value === undefined || value === '') return []
  const [key, ...rest] = path
  return key === undefined ? [value] : follow((value as Record<string, unknown>)[key], rest)
}

/** `record.signatures.name` → `/signatures`: where a person looks when something is wrong with the value. */
export function pointerOf(paths: readonly string[]): string | undefined {
  const path = paths.find((each) => each.startsWith('record.'))
  return path === undefined ? undefined : `/${path.split('.')[1]}`
}
