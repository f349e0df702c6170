/** One document: its source on the left, its fields on the right, and everything that joins them. */
import type { Field, Group } from '../../record/fields.ts'
import type { Block } from '../shapes.ts'
import { offerAlike } from './alike.ts'
import * as current from './current.ts'
import { closePictures, fileOf, openPictures } from './data.ts'
import { el, say } from './dom.ts'
import { editField } from './edit.ts'
import { drawFields } from './fieldlist.ts'
import { listen } from './keys.ts'
import { readableDate, word } from './language.ts'
import { listOrder } from './list.ts'
import { pickerBar } from './picker.ts'
import { drawSheet, printTasks } from './sheet.ts'
import { undoWritten } from './saving.ts'
import { shown } from './shown.ts'
import { pointersAt } from './source.ts'
import { sourcePane } from './sourcepane.ts'
import { doneOf, onChange, openDoubts, setDone, undo } from './store.ts'
import { stripOf } from './strip.ts'
import { fullName, selectedValue } from './values.ts'

export interface Leading {
  /** Opens another document; at a field, or at its first doubtful one. */
  open(at: number, pointer?: string): void
  back(): void
  help(): void
}

let redraw: ((at: number) => void) | null = null
onChange((at) => redraw?.(at))

/** Builds document `at` in `view`. Gives what leaves it. */
export function showDocument(
  view: HTMLElement,
  at: number,
  block: Block,
  leading: Leading,
  pointer?: string,
): () => void {
  const pictures = openPictures(at)
  const open = current.currentOf(at, block)
  current.isShown(open)
  const order = listOrder()
  const place = order.indexOf(at)
  let fields: Field[] = []
  let active = ''
  let isEditing = false

  const pane = el('div', { class: 'fields' })
  const picker = pickerBar({
    selected: () => source.view.selected(),
    targets: () => {
      const target = field()
      return [...new Set([...(target ? [target] : []), ...fields.filter(({ group }) => group === 'header')])]
    },
    pick: (to) => pick(to),
  })
  const source = sourcePane({
    block,
    pictures,
    path: fileOf(at),
    below: picker.element,
    fields: () => current.allFields(open),
    turned: () => activate(active),
  })
  const strip = stripOf(
    { place, size: order.length },
    {
      back: leading.back,
      toward: (step) => toward(step),
      undo: () => goBack(),
      confirmAll: () => confirmAll(),
      finish: () => finish(),
      printTasks: block.record.tasks.length > 0 ? () => printTasks(open) : null,
    },
  )
  view.replaceChildren(
    el(
      'div',
      { class: 'document' },
      strip.element,
      source.element,
      el('section', { class: 'right', 'aria-label': word('fields.title') }, pane),
    ),
  )

  function draw(): void {
    isEditing = false
    const heading = [shown(at, 'type'), shown(at, 'number')].filter(Boolean).join(' ') || fileOf(at)
    const told = [readableDate(shown(at, 'date')), shown(at, 'issuer'), shown(at, 'subject')].filter(Boolean)
    document.title = `${heading} – ${fileOf(at)}`
    strip.draw({ heading, subtitle: told.join(' · '), doubts: openDoubts(at), done: doneOf(at) })
    const scroll = pane.scrollTop
    const folds = () => [...pane.querySelectorAll<HTMLDetailsElement>('details[data-group]')]
    const unfolded = new Set(folds().flatMap(({ open: isOpen, dataset }) => (isOpen ? [dataset.group] : [])))
    fields = drawFields(pane, open, acts)
    for (const fold of folds()) fold.open = unfolded.has(fold.dataset.group)
    pane.scrollTop = scroll
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
    picker.draw()
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
    const here =
      by > 0
        ? [...fields.slice(from + 1), ...fields.slice(0, from + 1)]
        : [...fields.slice(0, Math.max(0, from)).reverse()]
    const found = here.find((other) => current.isOpen(open, other))
    const ahead = by > 0 ? order.slice(place + 1) : order.slice(0, Math.max(0, place)).reverse()
    const next = [...ahead, ...order].find((other) => other !== at && openDoubts(other) > 0)
    if (found) activate(found.pointer)
    else if (next !== undefined) leading.open(next)
    else say(word('document.done'))
  }

  function toward(step: number): void {
    const to = order[place + step]
    if (to !== undefined) leading.open(to)
  }

  /** After a doubtful field is dealt with, the next one is at hand. */
  function goOn(done: Field): void {
    const next = fields.find((other) => current.isOpen(open, other))
    activate(done.doubtful && next ? next.pointer : done.pointer)
  }

  /** Something else is being edited, with a value that cannot be saved. */
  function backToBox(): void {
    pane.querySelector<HTMLElement>('.edit input, .edit textarea, .edit select')?.focus()
  }

  const acts = {
    edit(target: Field) {
      if (isEditing) return backToBox()
      activate(target.pointer, { scrollSource: false })
      const element = fieldElement(target.pointer)
      if (!element) return
      isEditing = true
      editField(element, target, current.valueNow(open, target), {
        save(value, { stay }) {
          current.setField(open, target, value)
          if (stay) activate(active)
          else goOn(target)
          offerAlike(open, target)
        },
        left({ stay }) {
          isEditing = false
          if (!stay) element.focus()
        },
      })
    },
    confirm(target: Field) {
      current.confirmFields(open, [target])
      goOn(target)
      offerAlike(open, target)
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
      if (isEditing) return backToBox()
      if (!head) return
      isEditing = true
      const blank = el('div', { class: 'field' })
      head.append(blank)
      editField(blank, { name: group, input: group === 'bases' ? 'text' : 'line', nullable: false }, '', {
        save(value, { stay }) {
          const added = current.addEntry(open, group, String(value))
          activate(stay ? active : added)
        },
        left({ stay }) {
          isEditing = false
          blank.remove()
          if (!stay) pane.querySelector<HTMLElement>(`[data-add="${group}"]`)?.focus()
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

  /** The document is done: on to the next that is not. Not before each doubtful field was dealt with. */
  function finish(): void {
    if (doneOf(at) !== null) {
      setDone(at, false)
      return
    }
    const left = openDoubts(at)
    if (left > 0) {
      say(word('document.unready', { count: left }))
      const first = fields.find((other) => current.isOpen(open, other))
      if (first) activate(first.pointer)
      return
    }
    setDone(at, true)
    const next = [...order.slice(place + 1), ...order.slice(0, Math.max(0, place))].find(
      (other) => doneOf(other) === null,
    )
    if (next === undefined) say(word('document.allDone'))
    else leading.open(next)
  }

  function goBack(): void {
    const undone = undo()
    if (!undone) {
      void undoWritten().then(say)
    } else if (undone.at !== at) {
      leading.open(undone.at, undone.pointer)
    } else {
      activate(undone.pointer)
      const target = field(undone.pointer)
      if (target) say(word('document.undone', { field: fullName(target) }))
    }
  }

  function pick(to: string): void {
    const chosen = source.view.selected()
    if (chosen === null) return
    if (to.startsWith('+')) {
      source.view.clear()
      activate(current.addEntry(open, to.slice(1) as Group, chosen.text.replace(/\s+/g, ' '), chosen))
      return
    }
    const target = field(to)
    if (!target) return
    const made = selectedValue(target, chosen.text)
    if ('problem' in made) {
      say(word(made.problem))
      return
    }
    source.view.clear()
    current.setField(open, target, made.value, chosen)
    goOn(target)
    offerAlike(open, target)
  }

  const { frame } = source
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
    if (target && !isEditing) acts.edit(target)
  })
  const onSelection = () => {
    if (!picker.element.contains(document.activeElement)) picker.draw()
  }
  document.addEventListener('selectionchange', onSelection)

  const onField = (act: (target: Field) => void) => () => {
    const target = field()
    if (target) act(target)
  }
  const edit = onField(acts.edit)
  const stopListening = listen({
    j: () => step(1),
    ArrowDown: () => step(1),
    k: () => step(-1),
    ArrowUp: () => step(-1),
    n: () => stepDoubt(1),
    p: () => stepDoubt(-1),
    N: () => stepDoubt(-1),
    e: edit,
    Enter: edit,
    c: onField(acts.confirm),
    x: onField(acts.absent),
    C: confirmAll,
    s: () => pick(active),
    u: goBack,
    'ctrl+z': goBack,
    d: finish,
    t: source.turn,
    '+': () => source.magnify(20),
    '-': () => source.magnify(-20),
    ']': () => toward(1),
    '[': () => toward(-1),
    Escape: leading.back,
    '?': leading.help,
  })

  redraw = (changed) => {
    if (changed !== at && changed !== -1) return
    const isInside = pane.contains(document.activeElement)
    draw()
    if (isInside) fieldElement(active)?.focus({ preventScroll: true })
  }
  draw()
  const first =
    (pointer !== undefined && field(pointer)) || fields.find((other) => current.isOpen(open, other)) || fields[0]
  if (first) activate(first.pointer)
  else strip.focus()

  return () => {
    redraw = null
    current.isShown(null)
    stopListening()
    document.removeEventListener('selectionchange', onSelection)
    closePictures(pictures)
  }
}
