/** `directive-parse schema`. */
import { z } from 'zod'
import { recordSchema } from '../schema.ts'
import type { Context } from './command.ts'

export async function printSchema(context: Context): Promise<void> {
  await context.output.write(`${JSON.stringify(z.toJSONSchema(recordSchema), null, 2)}\n`)
}
