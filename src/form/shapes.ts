/** What `grammars/form/` may hold: packs of rules with their time in force, and the rules. Validated when the project is built. */
import { z } from 'zod'
import { SYSTEMS } from '../schema.ts'

export const packShape = z.strictObject({
  id: z.string(),
  name: z.string(),
  systems: z.array(z.enum(SYSTEMS)),
  from: z.iso.date(),
  until: z.iso.date().optional(),
  /** Whether there are rules for it; one without is named, and nothing is judged. */
  evaluated: z.boolean().default(false),
})

export const LEVELS = ['error', 'warning', 'info'] as const

const condition = z.strictObject({
  types: z.array(z.string()).optional(),
  /** A pattern over the folded issuer. */
  issuer: z.string().optional(),
})

export const ruleShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  packs: z.array(z.string()).min(1),
  /** Where it stands in the law of the pack. */
  source: z.string(),
  /** L read in the law's text, S two independent readings, 1 one reading. What is recalled is no rule. */
  mark: z.enum(['L', 'S', '1']),
  level: z.enum(LEVELS),
  fragile: z.boolean().default(false),
  letters: z.boolean().default(false),
  /** Where it is broken, the others of the pack say nothing: it was the wrong pack. */
  alone: z.boolean().default(false),
  part: z.string().optional(),
  /** Patterns over the whole of each print of the part. */
  must: z.string().optional(),
  mustNot: z.string().optional(),
  /** All but the last of a list. */
  butLast: z.boolean().default(false),
  only: condition.optional(),
  unless: condition.optional(),
  check: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
  required: z.strictObject({ en: z.string(), vi: z.string() }),
  mend: z.strictObject({ en: z.string(), vi: z.string() }),
  /** What would stand there, where that is mechanical: offered, never applied. */
  fix: z.string().optional(),
})

export type Pack = z.infer<typeof packShape>
export type FormRule = z.infer<typeof ruleShape>
export interface FormTables {
  packs: Pack[]
  rules: FormRule[]
}
