/** The strip above both sides of a document: where one is, what it is, what is left to do. */

import type { Done } from '../shapes.ts'
import { el } from './dom.ts'
import { count, type Word, word } from './language.ts'
import { doneWords } from './list.ts'
import { scopeBox } from './scope.ts'
import { canUndo } from './store.ts'

export interface StripActs {
  back(): void
  toward(step: 1 | -1): void
  undo(): void
  confirmAll(): void
  /** Says that the document is done, or takes that back. */
  finish(): void
  /** Null where the document has no tasks. */
  printTasks: (() => void) | null
}

export function stripOf({ place, size }: { place: number; size: number }, acts: StripActs) {
  const heading = el('h1', { tabindex: -1 })
  const subtitle = el('p', { class: 'subtitle' })
  const progress = el('p', { class: 'progress', role: 'status' })
  const button = (text: Word, click: () => void, key = '', sign = '') =>
    el(
      'button',
      { type: 'button', click, title: key || null, 'data-do': text },
      sign && el('span', { 'aria-hidden': 'true' }, sign),
      word(text),
    )
  const arrow = (text: Word, step: 1 | -1, sign: string) => {
    const [key, isEnd] = step > 0 ? [']', place < 0 || place + 1 >= size] : ['[', place <= 0]
    const title = `${word(text)} ( ${key} )`
    return el(
      'button',
      {
        type: 'button',
        click: () => acts.toward(step),
        title,
        'aria-label': word(text),
        disabled: isEnd,
        'data-do': text,
      },
      sign,
    )
  }
  const undoButton = button('document.undo', acts.undo, 'U')
  const confirmButton = button('document.confirmAll', acts.confirmAll, 'Shift + C')
  const finishButton = button('document.finish', acts.finish, 'D')
  const steps = el(
    'nav',
    { class: 'steps', 'aria-label': word('list.title') },
    button('document.back', acts.back, 'Esc', '☰ '),
    arrow('document.previous', -1, '‹'),
    el('span', { class: 'place' }, `${count(place + 1)} / ${count(size)}`),
    arrow('document.next', 1, '›'),
  )
  const tools = el(
    'div',
    { class: 'tools' },
    scopeBox(),
    progress,
    undoButton,
    confirmButton,
    finishButton,
    button('document.print', () => print()),
    acts.printTasks && button('document.printTasks', acts.printTasks),
  )
  return {
    element: el('div', { class: 'strip-top' }, steps, el('div', { class: 'titles' }, heading, subtitle), tools),
    focus: () => heading.focus(),
    draw(told: { heading: string; subtitle: string; doubts: number; done: Done | null }) {
      heading.textContent = told.heading
      subtitle.textContent = told.subtitle
      const left = told.doubts > 0 ? word('row.doubts', { count: told.doubts }) : word('row.clear')
      progress.textContent = told.done ? doneWords(told.done) : left
      progress.className = `progress ${told.done ? 'done' : told.doubts > 0 ? 'doubtful' : 'certain'}`
      finishButton.textContent = word(told.done ? 'document.unfinish' : 'document.finish')
      finishButton.classList.toggle('main', told.done === null && told.doubts === 0)
      undoButton.disabled = !canUndo()
      confirmButton.disabled = told.doubts === 0
    },
  }
}
