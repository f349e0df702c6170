/** The list as it is filtered now, as a workbook: mục lục văn bản of each folder, with what was corrected. */
import writeExcel from 'write-excel-file/browser'
import { cellsOf, filesOf, pageRanges } from '../../export/contents.ts'
import type { ExportContext } from '../../export/context.ts'
import { type Sheet, sheetOf, workbookParts } from '../../export/sheets.ts'
import type { Row } from '../shapes.ts'
import { fileOf, index, rows } from './data.ts'
import { byName } from './filters.ts'
import { listOrder } from './list.ts'
import { word } from './language.ts'
import { shown } from './shown.ts'
import { doneOf, openDoubts } from './store.ts'

export async function saveWorkbook(): Promise<void> {
  const { sheets, options } = workbookParts(sheetsNow())
  await writeExcel(sheets as never, options).toFile(`${index.title}.xlsx`)
}

function sheetsNow(): Sheet[] {
  const told = (at: number) => {
    const { source, pages } = rows[at] as Row
    return { path: source, date: shown(at, 'date'), pages }
  }
  const files = filesOf([...listOrder()].sort(byName), told, false)
  return files.map(({ folder, documents }) => {
    const ranges = pageRanges(documents.map((at) => told(at).pages))
    return sheetOf(index.contents, {
      ...(files.length > 1 && { name: `ML ${folder.split(/[/\\]/).at(-1)}` }),
      heading: [index.title, ...(folder === '.' ? [] : [`Hộp, hồ sơ: ${folder}`])],
      rows: documents.map((at, place) => {
        const derived = {
          ordinal: place + 1,
          subject: shown(at, 'subject'),
          pageRange: ranges[place],
          note: noteOf(at),
        }
        const record = {
          number: shown(at, 'number'),
          date: shown(at, 'date'),
          type: shown(at, 'type'),
          issuer: shown(at, 'issuer'),
          parentIssuer: shown(at, 'parentIssuer'),
        }
        const context = { record, derived, fonds: {}, time: null } as unknown as ExportContext
        return cellsOf(index.contents, context, rows[at]?.withheld ?? false, {
          codes: {},
          truncate: false,
          misfit() {},
        })
      }),
    })
  })
}

/** The file, and what is still to be looked at. */
function noteOf(at: number): string[] {
  const doubts = openDoubts(at)
  if (doubts > 0) return [fileOf(at), word('row.doubts', { count: doubts })]
  return doneOf(at) ? [fileOf(at)] : [fileOf(at), word('state.undone')]
}
