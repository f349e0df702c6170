/** The output formats. A format is one file here and one line below; it is loaded when it is asked for. */
import type { TextEmitter } from './emitter.ts'

export type { Document, Frame, TextEmitter } from './emitter.ts'

const TEXT_EMITTERS = {
  json: async () => (await import('./json.ts')).emitter,
  yaml: async () => (await import('./yaml.ts')).emitter,
  ndjson: async () => (await import('./ndjson.ts')).emitter,
  text: async () => (await import('./text.ts')).emitter,
} satisfies Record<string, () => Promise<TextEmitter>>

export type TextFormat = keyof typeof TEXT_EMITTERS
export const TABLE_FORMATS = ['csv', 'xlsx'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]
export type OutputFormat = TextFormat | TableFormat
export const OUTPUT_FORMATS = [...(Object.keys(TEXT_EMITTERS) as TextFormat[]), ...TABLE_FORMATS] as const

export function isTableFormat(format: OutputFormat): format is TableFormat {
  return (TABLE_FORMATS as readonly string[]).includes(format)
}

export function textEmitter(format: TextFormat): Promise<TextEmitter> {
  return TEXT_EMITTERS[format]()
}
