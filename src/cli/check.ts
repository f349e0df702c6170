/** `directive-parse check DIR`: which values of the expected records the parser gives, and what changed since. */
import { readFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { filesBelow } from '../batch/inputs.ts'
import { readBytes, readDocuments, readingProblem } from '../batch/source.ts'
import { fileProblem, type Problem, ProblemError } from '../messages.ts'
import type { ReadChoices } from '../read/options.ts'
import { type Comparison, compareRecords, fieldOf } from './check/compare.ts'
import { baselineFile, describe, reportFiles } from './check/known.ts'
import { type Context, EXIT } from './command.ts'
import { formatNumber } from './numbers.ts'
import { type OptionsOf, type readingOptions, sayIn } from './options.ts'
import { showSteps, type Steps } from './progress/steps.ts'
import { printTable } from './table.ts'

export type CheckOptions = OptionsOf<typeof readingOptions> & { reading: ReadChoices; update?: true; baseline?: string }

interface Tally {
  values: number
  wrong: number
  gains: number
  losses: number
}

export async function check(folder: string, options: CheckOptions, context: Context): Promise<void> {
  if (options.grammars !== undefined) {
    const { useGrammars } = await import('../grammar/grammar.ts')
    await useGrammars(options.grammars)
  }
  const documents = await pairedDocuments(folder, context)
  if (documents.length === 0) throw new ProblemError('check-nothing', { path: folder })
  const known = options.baseline === undefined ? reportFiles() : await baselineFile(options.baseline)
  const fields = new Map<string, Tally>()
  const total = { documents: documents.length, gains: 0, losses: 0, changes: 0 }
  const shown = await showSteps(documents, context, { quiet: options.quiet })
  for (const document of documents) {
    shown?.begin(document)
    const comparison = await compareDocument(document, withPages(options, document, shown), context)
    shown?.end(document, comparison === null ? 'failed' : 'done')
    shown?.clear()
    if (comparison === null) {
      context.exitCode = EXIT.unread
      continue
    }
    const name = options.baseline === undefined ? document : relative(folder, document)
    const listed = await known.of(name)
    const lines = comparison.differences.map(describe)
    const changes = judge(comparison, listed, fields)
    total.gains += changes.gains.length
    total.losses += changes.losses.length
    total.changes += changes.changed.length
    if (options.update && lines.join('\n') !== [...listed.values()].join('\n')) await known.set(name, lines)
    await printChanges(document, changes, options, context)
  }
  shown?.stop()
  if (options.update) await known.save()
  await printTally(fields, total, context)
  if (total.losses > 0 && !options.update) context.exitCode = EXIT.unread
}

function withPages(options: CheckOptions, document: string, shown: Steps | null): CheckOptions {
  const onPage = (page: number, of: number) => shown?.page(document, page, of)
  return { ...options, reading: { ...options.reading, onPage } }
}

/** Documents that have an expected record beside them: the same name with `.json`. */
async function pairedDocuments(folder: string, context: Context): Promise<string[]> {
  const problems: Problem[] = []
  const found = await filesBelow(folder, new Set(), problems).catch((error) => {
    throw Object.assign(new ProblemError('not-found'), { problem: fileProblem(error, folder, 'read') })
  })
  const files = found.map((file) => join(folder, file))
  for (const problem of problems) context.tell(problem)
  const expected = new Set(files.filter((file) => file.endsWith('.json')))
  return files.filter((file) => !/\.(json|report)$/.test(file) && expected.has(expectedOf(file)))
}

function expectedOf(document: string): string {
  return join(dirname(document), `${basename(document).replace(/\.[^.]*$/, '')}.json`)
}

async function compareDocument(path: string, options: CheckOptions, context: Context): Promise<Comparison | null> {
  let expected: Record<string, unknown>
  try {
    expected = JSON.parse(await readFile(expectedOf(path), 'utf8'))
    if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) throw new Error('no object')
  } catch (error) {
    context.tell({ id: 'expected-broken', values: { path: expectedOf(path), reason: (error as Error).message } })
    return null
  }
  try {
    const choices = { read: options.reading, language: context.recordLanguage, errorLanguage: context.language }
    const [document] = await readDocuments(await readBytes(path, choices), path, choices)
    return compareRecords(expected, { ...document?.record })
  } catch (error) {
    context.tell(readingProblem(error, path))
    return compareRecords(expected, {})
  }
}

interface Changes {
  gains: string[]
  losses: string[]
  changed: string[]
}

/** What is new and what is gone, compared with the known differences; counted by field. */
function judge({ values, differences }: Comparison, listed: Map<string, string>, fields: Map<string, Tally>): Changes {
  const changes: Changes = { gains: [], losses: [], changed: [] }
  const tally = (field: string) => {
    const found = fields.get(field) ?? { values: 0, wrong: 0, gains: 0, losses: 0 }
    fields.set(field, found)
    return found
  }
  for (const [field, count] of values) tally(field).values += count
  for (const difference of differences) {
    const field = tally(fieldOf(difference.pointer))
    field.wrong++
    const line = describe(difference)
    const before = listed.get(difference.pointer)
    if (before === undefined) {
      field.losses++
      changes.losses.push(line)
    } else if (before !== line) changes.changed.push(line)
  }
  const present = new Set(differences.map(({ pointer }) => pointer))
  for (const [pointer, line] of listed) {
    if (present.has(pointer)) continue
    tally(fieldOf(pointer)).gains++
    changes.gains.push(line)
  }
  return changes
}

async function printChanges(document: string, changes: Changes, options: CheckOptions, context: Context) {
  const t = sayIn(context.language)
  const told = (word: string) => (line: string) => `  ${word} ${line}`
  const lines = [
    ...changes.losses.map(told(t('loss ', 'kém đi '))),
    ...changes.gains.map(told(t('gain ', 'tốt lên'))),
    ...(options.quiet ? [] : changes.changed.map(told(t('other', 'khác   ')))),
  ]
  if (lines.length > 0) await context.output.write(`${document}\n${lines.join('\n')}\n`)
}

async function printTally(
  fields: Map<string, Tally>,
  total: { documents: number; gains: number; losses: number; changes: number },
  { output, language }: Context,
) {
  const t = sayIn(language)
  const number = (value: number, digits = 0) => formatNumber(value, language, digits)
  const percent = (values: number, wrong: number) =>
    values === 0 ? '' : number((Math.max(0, values - wrong) / values) * 100, 1)
  const sum: Tally = { values: 0, wrong: 0, gains: 0, losses: 0 }
  const row = (name: string, { values, wrong, gains, losses }: Tally) => [
    name,
    number(values),
    number(Math.max(0, values - wrong)),
    percent(values, wrong),
    gains ? `+${gains}` : '',
    losses ? `-${losses}` : '',
  ]
  const rows = [...fields].map(([field, tally]) => {
    for (const key of ['values', 'wrong', 'gains', 'losses'] as const) sum[key] += tally[key]
    return row(field, tally)
  })
  const head = [
    t('field', 'trường'),
    t('values', 'giá trị'),
    t('right', 'đúng'),
    '%',
    t('gains', 'tốt lên'),
    t('losses', 'kém đi'),
  ]
  await output.write(printTable(head, [...rows, row(t('all', 'tất cả'), sum)], { right: [1, 2, 3, 4, 5] }))
  const [documents, gains, losses, changes] = [total.documents, total.gains, total.losses, total.changes].map((value) =>
    number(value),
  )
  await output.write(
    t(
      `${documents} documents, ${gains} gains, ${losses} losses, ${changes} otherwise different\n`,
      `${documents} văn bản, ${gains} chỗ tốt lên, ${losses} chỗ kém đi, ${changes} chỗ khác đi\n`,
    ),
  )
}
