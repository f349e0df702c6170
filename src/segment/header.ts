/**
 * The header, decided as a whole: one number, one place and date, one type, one subject; what is left of the capitals
 * above the number are the bodies. Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW for the Party.
 */
import { append } from '../arrays.ts'
import { findIssueDate } from '../calendar/issue-date.ts'
import { pattern, phrasesOf } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import type { Grade, System } from '../schema.ts'
import { overlapping } from '../spans.ts'
import { joinSpaces, type Span, skeleton, upperShare } from '../text.ts'
import type { Header, Value } from '../tree.ts'
import { markArrival } from './arrival.ts'
import { findCue } from './cues.ts'
import { joinNumber, markUnlabelled, numberLine, numberOf } from './header-number.ts'
import { issuersOf } from './issuers.ts'
import { readMarks } from './marks.ts'
import { type DocumentNumber, isNumberCell, readNumber } from './number.ts'
import { type Cell, type Row, sliceCell } from './rows.ts'
import { secrecyMark } from './secrecy.ts'
import { letterSubject, namedSubject } from './subject.ts'
import { isFormTitle } from './title-lines.ts'
import { citesItself, findTitleSentence, type TitleSentence } from './title-sentence.ts'
import { smallHeading, typeHeading } from './type-heading.ts'
import { makeValue } from './value.ts'
import { words } from './words.ts'

export type Role =
  | 'title'
  | 'number'
  | 'date'
  | 'separator'
  | 'type'
  | 'subject'
  | 'mark'
  | 'stamp'
  | 'capitals'
  | 'sentence'
  | 'other'

export interface HeaderCell {
  cell: Cell
  /** Index of its row among the rows given. */
  row: number
  role: Role
}

/** Roles that say nothing by themselves: such a cell is read only when a value holds it. */
const LOOSE: Role[] = ['other', 'capitals', 'subject']
const VALUES = ['issuer', 'parentIssuer', 'subject', 'number', 'place', 'date', 'documentType'] as const
const SYSTEMS_BY_TITLE: [string[], System][] = [
  [['party-title', 'party-title-1951'], 'party'],
  [['national-title', 'motto'], 'state'],
  [['youth-title'], 'youth'],
]
const TITLES = SYSTEMS_BY_TITLE.flatMap(([ids]) => ids)
const SEPARATOR = latin(/^[^\p{L}\p{N}]+$|^[øØoO]$/u)
const STAMP = /\d\d[.:/-]\d\d[.:/-]\d{4},?\s+\d\d:\d\d|@|\d07:00|^[\d:+.\s]+$|https?:|www\./

export interface HeaderResult {
  header: Header
  /** How many of the rows belong to the header. */
  rows: number
  /** Cells of the header that no value was read from. */
  unclaimed: Span[]
}

/**
 * @param rows the rows of the header's zone and, behind them, those in which a long subject may go on
 * @param zone how many of them are the header's own
 */
export function readHeader(text: string, rows: Row[], zone: number, context: { hasAddressees: boolean }): HeaderResult {
  const cells = partTitleTails(
    rows.flatMap((row, index) => row.cells.map((cell): HeaderCell => ({ cell, row: index, role: roleOf(cell) }))),
  )
  joinNumber(text, cells)
  markUnlabelled(cells)
  const own = cells.filter((each) => each.row < zone)
  const header: Header = { type: 'header', spans: [] }
  const arrival = markArrival(text, own)
  if (arrival) header.arrival = arrival
  const systems: { system: System; cell: Cell }[] = []
  for (const { cell, role } of own) {
    const system =
      role === 'title' ? SYSTEMS_BY_TITLE.find(([ids]) => ids.some((id) => findCue(cell, id)))?.[1] : undefined
    if (system) systems.push({ system, cell })
  }
  append(systems, markBrokenTitles(own))
  const sentence = markSentence(text, rows, own)
  markCited(own)
  const numbers = own.filter((each) => each.role === 'number')
  const numberCell = numberLine(numbers)
  const number = numberCell ? numberOf(numberCell, own) : null
  if (number) {
    header.number = { value: number.number, status: number.status, grade: number.grade, spans: number.spans }
    if (number.serial) header.serial = { ...header.number, value: number.serial }
    if (number.notation) header.notation = { ...header.number, value: number.notation, status: 'read' }
  }
  const dateCell = readPlaceDate(header, own)
  const taken = [numberCell, dateCell].filter((each) => each !== undefined)
  if (!sentence) markSmallHeading(rows, own)
  const headings = own.filter((each) => each.role === 'type')
  const above = numberCell ?? own.find(({ role }) => role === 'title')
  const typeCell = sentence
    ? undefined
    : (headings.find((each) => !above || own.indexOf(each) > own.indexOf(above)) ?? headings[0])
  const issuers = issuersOf(text, own, { number: numberCell, type: typeCell })
  if (issuers.issuer) header.issuer = issuers.issuer
  if (issuers.parent) header.parentIssuer = issuers.parent
  const system = systemOf(systems, issuers.system, number)
  const state = system ?? stateNamed(own)
  if (state) header.system = state
  const marks = own.filter(({ role }) => role === 'mark').map(({ cell }) => cell)
  Object.assign(header, readMarks(text, marks))
  let used = zone
  if (sentence) {
    Object.assign(header, withTitle(header, sentence, rows))
    used = sentence.lastRow + 1
  } else if (typeCell) {
    const heading = typeHeading(typeCell.cell) ?? smallHeading(typeCell.cell)
    if (heading)
      header.documentType = makeValue(heading.name, [typeCell.cell], { grade: heading.exact ? 'certain' : 'likely' })
    const subject = namedSubject(text, rows, cells, typeCell, { ...context, taken })
    if (subject) {
      header.subject = subject.value
      used = subject.lastRow + 1
    } else {
      used = typeCell.row + 1
      const above = subjectAbove(text, rows, own, { numberCell, typeCell, taken })
      if (above) header.subject = above
    }
  } else {
    const subject = letterSubject(text, rows, own, numberCell, taken)
    if (subject) header.subject = subject
  }
  const lines = cells.filter((each) => each.row < used)
  const holdsValue = overlapping(
    [header, sentence?.header ?? {}].flatMap((read: Partial<Header>) =>
      VALUES.flatMap((key) => read[key]?.spans ?? []),
    ),
  )
  const isRead = ({ cell, role }: HeaderCell) =>
    !LOOSE.includes(role) || !latin(/\p{L}{2}|\d/u).test(cell.text) || holdsValue(cell.start, cell.end)
  header.spans = lines.filter(isRead).map(({ cell }) => [cell.start, cell.end])
  const unclaimed = lines.filter((each) => !isRead(each)).map(({ cell }): Span => [cell.start, cell.end])
  return { header, rows: used, unclaimed }
}

/** What the title says of its document, too. Below it stands who enacts, the chief of the body that it names. */
function withTitle(header: Header, { header: title, lastRow }: TitleSentence, rows: Row[]): Header {
  const at = header.issuer?.spans[0]?.[0] ?? 0
  if (!title.issuer || at <= (rows[lastRow] as Row).end) return { ...title, ...header }
  const { parentIssuer: _, ...own } = header
  return { ...title, ...own, issuer: title.issuer }
}

/** `(V/v …)` under the number, the heading of the type without a subject below it. */
function subjectAbove(
  text: string,
  rows: Row[],
  own: HeaderCell[],
  { numberCell, typeCell, taken }: { numberCell: HeaderCell | undefined; typeCell: HeaderCell; taken: HeaderCell[] },
): Value | null {
  const above = own.slice(0, own.indexOf(typeCell))
  return above.some(({ role }) => role === 'subject') ? letterSubject(text, rows, above, numberCell, taken) : null
}

/** The title that says number and day of its own document, its cells marked so; the form's own number stands above it, or nowhere. */
function markSentence(text: string, rows: Row[], cells: HeaderCell[]): TitleSentence | null {
  const sentence = findTitleSentence(text, rows)
  if (!sentence) return null
  const within = ({ row }: HeaderCell) => row >= sentence.firstRow && row <= sentence.lastRow
  const others = cells
    .filter((each) => each.role === 'number' && !within(each))
    .map(({ cell }) => readNumber(cell, 0)?.number)
  if (
    others.some((number) => number !== undefined && skeleton(number) !== skeleton(sentence.header.number?.value ?? ''))
  )
    return null
  for (const each of cells) if (within(each)) each.role = 'sentence'
  return sentence
}

/** A type in small letters, alone on its line below the letterhead, where no other stands and no `V/v`. */
function markSmallHeading(rows: Row[], cells: HeaderCell[]): void {
  if (cells.some(({ role }) => role === 'type' || role === 'sentence')) return
  const last = cells.findLastIndex(({ role }) => role === 'title' || role === 'number' || role === 'date')
  const heading = cells
    .slice(last + 1)
    .find((each) => each.role === 'other' && (rows[each.row] as Row).cells.length === 1 && smallHeading(each.cell))
  const isMarked = cells.slice(last + 1, heading && cells.indexOf(heading)).some(({ role }) => role === 'subject')
  if (heading && !isMarked) heading.role = 'type'
}

export function roleOf(cell: Cell): Role {
  if (SEPARATOR.test(cell.text)) return 'separator'
  const short = cell.text.length < 200
  if (isNumberCell(cell) && short) return 'number'
  if (short && TITLES.some((id) => isFormTitle(cell, id))) return 'title'
  if (short && isDateLine(cell)) return 'date'
  if (findCue(cell, 'stamp') || STAMP.test(cell.text)) return 'stamp'
  if (secrecyMark(cell) || ['urgency', 'circulation', 'draft'].some((id) => findCue(cell, id))) return 'mark'
  if (findCue(cell, 'subject')) return 'subject'
  if (typeHeading(cell)) return 'type'
  return upperShare(cell.text) > 0.75 ? 'capitals' : 'other'
}

/** A place and date, or what is left of such a line: a date alone. */
function isDateLine(cell: Cell): boolean {
  const found = findIssueDate(cell.text, cell.folded)
  return found !== null && (found.place !== null || (found.span[0] === 0 && found.span[1] >= cell.text.length - 1))
}

/** Rows over which a title wraps. */
const WRAP = 3

/** `CỘNG HÒA XÃ HỘI` over `CHỦ NGHĨA VIỆT NAM`: two cells that are a title together. */
function markBrokenTitles(cells: HeaderCell[]): { system: System; cell: Cell }[] {
  return cells.flatMap((each, index) => {
    if (each.role !== 'capitals') return []
    for (const other of cells.slice(index + 1)) {
      if (other.row - each.row > WRAP) break
      if (other.role !== 'capitals') continue
      const whole = lettersOf(`${each.cell.folded}${other.cell.folded}`)
      const found = SYSTEMS_BY_TITLE.find(([ids]) =>
        ids.some((id) => phrasesOf(id).some((phrase) => lettersOf(skeleton(phrase)) === whole)),
      )
      if (!found) continue
      each.role = 'title'
      other.role = 'title'
      return [{ system: found[1], cell: each.cell }]
    }
    return []
  })
}

const lettersOf = (folded: string) => folded.replace(/[^a-z]/g, '')

/** `CỘNG HÒA … CHỦ NGHĨA VIỆT` over `NAM`: the last word of a title, alone in its column or run into the other one. */
function partTitleTails(cells: HeaderCell[]): HeaderCell[] {
  const open = cells
    .filter((each) => each.role === 'title')
    .flatMap(({ cell, row }) => {
      const tail = missingTail(cell)
      return tail === null ? [] : [{ row, tail }]
    })
  if (open.length === 0) return cells
  return cells.flatMap((each): HeaderCell[] => {
    const { cell, row, role } = each
    const end = cell.folded.replace(/[^a-z0-9]+$/, '').length
    const wrapped = open.find(
      (title) => Math.abs(row - title.row) <= WRAP && ` ${cell.folded.slice(0, end)}`.endsWith(` ${title.tail}`),
    )
    if (role !== 'capitals' || !wrapped) return [each]
    const at = end - wrapped.tail.length
    const rest: HeaderCell = { ...each, role: 'title', cell: sliceCell(cell, at, cell.text.length) }
    return at === 0 ? [rest] : [{ ...each, cell: sliceCell(cell, 0, at - 1) }, rest]
  })
}

/** The last word of the title in the cell, where its line ends before it; null where it is whole. */
function missingTail(title: Cell): string | null {
  const phrase = TITLES.filter((id) => findCue(title, id))
    .flatMap((id) => phrasesOf(id).map(skeleton))
    .find((each) => title.folded.endsWith(each.slice(0, each.lastIndexOf(' '))))
  return phrase ? phrase.slice(phrase.lastIndexOf(' ') + 1) : null
}

/**
 * A body may be named after a decision, a subject cite one, whose number begins the next line: that number is a part of
 * the name, of the subject, and so is the date that begins the line after such a number.
 */
function markCited(cells: HeaderCell[]): void {
  cells.forEach((each, index) => {
    const before = cells[index - 1]
    if (before && (before.role === 'subject' || before.role === 'other') && before.row === each.row - 1) {
      if (each.role === 'number' && endsInType(before)) each.role = 'other'
      if (each.role === 'date' && ENDS_IN_NUMBER.test(before.cell.text)) each.role = 'other'
    }
    // `PHÒNG TÀI CHÍNH - KẾ HOẠCH` over `Số: …`: no name goes on with a colon
    if (each.role !== 'number' || OWN_NUMBER().test(each.cell.text)) return
    const above = cells
      .slice(Math.max(0, index - 3), index)
      .filter((other) => other.role === 'capitals' || other.role === 'number')
    const nearest = above[above.length - 1]
    if (!nearest) return
    // `TRẠI GIAM` over `SỐ 6`, the number of the document elsewhere
    const ofOffice =
      nearest.role === 'capitals' &&
      nearest.row === each.row - 1 &&
      OFFICE_NUMBER.test(each.cell.text) &&
      cells.some((other) => other.role === 'number' && other !== each)
    if (ofOffice || isCited(nearest) || (nearest.row === each.row && citesItself(nearest.cell))) each.role = 'capitals'
  })
}

const endsInType = ({ cell }: HeaderCell) => words().types.some((type) => cell.folded.endsWith(` ${type.folded}`))
const isCited = (each: HeaderCell) => each.role === 'capitals' && endsInType(each)
const OWN_NUMBER = pattern(({ words: list }) => new RegExp(`^(?:${list('number', 'number-spoilt')})\\s*:`, 'u'))
const OFFICE_NUMBER = latin(/^\p{Lu}{2} \d{1,3}$/u)
const ENDS_IN_NUMBER = latin(/\d\s?[/-]\S*\p{Lu}\S*,?$/u)

/** The cell that the place and date were read from. */
function readPlaceDate(header: Header, cells: HeaderCell[]): HeaderCell | undefined {
  const dated = cells.flatMap((each) => {
    const found = each.role === 'date' ? findIssueDate(each.cell.text, each.cell.folded) : null
    return found ? [{ each, found }] : []
  })
  const best =
    dated.find(({ found }) => found.exact && found.place) ?? dated.find(({ found }) => found.exact) ?? dated[0]
  if (!best) return undefined
  const { each: dateCell, found } = best
  const shift = ([start, end]: Span): Span => [dateCell.cell.start + start, dateCell.cell.start + end]
  const grade: Grade = found.exact && found.place ? 'certain' : found.day === 'garbled' ? 'doubtful' : 'likely'
  if (found.place)
    header.place = {
      value: joinSpaces(found.place.text),
      status: 'read',
      grade: found.exact || found.day !== 'garbled' ? 'certain' : 'likely',
      spans: [shift(found.place.span)],
    }
  if (found.date) {
    const sure = found.day === 'blank' && found.place !== null
    header.date = {
      value: found.date,
      status: found.day === 'blank' ? 'blank' : 'read',
      grade: sure ? 'certain' : grade,
      spans: [shift(found.span)],
    }
  }
  return dateCell
}

/** `CHÍNH PHỦ NƯỚC CỘNG HÒA …` in the title of a treaty: the State's, though its form has no title. */
function stateNamed(cells: HeaderCell[]): Value<System> | null {
  const named = cells.find(({ cell, role }) => role === 'capitals' && findCue(cell, 'national-title'))
  return named
    ? {
        value: 'state',
        status: 'inferred',
        grade: 'likely',
        spans: [[named.cell.start, named.cell.end]],
        note: 'from the State’s name',
      }
    : null
}

function systemOf(
  titles: { system: System; cell: Cell }[],
  ofIssuer: System | null,
  number: DocumentNumber | null,
): Value<System> | null {
  const title = titles[0]
  if (title) {
    // unions, the Front and associations print the State's title
    const value = title.system === 'state' && ofIssuer && ofIssuer !== 'party' ? ofIssuer : title.system
    return { value, status: 'read', grade: 'certain', spans: [[title.cell.start, title.cell.end]] }
  }
  if (number?.notation) {
    // `12-CT/HU` is a Party number; ministries of the first decades wrote `379-NĐ`
    const dashed = number.number.replace(number.serial ?? '', '').startsWith('-')
    const value: System = dashed && (number.notation.includes('/') || !ofIssuer) ? 'party' : (ofIssuer ?? 'state')
    return { value, status: 'inferred', grade: 'likely', spans: number.spans, note: 'from the form of the number' }
  }
  return ofIssuer ? { value: ofIssuer, status: 'inferred', grade: 'likely', spans: [], note: 'from the issuer' } : null
}
