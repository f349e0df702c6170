/** `directive-parse form FILES…`: the rules of form that were in force on the day of each document. */
import { availableParallelism } from 'node:os'
import { checkForm, type FormOutcome, type FormTask, formTables } from '../batch/form.ts'
import { findInputs } from '../batch/inputs.ts'
import { isAnyRisky } from '../batch/risk.ts'
import { runJobs } from '../batch/run.ts'
import { csvText } from '../export/csv-text.ts'
import type { Finding, FormReport } from '../form/judge.ts'
import { sarifOf } from '../form/sarif.ts'
import { type FormRule, sourceOf } from '../form/shapes.ts'
import { ProblemError } from '../messages.ts'
import type { ReadChoices } from '../read/options.ts'
import { type Context, EXIT } from './command.ts'
import { type FileLimits, perFile, sayIn } from './options.ts'
import { formatNumber } from './numbers.ts'
import { showSteps } from './progress/steps.ts'

export interface FormChoices extends FileLimits {
  formRules?: string | undefined
  explain?: true | undefined
  sarif?: true | undefined
  csv?: true | undefined
  ndjson?: true | undefined
  bornDigital?: true | undefined
  allRules?: true | undefined
  level?: 'error' | 'warning' | 'info' | undefined
  strict?: true | undefined
  grammars?: string | undefined
  jobs?: number | undefined
  quiet?: true | undefined
  include?: string[] | undefined
  exclude?: string[] | undefined
  reading: ReadChoices
}

const RANK = { error: 0, warning: 1, info: 2 } as const
const FEW = 8

export async function checkForms(names: string[], choices: FormChoices, context: Context): Promise<void> {
  const tables = await formTables(choices.grammars)
  const { formRules } = choices
  if (formRules !== undefined && !tables.packs.some(({ id, evaluated }) => id === formRules && evaluated)) {
    const known = tables.packs.filter(({ evaluated }) => evaluated).map(({ id }) => id)
    throw new ProblemError('wrong-value', { option: '--form-rules', value: formRules, expected: known.join(', ') })
  }
  if (choices.explain) return explain(names, choices, context)
  if (names.length === 0) throw new ProblemError('no-input')
  const { include, exclude } = choices
  const { inputs, problems } = await findInputs(names, { include, exclude })
  for (const problem of problems) {
    context.tell(problem)
    if (problem.id !== 'folder-empty') context.exitCode = EXIT.unread
  }
  const tasks = inputs.flatMap(({ path }): FormTask[] => (path === null ? [] : [taskOf(path, choices, context)]))
  const reports: FormReport[] = []
  await run(tasks, choices, context, async (outcome) => {
    if ('problem' in outcome) {
      context.tell(outcome.problem)
      context.exitCode = EXIT.unread
      return
    }
    const shown = {
      ...outcome.report,
      findings: outcome.report.findings.filter(({ level }) => RANK[level] <= RANK[choices.level ?? 'info']),
    }
    reports.push(shown)
    if (choices.ndjson) await context.output.write(`${JSON.stringify(shown)}\n`)
    else if (!choices.sarif && !choices.csv) await context.output.write(plainText(shown, context))
  })
  if (choices.sarif) await context.output.write(`${JSON.stringify(sarifOf(reports, tables), null, 2)}\n`)
  if (choices.csv) await context.output.write(table(reports, context))
  tellSum(reports, choices, context)
}

function taskOf(
  path: string,
  { reading, formRules, bornDigital, allRules, grammars }: FormChoices,
  { language }: Context,
): FormTask {
  return {
    path,
    read: reading,
    language,
    ...(formRules === undefined ? {} : { pack: formRules }),
    ...(bornDigital ? { bornDigital } : {}),
    ...(allRules ? { all: true } : {}),
    ...(grammars === undefined ? {} : { grammars }),
  }
}

async function run(
  tasks: FormTask[],
  { jobs = availableParallelism(), ...choices }: FormChoices,
  context: Context,
  take: (outcome: FormOutcome) => Promise<void>,
): Promise<void> {
  const { noise } = context.streams
  const paths = tasks.map(({ path }) => path)
  const isHere = tasks.length <= FEW && !(noise && (await isAnyRisky(paths)))
  const workers = isHere ? 0 : Math.min(jobs, tasks.length)
  const worker = await openWorker(workers, choices)
  const shown = await showSteps(paths, context, { quiet: choices.quiet, workers: Math.max(1, workers) })
  const work = (task: FormTask) => {
    shown?.begin(task.path)
    return worker.work(task)
  }
  const deliver = async ({ path }: FormTask, outcome: FormOutcome) => {
    shown?.end(path, 'problem' in outcome ? 'failed' : 'done')
    shown?.clear()
    await take(outcome)
  }
  try {
    await runJobs(tasks, work, deliver, { at: Math.max(1, workers), order: 'kept' })
  } finally {
    shown?.stop()
    await worker.close()
  }
}

async function openWorker(workers: number, choices: FormChoices) {
  if (workers === 0) return { work: checkForm, close: async () => {} }
  const { openPool } = await import('../batch/pool.ts')
  const pool = await openPool({ workers, ...perFile(choices) })
  const work = (task: FormTask) =>
    pool.form(task).catch(
      (error): FormOutcome => ({
        path: task.path,
        problem:
          error instanceof ProblemError ? error.problem : { id: 'unexpected', values: { reason: String(error) } },
      }),
    )
  return { work, close: () => pool.close() }
}

/** A correct document is one line; nothing is said that need not be. */
function plainText(report: FormReport, { language }: Context): string {
  const { path, findings, pack } = report
  const t = sayIn(language)
  if (pack === null || findings.length === 0) {
    const why = {
      'no-date': t(
        'no date, so no rules are chosen (--form-rules names some)',
        'không có ngày nên không chọn được bộ quy tắc (--form-rules để chỉ định)',
      ),
      'no-pack': t(
        'no rules are known for its system and date',
        'chưa có bộ quy tắc cho khối cơ quan và thời điểm này',
      ),
      'not-official': t('no official document', 'không phải văn bản'),
      'not-evaluated': t(
        `${pack}: rules of that time are named, not judged`,
        `${pack}: bộ quy tắc thời đó chỉ nêu tên, chưa kiểm tra`,
      ),
      date: t(`${pack}: nothing to say`, `${pack}: không có gì cần sửa`),
      option: t(`${pack}: nothing to say`, `${pack}: không có gì cần sửa`),
    }[report.chosenBy]
    return `${path}: ${why}\n`
  }
  const lines = findings.map(({ level, rule, line, column, required, found, mend, source }) => {
    const place = line === undefined ? '' : `:${line}:${column}`
    return `  ${level.padEnd(7)} ${rule}${place && ` ${t('line', 'dòng')} ${place.slice(1)}`}\n          ${required}${found && ` ${t('Found', 'Hiện ghi')}: "${shortened(found)}".`} ${mend}\n          ${source}\n`
  })
  return `${path} (${pack})\n${lines.join('')}`
}

const LONGEST = 90
const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)

function table(reports: FormReport[], { language }: Context): string {
  const t = sayIn(language)
  const head = [
    t('file', 'Tệp'),
    t('rules', 'Bộ quy tắc'),
    t('level', 'Mức'),
    t('rule', 'Mã'),
    t('line', 'Dòng'),
    t('required', 'Yêu cầu'),
    t('found', 'Hiện ghi'),
    t('how to mend', 'Cách sửa'),
    t('source', 'Căn cứ'),
  ]
  const row = (path: string | null, { pack, level, rule, line, required, found, mend, source }: Finding) => [
    path,
    pack,
    level,
    rule,
    line ?? null,
    required,
    found,
    mend,
    source,
  ]
  return csvText([head, ...reports.flatMap(({ path, findings }) => findings.map((finding) => row(path, finding)))])
}

function tellSum(reports: FormReport[], { strict, quiet }: FormChoices, context: Context): void {
  const having = (level: Finding['level']) =>
    reports.filter(({ findings }) => findings.some((finding) => finding.level === level)).length
  const [errors, warnings] = [having('error'), having('warning')]
  if (strict && errors + warnings > 0) context.exitCode = EXIT.unread
  if (quiet || reports.length < 2) return
  const number = (value: number) => formatNumber(value, context.language)
  const judged = reports.filter(({ pack, chosenBy }) => pack !== null && chosenBy !== 'not-evaluated').length
  const t = sayIn(context.language)
  context.streams.stderr.write(
    t(
      `${number(reports.length)} documents, ${number(judged)} judged, ${number(errors)} with errors, ${number(warnings)} with warnings\n`,
      `${number(reports.length)} văn bản, đã kiểm tra ${number(judged)}, ${number(errors)} có lỗi, ${number(warnings)} có cảnh báo\n`,
    ),
  )
}

/** The rules by id, with law and mark; all without a name. */
async function explain(names: string[], choices: FormChoices, context: Context): Promise<void> {
  const { rules, packs } = await formTables(choices.grammars)
  const unknown = names.find((name) => !rules.some(({ id }) => id === name))
  if (unknown !== undefined) throw new ProblemError('unknown-rule', { rule: unknown })
  const wanted = rules.filter(
    ({ id, packs }) =>
      (names.length === 0 || names.includes(id)) &&
      (choices.formRules === undefined || packs.includes(choices.formRules)),
  )
  const width = Math.max(...wanted.map(({ id }) => id.length))
  for (const rule of wanted) {
    const { id, level, required, mend } = rule
    const of = packs.filter((pack) => rule.packs.includes(pack.id))
    const sources = [...new Set(of.map((pack) => sourceOf(rule, pack)))].join('; ')
    await context.output.write(
      `${id.padEnd(width)}  ${level.padEnd(7)}  ${rule.packs.join(' ').padEnd(14)}  ${required[context.language]} ${mend[context.language]} (${sources})\n`,
    )
    if (names.length > 0) for (const line of examplesOf(rule, context)) await context.output.write(line)
  }
}

/** What its document prints, and what it would print where the rule is broken. */
function examplesOf({ example }: FormRule, { language }: Context): string[] {
  const t = sayIn(language)
  return Object.entries(example?.change ?? {}).flatMap(([right, wrong]) => {
    const lines = [right, wrong].map((print) => print.trim().replace(/\s*[\n\t]\s*/g, ' ⏎ '))
    return [`  ${t('right', 'đúng')}: ${lines[0] || '–'}\n  ${t('wrong', 'sai')}: ${lines[1] || '–'}\n`]
  })
}
