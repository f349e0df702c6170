/**
 * A person's work laid over a new reading of the same source, so that a run takes nothing of it away.
 *
 * ```
 * before   number '10/CT-UBND' (corrected, was '1O/CT-UBND')   place 'Suối Mơ'
 * fresh    number '1O/CT-UBND'                                 place 'Suối Mơ,'
 * result   number '10/CT-UBND' (corrected, was '1O/CT-UBND')   place 'Suối Mơ,'
 * ```
 */
import type { DirectiveRecord, Evidence, HandChange } from '../schema.ts'
import { amend } from './amend.ts'
import { beforeHand, changesOf, handPointers, partOf } from './by-hand.ts'
import type { Correction } from './correction.ts'
import { isWithin, partsOf, valueAt } from './pointer.ts'

export interface LaidOver {
  record: DirectiveRecord
  /** Pointers, in `record`, of the values that stand because a person said so. */
  kept: string[]
}

type Part = keyof DirectiveRecord

/**
 * `fresh` with the corrections of `before` in it. Where a list reads otherwise than it did, its entries are found again
 * by their content; where one of those that a person touched is not found, the list stays whole as it was.
 *
 * @param text the decoded text of `fresh`: spans that no longer point to their words are mended or left out.
 */
export function layOver(fresh: DirectiveRecord, before: DirectiveRecord, text: string | null): LaidOver {
  let record = structuredClone(fresh)
  const machine = beforeHand(before)
  for (const part of new Set(handPointers(before).map(partOf))) {
    record = replayed(record, before, machine, part) ?? withPartOf(record, before, part, text)
  }
  return { record, kept: handPointers(record) }
}

/** The changes of one list made once more, on a reading that differs; null where that cannot be. */
function replayed(
  fresh: DirectiveRecord,
  before: DirectiveRecord,
  machine: DirectiveRecord,
  part: Part,
): DirectiveRecord | null {
  const [then, now] = [machine[part], fresh[part]]
  if (!Array.isArray(then) || !Array.isArray(now) || same(then, now)) return null
  const changes = changesOf(before).filter(({ pointer }) => partOf(pointer) === part)
  const places = foundAgain(then, now)
  let record = fresh
  const order = [...now.keys()]
  for (const change of changes) {
    const correction = moved(change, places, order)
    if (correction === null) return null
    if (change.action !== 'add' && !same(valueAt(record, correction.pointer), change.was)) return null
    const amended = amend(record, [correction])
    if ('problem' in amended) return null
    record = amended.record
  }
  return record
}

/** For each entry of `then` its place in `now`, by content and in order; -1 where it is not there. */
function foundAgain(then: readonly unknown[], now: readonly unknown[]): number[] {
  const left = now.map((entry) => JSON.stringify(entry))
  return then.map((entry) => {
    const at = left.indexOf(JSON.stringify(entry))
    if (at >= 0) left[at] = ''
    return at
  })
}

/**
 * A change as a correction of the new list. `places` and `order` go along with it: for each entry of the old list its
 * identity, and the identities in the order of the new one.
 */
function moved({ action, pointer, value }: HandChange, places: number[], order: number[]): Correction | null {
  const [part, place, ...below] = partsOf(pointer)
  if (action === 'add' && below.length === 0) {
    const identity = -2 - order.length
    places.push(identity)
    order.push(identity)
    return { action: 'set', pointer: `/${part}/+1`, value }
  }
  const to = order.indexOf(places[Number(place)] ?? -1)
  if (to < 0) return null
  if (action === 'remove' && below.length === 0) {
    places.splice(Number(place), 1)
    order.splice(to, 1)
  }
  const key = action === 'add' ? [...below.slice(0, -1), '+1'] : below
  const corrected = { pointer: ['', part, to, ...key].join('/') }
  if (action === 'confirm') return { ...corrected, action }
  return action === 'set' || action === 'add'
    ? { ...corrected, action: 'set', value }
    : { ...corrected, action: 'absent' }
}

/** `fresh` with one part as it stood: its value, its evidence, its changes, its diagnostics. */
function withPartOf(fresh: DirectiveRecord, before: DirectiveRecord, part: Part, text: string | null): DirectiveRecord {
  const root = `/${part}`
  const isScalar = !Array.isArray(before[part])
  const evidence = Object.fromEntries([
    ...Object.entries(fresh.evidence).filter(([pointer]) => !isWithin(pointer, root)),
    ...Object.entries(before.evidence)
      .filter(([pointer]) => isWithin(pointer, root))
      .map(([pointer, each]) => [pointer, inPlace(each, text)]),
  ])
  const elsewhere = ({ pointer }: { pointer?: string | undefined }) => pointer === undefined || !isWithin(pointer, root)
  const kept = isScalar ? [] : before.diagnostics.filter((each) => !elsewhere(each))
  const changes = changesOf(before).filter(({ pointer }) => isWithin(pointer, root))
  return {
    ...fresh,
    [part]: before[part],
    evidence,
    diagnostics: [...fresh.diagnostics.filter(elsewhere), ...kept],
    corrections: [...(fresh.corrections ?? []), ...changes],
  }
}

/** Evidence whose span gives its words in this text: found again where they stand once, else without a place in it. */
function inPlace(evidence: Evidence, text: string | null): Evidence {
  const { span, spans, ...rest } = evidence
  if (span === undefined || text === null || evidence.text === undefined) return evidence
  if (text.slice(...span) === evidence.text) return evidence
  const at = text.indexOf(evidence.text)
  const isOnce = evidence.text !== '' && at >= 0 && text.indexOf(evidence.text, at + 1) < 0
  return isOnce ? { ...rest, span: [at, at + evidence.text.length] } : rest
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
