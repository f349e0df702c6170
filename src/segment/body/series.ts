/**
 * Which labels belong together and which stands under which. A label is taken when it opens a series or goes on with
 * one that is open; anything else that looks like a label is text.
 */
import type { Label } from './labels.ts'

interface Level {
  closed: boolean
  kind: Label['kind']
  style: string
  ordinal: number
  path: number[]
}

/** From the outside in; kinds on one level nest in the order in which they are opened. */
const RANK: Record<Label['kind'], number> = {
  part: 0,
  chapter: 1,
  section: 2,
  subsection: 3,
  article: 4,
  roman: 4,
  capital: 4,
  number: 5,
  decimal: 6,
  letter: 7,
  bullet: 8,
}

/** Labels that may be missing between two of a series: numbering has gaps in real texts. */
const LEAP = 3
/** A series whose first labels were lost may begin here. */
const LATE_START = 3

export class Series {
  #open: Level[] = []

  /** How many labels are open. */
  get depth(): number {
    return this.#open.length
  }

  /** The depth (from 1) at which the label stands, and the series moved on to it; null when it is no label. */
  take(label: Label, clear: boolean): number | null {
    const depth = this.depthOf(label, clear)
    if (depth === null) return null
    this.#open.length = depth - 1
    this.#open.push({ closed: label.closed === true, kind: label.kind, style: label.style, ordinal: label.ordinal, path: label.path })
    return depth
  }

  depthOf(label: Label, clear: boolean): number | null {
    if (label.kind === 'decimal') return this.#decimalDepth(label, clear)
    const at = this.#lastOf(label.style)
    if (at >= 0) {
      const level = this.#open[at] as Level
      if (label.kind === 'bullet' || this.#follows(level, label, clear)) return at + 1
      // the same style opened anew below: `1.` under `a)` of an outer `2.`
      return null
    }
    if (label.kind !== 'bullet' && label.ordinal !== 1 && !(clear && label.kind !== 'capital' && label.ordinal <= LATE_START) && !(clear && label.kind === 'article')) return null
    let depth = this.#open.length
    while (depth > 0 && RANK[(this.#open[depth - 1] as Level).kind] > RANK[label.kind]) depth--
    const inner = this.#open[depth - 1]
    // a dash that an OCR engine read as another bullet stands beside its fellows
    if (label.kind === 'bullet' && inner?.kind === 'bullet' && inner.closed && label.style !== '+' && inner.style !== '+') return depth
    return depth + 1
  }

  /** Labels that would go on with an open series, innermost first: what a spoilt label may have been. */
  expected(): { style: string; kind: Label['kind']; ordinal: number }[] {
    return this.#open
      .filter((level) => level.kind !== 'bullet' && level.kind !== 'decimal')
      .map((level) => ({ style: level.style, kind: level.kind, ordinal: level.ordinal + 1 }))
      .reverse()
  }

  #lastOf(style: string): number {
    for (let at = this.#open.length - 1; at >= 0; at--) if ((this.#open[at] as Level).style === style) return at
    return -1
  }

  #follows(level: Level, label: Label, clear: boolean): boolean {
    if (label.ordinal > level.ordinal && label.ordinal <= level.ordinal + (clear ? LEAP : 1)) return true
    // `d)` printed twice for `d)` and `đ)`; a numbering that starts again under an unlabelled heading
    if (label.kind === 'letter' && clear && (label.ordinal === level.ordinal || (label.label === 'd' && level.ordinal === label.ordinal + 1))) return true
    // a number given twice by mistake; where an `I` may be lost, the number before it
    if ((label.kind === 'article' || (label.kind === 'roman' && !label.label.endsWith('I'))) && clear && label.ordinal === level.ordinal) return true
    return label.ordinal === 1 && clear
  }

  #decimalDepth(label: Label, clear: boolean): number | null {
    const parent = label.path.slice(0, -1)
    for (let at = this.#open.length - 1; at >= 0; at--) {
      const level = this.#open[at] as Level
      const path = level.kind === 'number' || level.kind === 'article' ? [level.ordinal] : level.path
      if (same(path, parent)) return at + 2
      if (level.kind === 'decimal' && level.path.length === label.path.length && same(level.path.slice(0, -1), parent)) {
        return label.ordinal > level.ordinal || clear ? at + 1 : null
      }
    }
    if (!clear) return null
    const sibling = this.#lastOf(label.style)
    if (sibling >= 0) return sibling + 1
    let depth = this.#open.length
    while (depth > 0 && RANK[(this.#open[depth - 1] as Level).kind] >= RANK.decimal) depth--
    return depth + 1
  }
}

const same = (a: number[], b: number[]) => a.length === b.length && a.every((value, index) => value === b[index])
