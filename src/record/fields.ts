/**
 * A record as the list of fields that a person looks at, each with its evidence. Pure, and shared: runs count with it
 * what is to be looked at, and the page shows it; so their figures agree.
 */
import type { Diagnostic, DirectiveRecord, Evidence } from '../schema.ts'
import type { Span } from '../text.ts'

export const GROUPS = [
  'header',
  'addressees',
  'bases',
  'preamble',
  'items',
  'closing',
  'recipients',
  'signatures',
  'attachments',
  'tasks',
  'references',
  'dates',
  'agencies',
  'about',
] as const
export type Group = (typeof GROUPS)[number]

/** `line` and `text` edit a string, `lines` a list of strings, `date` EDTF; the others choose from a list. */
export type Input = 'line' | 'text' | 'lines' | 'date' | 'kind' | 'system' | 'operator' | 'relation' | 'role'

export interface Field {
  /** JSON Pointer into the record. */
  pointer: string
  /** What the value is, for its label: `number`, `signatures.name`. */
  name: string
  group: Group
  /** Pointer of the list entry that the field belongs to; the field of a plain list is its own entry. */
  entry: string | null
  /** How the entry is called beside its group: the label path of an item (`2.a`), else its place, counted from 1. */
  title: string
  /** The field that stands for its entry: without it the entry goes. */
  main: boolean
  /** May the value be null (or an empty list)? */
  nullable: boolean
  value: string | string[] | null
  input: Input
  evidence: Evidence | null
  /** Places in the decoded text. */
  spans: Span[]
  /** Places on the pages, numbered from 1. */
  boxes: PageBox[]
  diagnostics: Diagnostic[]
  /** Somebody should look at it: doubtful, warned of, or empty where a catalogue entry needs it. */
  doubtful: boolean
}

/** The fields of a catalogue entry: what archivists type; everything else tells what the document says. */
export function isOfCatalogue(pointer: string): boolean {
  return /^\/(?:type|number|date|issuer|subject|secrecy|urgency)$|^\/signatures(?:\/|$)/.test(pointer)
}

/** What every official document has: where one of them was not found, it was more likely overlooked than not there. */
const NEEDED: ReadonlySet<string> = new Set(['/number', '/date'])

export interface PageBox {
  page: number
  box: [left: number, top: number, right: number, bottom: number]
}

interface Part {
  key: string
  input: Input
  main?: true
  required?: true
}

const HEADER: Part[] = [
  { key: 'kind', input: 'kind', required: true },
  { key: 'system', input: 'system' },
  { key: 'type', input: 'line' },
  { key: 'typeCode', input: 'line' },
  { key: 'number', input: 'line' },
  { key: 'serial', input: 'line' },
  { key: 'notation', input: 'line' },
  { key: 'date', input: 'date' },
  { key: 'place', input: 'line' },
  { key: 'issuer', input: 'line' },
  { key: 'parentIssuer', input: 'line' },
  { key: 'subject', input: 'text' },
  { key: 'urgency', input: 'line' },
  { key: 'secrecy', input: 'line' },
]

/** They are read off the number: where that is doubtful, it is looked at, and they follow. */
export const PARTS_OF_NUMBER: ReadonlySet<string> = new Set(['/serial', '/notation', '/typeCode'])

const DEADLINE: Part[] = [
  { key: 'text', input: 'line', main: true, required: true },
  { key: 'date', input: 'date' },
  { key: 'operator', input: 'operator', required: true },
]

const ITEM: Part[] = [
  { key: 'label', input: 'line', required: true },
  { key: 'heading', input: 'line' },
  { key: 'text', input: 'text', main: true, required: true },
  { key: 'assignees', input: 'lines' },
]

const ENTRIES = {
  recipients: [
    { key: 'text', input: 'line', main: true, required: true },
    { key: 'name', input: 'line', required: true },
    { key: 'purpose', input: 'line' },
  ],
  signatures: [
    { key: 'authority', input: 'lines' },
    { key: 'position', input: 'line' },
    { key: 'name', input: 'line', main: true },
  ],
  attachments: [
    { key: 'title', input: 'line', main: true, required: true },
    { key: 'number', input: 'line' },
  ],
  tasks: [
    { key: 'item', input: 'line', required: true },
    { key: 'action', input: 'text', main: true, required: true },
    { key: 'assignees', input: 'lines' },
    { key: 'supporting', input: 'lines' },
  ],
  references: [
    { key: 'text', input: 'text', main: true, required: true },
    { key: 'type', input: 'line' },
    { key: 'number', input: 'line' },
    { key: 'date', input: 'date' },
    { key: 'issuer', input: 'line' },
    { key: 'subject', input: 'text' },
    { key: 'relation', input: 'relation' },
  ],
  dates: [
    { key: 'text', input: 'line', main: true, required: true },
    { key: 'date', input: 'date', required: true },
    { key: 'role', input: 'role', required: true },
  ],
  agencies: [
    { key: 'text', input: 'line', main: true, required: true },
    { key: 'name', input: 'line', required: true },
    { key: 'level', input: 'line' },
    { key: 'place', input: 'line' },
  ],
} satisfies Record<string, Part[]>

const ABOUT: Part[] = [
  { key: 'type', input: 'line' },
  { key: 'number', input: 'line' },
  { key: 'date', input: 'date' },
  { key: 'issuer', input: 'line' },
  { key: 'signer', input: 'line' },
]

/** The fields of a record in reading order, those without a value too where a reader expects one. */
export function fieldsOf(record: DirectiveRecord): Field[] {
  const fields: Field[] = []
  const lookup = new Lookup(record)

  const field = (group: Group, holder: object, at: string, part: Part, more: Partial<Field>): void => {
    const pointer = `${at}/${part.key}`
    const value = (holder as Record<string, string | string[] | null>)[part.key] ?? null
    const main = part.main ?? false
    fields.push({
      pointer,
      name: part.key,
      group,
      entry: null,
      title: '',
      main,
      nullable: !part.required,
      value,
      input: part.input,
      ...lookup.about(pointer, main && more.entry ? more.entry : null, more.entry ?? null),
      ...more,
    })
  }
  const list = (group: Group, values: string[], input: Input): void => {
    values.forEach((value, index) => {
      const pointer = `/${group}/${index}`
      fields.push({
        pointer,
        name: group,
        group,
        entry: pointer,
        title: `${index + 1}`,
        main: true,
        nullable: true,
        value,
        input,
        ...lookup.about(pointer, null, null),
      })
    })
  }
  const entries = (group: keyof typeof ENTRIES): void => {
    record[group].forEach((entry, index) => {
      const at = `/${group}/${index}`
      const more = { entry: at, title: `${index + 1}` }
      for (const part of ENTRIES[group]) field(group, entry, at, part, { ...more, name: `${group}.${part.key}` })
      if (group === 'tasks') deadline(group, record.tasks[index]?.deadline ?? null, `${at}/deadline`, more)
    })
  }
  const deadline = (group: Group, value: object | null, at: string, more: { entry: string; title: string }): void => {
    if (value === null) return
    for (const part of DEADLINE) field(group, value, at, part, { ...more, entry: at, name: `deadline.${part.key}` })
  }
  const items = (values: DirectiveRecord['items'], at: string, above: string): void => {
    values.forEach((item, index) => {
      const more = { entry: `${at}/${index}`, title: above + item.label }
      for (const part of ITEM) field('items', item, more.entry, part, { ...more, name: `items.${part.key}` })
      item.deadlines.forEach((value, place) => {
        deadline('items', value, `${more.entry}/deadlines/${place}`, more)
      })
      items(item.items, `${more.entry}/items`, `${more.title}.`)
    })
  }

  for (const part of HEADER) field('header', record, '', part, {})
  const number = fields.find(({ pointer }) => pointer === '/number')
  if (record.kind === 'directive') {
    for (const part of fields)
      if (NEEDED.has(part.pointer) && part.value === null && !isSettled(part.evidence)) part.doubtful = true
  }
  if (number?.doubtful) {
    for (const part of fields)
      if (PARTS_OF_NUMBER.has(part.pointer) && part.diagnostics.length === 0) part.doubtful = false
  }
  list('addressees', record.addressees, 'line')
  list('bases', record.bases, 'text')
  list('preamble', record.preamble, 'text')
  field('preamble', record, '', { key: 'operative', input: 'text' }, {})
  items(record.items, '/items', '')
  list('closing', record.closing, 'text')
  entries('recipients')
  field('recipients', record, '', { key: 'archive', input: 'line' }, {})
  entries('signatures')
  signer(record, fields, lookup)
  entries('attachments')
  entries('tasks')
  entries('references')
  entries('dates')
  entries('agencies')
  if (record.about) {
    for (const part of ABOUT) field('about', record.about, '/about', part, { name: `about.${part.key}` })
  }
  return fields
}

/** A document without a signer has a place where one is to be named: the list itself. */
function signer(record: DirectiveRecord, fields: Field[], lookup: Lookup): void {
  const names = fields.filter(({ name }) => name === 'signatures.name')
  const evidence = record.evidence['/signatures'] ?? null
  if (record.kind !== 'directive' || names.some(({ value }) => value !== null) || isSettled(evidence)) return
  const [first] = names
  if (first) first.doubtful ||= !isSettled(first.evidence)
  else {
    fields.push({
      pointer: '/signatures',
      name: 'signatures.name',
      group: 'signatures',
      entry: null,
      title: '1',
      main: true,
      nullable: true,
      value: null,
      input: 'line',
      ...lookup.about('/signatures', null, null),
      evidence,
      doubtful: true,
    })
  }
}

/** Has somebody said that it is so? */
function isSettled(evidence: Evidence | null): boolean {
  return evidence?.grade === 'certain'
}

type Found = Pick<Field, 'evidence' | 'spans' | 'boxes' | 'diagnostics' | 'doubtful'>

/** Evidence and diagnostics by pointer; evidence below a pointer counts for it, so that a list has the places of its parts. */
class Lookup {
  readonly #evidence: Record<string, Evidence>
  readonly #below = new Map<string, Evidence[]>()
  readonly #diagnostics = new Map<string, Diagnostic[]>()

  constructor(record: DirectiveRecord) {
    this.#evidence = record.evidence
    for (const [pointer, evidence] of Object.entries(record.evidence)) {
      const parent = pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')))
      if (/\/\d+$/.test(pointer)) push(this.#below, parent, evidence)
    }
    for (const diagnostic of record.diagnostics) {
      if (diagnostic.pointer !== undefined) push(this.#diagnostics, diagnostic.pointer, diagnostic)
    }
  }

  /**
   * What is known of `pointer`. The grade of `entry` is that of its main field (`asEntry`); its place lights up for
   * every field of the entry that has none of its own.
   */
  about(pointer: string, asEntry: string | null, entry: string | null): Found {
    const own = this.#evidence[pointer] ?? null
    const below = this.#below.get(pointer) ?? []
    const worst = [...below].sort((a, b) => RANK[b.grade] - RANK[a.grade])[0] ?? null
    const evidence = own ?? worst ?? (asEntry === null ? null : (this.#evidence[asEntry] ?? null))
    const diagnostics = [
      ...(this.#diagnostics.get(pointer) ?? []),
      ...(asEntry === null ? [] : (this.#diagnostics.get(asEntry) ?? [])),
    ]
    const shared = entry === null ? undefined : this.#evidence[entry]
    const number = pointer === '/serial' || pointer === '/notation' ? this.#evidence['/number'] : undefined
    const places =
      own?.span || own?.box ? [own] : below.length > 0 ? below : shared && !own ? [shared] : number ? [number] : []
    return {
      evidence,
      spans: places.flatMap(({ span, spans }) => spans ?? (span ? [span] : [])),
      boxes: places.flatMap(({ page, box }) => (box ? [{ page: page ?? 1, box }] : [])),
      diagnostics,
      doubtful:
        evidence?.grade === 'doubtful' ||
        evidence?.status === 'conflict' ||
        diagnostics.some(({ level }) => level !== 'info'),
    }
  }
}

const RANK = { certain: 0, likely: 1, doubtful: 2 }

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
