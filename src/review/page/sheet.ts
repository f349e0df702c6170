/**
 * The sheet of a document on A4 (phiếu tin), for the file and the signature: the fields of the archive database in
 * their order (Hướng dẫn 169/HD-VTLTNN, 2010), dotted lines where a person fills in, then who does what by when.
 */
import type { Field } from '../../record/fields.ts'
import { withholdsSubject } from '../../record/policy.ts'
import { allFields, type Current, isGone, isOpen, isRemoval, valueNow } from './current.ts'
import { fileOf, index, rows } from './data.ts'
import { byId, el } from './dom.ts'
import { readableDate, type Word, word } from './language.ts'
import { listOrder } from './list.ts'
import { shown } from './shown.ts'
import { readable } from './values.ts'

type Line = [name: Word, value: string | null]

/** Puts the sheet of the open document where only the printer sees it. */
export function drawSheet(current: Current): void {
  const { record } = current.block
  const fields = allFields(current).filter(
    (field) => !isGone(current, field) && !(field.main && isRemoval(current, field)),
  )
  const told = (pointer: string): string => {
    const field = fields.find((other) => other.pointer === pointer)
    return field ? valueOnPaper(current, field) : ''
  }
  const several = (group: string, name: string, between: string) =>
    fields
      .filter((field) => field.group === group && field.name === name)
      .map((field) => valueOnPaper(current, field))
      .filter(Boolean)
      .join(between)
  const secret = isSecret(current, fields.find(({ pointer }) => pointer === '/secrecy') as Field)
  const lines: Line[] = [
    ['sheet.archive', null],
    ['sheet.fonds', null],
    ['sheet.inventory', null],
    ['sheet.file', null],
    ['sheet.sheet', null],
    ['sheet.type', told('/type')],
    ['sheet.number', told('/number')],
    ['sheet.date', told('/date')],
    ['sheet.author', told('/issuer')],
    ['sheet.subject', secret ? word('row.secret') : told('/subject')],
    ['sheet.sign', null],
    ['sheet.secrecy', told('/secrecy')],
    ['sheet.pages', sheets(rows[current.at]?.pages ?? null)],
    ['sheet.reliability', null],
    ['sheet.language', record.kind === 'directive' ? word('sheet.vietnamese') : null],
    ['sheet.notes', null],
    ['sheet.condition', null],
    ['sheet.addressees', several('addressees', 'addressees', '; ')],
    ['sheet.signer', several('signatures', 'signatures.name', '; ')],
    ['sheet.remarks', null],
  ]
  const open = fields.some((field) => isOpen(current, field))
  const source = word('sheet.source', { path: record.source.path ?? '–', hash: record.source.sha256.slice(0, 16) })
  byId('paper').className = ''
  byId('paper').replaceChildren(
    el('h1', {}, word('sheet.title')),
    el(
      'table',
      { class: isLong(lines) ? 'lines dense' : 'lines' },
      el(
        'tbody',
        {},
        ...lines.map(([name, value]) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, word(name)),
            el('td', { class: value ? '' : 'dotted' }, shortened(value ?? '')),
          ),
        ),
      ),
    ),
    el('div', { class: 'signs' }, el('p', {}, word('sheet.by')), el('p', {}, word('sheet.checked'))),
    el('footer', {}, el('p', {}, open ? word('sheet.doubtful') : ''), el('p', {}, source)),
  )
}

/** By the mark that a person has put in place of the one that was read, else by the record. */
function isSecret(current: Current, field: Field): boolean {
  const mark = readable('line', valueNow(current, field)) || null
  return withholdsSubject(mark === current.block.record.secrecy ? current.block.record : { secrecy: mark })
}

/** The sheet is one page: what is longer is cut, and where several values are long they are set smaller. */
const LONGEST = 420
const shortened = (value: string) => (value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value)
const PER_LINE = 52
const ROOM = 26

function isLong(lines: readonly Line[]): boolean {
  const needed = lines.map(([, value]) => Math.max(1, Math.ceil(shortened(value ?? '').length / PER_LINE)))
  return needed.reduce((sum, each) => sum + each, 0) > ROOM
}

const sheets = (pages: number | null) => (pages === null ? null : word('sheet.ofPages', { count: pages }))

/** Who does what by when, on a form of its own; then the sheet is back for the printer. */
export function printTasks(current: Current): void {
  const { tasks } = current.block.record
  const heads: Word[] = ['sheet.item', 'sheet.task', 'sheet.who', 'sheet.when', 'sheet.state']
  const secret = withholdsSubject(current.block.record)
  const lines = tasks.map(({ item, label, action, assignees, deadline }) => [
    label ?? item,
    secret ? '' : action,
    assignees.join('; '),
    deadline ? readableDate(deadline.date) || deadline.text : word('sheet.noDeadline'),
    '',
  ])
  const told = [shown(current.at, 'type'), shown(current.at, 'number'), readableDate(shown(current.at, 'date'))]
  byId('paper').replaceChildren(
    el('h1', {}, word('sheet.tasks')),
    el('p', { class: 'of' }, [...told, shown(current.at, 'issuer')].filter(Boolean).join(' · ')),
    gridOf(heads, lines),
  )
  addEventListener('afterprint', () => drawSheet(current), { once: true })
  print()
}

function gridOf(heads: Word[], lines: string[][]): HTMLElement {
  return el(
    'table',
    { class: 'grid' },
    el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, word(head))))),
    el('tbody', {}, ...lines.map((cells) => el('tr', {}, ...cells.map((cell) => el('td', {}, cell))))),
  )
}

function valueOnPaper(current: Current, field: Field): string {
  const value = readable(field.input, valueNow(current, field))
  return value !== '' && isOpen(current, field) ? `${value} (?)` : value
}

/** The list as it is filtered now, for paper, in the columns of the form of Phụ lục V; made when somebody prints. */
export function drawListSheet(): void {
  const heads: Word[] = [
    'sheet.ordinal',
    'column.number',
    'column.date',
    'sheet.typeAndSubject',
    'column.issuer',
    'sheet.pageCount',
    'sheet.remarks',
  ]
  const lines = listOrder().map((at, place) => [
    String(place + 1),
    shown(at, 'number') ?? '',
    readableDate(shown(at, 'date')),
    [shown(at, 'type'), shown(at, 'subject') ?? (rows[at]?.withheld ? word('row.secret') : '')]
      .filter(Boolean)
      .join(' – '),
    shown(at, 'issuer') ?? '',
    String(rows[at]?.pages ?? ''),
    fileOf(at),
  ])
  byId('paper').className = 'list'
  byId('paper').replaceChildren(
    el('h1', {}, word('sheet.list')),
    el('p', { class: 'of' }, index.title),
    gridOf(heads, lines),
  )
}
