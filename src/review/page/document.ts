/** One document: its source on the left, its fields on the right, and everything that joins them. */
import type { Field, Group } from '../fields.ts'
import type { Row } from '../shapes.ts'
import * as current from './current.ts'
import { closePictures, openBlock, openPictures, rows } from './data.ts'
import { el, say } from './dom.ts'
import { type Editing, editField } from './edit.ts'
import { drawFields } from './fieldlist.ts'
import { listen } from './keys.ts'
import { count, readableDate, type Word, word } from './language.ts'
import { listOrder } from './list.ts'
import { scanView } from './scan.ts'
import { drawSheet } from './sheet.ts'
import { shown } from './shown.ts'
import { type Mark, marksOf, own, pointersAt, type SourceView, textView } from './source.ts'
import { canUndo, onChange, openDoubts, undo } from './store.ts'
import { ADDABLE, CHOICES, fullName, valueFromSource } from './values.ts'

export interface Leading {
  /** Opens another document; at a field, or at its first doubtful one. */
  open(at: number, pointer?: string): void
  back(): void
  help(): void
}

let redraw: ((at: number) => void) | null = null
onChange((at) => redraw?.(at))

/** Builds document `at` in `view`. Gives what leaves it. */
export async function showDocument(view: HTMLElement, at: number, leading: Leading, pointer?: string): Promise<() => void> {
  const row = rows[at] as Row
  view.replaceChildren(el('p', { class: 'wait', role: 'status' }, word('document.loading')))
  const block = await openBlock(at)
  const pictures = openPictures(at)
  const open = current.currentOf(at, block)
  let fields: Field[] = []
  let active = ''
  let editing: Editing | null = null
  let seeing: 'text' | 'image' = pictures.length > 0 ? 'image' : 'text'
  let zoom = 100

  const order = listOrder()
  const place = order.indexOf(at)
  const heading = el('h1', { tabindex: -1 })
  const subtitle = el('p', { class: 'subtitle' })
  const progress = el('p', { class: 'progress', role: 'status' })
  const pane = el('div', { class: 'fields' })
  const frame = el('div', { class: 'frame' })
  const picker = el('div', { class: 'picker', hidden: true })
  const button = (text: Word, click: () => void, title = '', sign = '') =>
    el('button', { type: 'button', click, title: title || null, 'data-do': text }, sign ? el('span', { 'aria-hidden': 'true' }, `${sign} `) : null, word(text))
  const arrow = (text: Word, click: () => void, key: string, sign: string) =>
    el('button', { type: 'button', click, title: `${word(text)} ( ${key} )`, 'aria-label': word(text), 'data-do': text }, sign)
  const undoButton = button('document.undo', () => goBack(), 'U')
  const switchButton = button('document.text', () => turn(), 'T')
  const zoomButtons = [arrow('source.zoomOut', () => magnify(-20), '−', '−'), arrow('source.zoomIn', () => magnify(20), '+', '+')]
  const toward = (step: number) => {
    const to = order[place + step]
    if (to !== undefined) leading.open(to)
  }
  const before = arrow('document.previous', () => toward(-1), '[', '‹')
  const after = arrow('document.next', () => toward(1), ']', '›')
  before.disabled = place <= 0
  after.disabled = place < 0 || place + 1 >= order.length

  view.replaceChildren(
    el('div', { class: 'document' },
      el('div', { class: 'strip-top' },
        el('nav', { class: 'steps', 'aria-label': word('list.title') }, button('document.back', leading.back, 'Esc', '☰'), before, el('span', { class: 'place' }, `${count(place + 1)} / ${count(order.length)}`), after),
        el('div', { class: 'titles' }, heading, subtitle),
        el('div', { class: 'tools' }, progress, undoButton, button('document.confirmAll', () => confirmAll(), 'Shift + C'), button('document.print', () => print()))),
      el('div', { class: 'left' },
        el('div', { class: 'head' }, el('h2', {}, word('source.title')), el('span', { class: 'path' }, row.source ?? row.name), switchButton, ...zoomButtons),
        frame, picker),
      el('section', { class: 'right', 'aria-label': word('fields.title') }, pane)),
  )

  const source: { view: SourceView } = { view: drawSource() }

  function drawSource(): SourceView {
    const label = word('source.title')
    const all = current.allFields(open)
    const both = block.text !== null && pictures.length > 0
    switchButton.hidden = !both
    switchButton.textContent = word(seeing === 'text' ? 'document.image' : 'document.text')
    for (const zoomButton of zoomButtons) zoomButton.hidden = seeing === 'text'
    if (seeing === 'image') {
      const made = scanView(pictures, all, block, label)
      frame.replaceChildren(made.element)
      magnify(0)
      return made
    }
    if (block.text === null) return drawMissing(all, label)
    const made = textView(block.text, [...marksOf(all), ...lineMarks(block.text, block.record.diagnostics)], label)
    frame.replaceChildren(made.element)
    return made
  }

  /** Without the source: the words that the evidence holds, each at its field. */
  function drawMissing(all: Field[], label: string): SourceView {
    const words = new Map<string, HTMLElement>()
    const list = el('ul', { class: 'words' })
    for (const field of all) {
      if (field.evidence?.text === undefined) continue
      const segment = el('span', { class: field.doubtful ? 'doubtful' : field.evidence.grade }, field.evidence.text)
      own(segment, [field.pointer])
      words.set(field.pointer, segment)
      list.append(el('li', {}, el('small', {}, fullName(field)), segment))
    }
    const reason = el('p', { class: 'reason' }, word(`missing.${block.missing ?? 'not-found'}`))
    const element = el('div', { class: 'text', tabindex: 0, role: 'region', 'aria-label': label }, reason, el('p', {}, word('source.evidence')), list)
    frame.replaceChildren(element)
    const lit = { lit: null as HTMLElement | null, hot: null as HTMLElement | null }
    return {
      element,
      light(name, to) {
        lit[name]?.classList.remove(name)
        lit[name] = (to !== null && words.get(to)) || null
        lit[name]?.classList.add(name)
        return lit[name] ?? undefined
      },
      selected() {
        const selection = getSelection()
        const text = selection && element.contains(selection.anchorNode) ? selection.toString().trim() : ''
        return text === '' ? null : { text }
      },
      clear: () => getSelection()?.removeAllRanges(),
    }
  }

  function draw(): void {
    editing = null
    const type = shown(at, 'type')
    const number = shown(at, 'number')
    heading.textContent = [type, number].filter(Boolean).join(' ') || row.name
    subtitle.textContent = [readableDate(shown(at, 'date')), shown(at, 'issuer'), shown(at, 'subject')].filter(Boolean).join(' · ')
    document.title = `${heading.textContent} – ${row.name}`
    const scroll = pane.scrollTop
    const unfolded = new Set([...pane.querySelectorAll<HTMLElement>('details[open][data-group]')].map((details) => details.dataset.group))
    fields = drawFields(pane, open, acts)
    for (const details of pane.querySelectorAll<HTMLDetailsElement>('details[data-group]')) details.open = unfolded.has(details.dataset.group)
    pane.scrollTop = scroll
    const left = openDoubts(at)
    progress.textContent = left > 0 ? word('row.doubts', { count: left }) : word('row.clear')
    progress.className = `progress ${left > 0 ? 'doubtful' : 'certain'}`
    undoButton.disabled = !canUndo()
    drawSheet(open)
    mark()
  }

  function fieldElement(to: string): HTMLElement | null {
    return pane.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(to)}"]`)
  }

  /** Shows which field is the current one, on both sides. */
  function mark(): HTMLElement | undefined {
    for (const element of pane.querySelectorAll<HTMLElement>('.field.active')) {
      element.classList.remove('active')
      element.tabIndex = -1
    }
    const element = fieldElement(active) ?? pane.querySelector<HTMLElement>('.field')
    if (element) {
      active = element.dataset.pointer ?? ''
      element.classList.add('active')
      element.tabIndex = 0
    }
    return source.view.light('lit', active)
  }

  function activate(to: string, more: { focus?: boolean; scrollSource?: boolean } = {}): void {
    active = to
    const lit = mark()
    const element = fieldElement(active)
    const folded = element?.closest('details')
    if (folded) folded.open = true
    if (more.focus !== false) element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'nearest' })
    if (more.scrollSource !== false) lit?.scrollIntoView({ block: 'center' })
    drawPicker()
  }

  const field = (to = active): Field | undefined => fields.find((other) => other.pointer === to)

  function step(by: number): void {
    const from = fields.findIndex((other) => other.pointer === active)
    const to = fields[Math.max(0, Math.min(fields.length - 1, from + by))]
    if (to) activate(to.pointer)
  }

  /** The next doubtful field that nobody has dealt with, here or in the documents after this one. */
  function stepDoubt(by: 1 | -1): void {
    const from = fields.findIndex((other) => other.pointer === active)
    const here = by > 0 ? [...fields.slice(from + 1), ...fields.slice(0, from + 1)] : [...fields.slice(0, Math.max(0, from)).reverse()]
    const found = here.find((other) => current.isOpen(open, other))
    if (found) return activate(found.pointer)
    for (let to = place + by; to >= 0 && to < order.length; to += by) {
      if (openDoubts(order[to] as number) > 0) return leading.open(order[to] as number)
    }
    const any = order.find((other) => other !== at && openDoubts(other) > 0)
    if (any !== undefined) leading.open(any)
    else say(word('document.done'))
  }

  /** After a doubtful field is dealt with, the next one is at hand. */
  function goOn(done: Field): void {
    const next = fields.find((other) => current.isOpen(open, other))
    activate(done.doubtful && next ? next.pointer : done.pointer)
  }

  const acts = {
    edit(target: Field) {
      activate(target.pointer, { scrollSource: false })
      const element = fieldElement(target.pointer)
      if (!element || editing) return
      editing = editField(element, target, current.valueNow(open, target), {
        save(value) {
          editing = null
          current.setField(open, target, value)
          goOn(target)
        },
        left() {
          editing = null
          element.focus()
        },
      })
    },
    confirm(target: Field) {
      current.confirmFields(open, [target])
      goOn(target)
    },
    absent(target: Field) {
      if (current.markAbsent(open, target)) goOn(target)
      else say(word('field.required'))
    },
    takeBack(target: Field) {
      current.takeBack(open, target)
      activate(target.pointer)
    },
    add(group: Group) {
      const head = pane.querySelector<HTMLElement>(`[data-group="${group}"]`)
      if (!head || editing) return
      const blank = el('div', { class: 'field' })
      head.append(blank)
      editing = editField(blank, { name: group, input: group === 'bases' ? 'text' : 'line', nullable: false }, '', {
        save(value) {
          editing = null
          activate(current.addEntry(open, group, String(value)))
        },
        left() {
          editing = null
          blank.remove()
          pane.querySelector<HTMLElement>(`[data-add="${group}"]`)?.focus()
        },
      })
    },
    showLine(line: number) {
      source.view.light('lit', `line ${line}`)?.scrollIntoView({ block: 'center' })
    },
  }

  function confirmAll(): void {
    const doubts = fields.filter((other) => current.isOpen(open, other))
    if (doubts.length > 0) current.confirmFields(open, doubts)
    stepDoubt(1)
  }

  function goBack(): void {
    const undone = undo()
    if (!undone) return say(word('document.nothing'))
    if (undone.at !== at) return leading.open(undone.at, undone.pointer)
    activate(undone.pointer)
    const target = field(undone.pointer)
    if (target) say(word('document.undone', { field: fullName(target) }))
  }

  function turn(): void {
    if (block.text === null || pictures.length === 0) return
    seeing = seeing === 'text' ? 'image' : 'text'
    source.view = drawSource()
    activate(active)
  }

  function magnify(by: number): void {
    zoom = Math.max(40, Math.min(300, zoom + by))
    const scan = frame.querySelector<HTMLElement>('.scan')
    scan?.style.setProperty('--zoom', `${zoom}%`)
  }

  /** The bar under the source that sets a field to the selected words. */
  function drawPicker(): void {
    const chosen = source.view.selected()
    picker.hidden = chosen === null
    if (chosen === null) return
    const target = el('select', { 'aria-label': word('pick.target') })
    const active = field()
    const targets = [...new Set([...(active ? [active] : []), ...fields.filter((other) => other.group === 'header')])].filter(({ input }) => !CHOICES[input])
    for (const other of targets) target.append(el('option', { value: other.pointer }, fullName(other)))
    for (const group of Object.keys(ADDABLE) as Group[]) target.append(el('option', { value: `+${group}` }, word('pick.add', { group: word(`group.${group}`) })))
    const set = el('button', { type: 'button', class: 'main', click: () => pick(target.value) }, word('pick.set'), el('kbd', { 'aria-hidden': 'true' }, 'S'))
    picker.replaceChildren(el('span', { class: 'chosen' }, `${word('pick.chosen')}: “${chosen.text}”`), el('label', {}, word('pick.target'), ' ', target), set)
  }

  function pick(to: string): void {
    const chosen = source.view.selected()
    if (chosen === null) return
    if (to.startsWith('+')) {
      source.view.clear()
      return activate(current.addEntry(open, to.slice(1) as Group, chosen.text.replace(/\s+/g, ' '), chosen))
    }
    const target = field(to)
    if (!target) return
    const made = valueFromSource(target, chosen.text)
    if ('problem' in made) return say(word(made.problem))
    source.view.clear()
    current.setField(open, target, made.value, chosen)
    goOn(target)
  }

  frame.addEventListener('click', (event) => {
    if (source.view.selected() !== null) return
    const pointers = pointersAt(event).filter((to) => field(to))
    if (pointers.length === 0) return
    const to = pointers[(pointers.indexOf(active) + 1) % pointers.length] as string
    activate(to, { scrollSource: false })
  })
  frame.addEventListener('mouseover', (event) => {
    const to = pointersAt(event)[0] ?? null
    source.view.light('hot', to)
    for (const element of pane.querySelectorAll('.field.hot')) element.classList.remove('hot')
    if (to !== null) fieldElement(to)?.classList.add('hot')
  })
  frame.addEventListener('mouseleave', () => {
    source.view.light('hot', null)
    for (const element of pane.querySelectorAll('.field.hot')) element.classList.remove('hot')
  })
  pane.addEventListener('mouseover', (event) => {
    const element = (event.target as Element).closest<HTMLElement>('.field')
    source.view.light('hot', element?.dataset.pointer ?? null)
  })
  pane.addEventListener('mouseleave', () => source.view.light('hot', null))
  pane.addEventListener('click', (event) => {
    const target = event.target as Element
    const element = target.closest<HTMLElement>('.field')
    if (!element?.dataset.pointer || target.closest('button, input, textarea, select')) return
    activate(element.dataset.pointer)
  })
  pane.addEventListener('focusin', (event) => {
    const to = (event.target as Element).closest<HTMLElement>('.field')?.dataset.pointer
    if (to !== undefined && to !== active) activate(to, { focus: false })
  })
  pane.addEventListener('dblclick', (event) => {
    const target = field((event.target as Element).closest<HTMLElement>('.field')?.dataset.pointer)
    if (target && !editing) acts.edit(target)
  })
  const onSelection = () => {
    if (!picker.contains(document.activeElement)) drawPicker()
  }
  document.addEventListener('selectionchange', onSelection)

  const onField = (act: (target: Field) => void) => () => {
    const target = field()
    if (target) act(target)
  }
  const edit = onField(acts.edit)
  const stopListening = listen({
    j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
    n: () => stepDoubt(1), p: () => stepDoubt(-1), N: () => stepDoubt(-1),
    e: edit, Enter: edit, c: onField(acts.confirm), x: onField(acts.absent), C: confirmAll,
    s: () => pick(active), u: goBack, 'ctrl+z': goBack, t: turn, '+': () => magnify(20), '-': () => magnify(-20), ']': () => toward(1), '[': () => toward(-1),
    Escape: leading.back, '?': leading.help,
  })

  redraw = (changed) => {
    if (changed === at || changed === -1) draw()
  }
  draw()
  const first = (pointer !== undefined && field(pointer)) || fields.find((other) => current.isOpen(open, other)) || fields[0]
  if (first) activate(first.pointer)
  else heading.focus()

  return () => {
    redraw = null
    stopListening()
    document.removeEventListener('selectionchange', onSelection)
    closePictures(pictures)
  }
}

/** Marks of the lines that diagnostics name: `line 12`. */
function lineMarks(text: string, diagnostics: readonly { line?: number | undefined; level: string }[]): Mark[] {
  const named = new Set(diagnostics.flatMap(({ line }) => (line === undefined ? [] : [line])))
  if (named.size === 0) return []
  const marks: Mark[] = []
  let start = 0
  text.split('\n').forEach((content, index) => {
    if (named.has(index + 1)) marks.push({ span: [start, start + content.length], pointer: `line ${index + 1}`, kind: 'noted' })
    start += content.length + 1
  })
  return marks
}
