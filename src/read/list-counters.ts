/**
 * Automatic lists of Word documents: how often each level has come, and what is printed for it.
 * Source: ECMA-376 part 1, 17.9 (numbering); [MS-DOC] 2.4.6.3 says the same of the older format.
 */

export interface Level {
  start: number
  format: string
  /** `%1.%2.` or the bullet. */
  text: string
  /** A level after which this one starts again; 0 never. Counts from 1. */
  restart: number
  legal: boolean
  /** Style that puts its paragraphs on this level. */
  style: string | null
}

export interface List {
  abstract: string
  levels: Level[]
  /** Level → where this list starts it anew. */
  starts: Map<number, number>
}

const LEVELS = 9

function roman(number: number): string {
  const steps: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = Math.min(number, 3999)
  let text = ''
  for (const [size, letters] of steps) {
    while (rest >= size) {
      text += letters
      rest -= size
    }
  }
  return text
}

/** a … z, then aa, bb: as Word counts. */
function letters(number: number): string {
  const letter = String.fromCharCode(97 + ((number - 1) % 26))
  return letter.repeat(Math.min(Math.floor((number - 1) / 26) + 1, 8))
}

/** One counter in its format: 4 as `upperRoman` is `IV`. */
export function formatCounter(number: number, format: string): string {
  if (format === 'none') return ''
  if (number < 1) return String(number)
  if (format === 'upperRoman') return roman(number)
  if (format === 'lowerRoman') return roman(number).toLowerCase()
  if (format === 'upperLetter') return letters(number).toUpperCase()
  if (format === 'lowerLetter') return letters(number)
  if (format === 'decimalZero') return String(number).padStart(2, '0')
  return String(number)
}

/** Bullets of the symbol fonts sit in the private area; a dash and a plus mean something in a directive. */
function bulletOf(text: string): string {
  const char = text.trim()[0] ?? ''
  if (/[-–—\u00ad\uf02d\uf0be]/.test(char)) return '-'
  return /[\ue000-\uf8ff]/.test(char) ? '•' : char
}

/** Counts through a document; call `next` for every paragraph of a list in order. Lists of one kind share a count. */
export class Counters {
  readonly #lists: Map<string, List>
  readonly #counts = new Map<string, number[]>()
  readonly #begun = new Set<string>()

  constructor(lists: Map<string, List>) {
    this.#lists = lists
  }

  /** The number printed before the next paragraph on this level, `1.`, `a)`, `-`; null where there is no such list. */
  next(id: string, depth: number): string | null {
    const list = this.#lists.get(id)
    const at = Math.min(depth, LEVELS - 1)
    const level = list?.levels[at]
    if (!list || !level) return null
    const counts = this.#counts.get(list.abstract) ?? []
    this.#counts.set(list.abstract, counts)
    const begin = list.starts.get(at)
    const key = `${id}/${at}`
    if (begin !== undefined && !this.#begun.has(key)) counts[at] = begin
    else counts[at] = counts[at] === undefined ? level.start : counts[at] + 1
    this.#begun.add(key)
    for (let deeper = at + 1; deeper < LEVELS; deeper++) {
      const restart = list.levels[deeper]?.restart ?? -1
      if (restart !== 0 && (restart < 0 || at < restart)) delete counts[deeper]
    }
    if (level.format === 'bullet') return bulletOf(level.text)
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1
      const other = list.levels[index]
      const count = counts[index] ?? other?.start ?? 1
      return formatCounter(count, level.legal && index !== at ? 'decimal' : (other?.format ?? 'decimal'))
    })
    return text.trim() || null
  }
}
