/** How one reader gives one document: where columns go, how wide lines are, what rules and blank lines stand between. */
import type { Random } from '../../random.ts'
import type { Form, ReaderKind } from '../form.ts'

export type Columns =
  | 'spaces'
  | 'tabs'
  | 'pipes'
  | 'markdown'
  | 'box'
  | 'joined'
  | 'zigzag'
  | 'left-right'
  | 'right-left'
  | 'stream'

export interface House {
  head: Columns
  foot: Columns
  /** Characters a line; Infinity where paragraphs are not wrapped. */
  width: number
  /** Of the left column of the header, and of the footer. */
  leftWidth: number
  indent: number
  hanging: string
  /** Blank lines between parts (0 to 2), and whether paragraphs have one between them. */
  gap: number
  airy: boolean
  centred: boolean
  /** A rule below titles and subject; empty for none. */
  rule: string
  /** Above the page break: `2`, `- 2 -`, `Trang 2/3`; null for none. */
  page: string | null
}

const HEAD: Record<ReaderKind, Partial<Record<Columns, number>>> = {
  pdf: { spaces: 1 },
  'pdf-plain': { 'left-right': 3, zigzag: 2, 'right-left': 1, joined: 1 },
  docx: { pipes: 5, 'left-right': 4, tabs: 2, 'right-left': 0.5, zigzag: 1 },
  doc: { tabs: 3, spaces: 4, 'left-right': 2, zigzag: 1 },
  markdown: { markdown: 5, box: 2, 'left-right': 1 },
  ocr: { joined: 8, zigzag: 1, spaces: 0.5 },
  'ocr-blocks': { 'left-right': 4, 'right-left': 1.5, zigzag: 1 },
  crawl: { stream: 6, zigzag: 2, 'left-right': 2 },
  html: { 'left-right': 4, zigzag: 2, tabs: 0.5, pipes: 1 },
  typed: { spaces: 3, zigzag: 1 },
}
const FOOT: Record<ReaderKind, Partial<Record<Columns, number>>> = {
  pdf: { spaces: 8, 'left-right': 1 },
  'pdf-plain': { 'left-right': 4, 'right-left': 2, zigzag: 1 },
  docx: { pipes: 4, 'left-right': 5, tabs: 2, 'right-left': 1 },
  doc: { tabs: 3, spaces: 3, 'left-right': 3 },
  markdown: { markdown: 4, box: 2, 'left-right': 1 },
  ocr: { joined: 7, 'left-right': 3, zigzag: 0.5, spaces: 0.5 },
  'ocr-blocks': { 'left-right': 4, 'right-left': 2 },
  crawl: { stream: 6, 'left-right': 3, zigzag: 1 },
  html: { 'left-right': 5, 'right-left': 1, tabs: 0.5, pipes: 1 },
  typed: { spaces: 3, 'right-left': 2 },
}

export function houseOf({ reader, year }: Form, random: Random): House {
  const wrapped = /^(?:pdf|ocr|typed)/u.test(reader) || (reader === 'doc' && random.chance(0.3))
  const wide = reader === 'pdf' ? 74 + random.below(22) : 62 + random.below(24)
  return {
    head: random.weighted(HEAD[reader]),
    foot: random.weighted(FOOT[reader]),
    width: wrapped ? wide : Number.POSITIVE_INFINITY,
    leftWidth: 24 + random.below(16),
    indent:
      reader === 'pdf' || reader === 'typed' || reader === 'doc'
        ? random.pick([5, 6, 7, 8])
        : random.pick([0, 0, 0, 4]),
    hanging: random.pick(['', '', '  ', ' ']),
    gap: random.pick([0, 1, 1, 2]),
    airy: random.chance(reader.startsWith('ocr') ? 0.45 : 0.25),
    centred: /^(?:pdf|doc|typed)$/u.test(reader) ? random.chance(0.85) : random.chance(0.08),
    rule: ruleOf(reader, random),
    page:
      wrapped && year > 1990 && random.chance(0.4)
        ? random.pick(['2', '2', '2', '- 2 -', 'Trang 2', '2/3', '3'])
        : null,
  }
}

function ruleOf(reader: ReaderKind, random: Random): string {
  if (reader === 'crawl' || reader === 'html')
    return random.pick(['-------', '--------', '---------------', '-----', ''])
  if (reader === 'ocr') return random.pick(['', '', '', '———', '—_—', '———————', '-----'])
  return random.pick(['', '', '', '-------', '_________', '---------------', '-----o0o-----', '***', '––––––––––'])
}
