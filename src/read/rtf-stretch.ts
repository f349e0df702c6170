/** Paragraphs, cells and rows of an RTF as they end, one after another, become blocks. */
import { append } from '../arrays.ts'
import type { Block, Paragraph, Table } from './blocks.ts'

/** Blocks of one stretch of text: the body, a text box, a note. */
export class Stretch {
  readonly blocks: Block[] = []
  #cell: Block[] = []
  #row: Block[][] = []
  #paragraph = emptyParagraph()
  inTable = false

  get paragraph(): Paragraph {
    return this.#paragraph
  }

  endParagraph(): void {
    if (this.inTable) this.#cell.push(this.#paragraph)
    else append(this.blocks, [...this.#loose(), this.#paragraph])
    this.#paragraph = emptyParagraph()
  }

  endCell(): void {
    this.#cell.push(this.#paragraph)
    this.#paragraph = emptyParagraph()
    this.#row.push(this.#cell)
    this.#cell = []
  }

  endRow(): void {
    const last = this.blocks.at(-1)
    const table: Table = last?.kind === 'table' ? last : { kind: 'table', rows: [] }
    if (table !== last) this.blocks.push(table)
    table.rows.push(this.#row)
    this.#row = []
    this.#cell = []
  }

  #loose(): Block[] {
    const blocks = [...this.#row.flat(), ...this.#cell]
    this.#row = []
    this.#cell = []
    return blocks
  }

  end(): Block[] {
    if (this.#paragraph.pieces.length > 0 || this.#paragraph.boxes.length > 0) this.endParagraph()
    append(this.blocks, this.#loose())
    return this.blocks
  }
}

function emptyParagraph(): Paragraph {
  return { kind: 'paragraph', label: null, pieces: [], boxes: [], open: false }
}
