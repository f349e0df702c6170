/** The switch between the fields of a catalogue entry and all of them. */
import { el } from './dom.ts'
import { word } from './language.ts'
import { changed, saveSettings, settings } from './store.ts'

export function scopeBox(): HTMLElement {
  const box = el('input', { type: 'checkbox', 'data-key': 'scope' })
  box.checked = settings.scope !== 'all'
  box.addEventListener('change', () => {
    saveSettings({ scope: box.checked ? 'catalogue' : 'all' })
    changed()
  })
  return el('label', { class: 'check' }, box, word('filter.scope'))
}
