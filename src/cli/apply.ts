/** `directive-parse apply CORRECTIONS RECORDS`: what a person corrected on the review page, into the records. */
import { applyCorrections } from '../review/apply.ts'
import { sayProblem } from '../review/problems.ts'
import { type Context, EXIT } from './command.ts'
import { nextSteps } from './next.ts'
import { formatNumber } from './numbers.ts'
import { sayIn } from './options.ts'
import { showSteps, type Steps } from './progress/steps.ts'

export interface ApplyChoices {
  expected?: string | undefined
  sources?: string | undefined
  quiet?: true | undefined
}

export async function apply(file: string, folder: string, choices: ApplyChoices, context: Context): Promise<void> {
  const { language, streams } = context
  const { expected, sources } = choices
  let shown: Steps | null = null
  const { outcomes, done, lines, failure } = await applyCorrections(file, folder, {
    watch: async (files) => {
      shown = await showSteps(files, context, { quiet: choices.quiet })
      return shown
    },
    ...(expected === undefined ? {} : { expected }),
    ...(sources === undefined ? {} : { sources }),
  }).finally(() => shown?.stop())
  const tell = (path: string, problem: Parameters<typeof sayProblem>[0]) => {
    context.tell({ text: `${path}: ${sayProblem(problem, language)}`, rule: problem.id })
    context.exitCode = EXIT.unread
  }
  for (const problem of lines) tell(file, problem)
  for (const { name, problem } of outcomes) if (problem) tell(name, problem)
  if (failure) return tell(failure.path, failure.problem)
  if (choices.quiet) return
  const number = (result: string) =>
    formatNumber(outcomes.filter((outcome) => outcome.result === result).length, language)
  const corrections = outcomes.reduce(
    (sum, outcome) => sum + (outcome.result === 'corrected' ? outcome.corrections : 0),
    0,
  )
  const t = sayIn(language)
  const places = formatNumber(corrections, language)
  streams.stderr.write(
    t(
      `${number('corrected')} records corrected (${places} corrections), ${number('already')} done before, ${number('refused')} refused\n`,
      `Đã sửa ${number('corrected')} biểu ghi (${places} chỗ), ${number('already')} đã sửa từ trước, ${number('refused')} bị từ chối\n`,
    ),
  )
  if (done > 0) {
    const number = formatNumber(done, language)
    streams.stderr.write(t(`${number} documents done\n`, `Đã duyệt xong ${number} văn bản\n`))
  }
  const list = {
    words: [folder, '--xlsx', '-o', t('list.xlsx', 'muc-luc.xlsx')],
    what: t('the records as a workbook', 'lập tệp Excel từ các biểu ghi'),
  }
  const again = {
    words: ['review', folder],
    what: t('make the page anew, for what was refused', 'tạo lại trang rà soát cho các chỗ bị từ chối'),
  }
  const isAny = (result: string) => outcomes.some((outcome) => outcome.result === result)
  streams.stderr.write(
    nextSteps([...(isAny('refused') ? [again] : []), ...(isAny('corrected') || done > 0 ? [list] : [])], t),
  )
}
