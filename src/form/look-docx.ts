/** The look of a DOCX: its section, and the run properties with the styles they come from. */
import type { ReadOptions } from '../read/options.ts'
import { child, elements, parseXml, type XmlElement } from '../read/xml.ts'
import { unpack } from '../read/zip.ts'
import { type Look, type Style, StyledText } from './look.ts'

/** Twentieths of a point in a millimetre. */
const TWIPS = 1440 / 25.4

/** Null where the file has no body that can be read. */
export function docxLook(bytes: Uint8Array, options: ReadOptions): Look | null {
  const files = unpack(bytes, (name) => /^word\/(?:document|styles|(?:header|footer)\d*)\.xml$/.test(name), options)
  const part = (name: string) => {
    const content = files.get(name)
    return (
      content &&
      parseXml(new TextDecoder().decode(content), { nesting: options.limits.nesting, language: options.language })
    )
  }
  const body = child(part('word/document.xml'), 'w:body')
  if (!body) return null
  const styles = new Styles(part('word/styles.xml'))
  const text = new StyledText()
  readParagraphs(body, styles, text)
  const section = firstSection(body)
  const size = child(section, 'w:pgSz')?.attributes
  const margin = child(section, 'w:pgMar')?.attributes
  const millimetres = (value: string | undefined) => Number(value) / TWIPS
  return {
    page: size ? [millimetres(size['w:w']), millimetres(size['w:h'])] : [210, 297],
    margins:
      margin && Number(margin['w:left']) > 0
        ? {
            top: millimetres(margin['w:top']),
            bottom: millimetres(margin['w:bottom']),
            left: millimetres(margin['w:left']),
            right: millimetres(margin['w:right']),
          }
        : null,
    bodyFont: text.bodyFont,
    bodySize: text.bodySize,
    pageNumbers: numberedAt(files),
    scanned: false,
    styleOf: (words) => text.styleOf(words),
  }
}

/** By the field PAGE: a complex one has it as an instruction, a simple one as an attribute. */
function numberedAt(files: ReadonlyMap<string, Uint8Array>): Look['pageNumbers'] {
  const numbers = (place: string) =>
    [...files].some(
      ([name, content]) =>
        name.startsWith(`word/${place}`) &&
        /(?:instrText[^>]*>|w:instr=")\s*PAGE\b/.test(new TextDecoder().decode(content)),
    )
  return numbers('header') ? 'top' : numbers('footer') ? 'bottom' : null
}

/** The section of the first page: the last of its paragraphs carries it, the body that of the last. */
function firstSection(body: XmlElement): XmlElement | undefined {
  for (const paragraph of elements(body, 'w:p')) {
    const section = child(paragraph, 'w:pPr', 'w:sectPr')
    if (section) return section
  }
  return child(body, 'w:sectPr')
}

function readParagraphs(parent: XmlElement, styles: Styles, text: StyledText): void {
  for (const each of elements(parent)) {
    if (each.name === 'w:p') readRuns(each, child(each, 'w:pPr'), styles, text)
    else readParagraphs(each, styles, text)
  }
}

function readRuns(parent: XmlElement, paragraph: XmlElement | undefined, styles: Styles, text: StyledText): void {
  for (const each of elements(parent)) {
    if (each.name !== 'w:r') {
      if (each.name !== 'w:pPr') readRuns(each, paragraph, styles, text)
      continue
    }
    const words = elements(each, 'w:t')
      .map(({ children }) => children.filter((one) => typeof one === 'string').join(''))
      .join('')
    text.add(words, styles.of(paragraph, child(each, 'w:rPr')))
  }
}

type Partly = Partial<Style>

const isOn = (element: XmlElement | undefined) =>
  element && !/^(?:0|false|off|none)$/.test(element.attributes['w:val'] ?? '')

function partly(properties: XmlElement | undefined): Partly {
  const fonts = child(properties, 'w:rFonts')?.attributes
  const [font, size] = [fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'], child(properties, 'w:sz')?.attributes['w:val']]
  const [bold, italic] = [child(properties, 'w:b'), child(properties, 'w:i')]
  return {
    ...(font === undefined ? {} : { font }),
    ...(size === undefined ? {} : { size: Number(size) / 2 }),
    ...(bold === undefined ? {} : { bold: isOn(bold) === true }),
    ...(italic === undefined ? {} : { italic: isOn(italic) === true }),
  }
}

class Styles {
  readonly #byId = new Map<string, { own: Partly; base: string | undefined }>()
  readonly #default: Partly
  #normal: string | undefined

  constructor(root: XmlElement | undefined) {
    this.#default = partly(child(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr'))
    for (const style of elements(root, 'w:style')) {
      const id = style.attributes['w:styleId'] ?? ''
      this.#byId.set(id, { own: partly(child(style, 'w:rPr')), base: child(style, 'w:basedOn')?.attributes['w:val'] })
      if (style.attributes['w:type'] === 'paragraph' && style.attributes['w:default'] === '1') this.#normal = id
    }
  }

  #named(id: string | undefined, depth = 0): Partly {
    const style = this.#byId.get(id ?? '')
    return !style || depth > 20 ? {} : { ...this.#named(style.base, depth + 1), ...style.own }
  }

  of(paragraph: XmlElement | undefined, run: XmlElement | undefined): Style {
    const named = this.#named(child(paragraph, 'w:pStyle')?.attributes['w:val'] ?? this.#normal)
    return {
      font: null,
      size: null,
      bold: false,
      italic: false,
      ...this.#default,
      ...named,
      ...this.#named(child(run, 'w:rStyle')?.attributes['w:val']),
      ...partly(run),
    }
  }
}
