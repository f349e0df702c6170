/** From the places of words to the operators that write them, unseen, where they stand on the page. */
import { median } from '../arrays.ts'
import type { Box, Place } from '../read/decoded.ts'
import { type Charset, GLYPH_WIDTH } from './glyphless-font.ts'

export interface PageWord {
  text: string
  /** From the top left corner of the page as it is shown. */
  box: Box
  /** The line of the text on which it stands. */
  line: number
}

/** The words of each page that an engine read, by page. Words of a text layer are there already. */
export function recognisedWords(text: string, places: readonly Place[]): Map<number, PageWord[]> {
  const pages = new Map<number, PageWord[]>()
  let line = 0
  let at = 0
  for (const { span, page, box, confidence } of places) {
    if (confidence === undefined) continue
    for (; at < span[0]; at++) if (text[at] === '\n') line++
    const words = pages.get(page) ?? []
    words.push({ text: text.slice(...span), box, line })
    pages.set(page, words)
  }
  return pages
}

/** Quarter turns clockwise that bring the words of a page upright. */
export type Turn = 0 | 90 | 180 | 270

/** The way in which most lines run over the page: from the middle of each word to that of the next. */
export function turnOf(words: readonly PageWord[]): Turn {
  let [across, down] = [0, 0]
  for (const [index, word] of words.entries()) {
    const next = words[index + 1]
    if (next?.line !== word.line) continue
    across +=
      Math.sign(middle(next.box, 0) - middle(word.box, 0)) *
      Math.min(1, Math.abs(middle(next.box, 0) - middle(word.box, 0)))
    down +=
      Math.sign(middle(next.box, 1) - middle(word.box, 1)) *
      Math.min(1, Math.abs(middle(next.box, 1) - middle(word.box, 1)))
  }
  if (Math.abs(across) >= Math.abs(down)) return across < 0 ? 180 : 0
  return down < 0 ? 90 : 270
}

const middle = (box: Box, axis: 0 | 1) => ((box[axis] as number) + (box[axis + 2] as number)) / 2

/** A page of a PDF: its visible part and how it is turned when it is shown. */
export interface PageFrame {
  left: number
  bottom: number
  right: number
  top: number
  rotation: Turn
  /** Points of the page a unit of the boxes. */
  scale: number
}

type Vector = [number, number]

/** Along the line and up from it, on the page as it is shown, y downwards. */
const ALONG: Record<Turn, { along: Vector; up: Vector }> = {
  0: { along: [1, 0], up: [0, -1] },
  90: { along: [0, -1], up: [-1, 0] },
  180: { along: [-1, 0], up: [0, 1] },
  270: { along: [0, 1], up: [1, 0] },
}

/** Share of a word's height that lies below its baseline. */
const DESCENT = 0.2
/** Of the height: what viewers take for a space between two words. Where their boxes leave less, the first is narrowed. */
const SPACE = 0.2

/** How closely the text follows the image: each word in its box, or each line in the box around its words. */
export type Detail = 'word' | 'line'

/** The content that writes the words, in fonts that go by `font` and a number. */
export function textOperators(
  words: readonly PageWord[],
  frame: PageFrame,
  { font, charset, detail }: { font: string; charset: Charset; detail: Detail },
): string {
  const turn = turnOf(words)
  const writer = new LineWriter(frame, turn, font, charset, detail)
  for (const line of linesOf(words)) writer.line(detail === 'word' ? line : [joined(line, turn)])
  return writer.done()
}

/** Words that follow each other on one line of the text. */
function linesOf(words: readonly PageWord[]): PageWord[][] {
  const lines: PageWord[][] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last && last[0]?.line === word.line) last.push(word)
    else lines.push([word])
  }
  return lines
}

/** As long as its words together and as high as most of them: a slanting line would else lie over its neighbours. */
function joined(line: PageWord[], turn: Turn): PageWord {
  const boxes = line.map(({ box }) => box)
  const side = (at: 0 | 1 | 2 | 3) => boxes.map((box) => box[at])
  const across = turn === 0 || turn === 180
  const box: Box = across
    ? [Math.min(...side(0)), median(side(1)), Math.max(...side(2)), median(side(3))]
    : [median(side(0)), Math.min(...side(1)), median(side(2)), Math.max(...side(3))]
  return { text: line.map(({ text }) => text).join(' '), box, line: line[0]?.line ?? 0 }
}

/** Writes line after line; what stays as it was, or nearly, is not said again. */
class LineWriter {
  #content: string[] = ['q BT 3 Tr']
  #font = ''
  #stretch = ''
  #size = 0
  /** The point of the page from which steps are measured. */
  #at: Vector | null = null
  readonly #frame: PageFrame
  readonly #along: Vector
  readonly #up: Vector
  readonly #name: string
  readonly #charset: Charset
  readonly #round: (value: number) => number
  /** By how many points a line may be higher or lower than its letters. */
  readonly #slack: number

  constructor(frame: PageFrame, turn: Turn, name: string, charset: Charset, detail: Detail) {
    this.#round = detail === 'word' ? toTenths : Math.round
    this.#slack = detail === 'word' ? 0 : 2
    this.#frame = frame
    this.#along = ALONG[turn].along
    this.#up = ALONG[turn].up
    this.#name = name
    this.#charset = charset
  }

  line(words: PageWord[]): void {
    const { scale } = this.#frame
    const height = Math.max(1, Math.round(median(words.map(({ box }) => extent(box, this.#up))) * scale))
    const size = this.#size > 0 && Math.abs(height - this.#size) <= this.#slack ? this.#size : height
    this.#size = size
    const first = words[0] as PageWord
    const [x, y] = startOf(first.box, this.#along, this.#up).map((each) => each * scale) as Vector
    this.#go(toPage([x + this.#up[0] * DESCENT * size, y + this.#up[1] * DESCENT * size], this.#frame))
    let at = 0
    const distances = words.map(({ box }) => {
      const [wordX, wordY] = startOf(box, this.#along, this.#up).map((each) => each * scale) as Vector
      return Math.round((wordX - x) * this.#along[0] + (wordY - y) * this.#along[1])
    })
    for (const [index, word] of words.entries()) {
      const distance = distances[index] as number
      if (distance !== at) this.#step(distance - at)
      at = distance
      const room = (distances[index + 1] ?? Number.POSITIVE_INFINITY) - distance - SPACE * size
      const length = extent(word.box, this.#along) * scale
      this.#word(word, size, room > 0 ? Math.min(length, room) : length)
    }
  }

  /** To a point of the page: the first by its place, the others by the step to them, which is shorter. */
  #go(point: Vector): void {
    const [along, up] = [direction(this.#along, this.#frame), direction(this.#up, this.#frame)]
    const [x, y] = point.map(this.#round) as Vector
    if (this.#at === null) this.#content.push(`${[...along, ...up, x, y].join(' ')} Tm`)
    else {
      const [right, upwards] = [x - this.#at[0], y - this.#at[1]]
      const steps = [along, up].map((axis) => this.#round(right * axis[0] + upwards * axis[1]))
      this.#content.push(`${steps.join(' ')} Td`)
    }
    this.#at = [x, y]
  }

  /** Along the line. */
  #step(distance: number): void {
    const [x, y] = direction(this.#along, this.#frame)
    const [fromX, fromY] = this.#at as Vector
    this.#at = [fromX + distance * x, fromY + distance * y]
    this.#content.push(`${distance} 0 Td`)
  }

  #word({ text }: PageWord, size: number, length: number): void {
    const stretch = `${Math.max(1, Math.round((100 * length) / ([...text].length * GLYPH_WIDTH * size)))} Tz`
    if (stretch !== this.#stretch) this.#content.push(stretch)
    this.#stretch = stretch
    for (const { font, bytes } of this.#charset.encode(`${text} `)) {
      const chosen = `/${this.#name}${font} ${size} Tf`
      if (chosen !== this.#font) this.#content.push(chosen)
      this.#font = chosen
      this.#content.push(`(${escaped(bytes)})Tj`)
    }
  }

  done(): string {
    return `${this.#content.join('\n')}\nET Q\n`
  }
}

/** A string of PDF, a byte a code unit. */
const escaped = (bytes: number[]) =>
  bytes
    .map((byte) =>
      byte === 0x28 || byte === 0x29 || byte === 0x5c
        ? `\\${String.fromCharCode(byte)}`
        : byte === 0x0d
          ? '\\r'
          : String.fromCharCode(byte),
    )
    .join('')

const extent = (box: Box, vector: Vector) => (vector[0] !== 0 ? box[2] - box[0] : box[3] - box[1])

/** The corner of a box from which the line starts, at its foot. */
function startOf([left, top, right, bottom]: Box, along: Vector, up: Vector): Vector {
  const x = along[0] > 0 || up[0] > 0 ? left : right
  const y = along[1] > 0 || up[1] > 0 ? top : bottom
  return [x, y]
}

/** A point of the page as shown into the page's own space, whose y runs upwards. */
function toPage([x, y]: Vector, { left, bottom, right, top, rotation }: PageFrame): Vector {
  if (rotation === 90) return [left + y, bottom + x]
  if (rotation === 180) return [right - x, bottom + y]
  if (rotation === 270) return [right - y, top - x]
  return [left + x, top - y]
}

function direction([x, y]: Vector, frame: PageFrame): Vector {
  const [fromX, fromY] = toPage([0, 0], frame)
  const [toX, toY] = toPage([x, y], frame)
  return [toX - fromX, toY - fromY]
}

const toTenths = (value: number) => Math.round(value * 10) / 10
