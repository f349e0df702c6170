/** The document that is open: its fields as they stand with the corrections made so far. */

import type { Correction } from '../../corrections/correction.ts'
import { valueAt } from '../../corrections/pointer.ts'
import { markOf, subjectOf } from '../../corrections/rebase.ts'
import { type Field, fieldsOf, type Group, PARTS_OF_NUMBER } from '../../record/fields.ts'
import type { Span } from '../../text.ts'
import type { Block } from '../shapes.ts'
import { correctionAt, correctionsOf, isInScope, change as keep } from './store.ts'
import { ADDABLE, partsOfNumber } from './values.ts'

export interface Current {
  at: number
  block: Block
  fields: Field[]
}

export function currentOf(at: number, block: Block): Current {
  return { at, block, fields: fieldsOf(block.record) }
}

/** The one that is on the screen. */
let onScreen: Current | null = null

export function isShown(current: Current | null): void {
  onScreen = current
}

/** Where document `at` is on the screen, it is shown with another block from now on. */
export async function takeBlock(at: number, opened: () => Promise<Block>): Promise<void> {
  if (onScreen?.at !== at) return
  const block = await opened()
  if (onScreen?.at === at) Object.assign(onScreen, currentOf(at, block))
}

/** One step, each correction with a mark of what the person saw. */
function change({ at, block }: Current, changes: { pointer: string; correction: Correction | null }[]): void {
  keep(changes.map(({ pointer, correction }) => ({ at, pointer, correction: correction && seenIn(block, correction) })))
}

/** A correction with a mark of what the person saw. */
export function seenIn(block: Block, correction: Correction): Correction {
  const seen = valueAt(block.record, subjectOf(correction.pointer))
  return seen === undefined ? correction : { ...correction, seen: markOf(seen) }
}

/** The record's fields and the entries that the person added. */
export function allFields(current: Current): Field[] {
  return [...current.fields, ...addedFields(current)]
}

function addedFields({ at }: Current): Field[] {
  return [...correctionsOf(at).values()].flatMap((correction): Field[] => {
    const [, group, place] = /^\/(\w+)\/\+(\d+)$/.exec(correction.pointer) ?? []
    if (!group) return []
    const name = { recipients: '.text', signatures: '.name', attachments: '.title', references: '.text' }[group] ?? ''
    return [
      {
        pointer: correction.pointer,
        name: group + name,
        group: group as Group,
        entry: correction.pointer,
        title: `+${place}`,
        main: true,
        nullable: true,
        value: null,
        input: 'line',
        evidence: null,
        boxes: [],
        spans: correction.span ? [correction.span] : [],
        diagnostics: [],
        doubtful: false,
      },
    ]
  })
}

/** The value that a field has now. */
export function valueNow(current: Current, field: Field): unknown {
  const correction = correctionAt(current.at, field.pointer)
  if (correction?.action === 'set') return correction.value
  return correction?.action === 'absent' ? null : field.value
}

/** Has its entry been taken out? Then its other fields are gone too. */
export function isGone(current: Current, field: Field): boolean {
  return (
    correctionsOf(current.at).size > 0 &&
    current.fields.some(
      (other) =>
        other.main &&
        other.entry !== null &&
        other.pointer !== field.pointer &&
        (field.entry === other.entry || field.entry?.startsWith(`${other.entry}/`)) &&
        isRemoval(current, other),
    )
  )
}

/** Does "absent" take the whole entry away? */
export function isRemoval(current: Current, field: Field): boolean {
  return correctionAt(current.at, removalPointer(field))?.action === 'absent'
}

/** Pointer that "absent" is said of: the entry, where the field stands for one. */
export function removalPointer(field: Field): string {
  return field.main && field.entry !== null ? field.entry : field.pointer
}

/** The name of a recipient or a body that is printed as it is: it says nothing of its own, and goes with the text. */
export function twinOf(fields: readonly Field[], field: Field): Field | undefined {
  if (!/^\/(recipients|agencies)\/\d+\/text$/.test(field.pointer)) return undefined
  const pointer = field.pointer.replace(/\/text$/, '/name')
  return fields.find((other) => other.pointer === pointer && other.value === field.value)
}

export interface From {
  span?: Span
  text?: string
}

/** The place where a signer is to be named, in a document without any: what is set there becomes an entry. */
const SIGNERS = '/signatures'

export function setField(current: Current, field: Field, value: string | string[] | null, from: From = {}): void {
  if (field.pointer === SIGNERS && typeof value === 'string') {
    addEntry(current, 'signatures', value, from)
    return
  }
  const added = /\/\+\d+$/.test(field.pointer)
  const make = added ? ADDABLE[field.group] : undefined
  const given = make && typeof value === 'string' ? make(value) : value
  const changes = [{ pointer: field.pointer, value: given }]
  const twin = twinOf(current.fields, field)
  if (twin) changes.push({ pointer: twin.pointer, value: given })
  if (field.pointer === '/number' && typeof value === 'string') {
    const parts = partsOfNumber(value)
    for (const key of ['serial', 'notation'] as const) {
      if (current.block.record[key] !== parts[key]) changes.push({ pointer: `/${key}`, value: parts[key] })
    }
  }
  change(
    current,
    changes.map(({ pointer, value: to }) => {
      const correction: Correction = { pointer, action: 'set', value: to, ...from }
      return { pointer, correction: sameAsRead(current, pointer, to) ? { pointer, action: 'confirm' } : correction }
    }),
  )
}

function sameAsRead({ fields }: Current, pointer: string, value: unknown): boolean {
  const field = fields.find((other) => other.pointer === pointer)
  return field !== undefined && JSON.stringify(field.value) === JSON.stringify(value)
}

export function addEntry(current: Current, group: Group, text: string, from: From = {}): string {
  let place = 1
  while (correctionAt(current.at, `/${group}/+${place}`)) place++
  const pointer = `/${group}/+${place}`
  const value = ADDABLE[group]?.(text)
  change(current, [{ pointer, correction: { pointer, action: 'set', value, ...from } }])
  return pointer
}

export function confirmFields(current: Current, confirmed: readonly Field[]): void {
  const withNumber = confirmed.some(({ pointer }) => pointer === '/number')
  const parts = current.fields.filter(
    ({ pointer, evidence }) =>
      withNumber &&
      PARTS_OF_NUMBER.has(pointer) &&
      evidence?.grade === 'doubtful' &&
      !correctionAt(current.at, pointer),
  )
  const fields = [...new Set([...confirmed, ...parts])]
  change(
    current,
    fields.map(({ pointer }) => ({ pointer, correction: { pointer, action: 'confirm' } })),
  )
}

/** Says that the text has no such value; an added entry just goes. False where the field cannot be absent. */
export function markAbsent(current: Current, field: Field): boolean {
  if (/\/\+\d+$/.test(field.pointer)) return takeBack(current, field)
  const pointer = removalPointer(field)
  if (pointer === SIGNERS) {
    confirmFields(current, [field])
    return true
  }
  if (pointer === field.pointer && !field.nullable) return false
  const others = pointer === field.pointer ? [] : [{ pointer: field.pointer, correction: null }]
  change(current, [...others, { pointer, correction: { pointer, action: 'absent' } }])
  return true
}

export function takeBack(current: Current, field: Field): boolean {
  const pointers = [...new Set([field.pointer, removalPointer(field)])].filter((pointer) =>
    correctionAt(current.at, pointer),
  )
  if (pointers.length > 0)
    change(
      current,
      pointers.map((pointer) => ({ pointer, correction: null })),
    )
  return pointers.length > 0
}

/** What was done to a field: to itself, or to the entry that it stands for. */
export function correctionOf(current: Current, field: Field): Correction | undefined {
  if (field.pointer === SIGNERS) return correctionAt(current.at, SIGNERS) ?? correctionAt(current.at, `${SIGNERS}/+1`)
  return correctionAt(current.at, field.pointer) ?? correctionAt(current.at, removalPointer(field))
}

/** Doubtful, and nobody has dealt with it yet. */
export function isOpen(current: Current, field: Field): boolean {
  return (
    isInScope(field.pointer) && field.doubtful && correctionOf(current, field) === undefined && !isGone(current, field)
  )
}
