/** The look of a PDF: its paper, the names and sizes of its fonts. Margins are not stated there, so none are judged. */
import { openPdf } from '../read/pdf-document.ts'
import type { ReadOptions } from '../read/options.ts'
import { drawnOn } from '../read/pdf-drawn.ts'
import { type Look, StyledText } from './look.ts'

/** Points in a millimetre. */
const POINTS = 72 / 25.4
/** An image that covers this share of a page is the page. */
const FULL_PAGE = 0.6
/** Names that a font goes by; a program that makes a layer of text for a scan gives others. */
const FAMILIES =
  /^(?:times|arial|calibri|cambria|verdana|tahoma|courier|helvetica|georgia|liberation|dejavu|segoe|roboto|palatino|garamond|\.?vn|vni)/i
/** The form is in the first pages. */
const MOST_PAGES = 20

export async function pdfLook(bytes: Uint8Array, options: ReadOptions): Promise<Look> {
  const { pdfjs, document } = await openPdf(bytes, options)
  const text = new StyledText()
  let paper: [number, number] = [210, 297]
  let scanned = false
  let hasWeights = false
  try {
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
      const page = await document.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      if (number === 1) paper = [width / POINTS, height / POINTS]
      const { images } = await drawnOn(pdfjs, page)
      scanned ||= images >= FULL_PAGE
      const content = await page.getTextContent({ disableNormalization: true })
      for (const item of content.items) {
        if (!('str' in item)) continue
        const font = page.commonObjs.has(item.fontName)
          ? (page.commonObjs.get(item.fontName) as { name?: string }).name
          : undefined
        hasWeights ||= /bold/i.test(font ?? '')
        const [, , c = 0, d = 0] = item.transform as number[]
        text.add(item.str, {
          font: familyOf(font),
          size: Math.round(Math.hypot(c, d) * 2) / 2,
          bold: /bold|black|heavy/i.test(font ?? ''),
          italic: /italic|oblique/i.test(font ?? ''),
        })
      }
      page.cleanup()
    }
  } finally {
    await document.loadingTask.destroy().catch(() => {})
  }
  // Where no font is called bold, weights cannot be told.
  const styleOf: Look['styleOf'] = (words) => (hasWeights ? text.styleOf(words) : null)
  return {
    page: paper,
    margins: null,
    bodyFont: text.bodyFont,
    bodySize: text.bodySize,
    paragraph: null,
    pageNumbers: null,
    scanned,
    styleOf,
  }
}

function familyOf(font: string | undefined): string | null {
  const name = font?.replace(/^[A-Z]{6}\+/, '') ?? ''
  return FAMILIES.test(name) ? name : null
}
