/**
 * A workbook that prints: documents, tasks, and the forms of Nghị định 30/2020/NĐ-CP: mục lục văn bản of each folder, the
 * registers, the follow-up of duties.
 */
import { headingOf, type LinkOf, registerSheets } from '../export/registers.ts'
import type { ExportSettings } from '../export/settings.ts'
import type { Sheet } from '../export/sheets.ts'
import { workbookOf } from '../export/workbook.ts'
import type { DirectiveRecord } from '../schema.ts'
import { type Column, columnsOf, type Rows, type TableName } from './rows.ts'

export interface WorkbookContent {
  rows: Rows
  /** What of each document was there before, in the words of a table. */
  duplicates?: (string | null)[]
  /** What the registers are made of. */
  records: DirectiveRecord[]
  settings: ExportSettings
  linkOf?: LinkOf
}

/**
 * The workbook as bytes. Text is stored as text whatever it begins with, so nothing becomes a formula; a cell longer
 * than a workbook allows is cut and ends in an ellipsis.
 */
export function workbook({
  rows,
  duplicates = [],
  records,
  settings,
  linkOf = () => null,
}: WorkbookContent): Promise<Buffer> {
  const heading = headingOf(settings)
  return workbookOf([
    withDuplicates(tableSheet('documents', 'DANH SÁCH VĂN BẢN', { rows, heading, linkOf }), duplicates),
    tableSheet('tasks', 'NHIỆM VỤ VÀ THỜI HẠN', { rows, heading, linkOf }),
    // What is doubtful stands in the rows and in the summary.
    ...registerSheets(records, { ...settings, report: () => {} }, linkOf),
  ])
}

/** What only the whole list knows: a column before that of the files. */
function withDuplicates(sheet: Sheet, notes: readonly (string | null)[]): Sheet {
  const at = columnsOf('documents').findIndex(isPath)
  const columns = sheet.columns.toSpliced(at, 0, { title: 'Trùng', width: 14 })
  const rows = sheet.rows.map((row, index) => row.toSpliced(at, 0, notes[index] ?? null))
  return { ...sheet, columns, rows, ...(sheet.printed !== undefined && { printed: sheet.printed + 1 }) }
}

const isPath = ({ from }: Column) => from.includes('source.path')

function tableSheet(
  table: TableName,
  title: string,
  { rows, heading, linkOf }: { rows: Rows; heading: string[]; linkOf: LinkOf },
): Sheet {
  const columns = columnsOf(table)
  const path = columns.findIndex(isPath)
  return {
    name: columns[0]?.sheet ?? table,
    title,
    columns: columns.map(({ title: name, width, form }) => ({
      title: name,
      width,
      date: form === 'date' || form === 'due',
    })),
    ...(columns.some(({ screen }) => screen) && { printed: columns.filter(({ screen }) => !screen).length }),
    rows: rows[table],
    links: rows[table].map((row) => (typeof row[path] === 'string' ? linkOf(row[path]) : null)),
    heading,
  }
}
