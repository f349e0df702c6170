/** Registers as a workbook that prints: A4 across, a title, the columns with their numbers, the head on every page. */
import writeExcel from 'write-excel-file/node'
import type { SheetTable } from './shapes.ts'

export interface Sheet {
  table: SheetTable
  rows: (string | number | null)[][]
  /** Lines above the title: who keeps the register. */
  heading: string[]
}

const FONT = 'Times New Roman'
const SIZE = 11
/** What one cell of a workbook may hold. */
const LONGEST_CELL = 32_767
/** A line of text in points, and what a row may have of them. */
const LINE_HEIGHT = 15
const HIGHEST_ROW = 409
/** How much wider than a digit a letter of running text is on average, breaking of lines included. */
const LETTER = 1.1

export async function workbookOf(sheets: Sheet[]): Promise<Buffer> {
  const laidOut = sheets.map((sheet) => ({
    sheet: sheet.table.sheet,
    data: cellsOf(sheet),
    columns: sheet.table.columns.map(({ width }) => ({ width })),
    stickyRowsCount: headRows(sheet),
    orientation: 'landscape' as const,
  }))
  return writeExcel(laidOut as never, { fontFamily: FONT, fontSize: SIZE, features: [printing(sheets)] }).toBuffer()
}

/** The heading lines, the title with the law, the names of the columns, their numbers. */
const headRows = ({ heading }: Sheet) => heading.length + 4

function cellsOf(sheet: Sheet) {
  const { table, rows, heading } = sheet
  const span = table.columns.length
  const headHeight = Math.max(30, ...table.columns.map(({ title, width }) => heightOf(title, width * 0.7)))
  const line = (value: string, more: object) => [
    { value, type: String, columnSpan: span, ...more },
    ...Array(span - 1).fill(null),
  ]
  return [
    ...heading.map((value) => line(value, { fontWeight: 'bold', align: 'left' })),
    line(table.title, { fontWeight: 'bold', fontSize: 14, align: 'center', height: 24, alignVertical: 'center' }),
    line(`(${table.source})`, { fontStyle: 'italic', align: 'center' }),
    table.columns.map(({ title }) => headCell(title, headHeight)),
    table.columns.map((_, index) => ({
      value: `(${index + 1})`,
      type: String,
      align: 'center' as const,
      fontStyle: 'italic' as const,
      ...BORDER,
    })),
    ...rows.map((row) => {
      const height = Math.max(...row.map((cell, index) => heightOf(cell, table.columns[index]?.width ?? 10)))
      return row.map((cell) => bodyCell(cell, height))
    }),
  ]
}

const BORDER = { borderStyle: 'thin' as const }

function headCell(title: string, height: number) {
  return {
    value: title,
    type: String,
    fontWeight: 'bold' as const,
    wrap: true,
    align: 'center' as const,
    alignVertical: 'center' as const,
    height,
    ...BORDER,
  }
}

function bodyCell(cell: string | number | null, height: number) {
  const common = { height, alignVertical: 'top' as const, wrap: true, ...BORDER }
  if (cell === null) return { value: '', type: String, ...common }
  if (typeof cell === 'number') return { value: cell, type: Number, align: 'center' as const, ...common }
  return { value: printable(cell), type: String, ...common }
}

/** The height a text needs in a column so many digits wide, in points: LibreOffice does not find it on opening. */
function heightOf(cell: string | number | null, width: number): number {
  const lines = String(cell ?? '')
    .split('\n')
    .map((line) => Math.max(1, Math.ceil((line.length * LETTER) / width)))
  return Math.min(HIGHEST_ROW, lines.reduce((sum, each) => sum + each, 0) * LINE_HEIGHT)
}

function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  const clean = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, ' ')
  return clean.length <= LONGEST_CELL ? clean : `${clean.slice(0, LONGEST_CELL - 2).replace(/\p{Surrogate}$/u, '')}…`
}

/** All columns on one page, A4, and the rows of the head on each page. */
function printing(sheets: Sheet[]) {
  const titles = sheets.map((sheet, index) => {
    const last = headRows(sheet)
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${sheet.table.sheet}'!$${last - 1}:$${last}</definedName>`
  })
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml: string) =>
            xml.replace('</sheets>', `</sheets><definedNames>${titles.join('')}</definedNames>`),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string) =>
            xml.replace('<sheetViews', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews'),
          transformElementAttributes: (tag: string, attributes: Record<string, string | number>) =>
            tag === 'pageSetup' ? { ...attributes, paperSize: 9, fitToWidth: 1, fitToHeight: 0 } : attributes,
        },
      },
    },
  }
}
