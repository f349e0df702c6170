/** `directive-parse schema [record|fonds]`. */
import { z } from 'zod'
import { recordSchema } from '../schema.ts'
import type { Context } from './command.ts'

export async function printSchema(of: 'record' | 'fonds', context: Context): Promise<void> {
  const schema = of === 'fonds' ? (await import('../export/fonds.ts')).fondsSchema : recordSchema
  await context.output.write(`${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`)
}
