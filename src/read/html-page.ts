/** The text of a web page as it comes, made into paragraphs and tables. */
import type { Block, Paragraph, Table } from './blocks.ts'
import type { FontRules } from './html-fonts.ts'
import type { HtmlElement } from './html-tree.ts'

/** What is in force at a place of the page. */
export interface State {
  /** Leave out what belongs to the site and not to the document. */
  bare: boolean
  isMenu: (element: HtmlElement) => boolean
  article: boolean
  font: string | null
  capitals: boolean
  pre: boolean
  rules: FontRules
}

/** Builds blocks; a paragraph ends wherever a block element begins or ends. */
export class Page {
  readonly blocks: Block[] = []
  #paragraph: Paragraph | null = null

  text(value: string, { font, capitals, pre }: State): void {
    const text = pre ? value : value.replace(/[ \t\n\r\f]+/g, ' ')
    const last = this.#paragraph?.pieces.at(-1)
    const spaced = !pre && (!last || /[ \n]$/.test(last.text)) ? text.replace(/^ /, '') : text
    if (spaced === '') return
    this.#paragraph ??= this.#open(null)
    if (last && last.font === font && last.capitals === capitals) last.text += spaced
    else this.#paragraph.pieces.push({ text: spaced, font, capitals })
  }

  lineBreak(): void {
    this.#paragraph ??= this.#open(null)
    this.#paragraph.pieces.push({ text: '\n', font: null, capitals: false })
  }

  end(): void {
    this.#paragraph = null
  }

  begin(label: string | null): void {
    this.#paragraph = this.#open(label)
  }

  table(table: Table): void {
    this.end()
    this.blocks.push(table)
  }

  #open(label: string | null): Paragraph {
    const paragraph: Paragraph = { kind: 'paragraph', label, pieces: [], boxes: [], open: false }
    this.blocks.push(paragraph)
    return paragraph
  }
}
