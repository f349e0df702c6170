/** Editing a field where it stands. */
import type { Field } from '../../record/fields.ts'
import { index, rows } from './data.ts'
import { el } from './dom.ts'
import { word, wordOf } from './language.ts'
import { shown } from './shown.ts'
import { CHOICES, editable, typedValue } from './values.ts'

export interface Done {
  /** `stay`: the person has gone elsewhere already, do not lead them on. */
  save(value: string | string[] | null, choices: { stay: boolean }): void
  /** The box is gone and nothing was changed. */
  left(choices: { stay: boolean }): void
}

/** Turns the value of `element` into a box. What was typed is saved also when the person just goes elsewhere. */
export function editField(
  element: HTMLElement,
  field: Pick<Field, 'name' | 'input' | 'nullable'>,
  value: unknown,
  done: Done,
): void {
  const box = inputFor(field, value)
  const before = box.value
  const trouble = el('p', { class: 'trouble', role: 'alert' })
  let isOver = false
  const end = () => {
    isOver = true
    form.remove()
    element.classList.remove('editing')
  }
  const close = (choices: { stay: boolean }) => {
    end()
    done.left(choices)
  }
  const save = (choices: { stay: boolean }) => {
    const made = typedValue(field, box.value)
    if ('value' in made) {
      end()
      done.save(made.value, choices)
      return
    }
    trouble.textContent = word(made.problem)
    box.setAttribute('aria-invalid', 'true')
    if (!choices.stay) box.focus()
  }
  const form = el(
    'form',
    { class: 'edit' },
    box,
    picks(field.name),
    trouble,
    el(
      'div',
      { class: 'buttons' },
      el('button', { type: 'submit', class: 'main' }, word('field.save')),
      el('button', { type: 'button', click: () => close({ stay: false }) }, word('field.cancel')),
    ),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    save({ stay: false })
  })
  form.addEventListener('focusout', () => {
    setTimeout(() => {
      if (isOver || form.contains(document.activeElement) || !document.hasFocus()) return
      if (box.value === before) close({ stay: true })
      else save({ stay: true })
    })
  })
  form.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      close({ stay: false })
    } else if (
      event.key === 'Enter' &&
      (event.ctrlKey || !(box instanceof HTMLTextAreaElement) || (field.input === 'text' && !event.shiftKey))
    ) {
      if (event.target !== box) return
      event.preventDefault()
      save({ stay: false })
    }
    event.stopPropagation()
  })
  element.classList.add('editing')
  element.append(form)
  box.focus()
  if (!(box instanceof HTMLSelectElement)) box.select()
}

const PICKS = 'picks'

/** Values to pick from: those of the other documents, with what was corrected in them. */
function picksOf(name: string): string[] {
  const own = name === 'type' || name === 'issuer' || name === 'place' ? name : null
  const now = own ? rows.flatMap((_, at) => shown(at, own) ?? []) : []
  return [...new Set([...(index.picks[name] ?? []), ...now])]
}

function picks(name: string): HTMLElement | null {
  const values = picksOf(name)
  return values.length === 0 ? null : el('datalist', { id: PICKS }, ...values.map((value) => el('option', { value })))
}

function inputFor(field: Pick<Field, 'name' | 'input' | 'nullable'>, value: unknown) {
  const { name } = field
  const label = wordOf('name', name)
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
    const list = picksOf(name).length > 0 ? PICKS : null
    const box = el('input', { type: 'text', 'aria-label': label, autocomplete: 'off', spellcheck: 'false', list })
    box.value = text
    return box
  }
  const box = el('textarea', {
    'aria-label': label,
    spellcheck: 'false',
    rows: Math.min(12, Math.max(2, Math.ceil(text.length / 60), text.split('\n').length)),
  })
  box.value = text
  return box
}
