/** The look of a DOCX: its section, and the run properties with the styles they come from. */
import type { ReadOptions } from '../read/options.ts'
import { child, elements, parseXml, type XmlElement } from '../read/xml.ts'
import { unpack } from '../read/zip.ts'
import { MILLIMETRE, NamedStyles, wordsOf } from './docx-styles.ts'
import { type Look, type Style, StyledText } from './look.ts'
import { paragraphLook } from './paragraphs-docx.ts'

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
  const named = part('word/styles.xml')
  const styles = new NamedStyles<Style>(named, 'w:rPr', partly)
  const text = new StyledText()
  readParagraphs(body, styles, text)
  const section = firstSection(body)
  const size = child(section, 'w:pgSz')?.attributes
  const margin = child(section, 'w:pgMar')?.attributes
  const millimetres = (value: string | undefined) => Number(value) / MILLIMETRE
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
    paragraph: paragraphLook(elements(body, 'w:p'), named),
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

function readParagraphs(parent: XmlElement, styles: NamedStyles<Style>, text: StyledText): void {
  for (const each of elements(parent)) {
    if (each.name === 'w:p') readRuns(each, child(each, 'w:pPr'), styles, text)
    else readParagraphs(each, styles, text)
  }
}

function readRuns(
  parent: XmlElement,
  paragraph: XmlElement | undefined,
  styles: NamedStyles<Style>,
  text: StyledText,
): void {
  for (const each of elements(parent)) {
    if (each.name !== 'w:r') {
      if (each.name !== 'w:pPr') readRuns(each, paragraph, styles, text)
      continue
    }
    const run = child(each, 'w:rPr')
    text.add(wordsOf(each), {
      ...PLAIN,
      ...styles.ofParagraph(paragraph),
      ...styles.named(child(run, 'w:rStyle')?.attributes['w:val']),
      ...partly(run),
    })
  }
}

type Partly = Partial<Style>

const PLAIN: Style = { font: null, size: null, bold: false, italic: false }

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
