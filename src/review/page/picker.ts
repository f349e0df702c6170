/** The bar under the source that sets a field to the selected words. */
import type { Field, Group } from '../../record/fields.ts'
import { el } from './dom.ts'
import { word } from './language.ts'
import type { SourceView } from './source.ts'
import { ADDABLE, CHOICES, fullName } from './values.ts'

export interface Picking {
  selected(): ReturnType<SourceView['selected']>
  /** Fields that words can be set to, the likeliest first. */
  targets(): readonly Field[]
  /** Sets a field, or adds to a list where `to` is a group with a plus: `+recipients`. */
  pick(to: string): void
}

export interface Picker {
  element: HTMLElement
  draw(): void
}

export function pickerBar({ selected, targets, pick }: Picking): Picker {
  const element = el('div', { class: 'picker', hidden: true })
  const draw = () => {
    const chosen = selected()
    element.hidden = chosen === null
    if (chosen === null) return
    const target = el('select', { 'aria-label': word('pick.target') })
    for (const field of targets()) {
      if (!CHOICES[field.input]) target.append(el('option', { value: field.pointer }, fullName(field)))
    }
    for (const group of Object.keys(ADDABLE) as Group[]) {
      const name = word('pick.add', { group: word(`group.${group}`) })
      target.append(el('option', { value: `+${group}` }, name))
    }
    const key = el('kbd', { 'aria-hidden': 'true' }, 'S')
    element.replaceChildren(
      el('span', { class: 'chosen' }, `${word('pick.chosen')}: “${chosen.text}”`),
      el('label', {}, word('pick.target'), ' ', target),
      el('button', { type: 'button', class: 'main', click: () => pick(target.value) }, word('pick.set'), key),
    )
  }
  return { element, draw }
}
