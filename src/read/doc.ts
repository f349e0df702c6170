/** DOC (Word 97–2003): the text as Word prints it, numbers of automatic lists included, in reading order. */
import { append } from '../arrays.ts'
import { diagnose } from '../rules.ts'
import { type Block, Fonts, linesOf, type Paragraph, type Piece, plainParagraph, type Table } from './blocks.ts'
import type { Decoded } from './decoded.ts'
import { type DocFile, openDoc, type Opened, type Run, type Story } from './doc-file.ts'
import type { Properties } from './doc-properties.ts'
import { decodeFlow } from './flow.ts'
import { Counters } from './list-counters.ts'
import type { ReadOptions } from './options.ts'
import { refusal } from './refusals.ts'
import { rubyOfField } from './ruby.ts'

/** Word's own control characters. */
const CONTROLS: Record<string, string> = {
  '\x0b': '\n',
  '\x0c': '\f',
  '\x1e': '-',
  '\x1f': '',
  '\x09': '\t',
  '\xa0': ' ',
}

/** Fields of one paragraph after another: the instruction is left out, but for ruby, the result stays. */
class Fields {
  readonly #open: boolean[] = []
  /** The instruction that is open, or was last. */
  #instruction = ''

  shown(text: string): string {
    let shown = ''
    for (const char of text) {
      if (char === '\x13') {
        this.#open.push(true)
        this.#instruction = ''
      } else if (char === '\x14') this.#open[this.#open.length - 1] = false
      else if (char === '\x15') {
        if (this.#open.pop() && !this.#open.includes(true)) shown += rubyOfField(this.#instruction)
      } else if (this.#open.includes(true)) this.#instruction += char
      else if (char in CONTROLS) shown += CONTROLS[char]
      else if (char >= ' ') shown += char
    }
    return shown
  }
}

/** Of special characters (pictures, anchors, note marks) only the marks of fields count. */
const fieldMarksOf = (text: string) =>
  Array.from(text)
    .filter((char) => char >= '\x13' && char <= '\x15')
    .join('')

function piecesOf(runs: Run[], paragraph: Properties, file: DocFile, fields: Fields): Piece[] {
  const pieces: Piece[] = []
  for (const { text, look } of runs) {
    const visible = !(look.hidden ?? paragraph.hidden) && !look.deleted
    const shown = fields.shown(look.special ? fieldMarksOf(text) : text)
    const symbol = look.symbol !== undefined && look.special ? '•' : ''
    if (!visible || shown + symbol === '') continue
    const font = file.fontOf(look, paragraph)
    pieces.push({ text: shown + symbol, font, capitals: look.capitals ?? paragraph.capitals ?? false })
  }
  return pieces
}

/** The blocks of a story; consecutive rows make a table. */
function blocksOf(file: DocFile, story: Story, counters: Counters): Block[] {
  const blocks: Block[] = []
  const fields = new Fields()
  let cell: Block[] = []
  let row: Block[][] = []
  for (const { runs, mark, properties } of file.paragraphs(story)) {
    if (properties.rowEnd && mark === '\x07') {
      const last = blocks.at(-1)
      const table: Table = last?.kind === 'table' ? last : { kind: 'table', rows: [] }
      if (table !== last) blocks.push(table)
      table.rows.push(row)
      row = []
      cell = []
      continue
    }
    const pieces = piecesOf(runs, properties, file, fields)
    const label = properties.list ? counters.next(String(properties.list), properties.level ?? 0) : null
    if (properties.newPage) pieces.unshift({ text: '\f', font: null, capitals: false })
    if (mark === '\x0c') pieces.push({ text: '\f', font: null, capitals: false })
    const paragraph: Paragraph = { kind: 'paragraph', label, pieces, boxes: [], open: false }
    if (!properties.inTable) append(blocks, [...row.flat(), ...cell.splice(0), paragraph])
    else cell.push(paragraph)
    if (!properties.inTable) row = []
    if (mark !== '\x07') continue
    row.push(cell)
    cell = []
  }
  append(blocks, [...row.flat(), ...cell])
  return blocks
}

function opened(bytes: Uint8Array, { language }: ReadOptions): Exclude<Opened, { kind: 'encrypted' }> {
  let found: Opened
  try {
    found = openDoc(bytes)
  } catch (cause) {
    throw refusal('truncated', { reason: cause instanceof Error ? cause.message : 'OLE' }, language, cause)
  }
  if (found.kind === 'encrypted') throw refusal('encrypted', {}, language)
  return found
}

interface Flow {
  lines: string[]
  notes: string[]
  /** How many paragraphs are set in each encoding. */
  written: Fonts['paragraphs']
}

function flowOfFile(file: DocFile): Flow {
  const counters = new Counters(file.lists)
  const body = blocksOf(file, 'body', counters)
  const boxes = blocksOf(file, 'boxes', counters)
  const notes = [...blocksOf(file, 'footnotes', counters), ...blocksOf(file, 'endnotes', counters)]
  const fonts = new Fonts([...body, ...boxes, ...notes])
  const filled = (blocks: Block[]) => linesOf(blocks, fonts).filter((line) => line.trim() !== '')
  return { lines: [...filled(boxes), ...linesOf(body, fonts)], notes: filled(notes), written: fonts.paragraphs }
}

/** The lines of a text that came without its formatting. */
function linesOfText(text: string): string[] {
  const paragraphs = text.replaceAll('\x07', '\r').split('\r')
  return linesOf(
    paragraphs.map((line) => plainParagraph(new Fields().shown(line))),
    new Fonts([]),
  )
}

/** @throws {ReadError} `encrypted`, `truncated`. */
export function readDoc(bytes: Uint8Array, options: ReadOptions): Decoded {
  const found = opened(bytes, options)
  let flow: Flow
  try {
    flow =
      found.kind === 'document'
        ? flowOfFile(found.file)
        : { lines: linesOfText(found.text), notes: [], written: new Map() }
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw refusal('truncated', { reason: cause.message }, options.language, cause)
  }
  const decoded = decodeFlow('doc', flow.lines, flow.notes, options, flow.written)
  if (found.kind === 'old') decoded.diagnostics.push(diagnose('automatic-numbers-lost', {}, options.language))
  return decoded
}
