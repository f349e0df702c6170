/** The one function that makes a record of a tree: plain values for scripts, evidence for whoever must trust them. */
import type { Place } from './read/decoded.ts'
import type { DirectiveRecord, Evidence, ItemRecord, SourceInfo } from './schema.ts'
import { joinSpaces, type Span } from './text.ts'
import type { Directive, DirectiveChild, Header, Item, Value } from './tree.ts'

type NodeOf<T extends DirectiveChild['type']> = Extract<DirectiveChild, { type: T }>

/** The part of the record that the tree itself holds; what extractors find in the text is added by the pipeline. */
export type Projection = Omit<DirectiveRecord, 'references' | 'dates' | 'agencies' | 'tasks' | 'about' | 'diagnostics'>

export function project(tree: Directive, context: { text: string; source: SourceInfo; places: Place[] }): Projection {
  const evidence = new EvidenceMap(context.text, context.places)
  const header = first(tree, 'header') ?? { type: 'header', spans: [] }
  const paragraphs = all(tree, 'paragraph')
  const bases = paragraphs.filter((node) => node.role === 'base')
  const preamble = paragraphs.filter((node) => node.role !== 'closing')
  const closing = paragraphs.filter((node) => node.role === 'closing')
  const operative = preamble.find((node) => node.operative)?.operative
  const recipients = first(tree, 'recipients')
  const put = <T>(pointer: string, value: Value<T> | undefined): T | null => {
    if (!value) {
      evidence.absent(pointer)
      return null
    }
    evidence.add(pointer, value)
    return value.value
  }
  const list = (pointer: string, values: Value[]) => values.map((value, index) => put(`${pointer}/${index}`, value) as string)
  return {
    schema: 'directive/1',
    source: context.source,
    kind: 'directive',
    system: put('/system', header.system),
    type: put('/type', header.documentType),
    typeCode: put('/typeCode', header.typeCode),
    number: put('/number', header.number),
    serial: header.serial ? put('/serial', header.serial) : blankSerial(header, evidence),
    notation: put('/notation', header.notation),
    issuer: put('/issuer', header.issuer),
    parentIssuer: put('/parentIssuer', header.parentIssuer),
    place: put('/place', header.place),
    date: put('/date', header.date),
    subject: put('/subject', header.subject),
    urgency: put('/urgency', header.urgency),
    secrecy: put('/secrecy', header.secrecy),
    addressees: list('/addressees', first(tree, 'addressees')?.entries ?? []),
    bases: list('/bases', bases.map((node) => ({ ...node.text, value: node.text.value.replace(/^[-–+\s]+|[\s;,.]+$/gu, '') }))),
    preamble: list('/preamble', preamble.map((node) => node.text)),
    operative: put('/operative', operative),
    items: all(tree, 'item').map((item, index) => projectItem(item, `/items/${index}`, put)),
    closing: list('/closing', closing.map((node) => node.text)),
    recipients: (recipients?.entries ?? []).map(({ entry, name, purpose }, index) => {
      put(`/recipients/${index}`, entry)
      return { text: entry.value, name, purpose }
    }),
    archive: put('/archive', recipients?.archive),
    signatures: all(tree, 'signature').map((node, index) => {
      const pointer = `/signatures/${index}`
      return {
        authority: list(`${pointer}/authority`, node.authority),
        position: put(`${pointer}/position`, node.post),
        name: put(`${pointer}/name`, node.name),
      }
    }),
    attachments: all(tree, 'attachment').map((node, index) => ({ title: put(`/attachments/${index}`, node.title) as string })),
    evidence: evidence.entries,
  }
}

/** A number whose serial is blank has a blank serial; one that cannot be read, a doubtful one. */
function blankSerial(header: Header, evidence: EvidenceMap): null {
  if (header.number) evidence.entries['/serial'] = { status: header.number.status === 'blank' ? 'blank' : 'read', grade: header.number.grade }
  else evidence.absent('/serial')
  return null
}

function projectItem(item: Item, pointer: string, put: <T>(pointer: string, value: Value<T> | undefined) => T | null): ItemRecord {
  if (item.heading) put(`${pointer}/heading`, item.heading)
  const text = item.paragraphs.map((paragraph) => paragraph.value).join('\n')
  if (item.paragraphs.length > 0) {
    put(`${pointer}/text`, { ...(item.paragraphs[0] as Value), value: text, spans: item.paragraphs.flatMap((paragraph) => paragraph.spans) })
  }
  return {
    label: item.label,
    heading: item.heading?.value ?? null,
    text,
    items: item.children.map((child, index) => projectItem(child, `${pointer}/items/${index}`, put)),
    assignees: (item.assignees ?? []).map((value, index) => put(`${pointer}/assignees/${index}`, value) as string),
    deadlines: (item.deadlines ?? []).map(({ text: words, date, operator }, index) => ({
      text: words,
      date: put(`${pointer}/deadlines/${index}`, date),
      operator,
    })),
  }
}

function first<T extends DirectiveChild['type']>(tree: Directive, type: T): NodeOf<T> | undefined {
  return tree.children.find((node): node is NodeOf<T> => node.type === type)
}

function all<T extends DirectiveChild['type']>(tree: Directive, type: T): NodeOf<T>[] {
  return tree.children.filter((node): node is NodeOf<T> => node.type === type)
}

/** Evidence by JSON Pointer. A value read from several pieces has the first as `span`, all of them as `spans`. */
class EvidenceMap {
  readonly entries: Record<string, Evidence> = {}
  readonly #text: string
  readonly #places: Place[]

  constructor(text: string, places: Place[]) {
    this.#text = text
    this.#places = places
  }

  add(pointer: string, { status, grade, spans, note }: Value<unknown>): void {
    const entry: Evidence = { status, grade }
    const span = this.#contiguous(spans)
    if (span) {
      entry.span = span
      entry.text = this.#text.slice(...span)
      if (spans.length > 1 && span[1] < (spans[spans.length - 1] as Span)[1]) entry.spans = spans
      this.#addPlace(entry, span)
    }
    if (note !== undefined) entry.note = note
    this.entries[pointer] = entry
  }

  absent(pointer: string): void {
    this.entries[pointer] = { status: 'absent', grade: 'certain' }
  }

  /** All pieces as one span where only white space parts them, else the first. */
  #contiguous(spans: Span[]): Span | null {
    const [head, ...others] = spans
    if (!head) return null
    let end = head[1]
    for (const [start, stop] of others) {
      if (start < end || joinSpaces(this.#text.slice(end, start).replace(/[*_|]/g, '')) !== '') return head
      end = stop
    }
    return [head[0], end]
  }

  #addPlace(entry: Evidence, [start, end]: Span): void {
    const place = this.#places.find((each) => each.span[1] > start && each.span[0] < end)
    if (!place) return
    entry.page = place.page
    entry.box = place.box
  }
}
