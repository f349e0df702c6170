/** Tables joined into one: rows in the order of one run, numbered anew. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { csvHead, csvLines } from '../../emit/csv.ts'
import { type Column, columnsOf, numberRows, TABLES, type TableName } from '../../emit/rows.ts'
import { writeAtomic } from '../atomic.ts'
import { type Group, oneOfEach } from './groups.ts'
import type { Joined } from './join-lines.ts'
import { asWalked } from './order.ts'

/** Which of our tables a file holds, by its first line; null for another's. */
export function tableIn(file: string): TableName | null {
  const text = readFileSync(file, 'utf8')
  return TABLES.find((table) => text.startsWith(csvHead(table))) ?? null
}

/** The same as {@link joinLines} for tables, which must all be `table`. */
export async function joinTables(
  table: TableName,
  files: readonly string[],
  before: string | null,
  path: string,
): Promise<Joined> {
  const all = before === null ? files : [...files, before]
  const { kept, differing } = oneOfEach(
    all.flatMap((file) => groupsIn(table, file)),
    before,
  )
  const rows = kept.sort((one, other) => asWalked(one.path ?? '', other.path ?? '')).flatMap(({ items }) => items)
  await writeAtomic(path, csvHead(table) + csvLines(numberRows(table, rows, 1)))
  return { lines: rows.length, differing }
}

function groupsIn(table: TableName, file: string): Group<string[]>[] {
  const columns = columnsOf(table)
  const at = (name: string) => columns.findIndex(({ from }: Column) => from.includes(name))
  const [pathAt, ordinalAt] = [at('source.path'), at('ordinal')]
  const groups = new Map<string, string[][]>()
  for (const row of parse(readFileSync(file), { bom: true, from: 2, relax_column_count: true })) {
    const path = row[pathAt] ?? ''
    groups.set(path, [...(groups.get(path) ?? []), row])
  }
  return [...groups].map(([path, items]) => {
    const content = JSON.stringify(items.map((row) => row.filter((_, column) => column !== ordinalAt)))
    return { path, from: file, content, items }
  })
}
