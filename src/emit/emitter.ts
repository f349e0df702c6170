/** What every output format of records is: its flag and help, how one document is printed, and what stands around several. */
import type { ExportSettings } from '../export/settings.ts'
import type { Diagnostic, DirectiveRecord } from '../schema.ts'

/** A record with the decoded text it was made from. */
export interface Document {
  record: DirectiveRecord
  /** Null for a record that was read from a file of records: its source was not opened. */
  text: string | null
  /** The whole decoded text in which spans count, where `text` is a part of it. */
  whole?: string
}

/** What stands before the first, between two, and after the last document of an output. */
export interface Frame {
  open: string
  between: string
  close: string
}

/** What an emitter is told, and to whom it says what did not fit. */
export interface PrintSettings extends ExportSettings {
  report(problem: Diagnostic): void
}

export interface TextEmitter {
  /** One document, without a line end at its end; null where it may not leave (which was reported). */
  print(document: Document, settings: PrintSettings): string | null
  /** Around one document that stands alone. */
  single: Frame
  /** Around any number of documents; by the settings where it names the fonds or the time. */
  several: Frame | ((settings: ExportSettings) => Frame)
}

/** A format whose files can only be written when all documents are there. */
export interface GatheringEmitter {
  /** What is kept of one document: plain data, which crosses from the workers. */
  gather(document: Document, settings: PrintSettings): object | null
  /** Writes all of it; gives the paths. @throws what the file system throws. */
  write(gathered: object[], path: string, settings: PrintSettings): Promise<string[]>
}

/** The part of a format that the command line needs before anything else is loaded. */
interface Flag<N extends string> {
  /** `--name`. */
  name: N
  help: { en: string; vi: string }
  /** Of the file that one input becomes, or of the file that holds all. */
  extension: string
  /** What it cannot do without: the `repository` of fonds.yaml, the time of `--export-time`. */
  needs?: readonly ('repository' | 'time')[]
}

/** `documents`: a file an input. `collection`: one file with all documents in it. */
export interface TextFormatEntry<N extends string> extends Flag<N> {
  holds: 'documents' | 'collection'
  load(): Promise<TextEmitter>
}

/** `table`: rows of one or several tables in one file. */
export interface TableFormatEntry<N extends string> extends Flag<N> {
  holds: 'table'
}

/** `folder`: several files, made at the end. */
export interface GatheringFormatEntry<N extends string> extends Flag<N> {
  holds: 'folder'
  load(): Promise<GatheringEmitter>
}

export const textFormat = <const N extends string>(format: TextFormatEntry<N>) => format
export const tableFormat = <const N extends string>(format: TableFormatEntry<N>) => format
export const gatheringFormat = <const N extends string>(format: GatheringFormatEntry<N>) => format

/** Lines one after the other. */
export const LINES: Frame = { open: '', between: '\n', close: '\n' }
export const ALONE: Frame = { open: '', between: '', close: '\n' }
