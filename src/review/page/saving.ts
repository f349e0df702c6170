/**
 * In a page that is served, what a person does goes into the records at once: it is kept in the browser first, sent, and
 * forgotten there when the server has written it. The document is then shown as its record is.
 */
import type { Written } from '../shapes.ts'
import { takeBlock } from './current.ts'
import { forgetBlock, fileOf, isServed, openBlock, rows } from './data.ts'
import { say } from './dom.ts'
import { language, word } from './language.ts'
import { linesOf, onChange, settle, untoldPlaces } from './store.ts'

/** Milliseconds until a server that did not answer is asked again. */
const RETRY = 3000
/** Milliseconds between looks at whether somebody is still typing. */
const LOOK = 150

export type Saving = 'written' | 'writing' | 'unreached' | 'refused'

/** The server has answered, and will not do it however often it is asked; the message is its own. */
class Refused extends Error {}

/** Writes that can be undone, the last one at the end. */
const writes: string[] = []
const waiting = new Set<number>()
const told = new Set<(state: Saving) => void>()
let isBusy = false

/** Begins to write, what earlier visits left first; `listener` hears how it goes. */
export function startSaving(listener: (state: Saving) => void): void {
  if (!isServed) return
  told.add(listener)
  onChange((at) => {
    if (at >= 0 && untoldPlaces().includes(at)) waiting.add(at)
    void save()
  })
  for (const at of untoldPlaces()) waiting.add(at)
  void save()
}

function tell(state: Saving): void {
  for (const listener of told) listener(state)
}

async function save(): Promise<void> {
  if (isBusy) return
  isBusy = true
  try {
    while (waiting.size > 0) {
      tell('writing')
      const places = [...waiting]
      const lines = linesOf(places)
      waiting.clear()
      const written = await send('corrections', 'application/x-ndjson', lines).catch((error) => {
        if (!(error instanceof Refused)) for (const at of places) waiting.add(at)
        throw error
      })
      if (written.undo !== null) writes.push(written.undo)
      const refused = await show(written)
      if (refused !== null) say(refused)
    }
    tell('written')
  } catch (error) {
    if (error instanceof Refused) {
      say(error.message)
      tell('refused')
    } else {
      tell('unreached')
      setTimeout(() => void save(), RETRY)
    }
  } finally {
    isBusy = false
  }
}

/** Undoes the last write; gives what is to be said of it. */
export async function undoWritten(): Promise<string> {
  const undo = writes.pop()
  if (undo === undefined) return word('document.nothing')
  try {
    return (await show(await send('undo', 'application/json', JSON.stringify({ undo })))) ?? word('saving.undone')
  } catch (error) {
    if (error instanceof Refused) return error.message
    writes.push(undo)
    return word('saving.unreached')
  }
}

async function send(address: string, type: string, body: string): Promise<Written> {
  const headers = { 'content-type': type }
  const response = await fetch(`${address}?lang=${language()}`, { method: 'POST', headers, body })
  if (response.status >= 400 && response.status < 500) throw new Refused((await response.json()).error.message)
  if (!response.ok) throw new Error(`${response.status}`)
  return response.json()
}

/**
 * The documents as their records are now; those in which the person has gone on meanwhile when that is written too. Gives
 * what is to be said of those that could not be written.
 */
async function show({ rows: told, refused }: Written): Promise<string | null> {
  while (document.querySelector('form.edit, dialog[open]')) await new Promise((resolve) => setTimeout(resolve, LOOK))
  for (const row of told) {
    const at = rows.findIndex(({ name }) => name === row.name)
    if (at < 0 || waiting.has(at)) continue
    forgetBlock(at)
    await takeBlock(at, () => openBlock(at))
    if (!waiting.has(at)) settle(at, row)
  }
  const [first] = refused
  if (first === undefined) return null
  const file = fileOf(rows.findIndex(({ name }) => name === first.record))
  const isOutdated = first.rule.startsWith('outdated')
  return isOutdated ? word('saving.outdated', { file }) : `${file}: ${first.message}`
}
