/** ODT (OpenDocument text): the text as it is printed, numbers of automatic lists included. */
import { append } from '../arrays.ts'
import { type Block, Fonts, linesOf, type Paragraph, type Table } from './blocks.ts'
import type { Decoded } from './decoded.ts'
import { decodeFlow } from './flow.ts'
import { Counters, type List } from './list-counters.ts'
import { type OdtStyle, OdtStyles } from './odt-styles.ts'
import type { ReadOptions } from './options.ts'
import { refusal } from './refusals.ts'
import { withRuby } from './ruby.ts'
import { child, elements, parseXml, type XmlElement } from './xml.ts'
import { unpack } from './zip.ts'

/** Elements whose content is no text of the document. */
const SKIPPED = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:annotation-end',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'office:forms',
  'text:table-of-content-source',
  'svg:title',
  'svg:desc',
  'office:event-listeners',
])

/** Where a paragraph stands: in which list, how deep. */
interface Place {
  list: string | null
  depth: number
  /** Does the next paragraph carry the number of its item? */
  numbered: boolean
}

class Reading {
  readonly notes: Block[][] = []
  readonly #styles: OdtStyles
  readonly #lists = new Map<string, List>()
  readonly #counters = new Counters(this.#lists)
  /** The list that was last begun in each style, and by its xml:id, for those that go on counting. */
  readonly #last = new Map<string, string>()

  constructor(styles: OdtStyles) {
    this.#styles = styles
    this.#lists.set('outline', { abstract: 'outline', levels: styles.outline, starts: new Map() })
  }

  blocks(parent: XmlElement, place: Place = { list: null, depth: -1, numbered: false }): Block[] {
    const blocks: Block[] = []
    for (const each of elements(parent)) {
      if (SKIPPED.has(each.name)) continue
      if (each.name === 'text:p' || each.name === 'text:h') blocks.push(this.#paragraph(each, place))
      else if (each.name === 'table:table') blocks.push(this.#table(each))
      else if (each.name === 'text:list') append(blocks, this.#list(each, place))
      else if (each.name === 'draw:frame' || each.name === 'draw:custom-shape') append(blocks, this.blocks(each))
      else append(blocks, this.blocks(each, place))
    }
    return blocks
  }

  #list(element: XmlElement, outer: Place): Block[] {
    const { attributes } = element
    const style = attributes['text:style-name'] ?? (outer.list === null ? '' : outer.list.split('\0', 1)[0]) ?? ''
    let id = outer.depth >= 0 && attributes['text:style-name'] === undefined ? outer.list : null
    if (id === null && outer.depth < 0) {
      const before = this.#last.get(attributes['text:continue-list'] ?? '') ?? this.#last.get(`style ${style}`)
      const goesOn = attributes['text:continue-numbering'] === 'true' || attributes['text:continue-list'] !== undefined
      if (goesOn && before) id = before
    }
    if (id === null) {
      id = `${style}\0${this.#lists.size}`
      this.#lists.set(id, { abstract: id, levels: this.#styles.lists.get(style) ?? [], starts: new Map() })
    }
    this.#last.set(`style ${style}`, id)
    if (attributes['xml:id']) this.#last.set(attributes['xml:id'], id)
    const depth = outer.depth + 1
    return elements(element).flatMap((item) =>
      this.blocks(item, { list: id, depth, numbered: item.name === 'text:list-item' }),
    )
  }

  #label(element: XmlElement, place: Place): string | null {
    if (place.list !== null) {
      const label = place.numbered ? this.#counters.next(place.list, place.depth) : null
      place.numbered = false
      return label
    }
    const level = Number(element.attributes['text:outline-level'] ?? 0)
    return element.name === 'text:h' && level > 0 && element.attributes['text:is-list-header'] !== 'true'
      ? this.#counters.next('outline', level - 1)
      : null
  }

  #paragraph(element: XmlElement, place: Place): Paragraph {
    const paragraph: Paragraph = {
      kind: 'paragraph',
      label: this.#label(element, place),
      pieces: [],
      boxes: [],
      open: false,
    }
    const style = this.#styles.style(element.attributes['text:style-name'])
    if (style.newPage) add(paragraph, '\f', style)
    this.#content(element, style, paragraph)
    return paragraph
  }

  #content(element: XmlElement, style: OdtStyle, paragraph: Paragraph): void {
    for (const each of element.children) {
      if (typeof each === 'string') addSpaced(paragraph, each, style)
      else if (SKIPPED.has(each.name)) continue
      else if (each.name === 'text:s')
        add(paragraph, ' '.repeat(Math.min(Number(each.attributes['text:c'] ?? 1), 200)), style)
      else if (each.name === 'text:tab') add(paragraph, '\t', style)
      else if (each.name === 'text:line-break') add(paragraph, '\n', style)
      else if (each.name === 'text:note') this.notes.push(this.blocks(child(each, 'text:note-body') ?? each))
      else if (each.name === 'text:ruby-text')
        add(paragraph, withRuby('', each.children.filter((letters) => typeof letters === 'string').join('')), style)
      else if (each.name.startsWith('draw:')) paragraph.boxes.push(this.blocks(each))
      else this.#content(each, each.name === 'text:span' ? this.#span(each, style) : style, paragraph)
    }
  }

  #span(element: XmlElement, outer: OdtStyle): OdtStyle {
    const own = this.#styles.style(element.attributes['text:style-name'])
    return {
      ...outer,
      font: own.font ?? outer.font,
      capitals: own.capitals || outer.capitals,
      hidden: own.hidden || outer.hidden,
    }
  }

  #table(element: XmlElement): Table {
    const rows: Block[][][] = []
    const addRows = (parent: XmlElement) => {
      for (const each of elements(parent)) {
        if (each.name !== 'table:table-row') addRows(each)
        else rows.push(elements(each, 'table:table-cell').map((cell) => this.blocks(cell)))
      }
    }
    addRows(element)
    return { kind: 'table', rows }
  }
}

function add(paragraph: Paragraph, text: string, { font, capitals, hidden }: OdtStyle): void {
  if (!hidden && text !== '') paragraph.pieces.push({ text, font, capitals })
}

/** White space in the file counts as one space, and not at all after another. */
function addSpaced(paragraph: Paragraph, raw: string, style: OdtStyle): void {
  const text = raw.replace(/[ \t\r\n]+/g, ' ')
  const before = paragraph.pieces.at(-1)?.text ?? '\n'
  add(paragraph, /[ \n\t]$/.test(before) ? text.replace(/^ /, '') : text, style)
}

/** @throws {ReadError} `encrypted`, `truncated`, `unpacks-too-large`, `has-doctype`, `too-deep`. */
export function readOdt(bytes: Uint8Array, options: ReadOptions): Decoded {
  const { limits, language } = options
  const names = ['content.xml', 'styles.xml', 'META-INF/manifest.xml']
  const parts = unpack(bytes, (name) => names.includes(name), options)
  const sourceOf = (name: string) => new TextDecoder('utf-8').decode(parts.get(name) ?? new Uint8Array(0))
  if (sourceOf('META-INF/manifest.xml').includes('encryption-data')) throw refusal('encrypted', {}, language)
  const parse = (name: string) =>
    parts.has(name) ? parseXml(sourceOf(name), { nesting: limits.nesting, language }) : undefined
  const content = parse('content.xml')
  const body = child(content, 'office:body', 'office:text')
  if (!body) throw refusal('truncated', { reason: 'content.xml' }, language)
  const reading = new Reading(new OdtStyles([parse('styles.xml'), content]))
  const blocks = reading.blocks(body)
  const fonts = new Fonts([...blocks, ...reading.notes.flat()])
  const foot = reading.notes.map((note) => linesOf(note, fonts).join(' ').trim())
  return decodeFlow('odt', linesOf(blocks, fonts), foot, options, fonts.paragraphs)
}
