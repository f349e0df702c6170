/**
 * Letters that the text layer leaves out. pdf.js drops soft hyphens, as they are invisible; in fonts from before Unicode that byte
 * is a letter: `ư` in TCVN3, `ễ` in VISCII, `ứ` in VPS. What the page draws still has them: each is put back between the letters beside which it was drawn.
 */
import type { PDFOperatorList } from 'pdfjs-dist/types/src/display/api.js'
import type { Pdfjs } from './pdf-document.ts'

const SOFT = '\u00ad'
/** A run is sought so many letters ahead of where the one before it ended. */
const AHEAD = 4000

/** What the page draws, letter by letter in its order, with a space where it goes elsewhere. */
export function drawnGlyphs({ OPS }: Pdfjs, list: PDFOperatorList): string {
  const parts: string[] = []
  list.fnArray.forEach((operator, index) => {
    const args = (list.argsArray[index] ?? []) as unknown[]
    if (operator === OPS.beginText || operator === OPS.setTextMatrix || operator === OPS.nextLine) parts.push(' ')
    else if (operator === OPS.moveText || operator === OPS.setLeadingMoveText) parts.push(args[1] === 0 ? '' : ' ')
    else if (operator === OPS.showText)
      for (const glyph of args[0] as ({ unicode?: string } | number | null)[])
        if (typeof glyph === 'object' && glyph?.unicode) parts.push(glyph.unicode)
  })
  return parts.join('')
}

/** Puts back, in place, what was dropped from the runs that `isWanted` takes. */
export function withInvisible<R extends { text: string }>(
  runs: R[],
  drawn: string,
  isWanted: (run: R) => boolean,
): void {
  if (!drawn.includes(SOFT)) return
  const places: number[] = []
  for (let at = 0; at < drawn.length; at++) if (!/[\s\u00ad]/.test(drawn[at] as string)) places.push(at)
  const visible = places.map((at) => drawn[at]).join('')
  let from = 0
  for (const run of runs) {
    const letters = run.text.replace(/\s/g, '')
    const found = visible.startsWith(letters, from) ? from : visible.slice(from, from + AHEAD).indexOf(letters) + from
    if (found < from || letters === '') continue
    if (isWanted(run))
      run.text = rebuilt(run.text, (index) => between(drawn, places[found + index - 1], places[found + index]))
    from = found + letters.length
  }
}

/** Soft hyphens between two letters: those that belong to the first, before any space, and those that belong to the second. */
function between(drawn: string, before = -1, after = drawn.length): [string, string] {
  const gap = drawn.slice(before + 1, after)
  const [first = ''] = /^\u00ad+/.exec(gap) ?? []
  const rest = gap.slice(first.length)
  return [first, rest.replace(/[^\u00ad]/g, '')]
}

function rebuilt(text: string, gapAt: (index: number) => [string, string]): string {
  const parts: string[] = []
  let spaces = ''
  let index = 0
  for (const char of text) {
    if (/\s/.test(char)) {
      spaces += char
      continue
    }
    const [first, second] = gapAt(index)
    parts.push(index > 0 ? first : '', spaces, second, char)
    spaces = ''
    index += char.length
  }
  return parts.join('') + gapAt(index)[0] + spaces
}
