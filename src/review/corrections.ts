/** The file of corrections that the page gives: NDJSON, one correction a line. */
import { z } from 'zod'
import type { ReviewProblem } from './problems.ts'
import type { CorrectionLine } from '../corrections/correction.ts'

const pointer = z
  .string()
  .regex(/^(\/[^/\s]+)+$/)
  .refine(
    (path) => !/^\/(schema|source|evidence|diagnostics|corrections)(\/|$)/.test(path),
    'not a field that can be corrected',
  )

const lineSchema = z
  .object({
    correction: z.literal('directive/1'),
    record: z.string().min(1),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    pointer,
    action: z.enum(['set', 'confirm', 'absent']),
    value: z.unknown().optional(),
    span: z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]).optional(),
    text: z.string().optional(),
    seen: z.string().optional(),
  })
  .refine(({ action, value }) => action !== 'set' || value !== undefined, 'a value is missing')
  .refine(({ span, text }) => !span || text?.length === span[1] - span[0], 'span and text do not agree')

export interface Corrections {
  lines: CorrectionLine[]
  /** Lines that hold no correction. */
  problems: ReviewProblem[]
}

/** Blank lines are nothing; every other line is a correction or a problem. */
export function readCorrections(text: string): Corrections {
  const read: Corrections = { lines: [], problems: [] }
  text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .forEach((line, index) => {
      if (line.trim() === '') return
      const wrong = (detail: string): ReviewProblem => ({ id: 'wrong-line', line: index + 1, detail })
      try {
        const result = lineSchema.safeParse(JSON.parse(line))
        if (result.success) {
          read.lines.push(result.data as CorrectionLine)
          return
        }
        const issue = result.error.issues[0]
        read.problems.push(wrong([issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')))
      } catch {
        read.problems.push(wrong('not JSON'))
      }
    })
  return read
}
