/**
 * Puts the words of an engine onto the pages of a PDF, unseen, with title and outline. The source is not written anew:
 * what is added stands behind its last byte (an incremental update), so that its images and all else in it stay as they
 * are. Only a small file that would grow by too much is packed anew, its images still byte for byte.
 */
import { PDFDict, PDFDocument, PDFHexString, PDFName, type PDFPage, type PDFRef, PDFString } from '@cantoo/pdf-lib'
import type { DocumentTitle, OutlineEntry } from './document-title.ts'
import { Charset, GLYPH_WIDTH, glyphlessFont, LAST_CODE } from './glyphless-font.ts'
import { type Detail, type PageFrame, type PageWord, textOperators, type Turn } from './placed-words.ts'
import { xmpOf } from './xmp.ts'

export interface Layer {
  /** By page, from 1. */
  words: Map<number, PageWord[]>
  title: DocumentTitle
  outline: OutlineEntry[]
}

const FONT = 'Unseen'
/** What the layer may add to a file, as a share of it: where it would be more, lines take the place of words. */
const MOST_ADDED = 0.05

/** @throws what pdf-lib throws for a file that it cannot read. */
export async function addLayer(bytes: Uint8Array, layer: Layer): Promise<Uint8Array> {
  const most = bytes.length * (1 + MOST_ADDED)
  const words = await added(bytes, layer, 'word')
  if (words.length <= most) return words
  const lines = await added(bytes, layer, 'line')
  if (lines.length <= most) return lines
  const packed = await packedAnew(bytes, layer)
  return packed.length < lines.length ? packed : lines
}

async function added(bytes: Uint8Array, layer: Layer, detail: Detail): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { forIncrementalUpdate: true, updateMetadata: false })
  writeLayer(document, layer, detail)
  return document.commit({ useObjectStreams: true })
}

/** Its objects in compressed streams, as PDF has had them since 1.5: what the layer adds is mostly won back. */
async function packedAnew(bytes: Uint8Array, layer: Layer): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  writeLayer(document, layer, 'line')
  return document.save({ useObjectStreams: true, updateFieldAppearances: false })
}

/** The same into a document that is open. */
export function writeLayer(document: PDFDocument, { words, title, outline }: Layer, detail: Detail): void {
  const charset = new Charset([' ', ...[...words.values()].flat().map(({ text }) => text)])
  const pages = document.getPages()
  const written = [...words].flatMap(([number, own]) => {
    const page = pages[number - 1]
    return page && own.length > 0
      ? [{ page, operators: textOperators(own, frameOf(page), { font: FONT, charset, detail }) }]
      : []
  })
  const fonts = embedFonts(document, charset)
  for (const { page, operators } of written) writePage(document, page, operators, fonts)
  describe(document, title, detail)
  if (outline.length > 0) writeOutline(document, pages, outline)
}

/** What pdf.js calls the view of a page, in which the words were placed. */
function frameOf(page: PDFPage): PageFrame {
  const [media, crop] = [page.getMediaBox(), page.getCropBox()]
  const left = Math.max(media.x, crop.x)
  const bottom = Math.max(media.y, crop.y)
  const right = Math.min(media.x + media.width, crop.x + crop.width)
  const top = Math.min(media.y + media.height, crop.y + crop.height)
  const rotation = ((((Math.round(page.getRotation().angle / 90) % 4) + 4) % 4) * 90) as Turn
  return { left, bottom, right, top, rotation, scale: 1 }
}

function embedFonts({ context }: PDFDocument, charset: Charset): PDFRef[] {
  const file = context.register(context.flateStream(glyphlessFont()))
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: FONT,
      Flags: 4,
      FontBBox: [0, 0, 500, 800],
      ItalicAngle: 0,
      Ascent: 800,
      Descent: -200,
      CapHeight: 800,
      StemV: 80,
      FontFile2: file,
    }),
  )
  const widths = context.register(context.obj(Array(LAST_CODE).fill(GLYPH_WIDTH * 1000)))
  return Array.from({ length: charset.fonts }, (_, font) => {
    const toUnicode = context.register(context.flateStream(charset.toUnicode(font)))
    return context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'TrueType',
        BaseFont: FONT,
        FirstChar: 1,
        LastChar: LAST_CODE,
        Widths: widths,
        FontDescriptor: descriptor,
        ToUnicode: toUnicode,
      }),
    )
  })
}

/** Adds content behind that of the page, whose own is closed off, and the fonts to a copy of its resources. */
function writePage({ context }: PDFDocument, page: PDFPage, operators: string, fonts: PDFRef[]): void {
  const { node } = page
  const contents = node.Contents()
  const own =
    contents === undefined ? [] : 'asArray' in contents ? contents.asArray() : [node.get(PDFName.of('Contents'))]
  const added = context.register(context.flateStream(Buffer.from(`Q\n${operators}`, 'latin1')))
  const open = context.getPushGraphicsStateContentStream()
  node.set(PDFName.of('Contents'), context.obj([open, ...own, added] as never))
  const resources = node.Resources()?.clone(context) ?? context.obj({})
  const named = resources.lookupMaybe(PDFName.of('Font'), PDFDict)?.clone(context) ?? context.obj({})
  for (const [index, font] of fonts.entries()) named.set(PDFName.of(`${FONT}${index}`), font)
  resources.set(PDFName.of('Font'), named)
  node.set(PDFName.of('Resources'), resources)
}

export function tellInfo(document: PDFDocument, { title, author, subject, number }: DocumentTitle): void {
  if (title !== null) document.setTitle(title, { showInWindowTitleBar: true })
  if (author !== null) document.setAuthor(author)
  if (subject !== null) document.setSubject(subject)
  if (number !== null) document.setKeywords([number])
}

/** In the information dictionary, and as XMP where there is room for it. */
function describe(document: PDFDocument, title: DocumentTitle, detail: Detail): void {
  tellInfo(document, title)
  document.catalog.set(PDFName.of('Lang'), PDFString.of('vi'))
  if (detail === 'line') return
  const { context } = document
  const metadata = context.flateStream(xmpOf(title), { Type: 'Metadata', Subtype: 'XML' })
  document.catalog.set(PDFName.of('Metadata'), context.register(metadata))
}

/** The parts of the document in the pane of a viewer; an outline that the source has stands. */
function writeOutline({ context, catalog }: PDFDocument, pages: PDFPage[], entries: OutlineEntry[]): void {
  if (catalog.get(PDFName.of('Outlines'))) return
  const root = context.nextRef()
  const build = (parent: PDFRef, own: OutlineEntry[]): { first: PDFRef; last: PDFRef; count: number } => {
    const refs = own.map(() => context.nextRef())
    let count = own.length
    for (const [index, { title, page, entries: inner }] of own.entries()) {
      const dictionary = context.obj({
        Title: PDFHexString.fromText(title),
        Parent: parent,
        Dest: [(pages[page - 1] ?? (pages[0] as PDFPage)).ref, 'Fit'],
      })
      const [before, after] = [refs[index - 1], refs[index + 1]]
      if (before) dictionary.set(PDFName.of('Prev'), before)
      if (after) dictionary.set(PDFName.of('Next'), after)
      if (inner.length > 0) {
        const below = build(refs[index] as PDFRef, inner)
        dictionary.set(PDFName.of('First'), below.first)
        dictionary.set(PDFName.of('Last'), below.last)
        dictionary.set(PDFName.of('Count'), context.obj(below.count))
        count += below.count
      }
      context.assign(refs[index] as PDFRef, dictionary)
    }
    return { first: refs[0] as PDFRef, last: refs.at(-1) as PDFRef, count }
  }
  const { first, last, count } = build(root, entries)
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: count }))
  catalog.set(PDFName.of('Outlines'), root)
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}
