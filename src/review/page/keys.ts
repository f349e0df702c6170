/** Keys and what they do. A letter is a command only where nobody types, and only while letters are wanted at all. */
import { el, isTyping } from './dom.ts'
import { type Word, word } from './language.ts'
import { settings } from './store.ts'

export const KEYS: readonly [keys: string, does: Word][] = [
  ['J ↓ / K ↑', 'key.move'],
  ['N / P', 'key.doubt'],
  ['Enter, E', 'key.edit'],
  ['C', 'key.confirm'],
  ['Shift + C', 'key.confirmAll'],
  ['X', 'key.absent'],
  ['D', 'key.finish'],
  ['S', 'key.set'],
  ['U, Ctrl + Z', 'key.undo'],
  [']  /  [', 'key.document'],
  ['T', 'key.view'],
  ['/', 'key.search'],
  ['Esc', 'key.list'],
  ['?', 'key.help'],
]

/** Listens until the function it gives is called. Names: `j`, `C` (with Shift), `Escape`, `ctrl+z`. */
export function listen(commands: Record<string, () => void>): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.isComposing || isTyping(event.target)) return
    if (document.querySelector('dialog[open]')) return
    const name = event.ctrlKey || event.metaKey ? `ctrl+${event.key.toLowerCase()}` : event.key
    if (name.length === 1 && settings.shortcuts === false) return
    const onButton = event.target instanceof Element && event.target.closest('button, a, summary, label, input')
    if ((name === 'Enter' || name === ' ') && onButton) return
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) return
    event.preventDefault()
    command()
  }
  addEventListener('keydown', onKey)
  return () => removeEventListener('keydown', onKey)
}

export function keyTable(): HTMLElement {
  return el(
    'table',
    {},
    el(
      'tbody',
      {},
      ...KEYS.map(([keys, does]) =>
        el('tr', {}, el('th', { scope: 'row' }, el('kbd', {}, keys)), el('td', {}, word(does))),
      ),
    ),
  )
}
