/**
 * What the person has done so far: corrections by document and field, kept in the browser after every step, under the
 * hash of the record, so that the progress is there after a reload and in a page that is made again.
 */
import type { Correction, CorrectionLine } from '../../corrections/correction.ts'
import { isOfCatalogue } from '../../record/fields.ts'
import type { Done, DoneLine, Row } from '../shapes.ts'
import { replaceRow, rows } from './data.ts'

const PREFIX = 'directive-review:'
const SETTINGS = `${PREFIX}settings`

type ByPointer = Map<string, Correction>
interface Step {
  at: number
  pointer: string
  before: Correction | undefined
}

const made = new Map<number, ByPointer>()
const steps: Step[][] = []
/** What was said of a document as a whole since the page was made; null: after all it is not done. */
const marked = new Map<number, Done | null>()
const listeners = new Set<(at: number) => void>()
let trouble = false
/** Steps since the page was opened or what was made of them was downloaded. */
let undelivered = 0

function keyOf(row: Row): string {
  return `${PREFIX}${row.hash.slice(0, 16)}:${row.name}`
}

/** Reads what earlier visits left. */
export function loadProgress(): void {
  made.clear()
  marked.clear()
  rows.forEach((row, at) => {
    const mark = readKey(`${keyOf(row)}:done`) as { done: Done | null } | null
    if (mark) marked.set(at, mark.done)
    const kept = readKey(keyOf(row))
    if (Array.isArray(kept) && kept.length > 0) {
      made.set(at, new Map((kept as Correction[]).map((correction) => [correction.pointer, correction])))
    }
  })
}

export function correctionsOf(at: number): ReadonlyMap<string, Correction> {
  return made.get(at) ?? new Map()
}

export function correctionAt(at: number, pointer: string): Correction | undefined {
  return made.get(at)?.get(pointer)
}

/** Number of corrections in all documents. */
export function countCorrections(): number {
  let count = 0
  for (const corrections of made.values()) count += corrections.size
  return count
}

/** Is a field one of those that are looked at? */
export function isInScope(pointer: string): boolean {
  return settings.scope === 'all' || isOfCatalogue(pointer)
}

/** Fields of a document that were to be looked at when the page was made. */
export function doubtsOf(at: number): string[] {
  return (rows[at]?.doubtful ?? []).filter(isInScope)
}

/** Doubtful fields of a document that nobody has dealt with yet. */
export function openDoubts(at: number): number {
  const corrections = made.get(at)
  const doubtful = doubtsOf(at)
  return corrections ? doubtful.filter((pointer) => !isDealtWith(corrections, pointer)).length : doubtful.length
}

/** Corrected itself, or gone with an entry that holds it. */
export function isDealt(at: number, pointer: string): boolean {
  return isDealtWith(correctionsOf(at) as ByPointer, pointer)
}

function isDealtWith(corrections: ByPointer, pointer: string): boolean {
  if (corrections.has(pointer) || corrections.has(`${pointer}/+1`)) return true
  for (let at = pointer.lastIndexOf('/'); at > 0; at = pointer.lastIndexOf('/', at - 1)) {
    if (corrections.get(pointer.slice(0, at))?.action === 'absent') return true
  }
  return false
}

export interface Change {
  at: number
  pointer: string
  /** Null takes the field's correction back. */
  correction: Correction | null
}

/** One step: corrections that are undone together. */
export function change(changes: readonly Change[]): void {
  steps.push(changes.map(({ at, pointer }) => ({ at, pointer, before: correctionAt(at, pointer) })))
  for (const { at, pointer, correction } of changes) put(at, pointer, correction ?? undefined)
  for (const at of new Set(changes.map((each) => each.at))) keep(at)
}

/** Takes the last step back; tells where it was. */
export function undo(): { at: number; pointer: string } | null {
  const step = steps.pop()
  if (!step?.[0]) return null
  for (const { at, pointer, before } of step) put(at, pointer, before)
  for (const at of new Set(step.map((each) => each.at))) keep(at)
  return step[0]
}

/** Has somebody said that the document is done? */
export function doneOf(at: number): Done | null {
  const mark = marked.get(at)
  return mark === undefined ? (rows[at]?.done ?? null) : mark
}

/** Says that a document is done, or that it is not. */
export function setDone(at: number, isDone: boolean): void {
  marked.set(at, isDone ? { at: new Date().toISOString(), by: settings.person?.trim() || null } : null)
  keep(at)
}

/** Number of documents about which something was said that is not in the records yet. */
export function countMarks(): number {
  return marked.size
}

export function canUndo(): boolean {
  return steps.length > 0
}

function put(at: number, pointer: string, correction: Correction | undefined): void {
  const corrections: ByPointer = made.get(at) ?? new Map()
  if (correction) corrections.set(pointer, correction)
  else corrections.delete(pointer)
  if (corrections.size > 0) made.set(at, corrections)
  else made.delete(at)
}

function forgetKeys(at: number): void {
  try {
    for (const key of [keyOf(rows[at] as Row), `${keyOf(rows[at] as Row)}:done`]) localStorage.removeItem(key)
  } catch {
    trouble = true
  }
}

/** Steps that stand in this browser alone; one that clears its data when it is closed loses them. */
export function countUndelivered(): number {
  return undelivered
}

/** What was made so far was downloaded. */
export function delivered(): void {
  undelivered = 0
  changed()
}

function keep(at: number): void {
  undelivered++
  const row = rows[at]
  if (!row) return
  const corrections = [...correctionsOf(at).values()]
  try {
    if (corrections.length > 0) localStorage.setItem(keyOf(row), JSON.stringify(corrections))
    else localStorage.removeItem(keyOf(row))
    const mark = marked.get(at)
    if (mark === undefined) localStorage.removeItem(`${keyOf(row)}:done`)
    else localStorage.setItem(`${keyOf(row)}:done`, JSON.stringify({ done: mark }))
    trouble = false
  } catch {
    trouble = true
  }
  for (const listener of listeners) listener(at)
}

/** Does the browser refuse to keep the progress? Then a download is the only safe place. */
export function cannotKeep(): boolean {
  return trouble
}

/** Tells everybody who shows something that it looks otherwise now. */
export function changed(): void {
  for (const listener of listeners) listener(-1)
}

export function onChange(listener: (at: number) => void): void {
  listeners.add(listener)
}

/** Another window of this page has gone on: take over what it did. */
addEventListener('storage', (event) => {
  if (event.key !== null && (!event.key.startsWith(PREFIX) || event.key === SETTINGS)) return
  loadProgress()
  changed()
})

/** All corrections as NDJSON, documents in the order of the index. */
export function correctionsFile(): string {
  return linesOf(untoldPlaces())
}

/** Documents of which something was said that may not stand in the records yet. */
export function untoldPlaces(): number[] {
  return [...new Set([...made.keys(), ...marked.keys()])].sort((a, b) => a - b)
}

/** What was said of documents, as NDJSON: their corrections, then which of them are done. */
export function linesOf(places: readonly number[]): string {
  const lines: (CorrectionLine | DoneLine)[] = []
  for (const at of places) {
    const { name, hash } = rows[at] as Row
    for (const correction of correctionsOf(at).values())
      lines.push({ correction: 'directive/1', record: name, hash, ...correction })
  }
  for (const at of places) {
    const done = marked.get(at)
    if (done === undefined) continue
    const { name, hash } = rows[at] as Row
    const said = { done: done !== null, at: done?.at ?? new Date().toISOString(), by: done?.by ?? null }
    lines.push({ review: 'directive/1', record: name, hash, ...said })
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** What was said of a document stands in its record now, or will not: the record is shown as it is. */
export function settle(at: number, row: Row): void {
  made.delete(at)
  marked.delete(at)
  for (let place = steps.length - 1; place >= 0; place--) {
    if (steps[place]?.some((each) => each.at === at)) steps.splice(place, 1)
  }
  forgetKeys(at)
  replaceRow(at, row)
  for (const listener of listeners) listener(at)
}

/** Takes in a downloaded file; tells how many corrections fit a document of this page. */
export function takeFile(text: string): number {
  const places = new Map(rows.map((row, at) => [`${row.hash} ${row.name}`, at]))
  const changed: Change[] = []
  const before = undelivered
  let count = 0
  for (const line of text.split('\n')) {
    const read = parse(line) as Partial<CorrectionLine & DoneLine> | null
    const at = places.get(`${read?.hash} ${read?.record}`)
    if (at !== undefined && typeof read?.done === 'boolean' && typeof read.at === 'string') {
      marked.set(at, read.done ? { at: read.at, by: read.by ?? null } : null)
      keep(at)
      count++
      continue
    }
    if (
      at === undefined ||
      !read ||
      typeof read.pointer !== 'string' ||
      !/^(set|confirm|absent)$/.test(read.action ?? '')
    )
      continue
    const { correction: _, record: __, hash: ___, ...correction } = read as CorrectionLine
    changed.push({ at, pointer: correction.pointer, correction })
    count++
  }
  if (changed.length > 0) change(changed)
  // They lie in that file.
  undelivered = before
  return count
}

/** Forgets all corrections of this page's documents. */
export function forget(): void {
  const all = [...made].flatMap(([at, corrections]) =>
    [...corrections.keys()].map((pointer) => ({ at, pointer, correction: null })),
  )
  const places = [...marked.keys()]
  marked.clear()
  for (const at of places) keep(at)
  if (all.length > 0) change(all)
}

export interface Settings {
  language?: 'vi' | 'en'
  theme?: 'light' | 'dark'
  shortcuts?: boolean
  overview?: boolean
  /** Only the fields of a catalogue entry are looked at, or all of them. */
  scope?: 'catalogue' | 'all'
  /** Who goes through the documents. */
  person?: string
}

export const settings: Settings = { ...(readKey(SETTINGS) as Settings | null) }

export function saveSettings(changes: Settings): void {
  Object.assign(settings, changes)
  try {
    localStorage.setItem(SETTINGS, JSON.stringify(settings))
  } catch {
    // The choice then lasts as long as the page.
  }
}

function readKey(key: string): unknown {
  try {
    return parse(localStorage.getItem(key) ?? '')
  } catch {
    trouble = true
    return null
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
