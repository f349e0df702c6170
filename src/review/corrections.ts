/** The file of corrections that the page gives: NDJSON, one correction a line. */
import { z } from 'zod'
import type { MessageValue } from '../messages.ts'
import { faultOf } from '../schema-fault.ts'
import type { CorrectionLine } from '../corrections/correction.ts'
import type { DoneLine } from './shapes.ts'
import type { ReviewProblem } from './problems.ts'

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

/** That a document is done. */
const doneSchema = z.object({
  review: z.literal('directive/1'),
  record: z.string().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  done: z.boolean(),
  at: z.iso.datetime(),
  by: z.string().nullable(),
})

export interface Corrections {
  lines: CorrectionLine[]
  done: DoneLine[]
  /** Lines that hold no correction. */
  problems: ReviewProblem[]
}

/** Blank lines are nothing; every other line is a correction or a problem. */
export function readCorrections(text: string): Corrections {
  const read: Corrections = { lines: [], done: [], problems: [] }
  text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .forEach((line, index) => {
      if (line.trim() === '') return
      const wrong = (detail: MessageValue): ReviewProblem => ({ id: 'wrong-line', line: index + 1, detail })
      try {
        const content = JSON.parse(line)
        const isDone = typeof content?.review === 'string'
        const result = (isDone ? doneSchema : lineSchema).safeParse(content)
        if (result.success) {
          if (isDone) read.done.push(result.data as DoneLine)
          else read.lines.push(result.data as CorrectionLine)
          return
        }
        read.problems.push(wrong(faultOf(result.error, content, (keys) => keys.join('.'))))
      } catch {
        read.problems.push(wrong({ en: 'not JSON', vi: 'không phải JSON' }))
      }
    })
  return read
}
