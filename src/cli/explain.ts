/** `directive-parse explain [RULE]`. */
import { ProblemError } from '../messages.ts'
import { RULES, type RuleId } from '../rules.ts'
import type { Context } from './command.ts'

export async function explain(rule: string | undefined, context: Context): Promise<void> {
  if (rule !== undefined && !Object.hasOwn(RULES, rule)) throw new ProblemError('unknown-rule', { rule })
  const ids = (rule === undefined ? Object.keys(RULES) : [rule]) as RuleId[]
  const width = Math.max(...ids.map((id) => id.length))
  for (const id of ids) {
    const { level, [context.language]: sentence } = RULES[id]
    await context.output.write(`${id.padEnd(width)}  ${level.padEnd(7)}  ${sentence}\n`)
  }
}
