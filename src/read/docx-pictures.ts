/** A DOCX that holds only pictures: scans that were pasted into Word. They are read by OCR, one a page. */
import { append } from '../arrays.ts'
import type { Decoded } from './decoded.ts'
import type { ReadOptions } from './options.ts'
import { unpack } from './zip.ts'

const PICTURE = /^word\/media\/[^/]*?(\d*)\.(?:png|jpe?g|tiff?)$/i
/** Smaller pictures are logos and rules. */
const LEAST_BYTES = 20_000

const numberOf = (name: string) => Number(PICTURE.exec(name)?.[1] || 0)

/**
 * The text of the pictures, each on its own page; null where there are none of a page's size.
 * @throws {ReadError} `ocr-needed` where OCR is off, and what reading an image throws.
 */
export async function readPictures(bytes: Uint8Array, options: ReadOptions): Promise<Decoded | null> {
  const pictures = [...unpack(bytes, (name) => PICTURE.test(name), options)]
    .filter(([, picture]) => picture.length >= LEAST_BYTES)
    .sort(([a], [b]) => numberOf(a) - numberOf(b))
    .slice(0, options.limits.pages)
  if (pictures.length === 0) return null
  const { readImage } = await import('./image.ts')
  const whole: Decoded = {
    text: '',
    format: 'docx',
    encoding: null,
    pages: pictures.length,
    ocr: null,
    places: [],
    diagnostics: [],
  }
  let confidence = 0
  for (const [index, [, picture]] of pictures.entries()) {
    const page = await readImage(picture, options)
    const shift = whole.text === '' ? 0 : whole.text.length + 2
    whole.text += shift === 0 ? page.text : `\n\f${page.text}`
    for (const place of page.places)
      whole.places.push({ ...place, page: index + 1, span: [place.span[0] + shift, place.span[1] + shift] })
    append(whole.diagnostics, page.diagnostics)
    confidence += page.ocr?.confidence ?? 0
    if (page.ocr) whole.ocr = { ...page.ocr, confidence: confidence / (index + 1) }
  }
  return whole
}
