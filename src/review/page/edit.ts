/** Editing a field where it stands. */
import type { Field } from '../fields.ts'
import { el } from './dom.ts'
import { word, wordOf } from './language.ts'
import { CHOICES, editable, typedValue } from './values.ts'

export interface Editing {
  /** Puts words from the source into the box. */
  insert(text: string): void
  close(): void
}

/**
 * Turns the value of `element` into a box. `save` gets what `typedValue` makes of it; `left` is called when the box is
 * gone, however.
 */
export function editField(
  element: HTMLElement,
  field: Pick<Field, 'name' | 'input' | 'nullable'>,
  value: unknown,
  done: { save: (value: string | string[] | null) => void; left: () => void },
): Editing {
  const label = wordOf('name', field.name)
  const box = inputFor(field, value, label)
  const trouble = el('p', { class: 'trouble', role: 'alert' })
  const close = () => {
    form.remove()
    element.classList.remove('editing')
    done.left()
  }
  const save = () => {
    const made = typedValue(field, box.value)
    if ('problem' in made) {
      trouble.textContent = word(made.problem)
      box.setAttribute('aria-invalid', 'true')
      box.focus()
      return
    }
    form.remove()
    element.classList.remove('editing')
    done.save(made.value)
  }
  const form = el(
    'form',
    { class: 'edit' },
    box,
    trouble,
    el('div', { class: 'buttons' }, el('button', { type: 'submit', class: 'main' }, word('field.save')),
      el('button', { type: 'button', click: close }, word('field.cancel'))),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    save()
  })
  form.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter' && (event.ctrlKey || !(box instanceof HTMLTextAreaElement) || (field.input === 'text' && !event.shiftKey))) {
      if (event.target !== box) return
      event.preventDefault()
      save()
    }
    event.stopPropagation()
  })
  element.classList.add('editing')
  element.append(form)
  box.focus()
  if (!(box instanceof HTMLSelectElement)) box.select()
  return {
    insert(text) {
      if (box instanceof HTMLSelectElement) return
      box.value = text
      box.focus()
    },
    close,
  }
}

function inputFor(field: Pick<Field, 'input' | 'nullable'>, value: unknown, label: string) {
  const choices = CHOICES[field.input]
  if (choices) {
    const select = el('select', { 'aria-label': label })
    if (field.nullable) select.append(el('option', { value: '' }, '–'))
    const known = typeof value === 'string' && !choices.includes(value) ? [...choices, value] : choices
    for (const choice of known) select.append(el('option', { value: choice }, wordOf(field.input, choice)))
    select.value = String(value ?? '')
    return select
  }
  const text = editable(field.input, value)
  if (field.input === 'line' || field.input === 'date') {
    const box = el('input', { type: 'text', 'aria-label': label, autocomplete: 'off', spellcheck: 'false' })
    box.value = text
    return box
  }
  const box = el('textarea', { 'aria-label': label, spellcheck: 'false', rows: Math.min(12, Math.max(2, Math.ceil(text.length / 60), text.split('\n').length)) })
  box.value = text
  return box
}
