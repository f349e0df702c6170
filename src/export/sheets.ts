/**
 * Tables as a workbook that prints: A4 across, a title block, the names of the columns on every page, a filter, pages
 * numbered, links to the files. The browser of the review page makes one with it too.
 */
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
} from 'write-excel-file/utility'
import { latin } from '../latin.ts'
import type { SheetTable } from './shapes.ts'

export type SheetCell = string | number | null

export interface Sheet {
  name: string
  title: string
  /** The law or standard that has this form. */
  source?: string
  /** `date`: what is a whole day stands as a date, so that it sorts. */
  columns: { title: string; width: number; date?: boolean }[]
  /** So many columns are printed; all of them where it is not said. */
  printed?: number
  rows: SheetCell[][]
  /** Where the file of each row lies, from the workbook; null where it is not known. */
  links?: (string | null)[]
  /** Lines above the title: who keeps the register, fonds, box. */
  heading: string[]
}

/** A register of `grammars/exports/` as a sheet. */
export function sheetOf(table: SheetTable, rest: Pick<Sheet, 'rows' | 'heading'> & Partial<Sheet>): Sheet {
  const columns = table.columns.map(({ title, width, form }) => ({
    title,
    width,
    date: form === 'day-month-year-or-less',
  }))
  return { name: table.sheet, title: table.title, source: table.source, columns, ...rest }
}

const FONT = 'Times New Roman'
const SIZE = 11
/** What one cell of a workbook may hold. */
const LONGEST_CELL = 32_767
/** A line of text in points, and what a row may have of them. */
const LINE_HEIGHT = 15
const HIGHEST_ROW = 409
/** How much wider than a digit a letter of running text is on average, in wide fonts too; and a capital. */
const LETTER = 1.1
const CAPITAL = 1.5

/** What `write-excel-file` is called with, in Node and in a browser. */
export function workbookParts(sheets: Sheet[]) {
  const named = withNames(sheets.map(withLinks))
  const laidOut = named.map((sheet) => ({
    sheet: sheet.name,
    data: cellsOf(sheet),
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: headRows(sheet),
    orientation: 'landscape' as const,
  }))
  return { sheets: laidOut, options: { fontFamily: FONT, fontSize: SIZE, features: [printing(named)] } }
}

/** A sheet with the column from which the files of its rows are opened. */
interface LinkedSheet extends Sheet {
  linkColumn?: number
}

const OPEN = { title: 'Mở tệp', width: 8, cell: 'Mở' }

/**
 * Links stand in a column of their own behind what is printed: LibreOffice breaks no line of a cell that is a link, and so would
 * cut what the cell says.
 */
function withLinks(sheet: Sheet): LinkedSheet {
  const { columns, rows, links = [], printed = columns.length } = sheet
  if (links.every((link) => link === null)) return sheet
  return {
    ...sheet,
    columns: withAt(columns, printed, OPEN),
    rows: rows.map((row, at) => withAt(row, printed, links[at] == null ? null : OPEN.cell)),
    printed,
    linkColumn: printed,
  }
}

const withAt = <T>(list: T[], at: number, one: T): T[] => [...list.slice(0, at), one, ...list.slice(at)]

/** Names that a workbook admits, each once. */
function withNames<S extends Sheet>(sheets: S[]): S[] {
  const used = new Set<string>()
  return sheets.map((sheet) => {
    const plain = sheet.name.replace(/[\\/?*[\]:]+/g, ' ').replace(/^[\s']+|[\s']+$/g, '') || 'Trang'
    let name = [...plain].slice(0, 31).join('')
    for (let n = 2; used.has(name.toLowerCase()); n++) name = `${[...plain].slice(0, 26).join('')} (${n})`
    used.add(name.toLowerCase())
    return { ...sheet, name }
  })
}

/** The heading lines, the title with the law, the names of the columns, their numbers. */
const headRows = ({ heading, source }: Sheet) => heading.length + 2 + (source === undefined ? 0 : 2)

function cellsOf(sheet: LinkedSheet) {
  const { rows, heading, columns } = sheet
  const span = sheet.printed ?? columns.length
  const headHeight = Math.max(30, ...columns.map(({ title, width }) => heightOf(title, width * 0.7)))
  const line = (value: string, more: object) => [
    { value: printable(value), type: String, columnSpan: span, ...more },
    ...Array(span - 1).fill(null),
  ]
  const law = sheet.source === undefined ? [] : [line(`(${sheet.source})`, { fontStyle: 'italic', align: 'center' })]
  const numbers = columns.map((_, index) => ({
    value: index === sheet.linkColumn ? '' : `(${index + 1})`,
    type: String,
    align: 'center' as const,
    fontStyle: 'italic' as const,
    ...BORDER,
  }))
  return [
    ...heading.map((value) => line(value, { fontWeight: 'bold', align: 'left' })),
    line(sheet.title, { fontWeight: 'bold', fontSize: 14, align: 'center', height: 24, alignVertical: 'center' }),
    ...law,
    columns.map(({ title }) => headCell(title, headHeight)),
    ...(sheet.source === undefined ? [] : [numbers]),
    ...rows.map((row) => {
      const seen = row.slice(0, span)
      const height = Math.max(...seen.map((cell, index) => heightOf(cell, columns[index]?.width ?? 10)))
      return row.map((cell, index) =>
        index === sheet.linkColumn && cell !== null
          ? { ...bodyCell(cell, height), ...LINK }
          : bodyCell(cell, height, columns[index]),
      )
    }),
  ]
}

const BORDER = { borderStyle: 'thin' as const }

function headCell(title: string, height: number) {
  return {
    value: title,
    type: String,
    fontWeight: 'bold' as const,
    backgroundColor: '#E7E6E6',
    wrap: true,
    align: 'center' as const,
    alignVertical: 'center' as const,
    height,
    ...BORDER,
  }
}

const LINK = { align: 'center' as const, textColor: '#0563C1', textDecoration: { underline: true } }

function bodyCell(cell: SheetCell, height: number, column?: Sheet['columns'][number]) {
  const common = { height, alignVertical: 'top' as const, wrap: true, ...BORDER }
  if (cell === null) return { value: '', type: String, ...common }
  if (typeof cell === 'number') return { value: cell, type: Number, align: 'center' as const, ...common }
  const day = column?.date ? dayOf(cell) : null
  if (day !== null) return { value: day, type: Date, format: 'dd/mm/yyyy', align: 'center' as const, ...common }
  const align = column?.date ? { align: 'center' as const } : {}
  return { value: printable(cell), type: String, ...common, ...align }
}

/** A day that a workbook can hold as one: they begin in 1900. */
function dayOf(text: string): Date | null {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? []
  return year === undefined || Number(year) < 1901
    ? null
    : new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
}

/** The height a text needs in a column so many digits wide, in points: LibreOffice does not find it on opening. */
function heightOf(cell: SheetCell, width: number): number {
  const lines = String(cell ?? '')
    .split('\n')
    .reduce((sum, line) => sum + linesOf(line, width), 0)
  return Math.min(HIGHEST_ROW, lines * LINE_HEIGHT)
}

/** Lines that a text takes: words go whole into the next one, and only what is wider than the column is broken. */
function linesOf(text: string, width: number): number {
  let [lines, filled] = [1, 0]
  for (const word of text.split(' ')) {
    const capitals = word.match(latin(/\p{Lu}/gu))?.length ?? 0
    const own = (word.length - capitals) * LETTER + capitals * CAPITAL
    const after = filled === 0 ? own : filled + LETTER + own
    if (after <= width) filled = after
    else {
      const broken = Math.ceil(own / width)
      lines += filled === 0 ? broken - 1 : broken
      filled = own - (broken - 1) * width
    }
  }
  return lines
}

/** Without what XML 1.0 cannot hold, and no longer than a cell may be. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  const clean = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, ' ')
  return clean.length <= LONGEST_CELL ? clean : `${clean.slice(0, LONGEST_CELL - 2).replace(/\p{Surrogate}$/u, '')}…`
}

const SHEET = 'xl/worksheets/sheet{id}.xml'
type At = { sheetIndex: number }

/** All columns on one page, A4, the rows of the head and the number on each page; a filter; links. */
function printing(sheets: LinkedSheet[]) {
  const put = (xml: string, markup: string) =>
    insertElementMarkupAccordingToOrderOfSiblings(
      xml,
      markup,
      getOrderOfSiblings(SHEET, 'worksheet') as string[],
      'worksheet',
    )
  const transform = (xml: string, _: unknown, { sheetIndex }: At) => {
    const sheet = sheets[sheetIndex] as LinkedSheet
    const links = linksOf(sheet).map(({ cell }, at) => `<hyperlink ref="${cell}" r:id="rIdLink${at + 1}"/>`)
    let whole = xml.replace('<sheetViews', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews')
    if (sheet.rows.length > 0) whole = put(whole, `<autoFilter ref="${filterOf(sheet)}"/>`)
    if (links.length > 0) whole = put(whole, `<hyperlinks>${links.join('')}</hyperlinks>`)
    return put(whole, '<headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>')
  }
  const insert = (_: unknown, { sheetIndex }: At) =>
    linksOf(sheets[sheetIndex] as LinkedSheet)
      .map(
        ({ target }, at) =>
          `<Relationship Id="rIdLink${at + 1}" Type="${RELATIONSHIPS}/hyperlink" Target="${sanitizeAttributeValue(target)}" TargetMode="External"/>`,
      )
      .join('')
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml: string) =>
            xml
              .replace('<definedNames/>', '')
              .replace('</sheets>', `</sheets><definedNames>${sheets.map(namesOf).join('')}</definedNames>`),
        },
        [SHEET]: {
          transform,
          transformElementAttributes: (tag: string, attributes: Record<string, string | number>) => ({
            ...attributes,
            ...ON_PAPER[tag],
          }),
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': { insert },
      },
    },
  }
}

/** A4; as many pages down as it takes, one across. The left side is bound. Lengths in inches. */
const ON_PAPER: Record<string, Record<string, string | number>> = {
  pageSetup: { paperSize: 9, fitToWidth: 1, fitToHeight: 0 },
  pageMargins: { left: 0.6, right: 0.3, top: 0.45, bottom: 0.5, header: 0.2, footer: 0.25 },
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const absolute = (row: number, column: number) => getCellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')

/** What is filtered: from the last row of the head to the last of the table. */
function filterOf(sheet: Sheet, address = getCellAddress): string {
  const head = headRows(sheet)
  return `${address(head - 1, 0)}:${address(head + sheet.rows.length - 1, sheet.columns.length - 1)}`
}

/** The names by which a workbook knows what is repeated, filtered and printed. */
function namesOf(sheet: Sheet, index: number): string {
  const own = sanitizeAttributeValue(`'${sheet.name.replaceAll("'", "''")}'`)
  const last = headRows(sheet)
  const first = sheet.source === undefined ? last : last - 1
  const name = (id: string, range: string, more = '') =>
    `<definedName name="_xlnm.${id}" localSheetId="${index}"${more}>${own}!${range}</definedName>`
  const end = Math.max(last, last + sheet.rows.length - 1)
  return [
    sheet.rows.length > 0 ? name('_FilterDatabase', filterOf(sheet, absolute), ' hidden="1"') : '',
    sheet.printed === undefined ? '' : name('Print_Area', `${absolute(0, 0)}:${absolute(end, sheet.printed - 1)}`),
    name('Print_Titles', `$${first}:$${last}`),
  ].join('')
}

function linksOf(sheet: LinkedSheet): { cell: string; target: string }[] {
  const column = sheet.linkColumn
  if (column === undefined) return []
  return (sheet.links ?? []).flatMap((target, at) =>
    target === null ? [] : [{ cell: getCellAddress(headRows(sheet) + at, column), target }],
  )
}
