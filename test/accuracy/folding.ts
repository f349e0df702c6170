/** When two values of a scored field are the same, whatever their spelling habits; after corpus/GUIDE.md. */

/** 2: equal after folding, 1: similar by nine tenths, 0: another value. */
export type Agreement = 0 | 1 | 2

/** Grave, acute, tilde, hook above, dot below: the tones, without the marks of vowels. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
/** Stands behind a `d` for the stroke of `đ`, which NFD keeps in the letter. */
const STROKE = '\u0335'

/**
 * Case, tone placement, spaces, punctuation at the ends, hyphens, quotes and Markdown marks folded away: `Uỷ ban`,
 * `Ủy ban` → the same. Tones count, the letter on which they are printed does not.
 */
export function folded(value: string): string {
  return value
    .normalize('NFD')
    .toLowerCase()
    .replace(/[đð]/g, `d${STROKE}`)
    .replace(/[*_|`\u00ad\u200b\ufeff"“”‘’']/g, ' ')
    .replace(/[\p{L}\p{M}]+/gu, toneLast)
    .replace(/[–—−‐]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?([-/.,;:()]) ?/g, '$1')
    .replace(/^[-+•*.,;:()/ ]+/, '')
    .replace(/[-.,;:/ ]+$/, '')
    .trim()
}

function toneLast(word: string): string {
  const tones = word.match(TONES)
  return tones ? word.replace(TONES, '') + tones.join('') : word
}

/** Edits (insert, delete, replace) between two strings as a share of the longer, taken from 1. */
export function similarity(one: string, other: string): number {
  const longer = Math.max(one.length, other.length)
  if (one === other) return 1
  if (one === '' || other === '' || Math.abs(one.length - other.length) > longer / 5) return 0
  let above = Uint32Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row++) {
    const current = new Uint32Array(other.length + 1)
    current[0] = row
    for (let column = 1; column <= other.length; column++) {
      const replaced = (above[column - 1] as number) + (one[row - 1] === other[column - 1] ? 0 : 1)
      current[column] = Math.min(replaced, (above[column] as number) + 1, (current[column - 1] as number) + 1)
    }
    above = current
  }
  return 1 - (above[other.length] as number) / longer
}

export function agreement(one: string, other: string): Agreement {
  const [left, right] = [folded(one), folded(other)]
  if (left === right) return 2
  return similarity(left, right) >= 0.9 ? 1 : 0
}
