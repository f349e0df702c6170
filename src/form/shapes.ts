/** What `grammars/form/` may hold: packs of rules with their time in force, and the rules. Validated when the project is built. */
import { z } from 'zod'
import { latin } from '../latin.ts'
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
  /** Where it stands in the law of the pack; by pack, where their laws say it in different places. */
  source: z.union([z.string(), z.record(z.string(), z.string())]),
  /** L read in the law's text, S two independent readings, 1 one reading. What is recalled is no rule. */
  mark: z.enum(['L', 'S', '1']),
  level: z.enum(LEVELS),
  fragile: z.boolean().default(false),
  letters: z.boolean().default(false),
  /** Where it is broken, the others of the pack say nothing: it was the wrong pack. */
  alone: z.boolean().default(false),
  part: z.string().optional(),
  /** First day on which it is asked, where that is later than the pack. */
  since: z.iso.date().optional(),
  /** Judged only where all rules are asked for. */
  off: z.boolean().default(false),
  /** A pattern of what may not stand anywhere in the text. */
  find: z.string().optional(),
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
  /** A correct document of `documents/`, and the change after which it breaks this rule and no other. */
  example: z.strictObject({ in: z.string(), change: z.record(z.string(), z.string()) }).optional(),
})

export type Pack = z.infer<typeof packShape>
export type FormRule = z.infer<typeof ruleShape>
/** Where a rule stands in the law of a pack. */
export function sourceOf({ source }: Pick<FormRule, 'source'>, { id, name }: Pick<Pack, 'id' | 'name'>): string {
  const place = typeof source === 'string' ? source : (source[id] ?? '')
  // Another law than the pack's is called by its name.
  return latin(/^(?:Quy định|Nghị định|Hướng dẫn|Luật) [\d\p{Lu}]/u).test(place) ? place : `${name}: ${place}`
}

export interface FormTables {
  packs: Pack[]
  rules: FormRule[]
}
