/** Sheets as the bytes of a workbook. */
import writeExcel from 'write-excel-file/node'
import { type Sheet, workbookParts } from './sheets.ts'

export async function workbookOf(sheets: Sheet[]): Promise<Buffer> {
  const { sheets: laidOut, options } = workbookParts(sheets)
  return writeExcel(laidOut as never, options).toBuffer()
}
