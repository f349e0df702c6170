/** What a person has done to a record: the changes it holds, and what the machine had read before them. */
import type { DirectiveRecord, Evidence, HandChange } from '../schema.ts'
import { locate, partsOf, valueAt } from './pointer.ts'

/**
 * What was done, in its order. Records of the first version say it in their evidence alone: what is marked there stands
 * as it is.
 */
export function changesOf(record: DirectiveRecord): HandChange[] {
  return (
    record.corrections ??
    markedByHand(record).map((pointer) => ({ action: 'confirm', pointer, was: valueAt(record, pointer) }))
  )
}

/** Pointers of all values that a person corrected or confirmed. */
export function handPointers(record: DirectiveRecord): string[] {
  return [...new Set(changesOf(record).map(({ pointer }) => pointer))]
}

function markedByHand({ evidence }: DirectiveRecord): string[] {
  return Object.keys(evidence).filter((pointer) => {
    const { status, note = '' } = evidence[pointer] as Evidence
    return status === 'corrected' || note.includes('confirmed by hand')
  })
}

/** The part of a record that a value belongs to: `/items/2/text` is one of `items`. */
export function partOf(pointer: string): keyof DirectiveRecord {
  return partsOf(pointer)[0] as keyof DirectiveRecord
}

/**
 * The record as the machine had it: every change taken back, the last one first. Its evidence is that of the record
 * as it is.
 */
export function beforeHand(record: DirectiveRecord): DirectiveRecord {
  const draft = structuredClone(record)
  for (const change of [...changesOf(record)].reverse()) takeBack(draft, change)
  return draft
}

/** Undoes one change: the last one that a record holds. */
export function takeBack(draft: DirectiveRecord, { action, pointer, was }: HandChange): void {
  const { holder, key } = locate(draft, pointer)
  if (holder === null || action === 'confirm') return
  if (action === 'add') (holder as unknown[]).splice(Number(key), 1)
  else if (action === 'remove') (holder as unknown[]).splice(Number(key), 0, was)
  else (holder as Record<string, unknown>)[key] = was
}
