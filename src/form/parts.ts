/** What stands on the page, part by part: the printed words with their dashes and stops, not the values of the record. */
import type { DirectiveRecord, ItemRecord } from '../schema.ts'
import { skeleton, type Span } from '../text.ts'

export interface Print {
  text: string
  span: Span | null
  pointer?: string
}

export type Parts = Record<string, Print[]>

/** Lines in which a header stands at most. */
const HEADER_LINES = 40

export function partsOf(record: DirectiveRecord, text: string): Parts {
  const { evidence } = record
  const value = (pointer: string): Print[] => {
    const entry = evidence[pointer]
    return entry?.span && entry.text !== undefined ? [{ text: entry.text, span: entry.span, pointer }] : []
  }
  const list = (pointer: string, entries: readonly unknown[]) =>
    entries.flatMap((_, index) => value(`${pointer}/${index}`))
  const cells = headerCells(text)
  const called = (letters: string) =>
    cells.filter((cell) => skeleton(cell.text).replace(/[^a-z]/g, '') === letters).slice(0, 1)
  const said = (key: 'serial' | 'notation' | 'type' | 'place', from = key): Print[] => {
    const [print] = value(`/${from}`)
    const known = record[key]
    return known === null ? [] : [{ text: known, span: print?.span ?? null, pointer: `/${key}` }]
  }
  return {
    title: called('conghoaxahoichunghiavietnam'),
    partyTitle: called('dangcongsanvietnam'),
    motto: called('doclaptudohanhphuc'),
    issuer: value('/issuer').map(flat),
    parent: value('/parentIssuer').map(flat),
    number: value('/number').map(flat),
    numberLine: value('/number').map((print) => cellAround(text, print)),
    serial: said('serial', 'number' as 'serial'),
    notation: said('notation', 'number' as 'notation'),
    dateLine: value('/date').map((print) => cellAround(text, print)),
    place: said('place'),
    type: record.type === null ? [] : [{ text: record.type, span: evidence['/type']?.span ?? null, pointer: '/type' }],
    subject: value('/subject').map(flat),
    urgency: value('/urgency').map(flat),
    bases: list('/bases', record.bases).map((print) => flat(withStop(text, print))),
    references: list('/references', record.references).map(flat),
    articles: articles(record.items, '/items', record, text),
    lastWords: lastWords(record, text),
    authorities: record.signatures
      .flatMap(({ authority }, index) => list(`/signatures/${index}/authority`, authority))
      .map(flat),
    positions: record.signatures.flatMap((_, index) => value(`/signatures/${index}/position`)).map(flat),
    // Capitals make a reader doubt whether it is a name, not how it is printed.
    names: record.signatures
      .flatMap((_, index) => value(`/signatures/${index}/name`))
      .map(({ text: name, span }) => flat({ text: name, span })),
    nameLines: record.signatures
      .flatMap((_, index) => value(`/signatures/${index}/name`))
      .map((print) => cellAround(text, print)),
    addresseeLine: cue(text, value('/addressees/0')[0], /^k[íi]nh (?:g[ửu]i|tr[ìi]nh)/iu),
    recipients: list('/recipients', record.recipients).map((print) => flat(withStop(text, print))),
    recipientsLabel: cue(text, value('/recipients/0')[0], /^n[ơo]i nh[ậa]n/iu),
    archive: value('/archive').map((print) => ({
      ...flat(print),
      text: flat(print).text.replace(/^\s*[-–+•]\s*/, ''),
    })),
  }
}

/** On one line. */
const flat = (print: Print): Print => ({ ...print, text: print.text.replace(/\s+/g, ' ').trim() })

const CELL_EDGE = /\t|\||\n| {3,}/g

/** The cell of a line in which a value stands: up to a tab, a rule of a table, or a wide gap. */
export function cellAround(text: string, { span, pointer }: Print): Print {
  if (!span) return { text: '', span: null }
  const before = text.slice(0, span[0])
  const start = Math.max(
    ...['\t', '|', '\n', '   '].map((edge) => before.lastIndexOf(edge) + (before.includes(edge) ? edge.length : 1)),
  )
  CELL_EDGE.lastIndex = span[1]
  const end = CELL_EDGE.exec(text)?.index ?? text.length
  const from = start + (/^\s*/.exec(text.slice(start, span[0]))?.[0].length ?? 0)
  return { ...flat({ text: text.slice(from, end), span: [from, end] }), ...(pointer === undefined ? {} : { pointer }) }
}

function headerCells(text: string): Print[] {
  const cells: Print[] = []
  let at = 0
  for (const line of text.split('\n').slice(0, HEADER_LINES)) {
    for (const match of line.matchAll(/[^\t|]+?(?=\t|\||\s{3,}|$)/g)) {
      const words = match[0].replace(/\*/g, '').trim()
      if (words !== '') cells.push({ text: words, span: [at + match.index, at + match.index + match[0].length] })
    }
    at += line.length + 1
  }
  return cells
}

/** With the stop that follows it, where the value was taken without. */
function withStop(text: string, print: Print): Print {
  if (!print.span) return print
  const stop = /^\s?([;,.]|\.\/\.)/.exec(text.slice(print.span[1], print.span[1] + 4))?.[0] ?? ''
  return /[;,.]\s*$/.test(print.text) ? print : { ...print, text: print.text + stop.trim() }
}

/** The line of a label at or above the first entry under it. */
function cue(text: string, entry: Print | undefined, label: RegExp): Print[] {
  if (!entry?.span) return []
  let end = text.indexOf('\n', entry.span[0])
  if (end < 0) end = text.length
  for (let line = 0; line < 4 && end >= 0; line++) {
    const start = text.lastIndexOf('\n', end - 1) + 1
    for (const part of text.slice(start, end).split(/\t|\|| {3,}/)) {
      const words = part.replace(/\*/g, '').trim()
      if (label.test(words)) return [{ text: words, span: [start + text.slice(start, end).indexOf(part), end] }]
    }
    end = start - 1
  }
  return []
}

function articles(items: readonly ItemRecord[], within: string, record: DirectiveRecord, text: string): Print[] {
  return items.flatMap((item, index) => {
    const pointer = `${within}/${index}`
    const span = record.evidence[`${pointer}/heading`]?.span ?? record.evidence[`${pointer}/text`]?.span
    const own = /^Điều\s/u.test(item.label) && span ? labelBefore(item.label, span, pointer, text) : []
    return [...own, ...articles(item.items, `${pointer}/items`, record, text)]
  })
}

function labelBefore(label: string, [start]: Span, pointer: string, text: string): Print[] {
  const line = text.lastIndexOf('\n', start - 1) + 1
  const words = text.slice(line, start)
  const at = words.search(/Điều\s/u)
  return at < 0 || !words.replace(/\s+/g, ' ').includes(label.replace(/\s+/g, ' '))
    ? []
    : [flat({ text: words.slice(at), span: [line + at, start], pointer })]
}

/** What the body ends with: the last paragraph or order. */
function lastWords(record: DirectiveRecord, text: string): Print[] {
  const spans = Object.entries(record.evidence).flatMap(([pointer, { span }]) =>
    span && /^\/(?:items|closing|preamble)\b.*(?:\/text|\d)$/.test(pointer) && !/assignees|deadlines/.test(pointer)
      ? [{ span, pointer }]
      : [],
  )
  const last = spans.sort((one, other) => one.span[1] - other.span[1]).at(-1)
  if (!last) return []
  const end = text.indexOf('\n', last.span[1])
  const print = text.slice(last.span[0], end < 0 ? text.length : end)
  return [
    flat({ text: print.split(/\t| {3,}/)[0] ?? print, span: [last.span[0], last.span[1]], pointer: last.pointer }),
  ]
}
