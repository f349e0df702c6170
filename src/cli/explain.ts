/** `directive-parse explain [RULE|FILE:LINE]`. */
import { messageRules, ProblemError } from '../messages.ts'
import { refusalRules } from '../read/refusals.ts'
import { type Language, RULES } from '../rules.ts'
import { closest } from './closest.ts'
import type { Context } from './command.ts'

export async function explain(rule: string | undefined, context: Context): Promise<void> {
  const place = /^(.+):(\d+)$/.exec(rule ?? '')
  if (place) {
    const { explainLine } = await import('./explain-line.ts')
    return explainLine(place[1] as string, Number(place[2]), context)
  }
  const rows = rowsIn(context.language)
  if (rule !== undefined && !rows.has(rule)) {
    const like = closest(rule, rows.keys())
    const meant = { en: ` (did you mean ${like}?)`, vi: ` (ý bạn là ${like}?)` }
    throw new ProblemError('unknown-rule', { rule, like: like === null ? '' : meant })
  }
  const ids = rule === undefined ? [...rows.keys()] : [rule]
  const width = Math.max(...ids.map((id) => id.length))
  for (const id of ids) {
    const { level, sentence } = rows.get(id) as Row
    await context.output.write(`${id.padEnd(width)}  ${level.padEnd(7)}  ${sentence}\n`)
  }
}

interface Row {
  level: string
  sentence: string
}

/** What is said of documents, then what is said of files and of commands. */
function rowsIn(language: Language): Map<string, Row> {
  const rows = new Map<string, Row>()
  for (const [id, { level, [language]: sentence }] of Object.entries(RULES)) rows.set(id, { level, sentence })
  for (const [id, sentence] of [...refusalRules(language), ...messageRules(language)]) {
    if (!rows.has(id)) rows.set(id, { level: '-', sentence })
  }
  return rows
}
