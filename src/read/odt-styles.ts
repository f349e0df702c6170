/** Styles of an ODT: font, capitals, page breaks, and the levels of its lists. Source: OpenDocument 1.3, part 3. */
import type { Level } from './list-counters.ts'
import { child, elements, type XmlElement } from './xml.ts'

export interface OdtStyle {
  font: string | null
  capitals: boolean
  hidden: boolean
  newPage: boolean
  list: string | null
}

const FORMATS: Record<string, string> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '01': 'decimalZero',
}

function levelsOf(style: XmlElement): Level[] {
  const levels: Level[] = []
  for (const each of elements(style)) {
    const { attributes } = each
    const depth = Number(attributes['text:level'] ?? 1)
    const isBullet = each.name === 'text:list-level-style-bullet'
    if (!isBullet && each.name !== 'text:list-level-style-number' && each.name !== 'text:outline-level-style') continue
    const format = isBullet ? 'bullet' : (FORMATS[attributes['style:num-format'] ?? ''] ?? 'none')
    const shown = Math.min(Math.max(Number(attributes['text:display-levels'] ?? 1), 1), depth)
    const counts = Array.from({ length: shown }, (_, index) => `%${depth - shown + 1 + index}`).join('.')
    const number = format === 'none' ? '' : counts
    levels[depth - 1] = {
      start: Number(attributes['text:start-value'] ?? 1),
      format,
      text: isBullet
        ? (attributes['text:bullet-char'] ?? '•')
        : (attributes['style:num-prefix'] ?? '') + number + (attributes['style:num-suffix'] ?? ''),
      restart: -1,
      legal: false,
      style: null,
    }
  }
  return levels
}

/** All styles of a document, by name; a style takes over what its parent sets. */
export class OdtStyles {
  readonly #styles = new Map<string, XmlElement>()
  readonly #fonts = new Map<string, string>()
  readonly lists = new Map<string, Level[]>()
  readonly outline: Level[] = []

  /** @param roots those of styles.xml and content.xml. */
  constructor(roots: (XmlElement | undefined)[]) {
    for (const root of roots) {
      for (const face of elements(child(root, 'office:font-face-decls')))
        this.#fonts.set(
          face.attributes['style:name'] ?? '',
          (face.attributes['svg:font-family'] ?? '').replace(/^'|'$/g, ''),
        )
      for (const part of ['office:styles', 'office:automatic-styles'])
        for (const style of elements(child(root, part))) this.#add(style)
    }
  }

  #add(style: XmlElement): void {
    const name = style.attributes['style:name'] ?? ''
    if (style.name === 'style:style') this.#styles.set(name, style)
    else if (style.name === 'text:list-style') this.lists.set(name, levelsOf(style))
    else if (style.name === 'text:outline-style') this.outline.push(...levelsOf(style))
  }

  style(name: string | undefined, depth = 0): OdtStyle {
    const style = name === undefined || depth > 20 ? undefined : this.#styles.get(name)
    if (!style) return { font: null, capitals: false, hidden: false, newPage: false, list: null }
    const parent = this.style(style.attributes['style:parent-style-name'], depth + 1)
    const letters = child(style, 'style:text-properties')?.attributes ?? {}
    const paragraph = child(style, 'style:paragraph-properties')?.attributes ?? {}
    const font = letters['style:font-name']
    const transform = letters['fo:text-transform']
    return {
      font: (font ? (this.#fonts.get(font) ?? font) : letters['fo:font-family']) ?? parent.font,
      capitals: transform === undefined ? parent.capitals : transform === 'uppercase',
      hidden: letters['text:display'] === undefined ? parent.hidden : letters['text:display'] === 'none',
      newPage: paragraph['fo:break-before'] === 'page',
      list: style.attributes['style:list-style-name'] ?? parent.list,
    }
  }
}
