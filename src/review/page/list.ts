/** The list of documents: overview, filters, and rows drawn only where they are seen. */
import type { Grade } from '../../schema.ts'
import type { Done, Row } from '../shapes.ts'
import { fileOf, index, rows } from './data.ts'
import { el, isTyping } from './dom.ts'
import { clearFilters, type Filters, filters, isFiltered, NONE, SORTS, STATES, selection, tally } from './filters.ts'
import { count, language, readableDate, type Word, word } from './language.ts'
import { overview } from './overview.ts'
import { scopeBox } from './scope.ts'
import { shown } from './shown.ts'
import { correctionsOf, doneOf, doubtsOf, onChange, openDoubts, settings } from './store.ts'

/** Of a row, in pixels: two lines, three where the screen is narrow. */
const heightOf = () => (matchMedia('(max-width: 40rem)').matches ? 62 : 42)
const SPARE = 6

let order: number[] | undefined
let active = 0

/** The documents in the order of the list, for stepping from one to the next. */
export function listOrder(): readonly number[] {
  order ??= selection()
  return order
}

/** Where the list's cursor goes: the document that was open. */
export function pointAt(at: number): void {
  active = Math.max(0, listOrder().indexOf(at))
}

onChange(() => {
  if (refresh) refresh()
})
let refresh: (() => void) | null = null

/** Builds the list in `view`; `open` is called with a document's place in the index. Gives what leaves it. */
export function showList(view: HTMLElement, open: (at: number) => void): () => void {
  const height = heightOf()
  let shownOrder = selection()
  order = shownOrder
  active = Math.min(active, Math.max(0, shownOrder.length - 1))
  const spacer = el('div', { class: 'spacer', role: 'presentation' })
  const list = el('div', { class: 'rows', role: 'listbox', tabindex: 0, 'aria-label': word('list.title') }, spacer)
  const figure = el('p', { class: 'figure', role: 'status' })
  const charts = el('div')
  const bar = el('div', { class: 'filters', role: 'search' })

  const draw = () => {
    const first = Math.max(0, Math.floor(list.scrollTop / height) - SPARE)
    const last = Math.min(shownOrder.length, Math.ceil((list.scrollTop + list.clientHeight) / height) + SPARE)
    const drawn: HTMLElement[] = []
    for (let place = first; place < last; place++) {
      drawn.push(rowElement(shownOrder[place] as number, place, shownOrder.length, place === active, height))
    }
    spacer.replaceChildren(...drawn)
    const current = shownOrder[active]
    if (current !== undefined && active >= first && active < last)
      list.setAttribute('aria-activedescendant', `row-${current}`)
    else list.removeAttribute('aria-activedescendant')
  }
  const reveal = () => {
    const top = active * height
    if (top < list.scrollTop) list.scrollTop = top
    else if (top + height > list.scrollTop + list.clientHeight) list.scrollTop = top + height - list.clientHeight
    draw()
  }
  const update = () => {
    const focused = (document.activeElement as HTMLElement | null)?.dataset?.key
    shownOrder = selection()
    order = shownOrder
    active = Math.min(active, Math.max(0, shownOrder.length - 1))
    spacer.style.height = `${shownOrder.length * height}px`
    spacer.hidden = shownOrder.length === 0
    figure.textContent =
      shownOrder.length > 0
        ? word('list.count', { shown: count(shownOrder.length), all: count(rows.length) })
        : word('list.none')
    charts.replaceChildren(overview(filter))
    fillFilters(bar, filter)
    if (focused) view.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus()
    draw()
  }
  const filter = () => {
    active = 0
    list.scrollTop = 0
    update()
  }
  const move = (to: number) => {
    active = Math.max(0, Math.min(shownOrder.length - 1, to))
    reveal()
  }

  list.addEventListener('scroll', draw, { passive: true })
  list.addEventListener('click', (event) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-at]')
    if (row) open(Number(row.dataset.at))
  })
  const page = () => Math.max(1, Math.floor(list.clientHeight / height) - 1)
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(active + 1),
    ArrowUp: () => move(active - 1),
    PageDown: () => move(active + page()),
    PageUp: () => move(active - page()),
    Home: () => move(0),
    End: () => move(shownOrder.length - 1),
    Enter: () => {
      const at = shownOrder[active]
      if (at !== undefined) open(at)
    },
  }
  list.addEventListener('keydown', (event) => {
    const key = settings.shortcuts === false ? event.key : ({ j: 'ArrowDown', k: 'ArrowUp' }[event.key] ?? event.key)
    if (!Object.hasOwn(keys, key) || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    keys[key]?.()
  })
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== '/' || isTyping(event.target) || settings.shortcuts === false) return
    event.preventDefault()
    view.querySelector<HTMLInputElement>('input[type=search]')?.focus()
  }
  const resized = new ResizeObserver(draw)

  const heads = (['doubt', 'number', 'date', 'issuer', 'subject'] as const).map((name) =>
    el('span', {}, word(`column.${name}`)),
  )
  view.replaceChildren(
    el(
      'div',
      { class: 'list' },
      el('h1', { class: 'hidden' }, word('list.title')),
      charts,
      bar,
      figure,
      el('div', { class: 'heads', 'aria-hidden': 'true' }, ...heads),
      list,
    ),
  )
  addEventListener('keydown', onKey)
  resized.observe(list)
  refresh = update
  update()
  reveal()
  list.focus({ preventScroll: true })
  return () => {
    refresh = null
    resized.disconnect()
    removeEventListener('keydown', onKey)
  }
}

function rowElement(at: number, place: number, size: number, isActive: boolean, height: number): HTMLElement {
  const row = rows[at] as Row
  const doubts = openDoubts(at)
  const done = correctionsOf(at).size
  const badge = badgeOf(at, doubts)
  const element = el(
    'div',
    {
      class: `row${isActive ? ' active' : ''}`,
      role: 'option',
      id: `row-${at}`,
      'data-at': at,
      'aria-selected': `${isActive}`,
      'aria-posinset': place + 1,
      'aria-setsize': size,
    },
    el(
      'span',
      { class: `badge ${badge.kind}`, title: badge.words },
      el('span', { 'aria-hidden': 'true' }, badge.sign),
      el('span', { class: 'hidden' }, badge.words),
    ),
    el(
      'span',
      { class: 'two' },
      el('b', {}, shown(at, 'number') ?? word('row.unnumbered')),
      el('small', {}, shown(at, 'type') ?? '–'),
    ),
    el('span', { class: 'date' }, readableDate(shown(at, 'date')) || '–'),
    el('span', { class: 'issuer' }, shown(at, 'issuer') ?? '–'),
    el(
      'span',
      { class: 'two' },
      el('span', {}, row.withheld ? word('row.secret') : (shown(at, 'subject') ?? '–')),
      el(
        'small',
        { title: row.source ?? row.name },
        fileOf(at),
        done > 0 && ` · ${word('row.corrected', { count: done })}`,
      ),
    ),
  )
  element.style.height = `${height}px`
  element.style.transform = `translateY(${place * height}px)`
  return element
}

/** Who has been through it; else what is left to look at, the warnings of a document that had nothing, nothing. */
function badgeOf(at: number, doubts: number): { kind: Grade | 'done'; sign: string; words: string } {
  const done = doneOf(at)
  const warnings = rows[at]?.warnings ?? 0
  if (done) return { kind: 'done', sign: `✓ ${word('row.done')}`, words: doneWords(done) }
  if (doubts > 0) return { kind: 'doubtful', sign: `? ${doubts}`, words: word('row.doubts', { count: doubts }) }
  if (doubtsOf(at).length === 0 && warnings > 0) {
    return { kind: 'likely', sign: `! ${warnings}`, words: word('row.warnings', { count: warnings }) }
  }
  return { kind: 'certain', sign: '–', words: word('row.clear') }
}

/** `duyệt xong 05/08/2026, Lò Thị Mẩy`. */
export function doneWords({ at, by }: Done): string {
  const day = new Date(at).toLocaleDateString(language() === 'vi' ? 'vi' : 'en-GB')
  return [word('row.doneOn', { day }), by].filter(Boolean).join(', ')
}

function fillFilters(bar: HTMLElement, changed: () => void): void {
  const places = rows.map((_, at) => at)
  const search = bar.querySelector<HTMLInputElement>('input[type=search]') ?? searchBox(changed)
  search.value = filters.query
  const periods = tally(places.map((at) => (shown(at, 'date') ?? NONE).slice(0, 4)))
  if (filters.period && filters.period.length !== 4) periods.push([filters.period, 0])
  const others = [
    choice('type', tally(places.map((at) => shown(at, 'type') ?? NONE)), changed),
    choice('issuer', tally(places.map((at) => shown(at, 'issuer') ?? NONE)), changed),
    choice(
      'period',
      periods.sort((a, b) => (a[0] < b[0] ? 1 : -1)),
      changed,
    ),
    choice('rule', tally(rows.flatMap((row) => row.rules)), changed),
    stateBox(changed),
    sortBox(changed),
    scopeBox(),
    el(
      'button',
      {
        type: 'button',
        'data-key': 'clear',
        disabled: !isFiltered(),
        click: () => {
          clearFilters()
          changed()
        },
      },
      word('list.clear'),
    ),
  ]
  for (const child of [...bar.children]) if (child !== search) child.remove()
  if (!search.isConnected) bar.append(search)
  bar.append(...others)
}

function searchBox(changed: () => void): HTMLInputElement {
  const search = el('input', {
    type: 'search',
    'data-key': 'query',
    placeholder: word('list.search'),
    'aria-label': word('list.search'),
  })
  search.addEventListener('input', () => {
    filters.query = search.value
    changed()
  })
  return search
}

function choice(
  field: 'type' | 'issuer' | 'period' | 'rule',
  counts: [string, number][],
  changed: () => void,
): HTMLElement {
  const title = word(`filter.${field}` as Word)
  const select = el(
    'select',
    { 'aria-label': title, 'data-key': `filter-${field}` },
    el('option', { value: '' }, title),
  )
  for (const [value, number] of counts) {
    const name = nameOf(field, value)
    select.append(el('option', { value }, number > 0 ? `${name} (${count(number)})` : name))
  }
  select.value = filters[field]
  select.addEventListener('change', () => {
    Object.assign(filters, { [field]: select.value })
    changed()
  })
  return select
}

function nameOf(field: 'type' | 'issuer' | 'period' | 'rule', value: string): string {
  if (value === NONE) return word('filter.none')
  if (field === 'rule') return index.rules[value]?.[language()] ?? value
  return field === 'period' ? readableDate(value) : value
}

function stateBox(changed: () => void): HTMLElement {
  const select = el('select', { 'aria-label': word('filter.state'), 'data-key': 'filter-state' })
  select.append(el('option', { value: '' }, word('filter.state')))
  for (const state of STATES) select.append(el('option', { value: state }, word(`state.${state}`)))
  select.value = filters.state
  select.addEventListener('change', () => {
    filters.state = select.value as Filters['state']
    changed()
  })
  return select
}

function sortBox(changed: () => void): HTMLElement {
  const select = el('select', { 'aria-label': word('sort.title'), 'data-key': 'sort' })
  for (const sort of SORTS)
    select.append(el('option', { value: sort }, `${word('sort.title')}: ${word(`sort.${sort}`)}`))
  select.value = filters.sort
  select.addEventListener('change', () => {
    filters.sort = select.value as Filters['sort']
    changed()
  })
  return select
}
