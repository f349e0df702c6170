/**
 * What the person has done so far: corrections by document and field, kept in the browser after every step, under the
 * hash of the record, so that the progress is there after a reload and in a page that is made again.
 */
import type { Correction, CorrectionLine } from '../../corrections/correction.ts'
import type { Row } from '../shapes.ts'
import { rows } from './data.ts'

const PREFIX = 'directive-review:'
const SETTINGS = `${PREFIX}settings`

type ByPointer = Map<string, Correction>
interface Step {
  at: number
  pointers: [pointer: string, before: Correction | undefined][]
}

const made = new Map<number, ByPointer>()
const steps: Step[] = []
const listeners = new Set<(at: number) => void>()
let trouble = false

function keyOf(row: Row): string {
  return `${PREFIX}${row.hash.slice(0, 16)}:${row.name}`
}

/** Reads what earlier visits left. */
export function loadProgress(): void {
  made.clear()
  rows.forEach((row, at) => {
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

/** Doubtful fields of a document that nobody has dealt with yet. */
export function openDoubts(at: number): number {
  const corrections = made.get(at)
  const doubtful = rows[at]?.doubtful ?? []
  return corrections ? doubtful.filter((pointer) => !isDealtWith(corrections, pointer)).length : doubtful.length
}

/** Corrected itself, or gone with an entry that holds it. */
function isDealtWith(corrections: ByPointer, pointer: string): boolean {
  if (corrections.has(pointer) || corrections.has(`${pointer}/+1`)) return true
  for (let at = pointer.lastIndexOf('/'); at > 0; at = pointer.lastIndexOf('/', at - 1)) {
    if (corrections.get(pointer.slice(0, at))?.action === 'absent') return true
  }
  return false
}

/** One step: corrections of one document, undone together; null takes a field's correction back. */
export function change(at: number, changes: { pointer: string; correction: Correction | null }[]): void {
  steps.push({ at, pointers: changes.map(({ pointer }) => [pointer, correctionAt(at, pointer)]) })
  for (const { pointer, correction } of changes) put(at, pointer, correction ?? undefined)
  keep(at)
}

/** Takes the last step back; tells where it was. */
export function undo(): { at: number; pointer: string } | null {
  const step = steps.pop()
  if (!step) return null
  for (const [pointer, before] of step.pointers) put(step.at, pointer, before)
  keep(step.at)
  return { at: step.at, pointer: step.pointers[0]?.[0] ?? '' }
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

function keep(at: number): void {
  const row = rows[at]
  if (!row) return
  const corrections = [...correctionsOf(at).values()]
  try {
    if (corrections.length > 0) localStorage.setItem(keyOf(row), JSON.stringify(corrections))
    else localStorage.removeItem(keyOf(row))
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

export function onChange(listener: (at: number) => void): void {
  listeners.add(listener)
}

/** Another window of this page has gone on: take over what it did. */
addEventListener('storage', (event) => {
  if (event.key !== null && (!event.key.startsWith(PREFIX) || event.key === SETTINGS)) return
  loadProgress()
  for (const listener of listeners) listener(-1)
})

/** All corrections as NDJSON, documents in the order of the index. */
export function correctionsFile(): string {
  const lines: string[] = []
  for (const [at, corrections] of [...made].sort(([a], [b]) => a - b)) {
    const row = rows[at] as Row
    for (const correction of corrections.values()) {
      const line: CorrectionLine = { correction: 'directive/1', record: row.name, hash: row.hash, ...correction }
      lines.push(`${JSON.stringify(line)}\n`)
    }
  }
  return lines.join('')
}

/** Takes in a downloaded file; tells how many corrections fit a document of this page. */
export function takeFile(text: string): number {
  const places = new Map(rows.map((row, at) => [`${row.hash} ${row.name}`, at]))
  const changed = new Map<number, { pointer: string; correction: Correction }[]>()
  let count = 0
  for (const line of text.split('\n')) {
    const read = parse(line) as Partial<CorrectionLine> | null
    const at = places.get(`${read?.hash} ${read?.record}`)
    if (
      at === undefined ||
      !read ||
      typeof read.pointer !== 'string' ||
      !/^(set|confirm|absent)$/.test(read.action ?? '')
    )
      continue
    const { correction: _, record: __, hash: ___, ...correction } = read as CorrectionLine
    changed.set(at, [...(changed.get(at) ?? []), { pointer: correction.pointer, correction }])
    count++
  }
  for (const [at, changes] of changed) change(at, changes)
  return count
}

/** Forgets all corrections of this page's documents. */
export function forget(): void {
  for (const at of [...made.keys()])
    change(
      at,
      [...correctionsOf(at).keys()].map((pointer) => ({ pointer, correction: null })),
    )
}

export interface Settings {
  language?: 'vi' | 'en'
  theme?: 'light' | 'dark'
  shortcuts?: boolean
  overview?: boolean
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
