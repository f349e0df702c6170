/** The two formats that are tables: their flags. What they print is in `rows.ts`, `csv.ts` and `xlsx.ts`. */
import { tableFormat } from './emitter.ts'

export const csv = tableFormat({
  name: 'csv',
  help: { en: 'one table, for a spreadsheet', vi: 'một bảng dạng CSV, mở bằng Excel' },
  extension: '.csv',
  holds: 'table',
})

export const xlsx = tableFormat({
  name: 'xlsx',
  help: {
    en: 'a workbook: documents, tasks, list of documents',
    vi: 'tệp Excel: văn bản, nhiệm vụ, mục lục văn bản trong hồ sơ',
  },
  extension: '.xlsx',
  holds: 'table',
})
