/** The output formats. A format is one file here and one line below; what it prints with is loaded when it is asked for. */
import type { ExportSettings } from '../export/settings.ts'
import type { Frame, GatheringEmitter, TextEmitter } from './emitter.ts'
import { akn } from './akn.ts'
import { chunks } from './chunks.ts'
import { dc } from './dc.ts'
import { ead3 } from './ead3.ts'
import { edxml } from './edxml.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'
import { ndjson } from './ndjson.ts'
import { oai } from './oai.ts'
import { registers } from './registers.ts'
import { csv, xlsx } from './tables.ts'
import { text } from './text.ts'
import { yaml } from './yaml.ts'

export type { Document, Frame, GatheringEmitter, PrintSettings, TextEmitter } from './emitter.ts'

export const FORMATS = [
  json,
  yaml,
  ndjson,
  csv,
  xlsx,
  text,
  registers,
  akn,
  ead3,
  dc,
  edxml,
  oai,
  markdown,
  chunks,
] as const

type Entry = (typeof FORMATS)[number]
type NameOf<E> = E extends { name: infer N extends string } ? N : never
export type OutputFormat = Entry['name']
export type TextFormat = NameOf<Extract<Entry, { holds: 'documents' | 'collection' }>>
export type TableFormat = NameOf<Extract<Entry, { holds: 'table' }>>
export type GatheringFormat = NameOf<Extract<Entry, { holds: 'folder' }>>

export const OUTPUT_FORMATS = FORMATS.map(({ name }) => name)

export function entryOf(format: OutputFormat): Entry {
  return FORMATS.find(({ name }) => name === format) as Entry
}

export function isTableFormat(format: OutputFormat): format is TableFormat {
  return entryOf(format).holds === 'table'
}

export function isGatheringFormat(format: OutputFormat): format is GatheringFormat {
  return entryOf(format).holds === 'folder'
}

/** Whether each input becomes a file of its own where `-o` names a folder. */
export function isOneFileEach(format: OutputFormat): boolean {
  return entryOf(format).holds === 'documents'
}

/** Whether what comes out are records, which can be corrected and read again. */
export function holdsRecords(format: OutputFormat): boolean {
  return format === 'json' || format === 'ndjson' || format === 'yaml'
}

export function extensionOf(format: OutputFormat): string {
  return entryOf(format).extension
}

export function needsOf(format: OutputFormat): readonly ('repository' | 'time')[] {
  return (entryOf(format) as { needs?: readonly ('repository' | 'time')[] }).needs ?? []
}

export function textEmitter(format: TextFormat): Promise<TextEmitter> {
  return (entryOf(format) as { load(): Promise<TextEmitter> }).load()
}

export function gatheringEmitter(format: GatheringFormat): Promise<GatheringEmitter> {
  return (entryOf(format) as unknown as { load(): Promise<GatheringEmitter> }).load()
}

/** What stands around several documents of a format. */
export function frameOf({ several }: TextEmitter, settings: ExportSettings): Frame {
  return typeof several === 'function' ? several(settings) : several
}
