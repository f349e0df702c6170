/** Images of pages as a PDF whose pages they are: JPEG as it is, PNG by its own compressed rows, others without loss. */
import { PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib'

/** The longer side of a sheet, in inches, where an image does not say how large it is. */
const A4_LENGTH = 11.69
/** What programs write where they know nothing. */
const UNTRUE_DPI = new Set([0, 1, 72, 96])

export interface ImagePages {
  document: PDFDocument
  /** Points of each page a pixel of its image. */
  scales: number[]
}

/** @throws what sharp throws for a file that is no image. */
export async function imagePages(bytes: Uint8Array): Promise<ImagePages> {
  const { default: sharp } = await import('sharp')
  const { format, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata()
  const document = await PDFDocument.create({ updateMetadata: false })
  const scales: number[] = []
  for (let frame = 0; frame < (format === 'tiff' ? pages : 1); frame++) {
    const image = sharp(bytes, { limitInputPixels: false, page: frame })
    const { width = 1, height = 1, density = 0, orientation = 1 } = await image.metadata()
    // A picture that is to be turned is turned: its places count on what is seen.
    const upright = orientation === 1 ? image : image.rotate()
    const [across, down] = orientation > 4 ? [height, width] : [width, height]
    const dpi = UNTRUE_DPI.has(Math.round(density)) ? Math.max(across, down) / A4_LENGTH : density
    const scale = 72 / dpi
    scales.push(scale)
    const drawn =
      format === 'jpeg' && orientation === 1
        ? await jpeg(document, bytes)
        : await png(document, await lossless(upright, bytes, format, orientation))
    const page = document.addPage([across * scale, down * scale])
    page.node.setXObject(PDFName.of('Page'), drawn)
    const operators = `q ${across * scale} 0 0 ${down * scale} 0 0 cm /Page Do Q\n`
    page.node.set(PDFName.of('Contents'), document.context.register(document.context.flateStream(operators)))
  }
  return { document, scales }
}

async function jpeg(document: PDFDocument, bytes: Uint8Array): Promise<PDFRef> {
  const image = await document.embedJpg(bytes)
  await image.embed()
  return image.ref
}

type Picture = { removeAlpha(): Picture; png(options: object): { toBuffer(): Promise<Buffer> } }

/** A PNG without transparency and without interlacing: that of the source where it is one already. */
async function lossless(
  image: Picture & { metadata(): Promise<object> },
  bytes: Uint8Array,
  format: string | undefined,
  orientation: number,
): Promise<Uint8Array> {
  const header = format === 'png' && orientation === 1 ? headerOf(bytes) : null
  if (header && header.interlace === 0 && (header.color === 0 || header.color === 2 || header.color === 3)) return bytes
  return image.removeAlpha().png({ compressionLevel: 9 }).toBuffer()
}

interface PngHeader {
  width: number
  height: number
  depth: number
  /** 0 grey, 2 colours, 3 palette; 4 and 6 with transparency. */
  color: number
  interlace: number
}

function headerOf(bytes: Uint8Array): PngHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    depth: bytes[24] as number,
    color: bytes[25] as number,
    interlace: bytes[28] as number,
  }
}

/** The rows of a PNG are compressed as PDF compresses them (ISO 32000-1, 7.4.4.4): they are taken over as they are. */
async function png({ context }: PDFDocument, bytes: Uint8Array): Promise<PDFRef> {
  const { width, height, depth, color } = headerOf(bytes)
  const { rows, palette } = chunksOf(bytes)
  const colors = color === 2 ? 3 : 1
  const indexed = [
    'Indexed',
    'DeviceRGB',
    Math.floor(palette.length / 3) - 1,
    context.register(context.flateStream(palette)),
  ]
  const space = color === 3 ? indexed : color === 2 ? 'DeviceRGB' : 'DeviceGray'
  const stream = context.stream(rows, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: depth,
    ColorSpace: space,
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: 15, Colors: colors, BitsPerComponent: depth, Columns: width },
  } as never)
  return context.register(stream)
}

function chunksOf(bytes: Uint8Array): { rows: Uint8Array; palette: Uint8Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rows: Uint8Array[] = []
  let palette = new Uint8Array()
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at)
    const name = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1')
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (name === 'IDAT') rows.push(data)
    if (name === 'PLTE') palette = Uint8Array.from(data)
    at += 12 + length
  }
  return { rows: Buffer.concat(rows), palette }
}
