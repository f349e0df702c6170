/** `directive-parse demo [DIR]`: the whole way once, on documents that come with the program. */
import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { folderProblem } from '../batch/lock.ts'
import { cellOf, type Column, columnsOf } from '../emit/rows.ts'
import { fieldsOf } from '../record/fields.ts'
import { readRecords } from '../review/records.ts'
import type { DirectiveRecord } from '../schema.ts'
import { command, type Context } from './command.ts'
import { sayIn } from './options.ts'
import { printTable } from './table.ts'

/** Beside `dist` and `src`. */
const DOCUMENTS = fileURLToPath(new URL('../../demo/documents', import.meta.url))

const SHOWN = ['number', 'date', 'type', 'issuer', 'subject', 'tasks'] as const satisfies (keyof DirectiveRecord)[]

export async function demo(folder: string, context: Context): Promise<void> {
  const { output, streams, language } = context
  const t = sayIn(language)
  const [documents, records, page, list] = ['documents', 'records', 'review.html', 'list.xlsx'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string]
  await copyDocuments(documents)
  const step = async (title: string, words: string[]) => {
    await output.write(`\n${title}\n$ directive-parse ${words.join(' ')}\n`)
    const code = await command([...words, '--lang', language], streams)
    context.exitCode = Math.max(context.exitCode, code)
  }
  await step(
    t(
      '1. Documents become records, and a page on which a person checks them:',
      '1. Văn bản thành biểu ghi, kèm một trang để người rà soát:',
    ),
    [documents, '-o', records, '--review', page],
  )
  await step(t('2. The records become a workbook:', '2. Biểu ghi thành tệp Excel:'), [records, '--xlsx', '-o', list])
  const all: DirectiveRecord[] = []
  for await (const read of readRecords(records)) if ('record' in read) all.push(read.record)
  const first = all.find(({ source }) => source.path?.endsWith('cong-van-12.txt'))
  if (first) {
    await output.write(t('\nOne record, in part:\n', '\nMột phần của một biểu ghi:\n'))
    await output.write(await partOf(first))
  }
  await output.write(t('\nAll of them:\n', '\nTất cả:\n') + tableOf(all, t))
  await output.write(
    t(
      `\nNow open ${page} in a browser, and ${list} in Excel or LibreOffice.\nYour own documents: directive-parse FOLDER -o RECORDS --review PAGE.html\n`,
      `\nHãy mở ${page} bằng trình duyệt, ${list} bằng Excel hoặc LibreOffice.\nVới văn bản của bạn: directive-parse THƯ-MỤC -o BIỂU-GHI --review TRANG.html\n`,
    ),
  )
}

async function copyDocuments(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    for (const name of await readdir(DOCUMENTS)) await copyFile(join(DOCUMENTS, name), join(folder, name))
  } catch (error) {
    throw folderProblem(error, dirname(folder))
  }
}

async function partOf(record: DirectiveRecord): Promise<string> {
  const { stringify } = await import('yaml')
  const part = Object.fromEntries(SHOWN.map((key) => [key, record[key]]))
  return stringify(part, { lineWidth: 0, aliasDuplicateObjects: false }).replace(/^/gm, '  ').trimEnd().concat('\n')
}

const WIDEST = 36

function tableOf(records: DirectiveRecord[], t: (en: string, vi: string) => string): string {
  const cut = (text: string) => ([...text].length > WIDEST ? `${[...text].slice(0, WIDEST - 1).join('')}…` : text)
  const dates = columnsOf('contents').find(({ form }) => form === 'date') as Column
  const rows = records.map((record) => {
    const doubtful = fieldsOf(record).filter((field) => field.doubtful).length
    const date = String(cellOf(dates, record) ?? '')
    return [
      record.number ?? '',
      date,
      record.type ?? '',
      cut(record.subject ?? ''),
      `${record.tasks.length}`,
      doubtful > 0 ? `${doubtful}` : '',
    ]
  })
  const head = [
    t('number', 'số, ký hiệu'),
    t('date', 'ngày tháng'),
    t('type', 'tên loại'),
    t('subject', 'trích yếu'),
    t('tasks', 'nhiệm vụ'),
    t('to check', 'cần xem lại'),
  ]
  return printTable(head, rows, { right: [4, 5] })
}
