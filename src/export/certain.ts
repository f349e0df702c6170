/** A record without its doubtful values: what `--only-certain` exports. */
import type { DirectiveRecord } from '../schema.ts'
import { doubtfulPointers } from './report.ts'

/** Values become null, entries of lists go; evidence and diagnostics stay as they are. */
export function onlyCertain(record: DirectiveRecord): DirectiveRecord {
  const pointers = doubtfulPointers(record)
  if (pointers.length === 0) return record
  const copy = structuredClone(record)
  const gone = new Map<unknown[], Set<number>>()
  for (const pointer of pointers) {
    const keys = pointer
      .slice(1)
      .split('/')
      .map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'))
    const last = keys.pop() as string
    const holder = keys.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], copy)
    if (Array.isArray(holder)) gone.set(holder, (gone.get(holder) ?? new Set()).add(Number(last)))
    else if (typeof holder === 'object' && holder !== null) clear(holder as Record<string, unknown>, last)
  }
  for (const [list, indexes] of gone) list.splice(0, list.length, ...list.filter((_, index) => !indexes.has(index)))
  return copy
}

function clear(holder: Record<string, unknown>, key: string): void {
  if (Array.isArray(holder[key])) holder[key] = []
  else if (key in holder) holder[key] = null
}
