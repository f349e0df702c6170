/** `explain`: what a rule means, or how a line of a document was read. */
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import * as z from 'zod'
import { answered, ToolFailure } from '../failure.ts'
import { say, spoken } from '../say.ts'
import { recordsOf } from './parse.ts'
import { type Call, LOOKS, type Workshop, withProgress } from './tools.ts'

const DESCRIPTION = `Says what a rule means (of a diagnostic in a record, or of an error), or how one line of a document was read: its zone, the values found in it, how probable each is and why.
Use it where a diagnostic is not understood, or where a value of parse looks wrong and somebody must know why.
Not to read a document (parse): it tells of one line and of the reader's inner workings.`

export function registerExplain(server: McpServer, workshop: Workshop): void {
  const { SECRECY_LEVELS } = workshop.program.library
  server.registerTool(
    'explain',
    {
      title: 'Explain a rule or a line',
      description: DESCRIPTION,
      annotations: LOOKS,
      inputSchema: z.strictObject({
        rule: z
          .string()
          .regex(/^[a-z][a-z0-9-]*$/)
          .optional()
          .describe('Id of a rule, as day-blank. Either this, or file and line.'),
        file: z.string().optional().describe('Path from the root.'),
        line: z.number().int().min(1).optional().describe('Line of the decoded text, from 1, as diagnostics count.'),
      }),
      outputSchema: z.object({
        rule: z.string().optional(),
        file: z.string().optional(),
        line: z.number().int().optional(),
        withheld: z.boolean().describe('The document bears a mark of secrecy: nothing else is told of it.'),
        level: z.enum(SECRECY_LEVELS).nullable(),
        explanation: z.string().nullable(),
      }),
    },
    (asked, call) => answered(() => withProgress(call, () => explain(asked, workshop, call))),
  )
}

interface Asked {
  rule?: string | undefined
  file?: string | undefined
  line?: number | undefined
}

async function explain({ rule, file, line }: Asked, workshop: Workshop, call: Call): Promise<Record<string, unknown>> {
  if (rule !== undefined && file === undefined && line === undefined) {
    return { rule, withheld: false, level: null, explanation: await explained(rule, 'unknown-rule', workshop, call) }
  }
  if (rule !== undefined || file === undefined || line === undefined)
    throw new ToolFailure('rule-or-line', say('name either rule, or file and line', 'hãy nêu rule, hoặc file và line'))
  // A line may belong to any document of the file, and to one that ends elsewhere than it was cut.
  const { file: name, records } = await recordsOf({ file }, workshop)
  const [level] = workshop.secrecy.withheld(records).values()
  const about = { file: name, line }
  if (level !== undefined) return { ...about, withheld: true, level, explanation: null }
  const { path } = await workshop.root.find(file)
  const explanation = await explained(`${path}:${line}`, 'no-such-line', workshop, call)
  return { ...about, withheld: false, level: null, explanation }
}

/** @param otherwise the rule of what may be wrong with the question itself. */
async function explained(subject: string, otherwise: string, workshop: Workshop, { signal }: Call): Promise<string> {
  const { program, root, limits } = workshop
  const lines: string[] = []
  const { code, said } = await program.run(['explain', subject, '--lang', spoken()], {
    onLine: (line) => void lines.push(line),
    signal,
    seconds: limits.seconds,
  })
  if (code !== 0) throw failureIn(root.shortened(said), otherwise)
  return lines.join('\n')
}

/** `directive-parse: SENTENCE [rule]`, as the command says it. */
function failureIn(said: string, otherwise: string): ToolFailure {
  const [, message, rule] = /^directive-parse: (.*?)(?: \[([a-z-]+)\])?$/m.exec(said) ?? []
  return new ToolFailure(rule ?? otherwise, message ?? said.trim())
}
