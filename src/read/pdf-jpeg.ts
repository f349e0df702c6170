/**
 * JPEGs in a PDF, decoded by sharp. pdf.js leaves them to the platform's `ImageDecoder` where there is one; Node has none,
 * so that pdf.js would decode them itself in JavaScript, in 200 to 600 ms a page and on the main thread. sharp takes 30.
 */
import { MessageChannel, MessagePort, receiveMessageOnPort } from 'node:worker_threads'

interface Encoded {
  data: Uint8Array
  type: string
}

/** Pixels that wait to be asked for, by the message in their port. */
const waiting = new Map<number, Uint8Array>()
let decoded = 0

/**
 * What pdf.js hands on must be transferable and have a `close`, which it calls when the page is cleaned up. In a browser
 * that is a bitmap; here it is a message port in which a number waits, under which the pixels are kept: they are not copied. It
 * cannot be drawn.
 */
class JpegDecoder {
  readonly #data: Uint8Array
  constructor({ data }: Encoded) {
    this.#data = data
  }

  static async isTypeSupported(type: string): Promise<boolean> {
    return type === 'image/jpeg'
  }

  async decode(): Promise<{ image: MessagePort }> {
    // pdf.js decodes by itself where this fails.
    if (drawing > 0) throw new Error('the page is drawn')
    const { default: sharp } = await import('sharp')
    const { data, info } = await sharp(this.#data, { limitInputPixels: false, failOn: 'none' })
      .raw()
      .toBuffer({ resolveWithObject: true })
    if (info.channels !== 3) throw new Error('not in colours')
    const { port1, port2 } = new MessageChannel()
    const id = decoded++
    waiting.set(id, data)
    // Nobody may ask: then they go with the page.
    port1.once('close', () => waiting.delete(id)).unref()
    port1.postMessage(id)
    return { image: port2 }
  }

  close(): void {}
}

let drawing = 0

/** To be called before pdf.js is loaded: it looks for a decoder once. */
export function offerJpegDecoder(): void {
  const platform = globalThis as { ImageDecoder?: unknown }
  platform.ImageDecoder ??= JpegDecoder
}

/** Red, green and blue of what {@link JpegDecoder} handed on; null for anything else. */
export function pixelsInJpeg(bitmap: unknown): Uint8Array | null {
  if (!(bitmap instanceof MessagePort)) return null
  const id: unknown = receiveMessageOnPort(bitmap)?.message
  const pixels = waiting.get(id as number) ?? null
  waiting.delete(id as number)
  return pixels
}

/** Draws a page; meanwhile pdf.js decodes JPEGs by itself, into what a canvas takes. */
export async function whileDrawing<T>(draw: () => Promise<T>): Promise<T> {
  drawing++
  try {
    return await draw()
  } finally {
    drawing--
  }
}
