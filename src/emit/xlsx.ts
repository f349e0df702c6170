/** A workbook of three sheets: documents, tasks, and the list of documents in a file (mục lục văn bản trong hồ sơ). */
import writeExcel from 'write-excel-file/node'
import { type Cell, columnsOf, type Rows, TABLES } from './rows.ts'

/** What one cell of a workbook may hold. */
const LONGEST_CELL = 32_767

/**
 * The workbook as bytes. Text is stored as text whatever it begins with, so nothing becomes a formula; a cell longer
 * than a workbook allows is cut and ends in an ellipsis.
 */
export async function workbook(rows: Rows): Promise<Buffer> {
  const sheets = TABLES.map((table) => {
    const columns = columnsOf(table)
    return {
      sheet: columns[0]?.sheet ?? table,
      data: [
        columns.map(({ title, width }) => headCell(title, width)),
        ...rows[table].map((row) => row.map((cell, at) => bodyCell(cell, columns[at]?.width))),
      ],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
    }
  })
  return writeExcel(sheets, { features: [FIT_TO_WIDTH] }).toBuffer()
}

/** All columns on one page when printed, over as many pages as the rows take. */
const FIT_TO_WIDTH = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string) =>
          xml.replace('<sheetViews', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews'),
        transformElementAttributes: (tag: string, attributes: Record<string, string | number>) =>
          tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
      },
    },
  },
}

function headCell(title: string, width: number) {
  return {
    value: title,
    type: String,
    fontWeight: 'bold' as const,
    backgroundColor: '#E7E6E6',
    wrap: true,
    height: heightOf(title, width),
    alignVertical: 'center' as const,
  }
}

function bodyCell(cell: Cell, width = Number.POSITIVE_INFINITY) {
  if (cell === null) return null
  if (typeof cell === 'number')
    return { value: cell, type: Number, align: 'center' as const, alignVertical: 'top' as const }
  const value = printable(cell)
  return { value, type: String, wrap: true, height: heightOf(value, width), alignVertical: 'top' as const }
}

/** A line of text in points, and what a row may have of them. */
const LINE_HEIGHT = 15
const HIGHEST_ROW = 409

/** How much wider a capital is than the digit in which widths of columns are counted, and what breaking lines costs. */
const CAPITAL = 1.4
const BREAKING = 1.15

/** The height a text needs in a column so many digits wide, in points: LibreOffice does not find it on opening. */
function heightOf(text: string, width: number): number {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  const digits = text.length + capitals * (CAPITAL - 1)
  const lines = digits <= width ? 1 : Math.ceil((digits * BREAKING) / width)
  return Math.min(HIGHEST_ROW, lines * LINE_HEIGHT)
}

/** Without what XML 1.0 cannot hold, and no longer than a cell may be. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  const clean = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, ' ')
  return clean.length <= LONGEST_CELL ? clean : `${clean.slice(0, LONGEST_CELL - 2).replace(/\p{Surrogate}$/u, '')}…`
}
