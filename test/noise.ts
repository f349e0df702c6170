/**
 * Hard cases made from the fixtures: pure, seeded functions from a clean document and its truth to a noisy one and the
 * truth that still holds. The same fixture, kind and seed always give the same case.
 */
import type { Fixture, Truth } from './fixtures.ts'
import { FOOTER_LAYOUTS, layOutFooter } from './noise/footer.ts'
import { HEADER_LAYOUTS, takeApart } from './noise/header.ts'
import { layOut } from './noise/layouts.ts'
import { type HardCase, loseFooter, loseHeader } from './noise/losses.ts'
import { confuse } from '../train/documents/noise/confuse.ts'
import { truthAfter } from './noise/ocr.ts'
import { breakPages, type Furniture, stampBefore } from './noise/pages.ts'

export type { HardCase } from './noise/losses.ts'

export interface NoiseSource extends Fixture {
  expected: Truth
}

interface NoiseKind {
  /** For the table: `header: zigzag`, `OCR 1 %`. */
  id: string
  /** Null where the document does not lend itself to this kind. */
  make(source: NoiseSource, seed: string): HardCase | null
}

const layouts: NoiseKind[] = HEADER_LAYOUTS.map((layout) => ({
  id: `header: ${layout}`,
  make(source) {
    const parts = takeApart(source.text, source.expected)
    return parts && { text: layOut(parts, layout), expected: source.expected }
  },
}))

const footers: NoiseKind[] = FOOTER_LAYOUTS.map((layout) => ({
  id: `footer: ${layout}`,
  make(source) {
    const text = layOutFooter(source.text, source.expected, layout)
    return text === null ? null : { text, expected: source.expected }
  },
}))

const scans: NoiseKind[] = [0.005, 0.01, 0.02].map((rate) => ({
  id: `OCR ${rate * 100} %`,
  make(source, seed) {
    const { text, edits } = confuse(source.text, rate, `${seed} ${source.path} ${rate}`)
    return { text, expected: truthAfter(source.expected, source.text, edits) }
  },
}))

const pages: NoiseKind[] = (
  [
    ['page break in a sentence', 'none'],
    ['page numbers', 'page-number'],
    ['running heads', 'running-head'],
  ] as [string, Furniture][]
).map(([id, furniture]) => ({
  id,
  make(source, seed) {
    const text = breakPages(source.text, { count: 3, furniture, seed: `${seed} ${source.path} ${furniture}` })
    return text === source.text ? null : { text, expected: source.expected }
  },
}))

const losses: NoiseKind[] = [
  {
    id: 'header lost',
    make(source) {
      const parts = takeApart(source.text, source.expected)
      return parts && loseHeader(parts, source.expected)
    },
  },
  { id: 'footer lost', make: (source) => loseFooter(source.text, source.expected) },
  {
    id: 'stamp before the header',
    make: (source, seed) => ({ text: stampBefore(source.text, `${seed} ${source.path}`), expected: source.expected }),
  },
]

/** In the order of the table. */
export const NOISE_KINDS: NoiseKind[] = [...layouts, ...footers, ...scans, ...pages, ...losses]

/** The case of one kind made of one fixture, or null. */
export function hardCase(source: NoiseSource, kind: string, seed = '1'): HardCase | null {
  const found = NOISE_KINDS.find(({ id }) => id === kind)
  if (!found) throw new RangeError(`No kind of noise is called "${kind}"`)
  return found.make(source, seed)
}

/** All cases of all kinds. */
export function* hardCases(sources: NoiseSource[], seed = '1'): Generator<HardCase & { kind: string; path: string }> {
  for (const { id, make } of NOISE_KINDS) {
    for (const source of sources) {
      const made = make(source, seed)
      if (made) yield { kind: id, path: source.path, ...made }
    }
  }
}
