/** The tables of `grammars/exports/`, by kind and id. */
import type { CodeLists, ExportTable, FlatTable, PackageTable, SheetTable, TreeTable } from './shapes.ts'
import tables from './shipped.ts'

function tableOf<K extends ExportTable['kind']>(kind: K, id: string): Extract<ExportTable, { kind: K }> {
  const found = tables.find((table) => table.kind === kind && table.id === id)
  if (!found) throw new Error(`no table ${id} in grammars/exports`)
  return found as Extract<ExportTable, { kind: K }>
}

export const flatTable = (id: string): FlatTable => tableOf('flat', id)
export const treeTable = (id: string): TreeTable => tableOf('tree', id)
export const codeLists = (): CodeLists => tableOf('codes', 'codes').lists
export const sheetTable = (id: string): SheetTable => tableOf('sheet', id)
export const sheetTables = (): SheetTable[] => tables.filter((table) => table.kind === 'sheet')
export const packageTable = (): PackageTable => tableOf('packages', 'packages')
