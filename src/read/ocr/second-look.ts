/**
 * A second look where it matters: lines of a page's head and foot of which the engine was not sure, and the whole block
 * of the signature, cut out, enlarged, their rules and coloured inks taken away, and read once more in one go. Where the
 * readings differ, words that are known win, then those that stand beside their neighbours, then the surer ones.
 */
import { lexicon } from '../../grammar/lexicon.ts'
import { isSyllable } from '../../grammar/syllable.ts'
import { skeleton } from '../../text.ts'
import type { Box } from '../decoded.ts'
import { componentsOf, without, withoutRules } from './components.ts'
import type { OcrEngine } from './engine.ts'
import { mendLetters } from './letters.ts'
import { footStart, headEnd, type Line, lineOf, linesOf, type PageWord } from './lines.ts'
import { cropped, type Plane, planeOf } from './raster.ts'
import { isRestOf, lettersOf, postIn } from './signed.ts'
import { ringIn, withoutRings } from './rings.ts'
import { inkOf, type Sheet, whitened } from './sheet.ts'
import { rednessOf, sealsOn } from './stamps.ts'
import { readStack } from './stack.ts'

/** A word below this confidence, or unknown to the lexicon, is read again. */
const SURE = 88
const ENLARGED_DPI = 300

interface Piece {
  /** On `sheet.ink`. */
  box: Box
  /** The lines that stand there, as they were read first: one, or those of a block. */
  lines: Line[]
  isBlock: boolean
  /** Red print alone. */
  isRed?: boolean
  ink: Plane
  /** Pixels of the piece a pixel of `sheet.ink`. */
  scale: number
}

export interface Looked {
  words: PageWord[]
  /** Where the signature stands, in pixels of `sheet.ink`. */
  block: Box | null
}

/** The words of a page, those of its head and foot after a second look. */
export async function secondLook(sheet: Sheet, first: PageWord[], engine: OcrEngine, seconds: number): Promise<Looked> {
  const whole = linesOf(first)
  const head = headEnd(whole, sheet.ink) ?? 0
  const foot = footStart(whole, sheet.ink.height)
  const block = foot === null ? null : signatureBlock(sheet, whole, foot)
  const lines = block ? partedAt(block, whole) : whole
  const signed = lines.filter((line) => block && isInside(line.box, block))
  const again = lines.filter((line) => {
    const middle = (line.box[1] + line.box[3]) / 2
    return (middle < head || (foot !== null && middle > foot)) && !signed.includes(line) && line.words.some(isUnsure)
  })
  const pieces = await Promise.all(again.map((line) => pieceOf(sheet, line)))
  if (block && (signed.length === 0 || signed.some(({ words }) => words.some(isUnsure))))
    pieces.push(...(await blockPieces(sheet, block, signed)))
  const list = block && lines.filter(({ box }) => box[1] >= block[1] && (box[0] + box[2]) / 2 <= block[0])
  if (block && list && isSpoilt(list, lines, block))
    pieces.push(...(await blockPieces(sheet, [0, block[1], block[0], block[3]], list)))
  if (block) pieces.push(...(await redPieces(sheet, block, signed)))
  if (pieces.length === 0) return { words: lines.flatMap(({ words }) => words), block }
  const second = await readPieces(pieces, engine, seconds)
  const replaced = new Map<Line, PageWord[]>()
  const blocks = new Map<Line[], Line[][]>()
  pieces.forEach((piece, index) => {
    const words = second[index] as PageWord[]
    if (piece.isRed)
      for (const line of linesOf(words).filter((own) => isSigned(own, signed))) replaced.set(line, line.words)
    else if (piece.isBlock) blocks.set(piece.lines, [...(blocks.get(piece.lines) ?? []), linesOf(words)])
    else
      for (const line of piece.lines)
        replaced.set(
          line,
          vote(
            line.words,
            words.sort((one, other) => one.box[0] - other.box[0]),
          ),
        )
  })
  for (const [own, readings] of blocks) mergeReadings(own, readings, replaced)
  const last = Math.max(0, ...lines.map(numberOf))
  const known = new Set(lines)
  const added = [...replaced.entries()].filter(([line]) => !known.has(line)).map(([, words]) => words)
  const words = [
    ...lines.flatMap((line) => replaced.get(line) ?? line.words),
    ...added.flatMap((own, index) => own.map((word) => ({ ...word, line: last + 1 + index }))),
  ]
  return { words, block }
}

const numberOf = ({ words }: Line): number => words[0]?.line ?? 0

/** Line by line the better reading of a block; lines that only the second reading has are put in under their own key. */
function mergeBlock(lines: Line[], second: Line[], replaced: Map<Line, PageWord[]>): void {
  const matched = new Set<Line>()
  for (const other of second) {
    const own = lines.filter((line) => !matched.has(line) && isLevel(line.box, other.box))
    for (const each of own) {
      matched.add(each)
      replaced.set(each, [])
    }
    if (own[0])
      replaced.set(
        own[0],
        better(joined(own), other).filter((_, __, all) => isWorth(lineOf(all))),
      )
    else if (isPrint(other) || postIn(other)) replaced.set(other, other.words)
  }
  // What only the first reading has is seal and signature, unless it is print.
  for (const line of lines) if (!matched.has(line) && !isPrint(line) && !postIn(line)) replaced.set(line, [])
}

/** Readings of one block, one after the other, into one. */
function mergeReadings(lines: Line[], readings: Line[][], replaced: Map<Line, PageWord[]>): void {
  let now = new Map(lines.map((line) => [line, line] as const))
  for (const reading of readings) {
    const merged = new Map<Line, PageWord[]>()
    mergeBlock([...now.values()], reading, merged)
    const keyOf = new Map([...now].map(([key, line]) => [line, key] as const))
    const next = new Map<Line, Line>()
    for (const [key, line] of now) {
      const words = merged.get(line) ?? line.words
      if (words.length > 0) next.set(key, lineOf(words))
    }
    for (const [line, words] of merged) if (!keyOf.has(line) && words.length > 0) next.set(line, lineOf(words))
    now = next
  }
  for (const line of lines) replaced.set(line, now.get(line)?.words ?? [])
  for (const [key, line] of now) if (!lines.includes(key)) replaced.set(key, line.words)
}

const core = (text: string): string => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

/** Whether a word is not to be believed as it was read. */
export function isUnsure(word: PageWord): boolean {
  const letters = core(word.text)
  if (letters === '') return false
  if (word.confidence < SURE) return true
  const runs = letters.match(/[\p{L}\p{M}]+/gu) ?? []
  return runs.some((run) => !lexicon().knows(run.toLowerCase()))
}

const isInside = ([left, top, right, bottom]: Box, block: Box): boolean => {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  return x > block[0] && x < block[2] && y > block[1] && y < block[3]
}

/** Whether two lines share most of the lower one's height, and some width. */
function isLevel(a: Box, b: Box): boolean {
  const common = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  return common > 0.5 * Math.min(a[3] - a[1], b[3] - b[1]) && Math.min(a[2], b[2]) > Math.max(a[0], b[0])
}

/** Heights of a line below the last print in which a name may stand unseen. */
const HIDDEN = 7

/** The right part of a foot, beside the recipients: from the gutter to the page's edge, down to the last print. */
function signatureBlock({ ink }: Sheet, lines: Line[], foot: number): Box | null {
  const below = lines.filter(({ box }) => box[1] >= foot)
  if (below.length === 0) return null
  let best = { at: 0.5, crossed: Number.POSITIVE_INFINITY }
  for (let share = 0.36; share <= 0.62; share += 0.01) {
    const x = share * ink.width
    const crossed = below.filter((line) => runsOver(line, x)).length + Math.abs(share - 0.48)
    if (crossed < best.crossed) best = { at: share, crossed }
  }
  const left = best.at * ink.width
  // A name that a seal hid from the first reading stands below what it saw, and a seal may hide all of the signature.
  const bottom = Math.max(...below.map(({ box, size }) => box[3] + HIDDEN * size))
  return [left, foot, ink.width, Math.min(ink.height, bottom)]
}

/** Whether a line goes on from one side of `x` to the other: a word stands there, or no gap that parts columns. */
function runsOver({ words, size }: Line, x: number): boolean {
  const [before, behind] = [words.filter(({ box }) => box[2] <= x), words.filter(({ box }) => box[0] >= x)]
  if (before.length + behind.length < words.length) return true
  if (before.length === 0 || behind.length === 0) return false
  return Math.min(...behind.map(({ box }) => box[0])) - Math.max(...before.map(({ box }) => box[2])) < 1.2 * size
}

/** Whether a pen reached from the signature into the recipients: lines that are two lines high, or go on over the gutter. */
function isSpoilt(list: Line[], lines: Line[], [gutter, top]: Box): boolean {
  const size = median(list.map((line) => line.size))
  const high = ({ box }: Line) => box[3] - box[1] > 2 * size
  return lines.some(
    (line) => line.box[1] >= top && line.box[0] < gutter - 4 * size && (high(line) || line.box[2] > gutter + 4 * size),
  )
}

/** Lines that run from the recipients into the signature, parted at the gutter. */
function partedAt([gutter, top]: Box, lines: Line[]): Line[] {
  let next = Math.max(0, ...lines.map(numberOf)) + 1
  return lines.flatMap((line) => {
    const right = line.words.filter(({ box }) => (box[0] + box[2]) / 2 > gutter)
    if (line.box[3] < top || right.length === 0 || right.length === line.words.length) return [line]
    const left = line.words.filter((word) => !right.includes(word))
    const gap = Math.min(...right.map(({ box }) => box[0])) - Math.max(...left.map(({ box }) => box[2]))
    if (gap < 1.2 * line.size) return [line]
    const id = next++
    return [lineOf(left), lineOf(right.map((word) => ({ ...word, line: id })))]
  })
}

/** A line as it stands, enlarged, without the rule under it. */
async function pieceOf(sheet: Sheet, line: Line): Promise<Piece> {
  const [left, top, right, bottom] = line.box
  const box: Box = [left - line.size, top - 0.35 * line.size, right + line.size, bottom + 0.35 * line.size]
  const { ink, scale } = await enlarged(sheet, box, 'red')
  return {
    box: clipped(box, sheet.ink),
    lines: [line],
    isBlock: false,
    ink: withoutRules(ink, 1.6 * line.size * scale),
    scale,
  }
}

/**
 * The block of a signature in black print alone, without what is too large for print. On a page without colours a seal's
 * rings hold all together: there it is read once without them, and once as it stands.
 */
async function blockPieces(sheet: Sheet, box: Box, lines: Line[]): Promise<Piece[]> {
  const { ink, scale } = await enlarged(sheet, box, 'most')
  const size = median(lines.map((line) => line.size)) * scale
  const piece = { box: clipped(box, sheet.ink), lines, isBlock: true, scale }
  const inColours = sheet.raster.channels === 3
  const ring = inColours ? null : ringIn(ink, sheet.dpi * sheet.scale * scale)
  const print = ring ? withoutRings(ink, ring) : inColours ? whitened(ink, FAINT) : ink
  const bare = { ...piece, ink: without(print, tooLarge(print, size), EDGE) }
  if (ring) return [bare, { ...piece, ink }]
  // A name that is not in black was stamped in blue.
  if (!inColours || lines.some(isPersonsName)) return [bare]
  const blue = (await enlarged(sheet, box, 'red')).ink
  return [bare, { ...piece, ink: without(blue, tooLarge(blue, size), EDGE) }]
}

/** Share of the paper's grey from which on ink under a seal is what is left of the seal. */
const FAINT = 0.8

/** Pixels of an enlarged piece in which a stroke fades into the paper. */
const EDGE = 2

/** Where a red stamp has post and name, as shares of a seal's height: over its top, and over its bottom. */
const STAMPED = { post: [-0.3, 0.17], name: [0.78, 1.4] } as const

/**
 * Some offices stamp post and name in red: they are read in the red ink alone, the name without pieces that are too large
 * for letters, the post, which touches the letters of the seal, without all that is within the seal.
 */
async function redPieces(sheet: Sheet, block: Box, lines: Line[]): Promise<Piece[]> {
  const [left, top, right, bottom] = block.map((side) => side / sheet.scale) as Box
  const part = cropped(sheet.raster, [left, top, right, bottom + (bottom - top)])
  const size = median(lines.map((line) => line.size)) / sheet.scale
  const pieces = sealsOn(part, sheet.dpi).flatMap((seal) =>
    (['post', 'name'] as const).map(async (kind): Promise<Piece> => {
      const [from, to] = STAMPED[kind].map((share) => seal[1] + share * (seal[3] - seal[1])) as [number, number]
      const box: Box = [0, Math.max(0, Math.floor(from)), part.width, Math.min(part.height, to)]
      const red = rednessOf(cropped(part, box))
      const { ink, scale } = await inkOf(kind === 'post' ? outsideSeal(red, seal, box[1]) : red, {
        dpi: sheet.dpi,
        noisy: false,
        wanted: ENLARGED_DPI,
      })
      return {
        box: [left, top + box[1], left + box[2], top + box[3]].map((side) => side * sheet.scale) as Box,
        lines: [],
        isBlock: true,
        isRed: true,
        ink: kind === 'post' ? ink : without(ink, tooLarge(ink, size * scale)),
        scale: scale / sheet.scale,
      }
    }),
  )
  return Promise.all(pieces)
}

/** A strip of red ink that begins at `top`, without what is within a seal. */
function outsideSeal(strip: Plane, [left, above, right, below]: Box, top: number): Plane {
  const pixels = Uint8Array.from(strip.pixels)
  const [x, y, radius] = [(left + right) / 2, (above + below) / 2 - top, 0.51 * Math.max(right - left, below - above)]
  for (let row = 0; row < strip.height; row++) {
    const half = Math.sqrt(Math.max(0, radius ** 2 - (row - y) ** 2))
    if (half > 0)
      pixels.fill(
        255,
        row * strip.width + Math.max(0, Math.floor(x - half)),
        row * strip.width + Math.min(strip.width, Math.ceil(x + half)),
      )
  }
  return { ...strip, pixels }
}

/** A name or a post: what a red stamp of a signer says, or the rest of the post that is printed above it. */
function isSigned(line: Line, printed: readonly Line[]): boolean {
  if (isPersonsName(line)) return true
  const letters = lettersOf(line.text)
  const post = postIn(line)
  return post ? letters.endsWith(lettersOf(post.post)) : printed.some((above) => isRestOf(line, postIn(above)?.post))
}

/** Pieces of ink that are no letters, for print of a size: strokes of a pen, a seal's ring. */
const tooLarge = (ink: Plane, size: number) =>
  componentsOf(ink, 30).filter(
    ({ box: [left, top, right, bottom] }) => bottom - top > 2.6 * size || right - left > 7 * size,
  )

/** Two to five words with capitals, surely read. */
function isPersonsName(line: Line): boolean {
  const words = line.words.map(({ text }) => core(text)).filter((text) => text.length > 1)
  return isPrint(line) && words.length > 1 && words.length < 6 && words.every((word) => /^\p{Lu}\p{Ll}+$/u.test(word))
}

async function enlarged(sheet: Sheet, box: Box, kind: 'red' | 'most'): Promise<{ ink: Plane; scale: number }> {
  const [left, top, right, bottom] = clipped(box, sheet.ink).map((side) => side / sheet.scale) as Box
  const part = planeOf(cropped(sheet.raster, [left, top, right, bottom]), kind)
  const { ink, scale } = await inkOf(part, { dpi: sheet.dpi, noisy: sheet.noisy, wanted: ENLARGED_DPI })
  return { ink, scale: scale / sheet.scale }
}

const clipped = ([left, top, right, bottom]: Box, { width, height }: Plane): Box => [
  Math.max(0, Math.floor(left)),
  Math.max(0, Math.floor(top)),
  Math.min(width, Math.ceil(right)),
  Math.min(height, Math.ceil(bottom)),
]

/** The words of each piece, in pixels of `sheet.ink`. */
async function readPieces(pieces: Piece[], engine: OcrEngine, seconds: number): Promise<PageWord[][]> {
  const read = await readStack(
    pieces.map(({ ink }) => ink),
    ENLARGED_DPI,
    engine,
    seconds,
  )
  return pieces.map(({ box, scale }, index) => {
    const back = ([x0, y0, x1, y1]: Box): Box => [
      box[0] + x0 / scale,
      box[1] + y0 / scale,
      box[0] + x1 / scale,
      box[1] + y1 / scale,
    ]
    return (read[index] as PageWord[]).map((word) => ({
      ...word,
      text: mendLetters(word.text),
      box: back(word.box),
      letters: word.letters.map((letter) => ({ ...letter, box: back(letter.box) })),
    }))
  })
}

/** Words of the two readings that lie over each other. */
interface Group {
  first: PageWord[]
  second: PageWord[]
}

function groupsOf(first: PageWord[], second: PageWord[]): Group[] {
  const all = [...first.map((word) => ({ word, own: true })), ...second.map((word) => ({ word, own: false }))]
  all.sort((a, b) => a.word.box[0] - b.word.box[0])
  const groups: (Group & { right: number })[] = []
  for (const { word, own } of all) {
    const last = groups.at(-1)
    const width = word.box[2] - word.box[0]
    const joins =
      last &&
      last.right - word.box[0] >
        0.3 * Math.min(width, last.right - Math.min(...[...last.first, ...last.second].map(({ box }) => box[0])))
    const group = joins ? last : { first: [], second: [], right: 0 }
    if (!joins) groups.push(group)
    ;(own ? group.first : group.second).push(word)
    group.right = Math.max(group.right, word.box[2])
  }
  return groups
}

const textOf = (words: PageWord[]): string => words.map(({ text }) => text).join(' ')
const sameText = (a: string, b: string): boolean =>
  a.normalize('NFC').replace(/[–—]/g, '-') === b.normalize('NFC').replace(/[–—]/g, '-')

/** One line of two readings of the same line. */
function vote(first: PageWord[], second: PageWord[]): PageWord[] {
  const groups = groupsOf(first, second)
  return groups.flatMap((group, index) => {
    const [one, other] = [textOf(group.first), textOf(group.second)]
    if (group.second.length === 0) return group.first
    // A word that only the second reading has is a rule or a speck, unless it is one.
    if (group.first.length === 0)
      return group.second
        .filter(({ text, confidence }) => confidence > 80 && lexicon().knows(core(text).toLowerCase()))
        .map((word) => ({ ...word, line: first[0]?.line ?? 0 }))
    if (sameText(one, other))
      return group.first.map((word) => ({
        ...word,
        agreed: true,
        confidence: Math.max(word.confidence, ...group.second.map(({ confidence }) => confidence)),
      }))
    const around = (way: -1 | 1) => textOf(groups[index + way]?.first ?? [])
    const beside = [around(-1), around(1)] as const
    const figures = comparedFigures(one, other)
    const line = (group.first[0] as PageWord).line
    const chosen = worth(group.second, beside) <= worth(group.first, beside) ? group.first : group.second
    return chosen.map((word) => ({ ...word, line, ...(figures && { figures }) }))
  })
}

/** The figures before a symbol (`40/HCCV`), or all of a reading without one. */
const figuresIn = (text: string): string => /\d+(?=\s?[/⁄-]\s?\p{L})/u.exec(text)?.[0] ?? text.replace(/\D/g, '')

function comparedFigures(one: string, other: string): PageWord['figures'] {
  const [first, second] = [figuresIn(one), figuresIn(other)]
  if (first === '' && second === '') return undefined
  return first === second ? 'agreed' : 'disputed'
}

/** How much a reading is worth: known words, in known company, surely read. */
function worth(words: PageWord[], [before, behind]: readonly [string, string]): number {
  const known = lexicon()
  const runs =
    textOf(words)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+|\d+/gu) ?? []
  const last = before
    .toLowerCase()
    .match(/[\p{L}\p{M}]+|\d+/gu)
    ?.at(-1)
  const next = behind.toLowerCase().match(/[\p{L}\p{M}]+|\d+/gu)?.[0]
  const plain = (run: string) => (/^\d/.test(run) ? '#' : run)
  const chain = [last, ...runs, next].filter((run) => run !== undefined).map(plain)
  let sum = words.reduce((total, { confidence }) => total + confidence, 0) / words.length / 50
  for (const run of runs) if (/^\d/.test(run) || known.knows(run)) sum += 1.5 / runs.length
  for (let i = 1; i < chain.length; i++)
    if (known.follows(chain[i - 1] as string, chain[i] as string)) sum += 1 / (chain.length - 1)
  return sum - (/[^\p{L}\p{N}\s.,;:/()&“”"'–-]/u.test(textOf(words)) ? 1 : 0)
}

/** Lines that are one: a seal parts what stands on one base. */
function joined(lines: Line[]): Line {
  const id = numberOf(lines[0] as Line)
  const words = lines.flatMap(({ words: own }) => own).sort((a, b) => a.box[0] - b.box[0])
  return lineOf(words.map((word) => ({ ...word, line: id })))
}

/** The better of two readings of one line, as a whole. */
function better(line: Line, other: Line): PageWord[] {
  const [one, two] = [legible(line), legible(other)]
  if (sameText(line.text, other.text)) return line.words.map((word) => ({ ...word, agreed: true }))
  if (two < one) return line.words
  const id = (line.words[0] as PageWord).line
  return lineOf(vote(other.words, line.words)).words.map((word) => ({ ...word, line: id }))
}

/** Letters of known words less the rest, weighted by how surely they were read. */
function legible({ words }: Line): number {
  return words.reduce((sum, { text, confidence }) => {
    const letters = core(text).toLowerCase()
    return sum + (letters !== '' && isWord(letters) ? letters.length * confidence : -50 * text.length)
  }, 0)
}

const isWord = (letters: string): boolean =>
  (letters.match(/[\p{L}\p{M}]+/gu) ?? []).every((run) => lexicon().knows(run) || isSyllable(run))

/** Whether something in a line is a word: a seal and a pen give none. */
const isWorth = ({ words }: Line): boolean =>
  words.some(({ text, confidence }) => confidence > 65 && core(text).length > 1 && isWord(core(text).toLowerCase()))

/** Whether a line is print: most of it words that are known, surely read. */
function isPrint(line: Line): boolean {
  const words = line.words.filter(({ text }) => /\p{L}/u.test(text))
  const good = words.filter(
    ({ text, confidence }) => confidence > 60 && isWord(core(text).toLowerCase()) && skeleton(core(text)).length > 1,
  )
  return good.length > 0 && good.length >= words.length * 0.6 && good.some(({ text }) => core(text).length > 2)
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0
}
