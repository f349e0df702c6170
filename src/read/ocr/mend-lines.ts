/** Lines of a head and a foot put right: words held against the lexicon, posts whole, a signature as its form has it. */
import type { Box } from '../decoded.ts'
import { type Line, lineOf, type PageWord } from './lines.ts'
import { wholePost } from './posts.ts'
import { repairLine, type Trust } from './repair.ts'
import { bare } from './sense.ts'
import { mendSigned, mendSurname } from './signed.ts'
import { isUnsure } from './sure.ts'

/** A word read below this is poor. */
const FAIR = 80

function trustIn(word: PageWord): Trust {
  if (word.agreed || !isUnsure(word)) return 'sound'
  return word.confidence < FAIR ? 'poor' : 'fair'
}

/** Puts right the words of a line of which the lexicon leaves one reading. */
export function repair(line: Line): void {
  const meant = repairLine(
    line.words.map(({ text }) => text),
    line.words.map(trustIn),
  )
  line.words.forEach((word, index) => {
    const text = meant[index] as string
    if (text === word.text || word.hand) return
    word.misread = word.text
    word.text = text
  })
}

/** A post that lost letters is put in the place of its line's first words; what is too many goes. */
export function repairPost(line: Line): void {
  if (!line.words.some(isUnsure)) return
  const meant = wholePost(line.words.map(({ text }) => text).join(' '))?.split(' ')
  if (!meant || meant.length > line.words.length) return
  line.words.length = meant.length
  line.words.forEach((word, index) => {
    const text = meant[index] as string
    if (text === word.text) return
    word.misread ??= word.text
    word.text = text
  })
}

/** The lines with those of the signature as its form has them. */
export function signedLines(lines: Line[], block: Box): Line[] {
  const isSigned = ({ box }: Line) => box[1] >= block[1] && (box[0] + box[2]) / 2 > block[0]
  const signed = lines.filter(isSigned).sort((a, b) => a.box[1] - b.box[1])
  return [...lines.filter((line) => !isSigned(line)), ...mendSigned(signed).map(mendSurname).map(level)]
}

/** How many times as high as the lowest word a word may be: more is a pen's stroke through it. */
const HIGH = 1.5

/** A line whose words all stand on it: a stroke through one makes its box reach into other lines. */
function level(line: Line): Line {
  const printed = line.words.filter(({ text }) => bare(text).length > 1)
  const lowest = printed.reduce<PageWord | null>(
    (low, word) => (!low || word.box[3] - word.box[1] < low.box[3] - low.box[1] ? word : low),
    null,
  )
  if (!lowest) return line
  const [, top, , bottom] = lowest.box
  const words = line.words.map((word): PageWord => {
    const { box } = word
    return box[3] - box[1] > HIGH * (bottom - top) ? { ...word, box: [box[0], top, box[2], bottom] } : word
  })
  return lineOf(words)
}
