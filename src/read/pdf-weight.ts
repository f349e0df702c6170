/**
 * What the pages of a PDF draw, weighed before pdf.js draws it: forms that draw each other twice a level come to nothing
 * that ends, and pdf.js cannot be stopped inside of it. A form (a pattern, a mask) is weighed once, with the weights of
 * those that it draws. Where a page or a form would draw more than the limit, the heaviest of what it draws is emptied in
 * the file, in place, until the rest fits; a content that is too large by itself is emptied too.
 */
import type { PDFContext, PDFDict, PDFDocument, PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib'
import { afterLine, drawsIn, inflated, isLight, LEAST } from './pdf-streams.ts'

export interface Weighed {
  /** The file, or a copy in which drawings are emptied. */
  bytes: Uint8Array
  /** Pages, from 1, of which something is left out. */
  lightened: number[]
}

export interface WeightLimits {
  /** Bytes of operators that a page may draw. */
  drawnBytes: number
  /** Forms within forms. */
  nesting: number
}

type Lib = typeof import('@cantoo/pdf-lib')

/** Deflate of nothing. */
const PACKED_NOTHING = [0x78, 0x9c, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01]

/** @throws nothing: a file that cannot be looked through comes back as it is. */
export async function weighed(bytes: Uint8Array, limits: WeightLimits): Promise<Weighed> {
  if (isLight(bytes, limits.drawnBytes)) return { bytes, lightened: [] }
  try {
    const lib = await import('@cantoo/pdf-lib')
    const document = await lib.PDFDocument.load(bytes, {
      updateMetadata: false,
      throwOnInvalidObject: false,
      parseSpeed: lib.ParseSpeeds.Fastest,
      password: '',
    })
    const { lightened, emptied } = new Scales(lib, document, limits).weighPages()
    return { bytes: emptied.length > 0 ? withoutStreams(bytes, emptied) : bytes, lightened }
  } catch {
    return { bytes, lightened: [] }
  }
}

/** What a content draws: another one, so many times. */
interface Drawn {
  ref: PDFRef
  times: number
  weight: number
}

/** A form that was weighed, and whether something in it was left out. */
interface Form {
  weight: number
  isLightened: boolean
}

class Scales {
  private readonly lib: Lib
  private readonly document: PDFDocument
  private readonly context: PDFContext
  private readonly limits: WeightLimits
  private readonly forms = new Map<PDFRef, Form | 'begun'>()
  private readonly emptied = new Set<PDFRef>()

  constructor(lib: Lib, document: PDFDocument, limits: WeightLimits) {
    this.lib = lib
    this.document = document
    this.context = document.context
    this.limits = limits
  }

  weighPages(): { lightened: number[]; emptied: PDFRef[] } {
    const lightened: number[] = []
    this.document.getPages().forEach(({ node }, index) => {
      const contents = node.get(this.lib.PDFName.of('Contents'))
      const listed = this.context.lookup(contents)
      const refs = listed instanceof this.lib.PDFArray ? listed.asArray() : [contents]
      if (this.weigh(refs, node.Resources(), 0).isLightened) lightened.push(index + 1)
    })
    return { lightened, emptied: [...this.emptied] }
  }

  /** Contents that are drawn one after the other, with what they draw. */
  private weigh(contents: (PDFObject | undefined)[], resources: PDFDict | undefined, depth: number): Form {
    const { drawnBytes } = this.limits
    let [weight, isLightened] = [LEAST, false]
    const drawn: Drawn[] = []
    for (const ref of contents) {
      const content = this.contentOf(ref)
      if (content === 'too-large' || weight + content.length > drawnBytes) {
        if (ref instanceof this.lib.PDFRef) this.emptied.add(ref)
        isLightened = true
        continue
      }
      weight += content.length
      for (const { operator, name, count } of drawsIn(content).values()) {
        const child = this.named(operator, name, resources)
        if (!child) continue
        const form = this.form(child.ref, child.stream, resources, depth + 1)
        // What draws one that draws it closes a circle, and is left out of it.
        if (form === 'begun' && ref instanceof this.lib.PDFRef) this.emptied.add(ref)
        isLightened ||= form === 'begun' || form.isLightened
        if (form === 'begun') continue
        drawn.push({ ref: child.ref, times: count, weight: count * form.weight })
      }
    }
    drawn.sort((one, other) => one.weight - other.weight)
    for (const { ref, times, weight: own } of drawn) {
      const fits = weight + own <= drawnBytes
      if (!fits) this.emptied.add(ref)
      isLightened ||= !fits
      weight += fits ? own : Math.min(times * LEAST, drawnBytes - weight)
    }
    return { weight, isLightened }
  }

  private form(ref: PDFRef, stream: PDFStream, around: PDFDict | undefined, depth: number): Form | 'begun' {
    const known = this.forms.get(ref)
    if (known) return known
    if (depth > this.limits.nesting) {
      this.emptied.add(ref)
      return { weight: LEAST, isLightened: true }
    }
    this.forms.set(ref, 'begun')
    const resources = stream.dict.lookup(this.lib.PDFName.of('Resources'))
    const form = this.weigh([ref], resources instanceof this.lib.PDFDict ? resources : around, depth)
    this.forms.set(ref, form)
    return form
  }

  /** The form, the pattern or the mask that an operator draws by a name. */
  private named(
    operator: string,
    name: string,
    resources: PDFDict | undefined,
  ): { ref: PDFRef; stream: PDFStream } | null {
    const { PDFName, PDFDict, PDFRef, PDFStream } = this.lib
    const inDict = (dict: PDFObject | undefined, key: string) => {
      const known = this.context.lookup(dict)
      return known instanceof PDFDict ? known.get(PDFName.of(key)) : undefined
    }
    const kind = operator === 'do' ? 'XObject' : operator === 'gs' ? 'ExtGState' : 'Pattern'
    const found = inDict(inDict(resources, kind), name)
    const ref = operator === 'gs' ? inDict(inDict(found, 'SMask'), 'G') : found
    if (!(ref instanceof PDFRef)) return null
    const stream = this.context.lookup(ref)
    if (!(stream instanceof PDFStream)) return null
    return operator === 'do' && stream.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form') ? null : { ref, stream }
  }

  private contentOf(ref: PDFObject | undefined): Buffer | 'too-large' {
    const { PDFName, PDFRawStream, decodePDFRawStream } = this.lib
    const stream = this.context.lookup(ref)
    if (!(stream instanceof PDFRawStream)) return Buffer.alloc(0)
    const isPacked = stream.dict.lookup(PDFName.of('Filter')) === PDFName.of('FlateDecode')
    const content = isPacked ? inflated(stream.getContents(), this.limits.drawnBytes) : null
    return content ?? Buffer.from(decodePDFRawStream(stream).decode())
  }
}

/** What is drawn by name a hundred thousand times is skipped quickest where it is of the old kind that no reader draws. */
const FORM = /(\/Subtype\s*)\/Form\b/
const NO_FORM = '$1/PS  '

/** A copy in which the data of some streams says nothing; they keep their places and lengths. */
function withoutStreams(bytes: Uint8Array, refs: PDFRef[]): Uint8Array {
  const copy = new Uint8Array(bytes)
  const file = Buffer.from(copy.buffer)
  const wanted = new Set(refs.map(({ objectNumber, generationNumber }) => `${objectNumber} ${generationNumber}`))
  for (let at = file.indexOf(' obj'); at >= 0; at = file.indexOf(' obj', at + 1)) {
    const name = /(\d+)\s+(\d+)$/.exec(file.toString('latin1', Math.max(0, at - 24), at))
    if (!name || !wanted.has(`${Number(name[1])} ${Number(name[2])}`)) continue
    const keyword = file.indexOf('stream', at)
    const begin = afterLine(file, keyword + 'stream'.length)
    const end = file.indexOf('endstream', begin)
    if (keyword < 0 || end < 0) continue
    const dictionary = file.toString('latin1', at, keyword)
    const isPacked = /\/Filter\s*(?:\[\s*)?\/FlateDecode/.test(dictionary)
    file.write(dictionary.replace(FORM, NO_FORM), at, 'latin1')
    file.fill(' ', begin, end)
    if (isPacked) file.set(PACKED_NOTHING.slice(0, end - begin), begin)
  }
  return copy
}
