/** How a page looks: paper, margins, and the font of each letter, so that any words can be asked for their style. */
import { skeleton } from '../text.ts'

export interface Style {
  font: string | null
  /** In points. */
  size: number | null
  bold: boolean
  italic: boolean
}

/** How the paragraphs of the body are set. Null, each of them, where the source does not state it. */
export interface ParagraphLook {
  /** By how much the first line stands in, in millimetres; negative where it hangs out. */
  firstLine: number | null
  /** Between two paragraphs, in points. */
  between: number | null
  /** Distance of lines as a multiple of a single line. */
  lines: number | null
  /** Distance of lines in points, where it is fixed. */
  points: number | null
}

export interface Look {
  /** Width and height in millimetres. */
  page: [number, number]
  /** In millimetres; null where the source does not state them. */
  margins: { top: number; bottom: number; left: number; right: number } | null
  /** Font and size in which most letters are set. */
  bodyFont: string | null
  bodySize: number | null
  /** As most paragraphs of the body are set; null where the source does not state it. */
  paragraph: ParagraphLook | null
  /** In which margin the pages are numbered; null where they are not, or where the source does not say. */
  pageNumbers: 'top' | 'bottom' | null
  /** Whether the pages are images with text laid over them. */
  scanned: boolean
  /** The style of most letters of a stretch of text; null where it is not found. */
  styleOf(words: string): Style | null
}

/** Letters alone: how words are spaced and broken differs between readers. */
const lettersOf = (text: string) => skeleton(text).replace(/[^a-z0-9]/g, '')

/** Collects text with its style and answers for it. */
export class StyledText {
  #letters = ''
  readonly #styles: Style[] = []

  add(text: string, style: Style): void {
    const letters = lettersOf(text)
    this.#letters += letters
    for (let count = 0; count < letters.length; count++) this.#styles.push(style)
  }

  styleOf(words: string): Style | null {
    const letters = lettersOf(words)
    const at = letters === '' ? -1 : this.#letters.indexOf(letters)
    return at < 0 ? null : most(this.#styles.slice(at, at + letters.length), (style) => style)
  }

  get bodyFont(): string | null {
    return most(this.#styles, ({ font }) => font)
  }

  get bodySize(): number | null {
    return most(this.#styles, ({ size }) => size)
  }
}

/** The most frequent of all. */
export function most<T, K>(all: readonly T[], keyOf: (one: T) => K): K | null {
  const counts = new Map<K, number>()
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null
}
