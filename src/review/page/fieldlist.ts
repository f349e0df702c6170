/** The fields of a document: the doubtful ones first, then group by group as on paper. */

import { type Field, GROUPS, type Group } from '../../record/fields.ts'
import type { Diagnostic } from '../../schema.ts'
import { allFields, type Current, correctionOf, isGone, isOpen, twinOf, valueNow } from './current.ts'
import { el } from './dom.ts'
import { SIGNS } from './grades.ts'
import { language, word, wordOf } from './language.ts'
import { noteOf } from './notes.ts'
import { isInScope } from './store.ts'
import { ADDABLE, fullName, readable } from './values.ts'

/** What a person may ask of a field. */
export interface Acts {
  edit(field: Field): void
  confirm(field: Field): void
  absent(field: Field): void
  takeBack(field: Field): void
  add(group: Group): void
  showLine(line: number): void
}

/** Groups that are long and seldom doubtful: closed until somebody goes there. */
const FOLDED: ReadonlySet<Group> = new Set(['tasks', 'dates', 'agencies'])

/** Fills `pane`; gives the fields in the order in which they stand there. */
export function drawFields(pane: HTMLElement, current: Current, acts: Acts): Field[] {
  const all = allFields(current)
  const twins = new Set(all.flatMap((field) => twinOf(all, field)?.pointer ?? []))
  const fields = all.filter(
    (field) => isShown(field) && isWorthShowing(field) && (field.doubtful || !twins.has(field.pointer)),
  )
  const doubtful = fields.filter((field) => field.doubtful && isInScope(field.pointer))
  const others = fields.filter((field) => !field.doubtful || !isInScope(field.pointer))
  const sections: HTMLElement[] = []
  const messages = messagesOf(current, fields, acts)
  const groups = GROUPS.filter((group) => isShownGroup(group))
  if (doubtful.length > 0) {
    const open = doubtful.filter((field) => isOpen(current, field)).length
    sections.push(
      section(
        `${word('fields.doubtful')} (${open})`,
        'first',
        doubtful.map((field) => fieldElement(current, field, acts, fullName(field))),
      ),
    )
  }
  if (messages) sections.push(messages)
  for (const group of groups) {
    const own = others.filter((field) => field.group === group)
    if (own.length > 0 || (ADDABLE[group] && current.block.record.kind === 'directive')) {
      sections.push(groupSection(current, group, own, acts))
    }
  }
  pane.replaceChildren(...sections)
  return [...doubtful, ...GROUPS.flatMap((group) => others.filter((field) => field.group === group))]
}

/** Of the groups on paper, those that a catalogue entry is made of, unless all are looked at. */
function isShownGroup(group: Group): boolean {
  return isInScope('') || group === 'header' || group === 'signatures'
}

const isShown = (field: Field) => isShownGroup(field.group)

/** A part of an entry that has no value and no remark says nothing. */
function isWorthShowing(field: Field): boolean {
  const empty = field.value === null || (Array.isArray(field.value) && field.value.length === 0)
  return (
    !empty ||
    field.doubtful ||
    field.main ||
    field.group === 'header' ||
    field.evidence !== null ||
    field.entry === null
  )
}

function section(title: string, kind: string, children: HTMLElement[]): HTMLElement {
  return el('section', { class: kind }, el('h2', {}, title), ...children)
}

function groupSection(current: Current, group: Group, fields: Field[], acts: Acts): HTMLElement {
  const children: HTMLElement[] = []
  let holder: HTMLElement | null = null
  let held: string | null = null
  for (const field of fields) {
    const element = fieldElement(current, field, acts, wordOf('name', field.name))
    const owner = field.entry === null || field.name === field.group ? null : entryOf(field.entry)
    if (owner !== null && (holder === null || held !== owner)) {
      const depth = group === 'items' ? owner.split('/items').length - 1 : 1
      holder = el('div', { class: `entry depth${Math.min(depth, 5)}` }, el('h3', {}, entryTitle(group, field)))
      children.push(holder)
    }
    held = owner
    if (owner === null) children.push(element)
    else holder?.append(element)
  }
  const title =
    fields.length > 0 && GROUPED.has(group)
      ? `${word(`group.${group}`)} (${new Set(fields.map((field) => entryOf(field.entry ?? ''))).size})`
      : word(`group.${group}`)
  const add =
    ADDABLE[group] &&
    el(
      'button',
      { type: 'button', class: 'add', 'data-add': group, click: () => acts.add(group) },
      `+ ${word('field.add')}`,
      el('span', { class: 'hidden' }, ` ${word(`group.${group}`)}`),
    )
  if (!FOLDED.has(group))
    return el(
      'section',
      { 'data-group': group },
      el('div', { class: 'head' }, el('h2', {}, title), add ?? null),
      ...children,
    )
  return el('details', { 'data-group': group }, el('summary', {}, title), ...children)
}

const GROUPED: ReadonlySet<Group> = new Set(['references', 'tasks', 'dates', 'agencies', 'recipients', 'addressees'])

/** The entry that a deadline belongs to, for every other field its own. */
function entryOf(entry: string): string {
  return entry.replace(/\/deadlines\/\d+$|\/deadline$/, '')
}

function entryTitle(group: Group, field: Field): string {
  return group === 'items' ? field.title : `${word(`group.${group}`)} ${field.title}`
}

function fieldElement(current: Current, field: Field, acts: Acts, name: string): HTMLElement {
  const correction = correctionOf(current, field)
  const gone = isGone(current, field)
  const grade = field.evidence?.grade ?? null
  const mood = correction || gone ? 'done' : field.doubtful ? 'doubtful' : (grade ?? 'plain')
  const value = readable(field.input, valueNow(current, field))
  const struck = gone || (correction?.action === 'absent' && field.main)
  const box = el('div', { class: 'value' })
  const read = readable(field.input, field.value)
  if (struck) box.append(el('s', {}, read))
  else box.append(value === '' ? el('span', { class: 'empty' }, word('field.empty')) : value)
  const hints: HTMLElement[] = []
  if (correction?.action === 'set' && field.value !== null && read !== value)
    hints.push(el('p', { class: 'was' }, word('field.before', { value: read })))
  if (field.evidence?.note) hints.push(el('p', { class: 'note' }, noteOf(field.evidence.note)))
  for (const diagnostic of field.diagnostics) {
    hints.push(el('p', { class: `message ${diagnostic.level}` }, messageOf(current, diagnostic)))
  }
  const state = stateOf(field, correction?.action, gone)
  const element = el(
    'div',
    {
      class: `field ${mood}`,
      role: 'group',
      tabindex: -1,
      'data-pointer': field.pointer,
      'aria-label': [name, value || word('field.empty'), state].filter(Boolean).join(', '),
    },
    el('div', { class: 'name' }, name),
    box,
    chip(field, mood, correction?.action, gone),
    ...hints,
  )
  if (!gone) element.append(actsOf(field, acts, correction !== undefined))
  return element
}

function stateOf(field: Field, action: string | undefined, gone: boolean): string {
  if (gone) return word('field.isAbsent')
  if (field.pointer.includes('/+')) return word('field.added')
  if (action === 'set') return word('field.set')
  if (action === 'confirm') return word('field.confirmed')
  if (action === 'absent') return word('field.isAbsent')
  const { evidence } = field
  if (!evidence) return field.doubtful ? word('grade.doubtful') : ''
  const status = evidence.status === 'read' ? [] : [word(`status.${evidence.status}`)]
  const isPlain = evidence.grade === 'certain' && status.length > 0
  const grade = field.doubtful && !isPlain ? 'doubtful' : evidence.grade
  return [...(isPlain ? [] : [word(`grade.${grade}`)]), ...status].join(' · ')
}

function chip(field: Field, mood: string, action: string | undefined, gone: boolean): HTMLElement | null {
  const state = stateOf(field, action, gone)
  if (state === '' || (mood === 'certain' && /^(read|absent)$/.test(field.evidence?.status ?? ''))) return null
  const sign = mood === 'done' ? '✓' : mood === 'doubtful' || mood === 'likely' || mood === 'certain' ? SIGNS[mood] : ''
  const quiet = mood === 'certain' ? 'plain' : mood
  return el(
    'span',
    { class: `chip ${quiet}` },
    sign && quiet !== 'plain' && el('span', { 'aria-hidden': 'true' }, `${sign} `),
    state,
  )
}

function actsOf(field: Field, acts: Acts, changed: boolean): HTMLElement {
  const act = (name: string, text: string, click: () => void, key: string) =>
    el('button', { type: 'button', 'data-act': name, click, title: key }, text)
  return el(
    'div',
    { class: 'acts' },
    act('confirm', word('field.confirm'), () => acts.confirm(field), 'C'),
    act('edit', word('field.edit'), () => acts.edit(field), 'Enter'),
    field.main && field.entry !== null
      ? act('absent', word('field.remove'), () => acts.absent(field), 'X')
      : field.nullable && act('absent', word('field.absent'), () => acts.absent(field), 'X'),
    changed && act('takeBack', word('field.takeBack'), () => acts.takeBack(field), ''),
  )
}

/** The sentence of a diagnostic in the language of the page. */
function messageOf({ block }: Current, diagnostic: Diagnostic): string {
  const at = block.record.diagnostics.indexOf(diagnostic)
  return block.messages[at]?.[language()] ?? diagnostic.message
}

/** As many warnings of one kind are shown at once; a page of rubble has hundreds. */
const ALIKE = 3

/** Those that are shown at once, and those that are folded: one alone would save no line. */
function firstOnes<T>(all: T[]): [shown: T[], folded: T[]] {
  return all.length > ALIKE + 1 ? [all.slice(0, ALIKE), all.slice(ALIKE)] : [all, []]
}

/** Diagnostics that stand beside no field that is shown: about lines, the document as a whole, fields that are left out. */
function messagesOf(current: Current, shown: readonly Field[], acts: Acts): HTMLElement | null {
  const { block } = current
  const named = new Set(shown.flatMap((field) => field.diagnostics))
  const rest = block.record.diagnostics.filter((diagnostic) => !named.has(diagnostic))
  if (rest.length === 0) return null
  const itemOf = (diagnostic: Diagnostic) => {
    const { level, line } = diagnostic
    const message = messageOf(current, diagnostic)
    const show = line === undefined || block.text === null ? null : () => acts.showLine(line)
    const told = show ? el('button', { type: 'button', class: 'link', click: show }, message) : message
    return el('li', { class: `message ${level}` }, told)
  }
  const rules = [...new Set(rest.map(({ rule }) => rule))]
  const items = rules.flatMap((rule) => {
    const [first, more] = firstOnes(rest.filter((diagnostic) => diagnostic.rule === rule).map(itemOf))
    if (more.length === 0) return first
    const folded = el('summary', {}, word('fields.more', { count: more.length }))
    return [...first, el('li', {}, el('details', {}, folded, el('ul', {}, ...more)))]
  })
  return el(
    'details',
    { class: 'messages', open: isInScope('') && rest.some(({ level }) => level !== 'info') },
    el('summary', {}, `${word('fields.messages')} (${rest.length})`),
    el('ul', {}, ...items),
  )
}
