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
import { inkOf, type Sheet } from './sheet.ts'
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

/** The words of a page, those of its head and foot after a second look. */
export async function secondLook(
  sheet: Sheet,
  first: PageWord[],
  engine: OcrEngine,
  seconds: number,
): Promise<PageWord[]> {
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
  if (block && signed.some(({ words }) => words.some(isUnsure))) pieces.push(await blockPiece(sheet, block, signed))
  const list = block && lines.filter(({ box }) => box[1] >= block[1] && (box[0] + box[2]) / 2 <= block[0])
  if (block && list && isSpoilt(list, lines, block))
    pieces.push(await blockPiece(sheet, [0, block[1], block[0], block[3]], list))
  if (block) pieces.push(...(await redNames(sheet, block, signed)))
  if (pieces.length === 0) return lines.flatMap(({ words }) => words)
  const second = await readPieces(pieces, engine, seconds)
  const replaced = new Map<Line, PageWord[]>()
  pieces.forEach((piece, index) => {
    const words = second[index] as PageWord[]
    if (piece.isRed) for (const line of linesOf(words).filter(isPersonsName)) replaced.set(line, line.words)
    else if (piece.isBlock) mergeBlock(piece.lines, linesOf(words), replaced)
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
  const last = Math.max(0, ...lines.map(numberOf))
  const known = new Set(lines)
  const added = [...replaced.entries()].filter(([line]) => !known.has(line)).map(([, words]) => words)
  return [
    ...lines.flatMap((line) => replaced.get(line) ?? line.words),
    ...added.flatMap((words, index) => words.map((word) => ({ ...word, line: last + 1 + index }))),
  ]
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
    else if (isPrint(other)) replaced.set(other, other.words)
  }
  // What only the first reading has is seal and signature, unless it is print.
  for (const line of lines) if (!matched.has(line) && !isPrint(line)) replaced.set(line, [])
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
    const crossed =
      below.flatMap(({ words }) => words).filter(({ box }) => box[0] < x && box[2] > x).length + Math.abs(share - 0.48)
    if (crossed < best.crossed) best = { at: share, crossed }
  }
  const left = best.at * ink.width
  const right = below.filter(({ box }) => (box[0] + box[2]) / 2 > left)
  if (right.length === 0) return null
  // A name that a seal hid from the first reading stands below what it saw.
  const bottom = Math.max(...below.map(({ box, size }) => box[3] + HIDDEN * size))
  return [left, foot, ink.width, Math.min(ink.height, bottom)]
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

/** The block of a signature in black print alone; of a page without colours, without what is too large for print. */
async function blockPiece(sheet: Sheet, box: Box, lines: Line[]): Promise<Piece> {
  const { ink, scale } = await enlarged(sheet, box, 'most')
  const size = median(lines.map((line) => line.size)) * scale
  return { box: clipped(box, sheet.ink), lines, isBlock: true, ink: without(ink, tooLarge(ink, size)), scale }
}

/** How much of a seal's height a name may reach into it from below, and stand below it. */
const INTO_SEAL = 0.22
const BELOW_SEAL = 0.4

/** Some offices stamp the name in red: it is read in the red ink alone, under each seal, without the seal's ring. */
async function redNames(sheet: Sheet, block: Box, lines: Line[]): Promise<Piece[]> {
  const [left, top, right, bottom] = block.map((side) => side / sheet.scale) as Box
  const part = cropped(sheet.raster, [left, top, right, bottom + (bottom - top)])
  const size = median(lines.map((line) => line.size))
  return Promise.all(
    sealsOn(part, sheet.dpi).map(async (seal): Promise<Piece> => {
      const height = seal[3] - seal[1]
      const box: Box = [
        0,
        seal[3] - INTO_SEAL * height,
        part.width,
        Math.min(part.height, seal[3] + BELOW_SEAL * height),
      ]
      const { ink, scale } = await inkOf(rednessOf(cropped(part, box)), {
        dpi: sheet.dpi,
        noisy: false,
        wanted: ENLARGED_DPI,
      })
      const at = ([x0, y0, x1, y1]: Box): Box => [left + x0, top + y0, left + x1, top + y1]
      return {
        box: at(box).map((side) => side * sheet.scale) as Box,
        lines: [],
        isBlock: true,
        isRed: true,
        ink: without(ink, tooLarge(ink, (size / sheet.scale) * scale)),
        scale: scale / sheet.scale,
      }
    }),
  )
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
    if (worth(group.second, beside) <= worth(group.first, beside)) return group.first
    const line = (group.first[0] as PageWord).line
    return group.second.map((word) => ({ ...word, line }))
  })
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
