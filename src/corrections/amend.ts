/**
 * A record with a person's corrections in it.
 *
 * ```
 * before  number: '1OO-CV/ĐU'   evidence: {status: 'read', grade: 'doubtful', text: 'Số 1OO-CV/ĐU', span: [46, 58]}
 * after   number: '100-CV/ĐU'   evidence: {status: 'corrected', grade: 'certain', text: 'Số 1OO-CV/ĐU', span: [46, 58],
 *                                          note: 'was "1OO-CV/ĐU" (read, doubtful)'}
 *         corrections: [{action: 'set', pointer: '/number', was: '1OO-CV/ĐU', value: '100-CV/ĐU'}]
 * ```
 */
import { isEdtf } from '../calendar/edtf.ts'
import { type DirectiveRecord, type Evidence, type HandChange, recordSchema } from '../schema.ts'
import { changesOf } from './by-hand.ts'
import type { Language } from '../rules.ts'
import { faultOf } from '../schema-fault.ts'
import type { Correction } from './correction.ts'
import { holds, isNewPlace, locate, parentOf } from './pointer.ts'

/** `problem`: the sentence in each language. */
export type Amended = { record: DirectiveRecord } | { problem: Record<Language, string> }

/**
 * The amended record, or why there is none: a pointer that leads nowhere, a value that the schema refuses, a day that the
 * calendar does not know.
 */
export function amend(record: DirectiveRecord, corrections: readonly Correction[]): Amended {
  const draft = structuredClone(record)
  draft.corrections = [...changesOf(record)]
  const removals: string[] = []
  for (const correction of corrections) {
    const problem = change(draft, correction, removals)
    if (problem !== null)
      return { problem: { en: `${correction.pointer}: ${problem.en}`, vi: `${correction.pointer}: ${problem.vi}` } }
  }
  for (const pointer of removals.sort(laterFirst)) remove(draft, pointer)
  const result = recordSchema.safeParse(draft)
  if (result.success) return { record: draft }
  return { problem: faultOf(result.error, draft, (keys) => `/${keys.join('/')}`) }
}

const NOWHERE = { en: 'leads nowhere', vi: 'biểu ghi không có chỗ này' }

function change(draft: DirectiveRecord, correction: Correction, removals: string[]): Record<Language, string> | null {
  const { pointer, action, value } = correction
  const { holder, key } = locate(draft, pointer)
  if (holder === null) return NOWHERE
  const unknownDay = action === 'set' ? wrongDate(value, key) : null
  if (unknownDay !== null) {
    const day = JSON.stringify(unknownDay)
    return { en: `no date of the calendar: ${day}`, vi: `không có ngày này trong lịch: ${day}` }
  }
  if (Array.isArray(holder) && isNewPlace(key)) {
    if (action !== 'set') return { en: 'only a value can be added', vi: 'chỉ thêm được một giá trị' }
    const place = `${parentOf(pointer)}/${holder.push(value) - 1}`
    draft.evidence[place] = evidenceOf(correction, undefined, 'added by hand')
    log(draft, { action: 'add', pointer: place, value })
    return null
  }
  if (!holds(holder, key)) return NOWHERE
  const slots = holder as Record<string, unknown>
  const before = draft.evidence[pointer]
  const was = structuredClone(slots[key])
  const history = historyOf(draft, pointer, slots[key])
  if (action === 'confirm') {
    const status = before && before.status !== 'conflict' ? before.status : 'corrected'
    draft.evidence[pointer] = { ...before, status, grade: 'certain', note: note('confirmed by hand', history.rest) }
    log(draft, { action, pointer, was })
  } else if (action === 'set') {
    slots[key] = value
    draft.evidence[pointer] = evidenceOf(correction, before, history.all)
    log(draft, { action, pointer, was, value })
  } else if (Array.isArray(holder)) {
    removals.push(pointer)
    return null
  } else {
    slots[key] = Array.isArray(slots[key]) ? [] : null
    draft.evidence[pointer] = evidenceOf(correction, before, history.all)
    log(draft, { action, pointer, was })
  }
  draft.diagnostics = draft.diagnostics.filter((diagnostic) => diagnostic.pointer !== pointer)
  return null
}

function log(draft: DirectiveRecord, change: HandChange): void {
  draft.corrections?.push(change)
}

/** The first value under the name `date` that is no date; the schema knows its letters alone. */
function wrongDate(value: unknown, key: string): unknown {
  if (typeof value === 'string') return key === 'date' && !isEdtf(value) ? value : null
  if (typeof value !== 'object' || value === null) return null
  for (const [name, below] of Object.entries(value)) {
    const wrong = wrongDate(below, name)
    if (wrong !== null) return wrong
  }
  return null
}

/** The evidence of a corrected value: the new place, or else the place where it had been read. */
function evidenceOf({ span, text }: Correction, before: Evidence | undefined, history: string): Evidence {
  const place: Partial<Evidence> = span && text !== undefined ? { text, span } : {}
  return { ...(span ? {} : placeOf(before)), ...place, status: 'corrected', grade: 'certain', note: history }
}

function placeOf(evidence: Evidence | undefined): Partial<Evidence> {
  const { status: _, grade: __, note: ___, ...place } = evidence ?? ({} as Evidence)
  return place
}

/** What was there before, in words: `was "x" (read, doubtful; number-garbled) at 46-58 "Số x"; …`. */
function historyOf(draft: DirectiveRecord, pointer: string, value: unknown): { all: string; rest: string } {
  const before = draft.evidence[pointer]
  const rules = draft.diagnostics.filter((diagnostic) => diagnostic.pointer === pointer).map(({ rule }) => rule)
  const graded = before ? [`${before.status}, ${before.grade}`] : []
  const brackets = [...graded, ...rules].join('; ')
  const place = before?.span ? ` at ${before.span.join('-')} ${JSON.stringify(before.text ?? '')}` : ''
  const was = `was ${JSON.stringify(value)}${brackets && ` (${brackets})`}${place}`
  return { all: note(was, before?.note), rest: note(brackets && `was ${brackets}`, before?.note) }
}

function note(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join('; ')
}

/** Takes an entry out of its list; what is said of the entries behind it moves up with them. */
function remove(draft: DirectiveRecord, pointer: string): void {
  const { holder, key } = locate(draft, pointer)
  if (!Array.isArray(holder)) return
  const list = parentOf(pointer)
  const index = Number(key)
  const gone = `removed by hand: ${historyOf(draft, pointer, holder[index]).all}`
  const earlier = draft.evidence[list]
  log(draft, { action: 'remove', pointer, was: holder[index] })
  holder.splice(index, 1)
  const moved = (path: string): string | null => {
    if (!path.startsWith(`${list}/`)) return path
    const [place, ...below] = path.slice(list.length + 1).split('/')
    if (!/^\d+$/.test(place as string) || Number(place) < index) return path
    return Number(place) === index ? null : [list, Number(place) - 1, ...below].join('/')
  }
  draft.evidence = Object.fromEntries(
    Object.entries(draft.evidence).flatMap(([path, evidence]) => {
      const to = moved(path)
      return to === null ? [] : [[to, evidence]]
    }),
  )
  draft.evidence[list] = { ...earlier, status: 'corrected', grade: 'certain', note: note(earlier?.note, gone) }
  draft.diagnostics = draft.diagnostics.flatMap((diagnostic) => {
    if (diagnostic.pointer === undefined) return [diagnostic]
    const to = moved(diagnostic.pointer)
    return to === null ? [] : [{ ...diagnostic, pointer: to }]
  })
}

/** Deeper and later entries first, so that no removal moves another one's place. */
function laterFirst(a: string, b: string): number {
  const left = a.split('/')
  const right = b.split('/')
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [x, y] = [left[i], right[i]]
    if (x === y) continue
    if (x === undefined) return 1
    if (y === undefined) return -1
    return Number(y) - Number(x) || (x < y ? 1 : -1)
  }
  return 0
}
