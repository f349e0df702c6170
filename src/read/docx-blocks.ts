/**
 * The body of a DOCX as blocks: paragraphs of pieces with their fonts, and tables of cells of blocks. Tracked changes
 * are taken as accepted, fields by their result, text boxes kept beside the paragraph that holds their anchor.
 */
import { type Block, type Paragraph, type Piece, plainParagraph, type Table } from './blocks.ts'
import type { Numbering } from './docx-numbering.ts'
import type { Styles } from './docx-styles.ts'
import { rubyOfField, withRuby } from './ruby.ts'
import { child, elements, type XmlElement } from './xml.ts'

export interface Context {
  styles: Styles
  numbering: Numbering
  /** Ids of the footnotes and endnotes in the order in which they are called: `footnote/2`. */
  notes: string[]
}

/** Wrappers whose content counts as if it stood alone. */
const WRAPPERS = new Set([
  'w:ins',
  'w:moveTo',
  'w:hyperlink',
  'w:smartTag',
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'm:oMathPara',
  'm:oMath',
  'm:r',
])
const BREAKS: Record<string, string> = { 'w:tab': '\t', 'w:ptab': '\t', 'w:cr': '\n', 'w:noBreakHyphen': '-' }

/** Of two forms of the same drawing, the newer that holds text. */
function chosen(alternate: XmlElement): XmlElement[] {
  const forms = [...elements(alternate, 'mc:Choice'), ...elements(alternate, 'mc:Fallback')]
  const form = forms.find((each) => holds(each, 'w:txbxContent')) ?? forms[0]
  return elements(form)
}

function holds(element: XmlElement, name: string): boolean {
  return elements(element).some((each) => each.name === name || holds(each, name))
}

type Look = Pick<Piece, 'font' | 'capitals'>

/** State that runs through one paragraph. */
class Walk {
  readonly pieces: Piece[] = []
  readonly boxes: Block[][] = []
  /** Nested fields that are still in their instruction, not their result. */
  instructions: boolean[] = []
  /** The instruction that is open, or was last. */
  #instruction = ''

  readonly paragraph: XmlElement | undefined
  readonly context: Context

  constructor(paragraph: XmlElement | undefined, context: Context) {
    this.paragraph = paragraph
    this.context = context
  }

  add(text: string, { font, capitals }: Look): void {
    if (text === '') return
    const last = this.pieces.at(-1)
    if (last && last.font === font && last.capitals === capitals) last.text += text
    else this.pieces.push({ text, font, capitals })
  }

  /** Boxes inside a drawing, and letters drawn as a picture. */
  drawing(element: XmlElement): void {
    for (const each of elements(element)) {
      if (each.name === 'w:txbxContent') this.boxes.push(blocksOf(each, this.context))
      else if (each.name === 'mc:AlternateContent') for (const form of chosen(each)) this.drawing(wrap(form))
      else {
        const letters = each.name === 'v:textpath' ? each.attributes.string : undefined
        if (letters) this.boxes.push([plainParagraph(letters)])
        this.drawing(each)
      }
    }
  }

  run(run: XmlElement): void {
    const look = this.context.styles.look(this.paragraph, child(run, 'w:rPr'))
    for (const each of elements(run)) {
      if (each.name === 'w:fldChar') this.field(each.attributes['w:fldCharType'], look)
      else if (each.name === 'mc:AlternateContent') for (const form of chosen(each)) this.drawing(wrap(form))
      else if (each.name === 'w:drawing' || each.name === 'w:pict' || each.name === 'w:object') this.drawing(each)
      else if (each.name === 'w:instrText') this.#instruction += textOf(each)
      else if (!look.hidden && !this.instructions.includes(true)) this.shown(each, look)
    }
  }

  /** What a reader sees of a run. */
  shown(each: XmlElement, look: Look): void {
    if (each.name === 'w:ruby') this.ruby(each)
    else if (each.name === 'w:t' || each.name === 'm:t') this.add(textOf(each), look)
    else if (each.name === 'w:br') this.add(each.attributes['w:type'] === 'page' ? '\f' : '\n', look)
    else if (each.name === 'w:sym') this.add(symbolOf(each), look)
    else if (each.name === 'w:footnoteReference' || each.name === 'w:endnoteReference')
      this.context.notes.push(`${each.name.slice(2, -9)}/${each.attributes['w:id']}`)
    else if (BREAKS[each.name]) this.add(BREAKS[each.name] as string, look)
  }

  field(type: string | undefined, look: Look): void {
    if (type === 'begin') {
      this.instructions.push(true)
      this.#instruction = ''
    } else if (type === 'separate') this.instructions[this.instructions.length - 1] = false
    else if (type === 'end' && this.instructions.pop() && !this.instructions.includes(true))
      this.add(rubyOfField(this.#instruction), look)
  }

  ruby(element: XmlElement): void {
    const over = new Walk(this.paragraph, this.context)
    over.content(child(element, 'w:rt') ?? wrap(element))
    this.content(child(element, 'w:rubyBase') ?? wrap(element))
    const [last] = this.pieces.slice(-1)
    if (last) last.text = withRuby(last.text, over.pieces.map(({ text }) => text).join(''))
  }

  content(element: XmlElement): void {
    for (const each of elements(element)) {
      if (each.name === 'w:r' || each.name === 'm:r') this.run(each)
      else if (each.name === 'mc:AlternateContent') for (const form of chosen(each)) this.content(wrap(form))
      else if (WRAPPERS.has(each.name) || each.name.startsWith('m:')) this.content(each)
    }
  }
}

const wrap = (element: XmlElement): XmlElement => ({ name: '', attributes: {}, children: [element] })

const textOf = (element: XmlElement) => element.children.filter((each) => typeof each === 'string').join('')

/** A character of a symbol font: those in the private area have no letter; a bullet stands for them. */
function symbolOf(element: XmlElement): string {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16)
  if (!(code > 0)) return ''
  return code >= 0xe000 && code <= 0xf8ff ? '•' : String.fromCharCode(code)
}

function paragraphOf(element: XmlElement, context: Context): Paragraph {
  const properties = child(element, 'w:pPr')
  const walk = new Walk(properties, context)
  const label = context.numbering.label(properties)
  const before = child(properties, 'w:pageBreakBefore')
  if (before && !/^(?:0|false|off)$/.test(before.attributes['w:val'] ?? ''))
    walk.add('\f', { font: null, capitals: false })
  walk.content(element)
  const section = child(properties, 'w:sectPr')
  const type = child(section, 'w:type')?.attributes['w:val'] ?? 'nextPage'
  if (section && type !== 'continuous') walk.add('\f', { font: null, capitals: false })
  const open = child(properties, 'w:rPr', 'w:del') !== undefined
  return { kind: 'paragraph', label, pieces: walk.pieces, boxes: walk.boxes, open }
}

/** Rows of a table; a row or cell that was deleted, or is the lower part of a merged cell, is left out. */
function tableOf(element: XmlElement, context: Context): Table {
  const rows: Block[][][] = []
  const addRows = (parent: XmlElement) => {
    for (const row of elements(parent)) {
      if (WRAPPERS.has(row.name)) addRows(row)
      if (row.name !== 'w:tr' || child(row, 'w:trPr', 'w:del')) continue
      const cells: Block[][] = []
      const addCells = (inner: XmlElement) => {
        for (const cell of elements(inner)) {
          if (WRAPPERS.has(cell.name)) addCells(cell)
          else if (cell.name === 'w:tc') cells.push(blocksOf(cell, context))
        }
      }
      addCells(row)
      rows.push(cells)
    }
  }
  addRows(element)
  return { kind: 'table', rows }
}

/** The blocks of a body, a cell, a text box, a note. */
export function blocksOf(parent: XmlElement | undefined, context: Context): Block[] {
  const blocks: Block[] = []
  const add = (element: XmlElement) => {
    for (const each of elements(element)) {
      if (each.name === 'w:p') blocks.push(paragraphOf(each, context))
      else if (each.name === 'w:tbl') blocks.push(tableOf(each, context))
      else if (each.name === 'mc:AlternateContent') for (const form of chosen(each)) add(wrap(form))
      else if (WRAPPERS.has(each.name)) add(each)
    }
  }
  if (parent) add(parent)
  return blocks
}
