/** A document without its source: the words that the evidence holds, each at its field. */
import type { Field } from '../../record/fields.ts'
import type { Block } from '../shapes.ts'
import { el } from './dom.ts'
import { word } from './language.ts'
import { lighter, own, type SourceView } from './source.ts'
import { fullName } from './values.ts'

export function missingView(fields: readonly Field[], block: Block, label: string): SourceView {
  const words = new Map<string, HTMLElement>()
  const list = el('ul', { class: 'words' })
  for (const field of fields) {
    if (field.evidence?.text === undefined) continue
    const segment = el('span', { class: field.doubtful ? 'doubtful' : field.evidence.grade }, field.evidence.text)
    own(segment, [field.pointer])
    words.set(field.pointer, segment)
    list.append(el('li', {}, el('small', {}, fullName(field)), segment))
  }
  const reason = el('p', { class: 'reason' }, word(`missing.${block.missing ?? 'not-found'}`))
  const note = el('p', {}, word('source.evidence'))
  const element = el('div', { class: 'text', tabindex: 0, role: 'region', 'aria-label': label }, reason, note, list)
  return {
    element,
    light: lighter((pointer) => [words.get(pointer)].filter((segment) => segment !== undefined)),
    selected() {
      const selection = getSelection()
      const text = selection && element.contains(selection.anchorNode) ? selection.toString().trim() : ''
      return text === '' ? null : { text }
    },
    clear: () => getSelection()?.removeAllRanges(),
  }
}
