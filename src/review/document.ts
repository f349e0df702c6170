/** What the page holds of one record: its row in the index, and the block that is read when somebody opens it. */
import type { Remark } from '../form/remarks.ts'
import type { DirectiveRecord } from '../schema.ts'
import { inBoth } from './messages.ts'
import type { RecordFile } from './records.ts'
import { rowOf } from './row.ts'
import type { Block, Done, Row } from './shapes.ts'
import { findSource, isScan, type Source, type SourceOptions } from './sources.ts'

export interface DocumentOptions extends SourceOptions {
  /** Show the findings of the form check beside the fields they are about. */
  form?: boolean
}

export interface ShownDocument {
  row: Row
  block: Block
  source: Source
}

export async function shownDocument(
  { name, record, hash }: Extract<RecordFile, { record: DirectiveRecord }>,
  done: Done | null,
  options: DocumentOptions,
): Promise<ShownDocument> {
  const source = await findSource(record, options, name)
  const remarks = options.form ? await formRemarks(record, source) : []
  const shown = { ...record, diagnostics: [...record.diagnostics, ...remarks.map(({ diagnostic }) => diagnostic)] }
  return { row: rowOf(name, hash, shown, done), block: blockOf(shown, source, remarks), source }
}

/** What the rules of form say of a document whose text is at hand. */
async function formRemarks(record: DirectiveRecord, source: Source): Promise<Remark[]> {
  if (!('decoded' in source) || source.decoded === null) return []
  const [{ formTables, lookOf }, { remarksOf }, { readOptions }] = await Promise.all([
    import('../batch/form.ts'),
    import('../form/remarks.ts'),
    import('../read/options.ts'),
  ])
  const look = await lookOf(source.bytes, record.source.format, readOptions({})).catch(() => null)
  return remarksOf(record, source.decoded.text, await formTables(), look)
}

function blockOf(record: DirectiveRecord, source: Source, remarks: Remark[]): Block {
  const decoded = 'decoded' in source ? source.decoded : null
  const words = (decoded?.places ?? []).map(({ span, page, box }): Block['words'][number] => [...span, page, ...box])
  const own = record.diagnostics.slice(0, record.diagnostics.length - remarks.length)
  const messages = [...own.map(inBoth), ...remarks.map((remark) => remark.messages)]
  return { record, messages, text: decoded?.text ?? null, words: isScan(record) ? words : [], missing: source.missing }
}
