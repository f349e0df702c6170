/** What was done to a value, offered for the other documents that say the same; each is looked at before it is written. */
import type { Correction } from '../../corrections/correction.ts'
import type { Field } from '../../record/fields.ts'
import type { Block } from '../shapes.ts'
import { type Current, correctionOf, seenIn } from './current.ts'
import { closePictures, fileOf, openBlock, openPictures, type Picture, rows } from './data.ts'
import { el, say } from './dom.ts'
import { count, word } from './language.ts'
import { shown } from './shown.ts'
import { change, correctionAt, isDealt } from './store.ts'

type Told = 'type' | 'issuer' | 'place' | 'signer'

/** More than these are offered in turn. */
const MOST = 60

/** What somebody did not want to do to others as well. */
const declined = new Set<string>()

function toldBy(pointer: string): Told | null {
  if (/^\/signatures\/\d+\/name$/.test(pointer)) return 'signer'
  const [, name] = /^\/(type|issuer|place)$/.exec(pointer) ?? []
  return (name as Told | undefined) ?? null
}

function pointerIn(told: Told, block: Block, value: string): string | null {
  if (told !== 'signer') return `/${told}`
  const at = block.record.signatures.findIndex(({ name }) => name === value)
  return at < 0 ? null : `/signatures/${at}/name`
}

/** Documents that say the same of it, and to which nothing was done there. */
function alikeOf(at: number, told: Told, pointer: string, value: string, action: Correction['action']): number[] {
  return rows.flatMap((row, other) => {
    if (other === at || row[told] !== value) return []
    if (told !== 'signer') {
      if (correctionAt(other, pointer) || shown(other, told) !== value) return []
      return action === 'set' || row.doubtful.includes(pointer) ? [other] : []
    }
    const place = row.doubtful.find((each) => toldBy(each) === 'signer')
    return action === 'set' || (place !== undefined && !isDealt(other, place)) ? [other] : []
  })
}

interface Found {
  at: number
  block: Block
  pointer: string
  box: HTMLInputElement
}

export function offerAlike(current: Current, field: Field): void {
  const told = toldBy(field.pointer)
  const correction = correctionOf(current, field)
  if (told === null || typeof field.value !== 'string' || !correction || correction.action === 'absent') return
  const { value: before } = field
  const after = correction.action === 'set' ? String(correction.value) : before
  const key = JSON.stringify([told, before, after])
  const others = alikeOf(current.at, told, field.pointer, before, correction.action).slice(0, MOST)
  if (others.length > 0 && !declined.has(key)) ask({ told, before, after, others, key })
}

interface Question {
  told: Told
  before: string
  after: string
  others: number[]
  key: string
}

function ask({ told, before, after, others, key }: Question): void {
  const opened: Picture[][] = []
  const found: Found[] = []
  const list = el('ul', { class: 'alike' })
  const write = el('button', { type: 'button', class: 'main', disabled: true })
  const draw = () => {
    const chosen = found.filter(({ box }) => box.checked).length
    write.textContent = word('alike.write', { count: count(chosen) })
    write.disabled = chosen === 0
  }
  const dialog = el(
    'dialog',
    { 'aria-labelledby': 'alike-title', class: 'wide' },
    el('h2', { id: 'alike-title' }, word('alike.title', { count: count(others.length) })),
    el('p', {}, el('s', {}, before), ' → ', el('b', {}, after)),
    list,
    el(
      'div',
      { class: 'buttons' },
      write,
      el('button', { type: 'button', click: () => dialog.close() }, word('alike.only')),
    ),
  )
  write.addEventListener('click', () => {
    const chosen = found.filter(({ box }) => box.checked)
    change(chosen.map(({ at, block, pointer }) => ({ at, pointer, correction: seenIn(block, made(pointer)) })))
    say(word('alike.written', { count: count(chosen.length) }))
    dialog.close()
  })
  const made = (pointer: string): Correction =>
    after === before ? { pointer, action: 'confirm' } : { pointer, action: 'set', value: after }
  dialog.addEventListener('close', () => {
    declined.add(key)
    for (const pictures of opened) closePictures(pictures)
    dialog.remove()
  })
  document.body.append(dialog)
  draw()
  dialog.showModal()
  void (async () => {
    for (const at of others) {
      const block = await openBlock(at)
      const pointer = pointerIn(told, block, before)
      if (!dialog.open) return
      if (pointer === null) continue
      const box = el('input', { type: 'checkbox' })
      box.checked = true
      box.addEventListener('change', draw)
      found.push({ at, block, pointer, box })
      const pictures = openPictures(at)
      opened.push(pictures)
      const name = [shown(at, 'type'), shown(at, 'number')].filter(Boolean).join(' ')
      list.append(
        el(
          'li',
          {},
          el('label', {}, box, el('b', {}, name || word('row.unnumbered')), el('small', {}, fileOf(at))),
          look(block, pointer, pictures),
        ),
      )
      draw()
    }
  })()
}

/** How wide a cutting is, and what of the page stands around the words, in pixels of the page. */
const WIDTH = 420
const AROUND = 24

/** The place on the scan, or the words as they are printed. */
function look(block: Block, pointer: string, pictures: readonly Picture[]): HTMLElement {
  const entry = pointer.replace(/\/name$/, '')
  const evidence = block.record.evidence[pointer] ?? block.record.evidence[entry]
  const picture = pictures[(evidence?.page ?? 1) - 1]
  if (!evidence?.box || !picture) {
    const [start, end] = evidence?.span ?? [0, 0]
    const text = block.text?.slice(Math.max(0, start - AROUND), end + AROUND).replace(/\s+/g, ' ')
    return el('q', {}, (end > start && text) || evidence?.text || word('field.empty'))
  }
  const [left, top, right, bottom] = evidence.box
  const from = { x: Math.max(0, left - AROUND), y: Math.max(0, top - AROUND) }
  const scale = Math.min(1, WIDTH / (right + AROUND - from.x))
  const image = el('img', { src: picture.url, alt: evidence.text ?? '' })
  image.style.width = `${picture.width * scale}px`
  image.style.left = `${-from.x * scale}px`
  image.style.top = `${-from.y * scale}px`
  const cutting = el('div', { class: 'cutting' }, image)
  cutting.style.width = `${(right + AROUND - from.x) * scale}px`
  cutting.style.height = `${(bottom + AROUND - from.y) * scale}px`
  return cutting
}
