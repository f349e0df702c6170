/** DOCX: the text as Word prints it, numbers of automatic lists included, in reading order. */
import { latin } from '../latin.ts'
import { type Block, Fonts, linesOf } from './blocks.ts'
import type { Decoded } from './decoded.ts'
import { blocksOf, type Context } from './docx-blocks.ts'
import { Numbering } from './docx-numbering.ts'
import { Styles } from './docx-styles.ts'
import { decodeFlow } from './flow.ts'
import type { ReadOptions } from './options.ts'
import { refusal } from './refusals.ts'
import { child, elements, parseXml, type XmlElement } from './xml.ts'
import { unpack } from './zip.ts'

const PARTS =
  /^word\/(?:document\d*|styles|numbering|footnotes|endnotes|header\d*|footer\d*)\.xml$|^word\/_rels\/document\d*\.xml\.rels$/
const MAIN =
  /xmlns:([\w.-]+)="(?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)"/

interface Package {
  part(name: string): XmlElement | undefined
  names: string[]
}

function openPackage(bytes: Uint8Array, options: ReadOptions): Package {
  const parts = unpack(bytes, (name) => PARTS.test(name), options)
  const decoder = new TextDecoder('utf-8')
  return {
    names: [...parts.keys()],
    part(name) {
      const bytes = parts.get(name)
      if (!bytes) return undefined
      const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
      const source = utf16
        ? new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
        : decoder.decode(bytes)
      const prefix = MAIN.exec(source.slice(0, 8000))?.[1] ?? 'w'
      const usual = prefix === 'w' ? source : source.replaceAll(new RegExp(`(</?|\\s)${prefix}:`, 'g'), '$1w:')
      return parseXml(usual, { nesting: options.limits.nesting, language: options.language })
    },
  }
}

/** Header of the first page, where the document has one of its own with letters in it (a letterhead). */
function letterhead(body: XmlElement, relations: XmlElement | undefined, open: Package, context: Context): Block[] {
  const sections = [...elements(body, 'w:p').map((each) => child(each, 'w:pPr', 'w:sectPr')), child(body, 'w:sectPr')]
  const section = sections.find((each) => each !== undefined)
  if (!section || !child(section, 'w:titlePg')) return []
  const reference = elements(section, 'w:headerReference').find((each) => each.attributes['w:type'] === 'first')
  const relation = elements(relations).find((each) => each.attributes.Id === reference?.attributes['r:id'])
  const target = relation?.attributes.Target?.replace(/^\/?(?:word\/)?/, '')
  return target ? blocksOf(open.part(`word/${target}`), context) : []
}

/** Footnotes and endnotes in the order of their calls, numbered. */
function notesOf(context: Context, open: Package): Block[][] {
  const called = [...new Set(context.notes)]
  if (called.length === 0) return []
  const notes = new Map<string, XmlElement>()
  for (const kind of ['footnote', 'endnote'])
    for (const note of elements(open.part(`word/${kind}s.xml`), `w:${kind}`))
      notes.set(`${kind}/${note.attributes['w:id']}`, note)
  return called.map((id) => blocksOf(notes.get(id), context))
}

/** A document with fewer letters than this may be pictures of pages. */
const LEAST_LETTERS = 40

/**
 * @throws {ReadError} `truncated`, `unpacks-too-large`, `has-doctype`, `too-deep`; `ocr-needed` where the document
 * holds only pictures and OCR is off.
 */
export async function readDocx(bytes: Uint8Array, options: ReadOptions): Promise<Decoded> {
  const decoded = readText(bytes, options)
  if (decoded.text.replace(latin(/\P{L}/gu), '').length >= LEAST_LETTERS) return decoded
  const { readPictures } = await import('./docx-pictures.ts')
  return (await readPictures(bytes, options)) ?? decoded
}

function readText(bytes: Uint8Array, options: ReadOptions): Decoded {
  const open = openPackage(bytes, options)
  const main = open.names.find((name) => /^word\/document\d*\.xml$/.test(name)) ?? 'word/document.xml'
  const body = child(open.part(main), 'w:body')
  if (!body) throw refusal('truncated', { reason: main }, options.language)
  const styles = open.part('word/styles.xml')
  const context: Context = {
    styles: new Styles(styles),
    numbering: new Numbering(open.part('word/numbering.xml'), styles),
    notes: [],
  }
  const relations = open.part(main.replace('word/', 'word/_rels/').concat('.rels'))
  const head = letterhead(body, relations, open, context)
  const blocks = blocksOf(body, context)
  const notes = notesOf(context, open)
  const fonts = new Fonts([...head, ...blocks, ...notes.flat()])
  const top = linesOf(head, fonts).filter((line) => latin(/\p{L}{2}/u).test(line))
  const foot = notes.map((note) => linesOf(note, fonts).join(' ').trim())
  return decodeFlow('docx', [...top, ...linesOf(blocks, fonts)], foot, options, fonts.paragraphs)
}
