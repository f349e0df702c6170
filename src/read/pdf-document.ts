/** Opens a PDF with pdf.js, everything it needs taken from its own package, never from the network. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { standInForCanvas } from './pdf-canvas.ts'
import { offerJpegDecoder } from './pdf-jpeg.ts'
import { ReadError, type ReadOptions } from './options.ts'
import { weighed } from './pdf-weight.ts'

export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

export interface OpenPdf {
  pdfjs: Pdfjs
  document: PDFDocumentProxy
  /** Pages, from 1, of which a drawing is left out, since it would not end. */
  lightened: ReadonlySet<number>
}

/** @throws ReadError for an encrypted or a broken file. */
export async function openPdf(bytes: Uint8Array, options: ReadOptions): Promise<OpenPdf> {
  offerJpegDecoder()
  standInForCanvas()
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  // pdf.js wants this slash on Windows too
  const folder = (name: string) => `${join(home, name)}/`
  const { bytes: data, lightened } = await weighed(bytes, options.limits)
  const task = pdfjs.getDocument({
    // pdf.js takes the buffer for itself: give it a copy.
    data: data === bytes ? new Uint8Array(bytes) : data,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    useSystemFonts: false,
    useWorkerFetch: false,
    isEvalSupported: false,
    isImageDecoderSupported: true,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: options.limits.pixels,
  })
  try {
    return { pdfjs, document: await task.promise, lightened: new Set(lightened) }
  } catch (error) {
    await task.destroy().catch(() => {})
    throw explained(error, options)
  }
}

function explained(error: unknown, { language }: ReadOptions): ReadError {
  const encrypted = error instanceof Error && error.name === 'PasswordException'
  const messages = encrypted
    ? {
        en: 'This PDF is protected by a password; remove the protection and read it again.',
        vi: 'Tệp PDF này có mật khẩu; hãy gỡ mật khẩu rồi đọc lại.',
      }
    : {
        en: 'This PDF is broken and cannot be opened; take it again from its source.',
        vi: 'Tệp PDF này bị hỏng, không mở được; hãy lấy lại từ nguồn.',
      }
  return new ReadError(encrypted ? 'pdf-encrypted' : 'pdf-broken', messages[language], { cause: error })
}
