/**
 * Corrections made while looking at a record that is another one now: somebody corrected it meanwhile, or a run read its
 * source again. One still fits where what the person saw stands in the record, or stood there before the changes that
 * it holds; and nobody has touched that field since.
 */
import type { DirectiveRecord, HandChange } from '../schema.ts'
import { changesOf, takeBack } from './by-hand.ts'
import type { Correction } from './correction.ts'
import { isNewPlace, isWithin, parentOf, partsOf, valueAt } from './pointer.ts'

export interface Rebased<C extends Correction> {
  /** Those that fit, with their pointers into the record as it is. */
  fitting: C[]
  /** Those that the record holds already. */
  already: C[]
  /** Those that fit no more: what they are about reads otherwise, or has been changed by somebody else. */
  outdated: C[]
}

export function rebase<C extends Correction>(record: DirectiveRecord, corrections: readonly C[]): Rebased<C> {
  const result: Rebased<C> = { fitting: [], already: [], outdated: [] }
  const changes = changesOf(record)
  const states = statesOf(record, changes)
  for (const correction of corrections) {
    if (changes.some((change, at) => isThe(change, correction) && wasSeen(correction, states.slice(0, at + 1)))) {
      result.already.push(correction)
    } else {
      const pointer = isAddition(correction) ? correction.pointer : placeNow(correction, states, changes)
      if (pointer === null) result.outdated.push(correction)
      else result.fitting.push({ ...correction, pointer })
    }
  }
  return result
}

/** The value that a correction is about in a record, with what belongs to it: a list's whole entry, `/items/2`. */
export function subjectOf(pointer: string): string {
  const [part, place] = partsOf(pointer)
  return place !== undefined && /^\d+$/.test(place) ? `/${part}/${place}` : `/${part}`
}

/** What a person sees of a value, to know it again: a short mark of its content (FNV-1a, 64 bits, in hexadecimal). */
export function markOf(value: unknown): string {
  let mark = 0xcbf29ce484222325n
  for (const unit of JSON.stringify(value ?? null)) {
    mark = BigInt.asUintN(64, (mark ^ BigInt(unit.codePointAt(0) as number)) * 0x100000001b3n)
  }
  return mark.toString(16).padStart(16, '0')
}

/** The record after each of its changes: the last is the record as it is, the first what the machine read. */
function statesOf(record: DirectiveRecord, changes: readonly HandChange[]): DirectiveRecord[] {
  const states = [record]
  for (const change of [...changes].reverse()) {
    const before = structuredClone(states[0] as DirectiveRecord)
    takeBack(before, change)
    states.unshift(before)
  }
  return states
}

/** Did the person see one of these states? Said of corrections that do not tell, too. */
function wasSeen({ pointer, seen }: Correction, states: readonly DirectiveRecord[]): boolean {
  return seen === undefined || states.some((state) => markOf(valueAt(state, subjectOf(pointer))) === seen)
}

function placeNow(
  { pointer, seen }: Correction,
  states: readonly DirectiveRecord[],
  changes: readonly HandChange[],
): string | null {
  if (seen === undefined) return null
  const subject = subjectOf(pointer)
  let at = states.length - 1
  while (at >= 0 && markOf(valueAt(states[at] as DirectiveRecord, subject)) !== seen) at--
  if (at < 0) return null
  let place: string | null = pointer
  for (const change of changes.slice(at)) {
    if (place === null || isTouched(place, change)) return null
    place = afterwards(place, change)
  }
  return place
}

/** Does a change lie on the way to this place, or on it? Confirming a list's entry says nothing of its parts. */
function isTouched(place: string, { action, pointer }: HandChange): boolean {
  if (action === 'add') return false
  return isWithin(pointer, place) || (action !== 'confirm' && isWithin(place, pointer))
}

/** A place in a list once an entry before it was taken out. */
function afterwards(place: string, { action, pointer }: HandChange): string {
  const list = parentOf(pointer)
  if (action !== 'remove' || !isWithin(place, list)) return place
  const [index, ...below] = place.slice(list.length + 1).split('/')
  const gone = Number(pointer.slice(list.length + 1))
  return Number(index) > gone ? [list, Number(index) - 1, ...below].join('/') : place
}

function isAddition({ pointer, action }: Correction): boolean {
  return action === 'set' && isNewPlace(partsOf(pointer).at(-1) as string)
}

function isThe(change: HandChange, correction: Correction): boolean {
  const { pointer, action, value } = correction
  const isValue = JSON.stringify(change.value) === JSON.stringify(value)
  if (isAddition(correction))
    return change.action === 'add' && parentOf(change.pointer) === parentOf(pointer) && isValue
  if (change.pointer !== pointer) return false
  return action === 'absent'
    ? change.action === 'absent' || change.action === 'remove'
    : change.action === action && isValue
}
