/** One document judged by the rules of form: read, parsed, its page looked at. Runs in a worker or in the process. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FormReport, judge } from '../form/judge.ts'
import type { FormTables } from '../form/shapes.ts'
import tables from '../form/shipped.ts'
import type { Problem } from '../messages.ts'
import { parseDecoded } from '../pipeline.ts'
import { readSource } from '../read/index.ts'
import { type ReadChoices, type ReadOptions, readOptions } from '../read/options.ts'
import type { Language } from '../rules.ts'
import { readBytes, readingProblem } from './source.ts'

export interface FormTask {
  path: string
  read: ReadChoices
  language: Language
  pack?: string
  bornDigital?: boolean
  /** Those rules too that are off by themselves. */
  all?: boolean
  /** A folder of one's own grammars, whose `form/rules.yaml` goes over the shipped rules. */
  grammars?: string
}

export type FormOutcome = { report: FormReport } | { problem: Problem; path: string }

export async function checkForm(task: FormTask): Promise<FormOutcome> {
  const { path, language, pack, bornDigital, all } = task
  try {
    const bytes = await readBytes(path, { read: task.read, language })
    const options = { ...readOptions(task.read), language }
    const decoded = await readSource(bytes, { ...options, path })
    const record = parseDecoded(decoded, bytes, { path, language })
    const look = await lookOf(bytes, record.source.format, options)
    const choices = {
      tables: await formTables(task.grammars),
      look,
      language,
      ...(pack === undefined ? {} : { pack }),
      ...(bornDigital ? { bornDigital } : {}),
      ...(all ? { all } : {}),
    }
    return { report: judge(record, decoded.text, choices) }
  } catch (error) {
    return { problem: readingProblem(error, path), path }
  }
}

/** How its page looks, where the format says that. */
export async function lookOf(bytes: Uint8Array, format: string, options: ReadOptions) {
  if (format === 'docx') return (await import('../form/look-docx.ts')).docxLook(bytes, options)
  return format === 'pdf' ? (await import('../form/look-pdf.ts')).pdfLook(bytes, options) : null
}

/** The shipped rules; those of one's own replace what has their id, others are added. @throws Error naming what is wrong. */
export async function formTables(grammars?: string): Promise<FormTables> {
  const own = grammars === undefined ? null : ownRules(join(grammars, 'form', 'rules.yaml'))
  if (own === null) return tables
  const { parse } = await import('yaml')
  const { ruleShape } = await import('../form/shapes.ts')
  const rules = (parse(own) as unknown[]).map((rule) => ruleShape.parse(rule))
  const ids = new Set(rules.map(({ id }) => id))
  return { ...tables, rules: [...tables.rules.filter(({ id }) => !ids.has(id)), ...rules] }
}

function ownRules(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
