/** `directive-parse review RECORDS`: the page on which a person checks them. */
import { stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { inputsOf } from '../batch/journal.ts'
import type { Shown } from '../batch/shown.ts'
import { fileProblem, ProblemError } from '../messages.ts'
import { readReviewed } from '../review/done.ts'
import { sayProblem } from '../review/problems.ts'
import { placeOf, readRecords, recordFiles, recordsFolder } from '../review/records.ts'
import { writeReview } from '../review/write.ts'
import { type Context, EXIT } from './command.ts'
import { nextSteps } from './next.ts'
import { formatNumber } from './numbers.ts'
import { sayIn } from './options.ts'
import { showSteps } from './progress/steps.ts'

export interface ReviewChoices {
  output?: string | undefined
  title?: string | undefined
  sources?: string | undefined
  ocr?: true | undefined
  form?: true | undefined
  maxImages?: number | undefined
  lang?: 'vi' | 'en' | undefined
  quiet?: true | undefined
}

/** The same watcher, told by other names. */
function namedBy(pathOf: (name: string) => string, shown: Shown): Shown {
  return {
    begin: (name) => shown.begin(pathOf(name)),
    page: (name, page, of) => shown.page(pathOf(name), page, of),
    leave: (name) => shown.leave(pathOf(name)),
    end: (name, status) => shown.end(pathOf(name), status),
  }
}

/** More problems of one kind are counted, not named. */
const MOST_NAMED = 5

export async function review(records: string, choices: ReviewChoices, context: Context): Promise<void> {
  const { language, streams } = context
  await stat(records).catch((error) => {
    throw Object.assign(new ProblemError('not-found'), { problem: fileProblem(error, records, 'read') })
  })
  const { output = 'review.html', title, sources, ocr, form, maxImages, lang = 'vi' } = choices
  const folder = await recordsFolder(records)
  const files = await recordFiles(records)
  const pathOf = (name: string) => join(folder, placeOf(name).file)
  const shown = await showSteps(
    files.map((file) => join(folder, file)),
    context,
    { quiet: choices.quiet },
  )
  const report = await writeReview(readRecords(records), {
    output,
    language: lang,
    title: title ?? basename(resolve(folder)),
    reviewed: await readReviewed(folder),
    ...(sources === undefined ? {} : { sources }),
    inputs: inputsOf(folder),
    ...(ocr === undefined ? {} : { ocr }),
    ...(form === undefined ? {} : { form }),
    ...(maxImages === undefined ? {} : { imageBytes: maxImages }),
    ...(shown && { shown: namedBy(pathOf, shown) }),
  })
  shown?.stop()
  const named = new Map<string, number>()
  for (const { name, problem } of report.problems) {
    const count = (named.get(problem.id) ?? 0) + 1
    named.set(problem.id, count)
    if (problem.id === 'no-record' || problem.id === 'not-json') context.exitCode = EXIT.unread
    if (count <= MOST_NAMED) context.tell({ text: `${name}: ${sayProblem(problem, language)}`, rule: problem.id })
  }
  const t = sayIn(language)
  for (const [id, count] of named) {
    const more = formatNumber(count - MOST_NAMED, language)
    if (count > MOST_NAMED) context.tell({ text: t(`… and ${more} more`, `… và ${more} biểu ghi nữa`), rule: id })
  }
  if (report.failure) {
    const path = report.failure.id === 'no-records' ? records : output
    context.tell({ text: `${path}: ${sayProblem(report.failure, language)}`, rule: report.failure.id })
    context.exitCode = EXIT.unread
  } else if (!choices.quiet) {
    const [documents, catalogue, others] = [report.documents, report.catalogue, report.doubtful - report.catalogue].map(
      (value) => formatNumber(value, language),
    )
    const size = formatNumber(Math.ceil(report.bytes / 1024), language)
    const done = t(
      `${documents} documents, to check: ${catalogue} catalogue values, ${others} others; ${size} KB; open it in a browser`,
      `${documents} văn bản, cần xem: ${catalogue} giá trị mục lục, ${others} giá trị khác; ${size} KB; hãy mở bằng trình duyệt`,
    )
    streams.stderr.write(`${output}: ${done}\n`)
    const what = t('after the corrections have been saved there', 'sau khi tải về tệp chỉnh sửa')
    streams.stderr.write(nextSteps([{ words: ['apply', 'corrections.ndjson', records], what }], t))
  }
}
