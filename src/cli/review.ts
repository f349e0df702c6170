/** `directive-parse review RECORDS`: the page on which a person checks them. */
import { stat } from 'node:fs/promises'
import { fileProblem, ProblemError } from '../messages.ts'
import { sayProblem } from '../review/problems.ts'
import { readRecords } from '../review/records.ts'
import { writeReview } from '../review/write.ts'
import { type Context, EXIT } from './command.ts'
import { sayIn } from './options.ts'
import { formatNumber } from './progress.ts'

export interface ReviewChoices {
  output?: string | undefined
  title?: string | undefined
  sources?: string | undefined
  ocr?: true | undefined
  maxImages?: number | undefined
  lang?: 'vi' | 'en' | undefined
  quiet?: true | undefined
}

/** More problems of one kind are counted, not named. */
const MOST_NAMED = 5

export async function review(records: string, choices: ReviewChoices, context: Context): Promise<void> {
  const { language, streams } = context
  await stat(records).catch((error) => {
    throw Object.assign(new ProblemError('not-found'), { problem: fileProblem(error, records, 'read') })
  })
  const { output = 'review.html', title, sources, ocr, maxImages, lang = 'vi' } = choices
  const progress = choices.quiet || !streams.stderr.isTTY ? null : streams.stderr
  const report = await writeReview(readRecords(records), {
    output,
    language: lang,
    ...(title === undefined ? {} : { title }),
    ...(sources === undefined ? {} : { sources }),
    ...(ocr === undefined ? {} : { ocr }),
    ...(maxImages === undefined ? {} : { imageBytes: maxImages }),
    onProgress: ({ documents }) => void progress?.write(`\r${formatNumber(documents, language)} `),
  })
  progress?.write('\r')
  const named = new Map<string, number>()
  for (const { name, problem } of report.problems) {
    const count = (named.get(problem.id) ?? 0) + 1
    named.set(problem.id, count)
    if (problem.id === 'no-record' || problem.id === 'not-json') context.exitCode = EXIT.unread
    if (count <= MOST_NAMED) context.tell(`${name}: ${sayProblem(problem, language)}`)
  }
  const t = sayIn(language)
  for (const [id, count] of named) {
    const more = formatNumber(count - MOST_NAMED, language)
    if (count > MOST_NAMED) context.tell(t(`… and ${more} more (${id})`, `… và ${more} biểu ghi nữa (${id})`))
  }
  if (report.failure) {
    context.tell(`${output}: ${sayProblem(report.failure, language)}`)
    context.exitCode = EXIT.unread
  } else if (!choices.quiet) {
    const [documents, doubtful] = [formatNumber(report.documents, language), formatNumber(report.doubtful, language)]
    const size = formatNumber(Math.ceil(report.bytes / 1024), language)
    const done = t(
      `${documents} documents, ${doubtful} places to check, ${size} KB; open it in a browser`,
      `${documents} văn bản, ${doubtful} chỗ cần xem, ${size} KB; hãy mở bằng trình duyệt`,
    )
    streams.stderr.write(`${output}: ${done}\n`)
  }
}
