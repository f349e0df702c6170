/** The picture of the batch: documents by type, by issuer and by time, values by grade. Its bars are filters. */

import { rows } from './data.ts'
import { el } from './dom.ts'
import { type Filters, filters, NONE, tally } from './filters.ts'
import { GRADES } from './grades.ts'
import { count, readableDate, type Word, word } from './language.ts'
import { shown } from './shown.ts'
import { doneOf, doubtsOf, openDoubts, saveSettings, settings } from './store.ts'

const MOST_BARS = 5
const MOST_COLUMNS = 36

export function overview(changed: () => void): HTMLElement {
  const places = rows.map((_, at) => at)
  const open = settings.overview ?? false
  const box = el(
    'details',
    { class: 'overview', open },
    el('summary', {}, word('overview.title'), el('span', { class: 'progress-line' }, progressOf(places))),
    el(
      'div',
      { class: 'charts' },
      bars('type', tally(places.map((at) => shown(at, 'type') ?? NONE)), changed),
      bars('issuer', tally(places.map((at) => shown(at, 'issuer') ?? NONE)), changed),
      columns(
        places.map((at) => shown(at, 'date') ?? ''),
        changed,
      ),
      grades(),
    ),
  )
  box.addEventListener('toggle', () => saveSettings({ overview: box.open }))
  return box
}

function chart(title: Word, ...children: HTMLElement[]): HTMLElement {
  return el('section', { class: 'chart' }, el('h2', {}, word(title)), ...children)
}

function bars(field: 'type' | 'issuer', counts: [string, number][], changed: () => void): HTMLElement {
  const most = counts[0]?.[1] ?? 1
  const list = el('ul')
  for (const [value, number] of counts.slice(0, MOST_BARS)) {
    const name = value === NONE ? word('filter.none') : value
    const button = filterButton('bar', field, value, changed, el('span', { class: 'label', title: name }, name))
    button.append(strip(number / most, ''), el('span', { class: 'figure' }, count(number)))
    list.append(el('li', {}, button))
  }
  const rest = counts.length - MOST_BARS
  if (rest > 0) list.append(el('li', { class: 'rest' }, word('overview.others', { count: rest })))
  return chart(`overview.${field}`, list)
}

function columns(dates: string[], changed: () => void): HTMLElement {
  const dated = dates.filter((date) => /^\d{4}/.test(date))
  const months = new Set(dated.map((date) => date.slice(0, 7)))
  const years = new Set(dated.map((date) => date.slice(0, 4)))
  const [unit, length] =
    months.size <= MOST_COLUMNS
      ? (['month', 7] as const)
      : years.size <= MOST_COLUMNS
        ? (['year', 4] as const)
        : (['decade', 3] as const)
  const counts = tally(dated.map((date) => date.slice(0, length))).sort((a, b) => (a[0] < b[0] ? -1 : 1))
  const most = Math.max(1, ...counts.map(([, number]) => number))
  const row = el('ul', { class: 'columns' })
  for (const [value, number] of counts) {
    const name = unit === 'decade' ? `${value}0–${value}9` : readableDate(value)
    const button = filterButton('column', 'period', value, changed)
    button.setAttribute('aria-label', `${name}: ${count(number)}`)
    button.title = `${name}: ${count(number)}`
    const column = el('span')
    column.style.height = `${Math.max(3, Math.round((100 * number) / most))}%`
    button.append(column)
    row.append(el('li', {}, button))
  }
  const ends =
    counts.length > 0 ? [counts[0], counts[counts.length - 1]].map((end) => readableDate(end?.[0] ?? '')) : []
  const axis = el('p', { class: 'axis' }, ...[...new Set(ends)].map((text) => el('span', {}, text)))
  const undated = dates.length - dated.length
  return chart(
    `overview.${unit}`,
    row,
    axis,
    el('p', { class: 'rest' }, undated > 0 && word('overview.undated', { count: count(undated) })),
  )
}

function grades(): HTMLElement {
  const sums = GRADES.map((grade) => [grade, rows.reduce((sum, row) => sum + row.grades[grade], 0)] as const)
  const all = Math.max(
    1,
    sums.reduce((sum, [, number]) => sum + number, 0),
  )
  const list = el('ul')
  for (const [grade, number] of sums) {
    list.append(
      el(
        'li',
        { class: 'bar' },
        el('span', { class: 'label' }, word(`grade.${grade}`)),
        strip(number / all, grade),
        el('span', { class: 'figure' }, count(number)),
      ),
    )
  }
  return chart('overview.grade', list)
}

/** How far one is: documents done, and what is left to look at. */
function progressOf(places: number[]): string {
  const doubts = places.reduce((sum, at) => sum + doubtsOf(at).length, 0)
  const left = places.reduce((sum, at) => sum + openDoubts(at), 0)
  const done = places.filter((at) => doneOf(at) !== null).length
  return [
    word('overview.done', { done: count(done), all: count(places.length) }),
    word('overview.progress', { done: count(doubts - left), all: count(doubts) }),
  ].join(' · ')
}

function strip(share: number, kind: string): HTMLElement {
  const bar = el('span', { class: `fill ${kind}` })
  bar.style.width = `${Math.max(share > 0 ? 1 : 0, Math.round(100 * share))}%`
  return el('span', { class: 'strip' }, bar)
}

function filterButton(
  kind: string,
  field: keyof Filters,
  value: string,
  changed: () => void,
  ...children: HTMLElement[]
) {
  const pressed = filters[field] === value
  const click = () => {
    Object.assign(filters, { [field]: pressed ? '' : value })
    changed()
  }
  return el(
    'button',
    { class: kind, type: 'button', 'aria-pressed': `${pressed}`, 'data-key': `${field}:${value}`, click },
    ...children,
  )
}
