/** Where the page begins: its bar, its two views, and the address that names them (`#/3` is the fourth document). */
import { index, isServed, openBlock, rows } from './data.ts'
import { showDocument } from './document.ts'
import { byId, el, say } from './dom.ts'
import { keyTable } from './keys.ts'
import { count, language, word } from './language.ts'
import { pointAt, showList } from './list.ts'
import { drawListSheet } from './sheet.ts'
import { type Saving, startSaving } from './saving.ts'
import {
  cannotKeep,
  correctionsFile,
  countCorrections,
  countMarks,
  countUndelivered,
  delivered,
  forget,
  loadProgress,
  onChange,
  saveSettings,
  settings,
  takeFile,
} from './store.ts'
import { saveWorkbook } from './workbook.ts'

let leave: (() => void) | null = null
let showing = 0
let wanted: string | undefined

function openDocument(at: number, pointer?: string): void {
  wanted = pointer
  const address = `#/${at}`
  if (location.hash === address) void show()
  else location.hash = address
}

function openList(): void {
  location.hash = '#/'
}

/** Shows what the address names. */
async function show(): Promise<void> {
  const turn = ++showing
  const view = byId('app')
  leave?.()
  leave = null
  const at = Number(/^#\/(\d+)$/.exec(location.hash)?.[1] ?? Number.NaN)
  const pointer = wanted
  wanted = undefined
  document.body.dataset.view = at in rows ? 'document' : 'list'
  if (!(at in rows)) {
    document.title = index.title
    byId('paper').replaceChildren()
    leave = showList(view, (chosen) => openDocument(chosen))
    return
  }
  pointAt(at)
  try {
    view.replaceChildren(el('p', { class: 'wait', role: 'status' }, word('document.loading')))
    const block = await openBlock(at)
    // somebody may have gone elsewhere meanwhile
    if (turn !== showing) return
    leave = showDocument(view, at, block, { open: openDocument, back: openList, help: showHelp }, pointer)
  } catch {
    if (turn !== showing) return
    view.replaceChildren(
      el('p', { class: 'wait', role: 'alert' }, word('document.failed')),
      el('p', { class: 'wait' }, el('button', { type: 'button', click: openList }, word('document.back'))),
    )
  }
}

function drawBar(): void {
  const bar = byId('bar')
  const file = el('input', {
    type: 'file',
    accept: '.ndjson,.json,.txt',
    class: 'hidden',
    tabindex: -1,
    'aria-hidden': 'true',
  })
  file.addEventListener('change', async () => {
    const text = await file.files?.[0]?.text()
    file.value = ''
    if (text !== undefined) say(word('bar.taken', { count: takeFile(text) }))
  })
  const download = el('button', { type: 'button', class: 'main', id: 'download', click: saveFile })
  bar.replaceChildren(
    el('strong', {}, index.title),
    el('span', { id: 'trouble', role: 'alert' }),
    isServed ? el('span', { id: 'saving', role: 'status' }) : download,
    el('button', { type: 'button', click: () => file.click() }, word('bar.open')),
    el('button', { type: 'button', id: 'excel', click: () => void saveWorkbook() }, word('bar.excel')),
    file,
    el(
      'button',
      { type: 'button', lang: language() === 'vi' ? 'en' : 'vi', click: switchLanguage },
      word('bar.language'),
    ),
    el(
      'button',
      { type: 'button', click: switchTheme, 'aria-label': word('bar.theme'), title: word('bar.theme') },
      '◐',
    ),
    el('button', { type: 'button', click: showHelp, 'aria-label': word('bar.help'), title: word('bar.help') }, '?'),
  )
  drawCount()
}

let saving: Saving = 'written'

function drawCount(): void {
  if (isServed) {
    const isTrouble = saving === 'unreached' || saving === 'refused'
    byId('saving').textContent = isTrouble ? '' : word(`saving.${saving}`)
    byId('trouble').textContent = isTrouble ? word(`saving.${saving}`) : ''
    return
  }
  const download = byId<HTMLButtonElement>('download')
  const made = countCorrections() + countMarks()
  download.textContent = word('bar.download', { count: count(made) })
  download.disabled = made === 0
  const undelivered = countUndelivered()
  byId('trouble').textContent = cannotKeep()
    ? word('bar.unkept')
    : undelivered >= MANY
      ? word('bar.undelivered', { count: count(undelivered - (undelivered % MANY)) })
      : ''
}

/** Steps after which a person is reminded to download them; said anew after as many more. */
const MANY = 20

function saveFile(): void {
  const url = URL.createObjectURL(new Blob([correctionsFile()], { type: 'application/x-ndjson' }))
  el('a', { href: url, download: 'corrections.ndjson' }).click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
  delivered()
}

function switchLanguage(): void {
  saveSettings({ language: language() === 'vi' ? 'en' : 'vi' })
  document.documentElement.lang = language()
  drawBar()
  void show()
}

function switchTheme(): void {
  const dark = settings.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  saveSettings({ theme: dark === 'dark' ? 'light' : 'dark' })
  document.documentElement.dataset.theme = settings.theme
}

function showHelp(): void {
  const shortcuts = el('input', { type: 'checkbox' })
  shortcuts.checked = settings.shortcuts !== false
  shortcuts.addEventListener('change', () => saveSettings({ shortcuts: shortcuts.checked }))
  const person = el('input', { type: 'text', autocomplete: 'name' })
  person.value = settings.person ?? ''
  person.addEventListener('change', () => saveSettings({ person: person.value }))
  const dialog = el(
    'dialog',
    { 'aria-labelledby': 'help-title' },
    el('h2', { id: 'help-title' }, word('help.title')),
    keyTable(),
    el('label', { class: 'check' }, shortcuts, word('help.shortcuts')),
    el('label', { class: 'check' }, word('help.person'), person),
    el('p', {}, word('help.about')),
    el(
      'div',
      { class: 'buttons' },
      el('button', { type: 'button', class: 'main', click: () => dialog.close() }, word('help.close')),
      el(
        'button',
        {
          type: 'button',
          disabled: countCorrections() + countMarks() === 0,
          click: () => {
            if (confirm(word('help.forgetSure'))) forget()
            dialog.close()
          },
        },
        word('help.forget'),
      ),
    ),
  )
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}

document.documentElement.lang = language()
if (settings.theme) document.documentElement.dataset.theme = settings.theme
document.body.prepend(el('header', { id: 'bar' }))
document.body.append(el('article', { id: 'paper', 'aria-hidden': 'true' }))
loadProgress()
drawBar()
onChange(drawCount)
startSaving((state) => {
  saving = state
  drawCount()
})
addEventListener('hashchange', () => void show())
addEventListener('beforeprint', () => {
  if (document.body.dataset.view === 'list') drawListSheet()
})
addEventListener('beforeunload', (event) => {
  if ((cannotKeep() || isServed) && countCorrections() + countMarks() > 0) event.preventDefault()
})
addEventListener('keydown', (event) => {
  if (
    event.key !== '?' ||
    document.body.dataset.view !== 'list' ||
    document.querySelector('dialog[open]') ||
    settings.shortcuts === false
  )
    return
  if (event.target instanceof HTMLInputElement && event.target.type === 'search') return
  showHelp()
})
void show()
