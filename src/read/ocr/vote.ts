/**
 * Two readings of the same ink made one: words that are known win, then those that stand beside their neighbours, then the
 * surer ones.
 */
import { lexicon } from '../../grammar/lexicon.ts'
import { latin } from '../../latin.ts'
import { skeleton } from '../../text.ts'
import { commonDigits } from './digits.ts'
import { type Line, lineOf, type PageWord } from './lines.ts'
import { core, isWord } from './sure.ts'

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
export function vote(first: PageWord[], second: PageWord[]): PageWord[] {
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
    const gain = worth(group.second, beside) - worth(group.first, beside) + MARK * moreMarks(one, other)
    const digits = figures === 'agreed' ? digitCount(other) - digitCount(one) : 0
    const chosen = (digits === 0 ? gain : digits) <= 0 ? group.first : group.second
    return chosen.map((word) => ({ ...word, line, ...(figures && { figures }) }))
  })
}

/** What a mark more is worth, where the letters are the same: engines lose marks and seldom add one. */
const MARK = 0.3

/** How many marks more the other reading of the same letters has; 0 where the letters differ. */
function moreMarks(one: string, other: string): number {
  const marks = (text: string) => text.normalize('NFD').match(latin(/\p{M}/gu))?.length ?? 0
  return skeleton(one) === skeleton(other) ? marks(other) - marks(one) : 0
}

const digitCount = (text: string): number => text.match(/\d/g)?.length ?? 0

/** What stands for the serial before a symbol (`40/HCCV`). */
const SERIAL = latin(/^(?<serial>[^\s/⁄-]{1,6})(?=\s?[/⁄-]\s?\p{L})/u)

/** The figures before a symbol, or all of a reading without one. */
const figuresIn = (text: string): string => latin(/\d+(?=\s?[/⁄-]\s?\p{L})/u).exec(text)?.[0] ?? text.replace(/\D/g, '')

function comparedFigures(one: string, other: string): PageWord['figures'] {
  const [first, second] = [figuresIn(one), figuresIn(other)]
  if (first === '' && second === '') return undefined
  return first === second || commonFigures(one, other) !== null ? 'agreed' : 'disputed'
}

/** The digits that two readings mean alike, one of them with letters for digits. */
function commonFigures(one: string, other: string): string | null {
  const [first, second] = [SERIAL.exec(one)?.groups?.serial, SERIAL.exec(other)?.groups?.serial]
  if (first !== undefined && second !== undefined) return commonDigits(first, second)
  return one.length <= 4 && /\d/.test(one + other) ? commonDigits(one, other) : null
}

/** How much a reading is worth: known words, in known company, surely read. */
function worth(words: PageWord[], [before, behind]: readonly [string, string]): number {
  const known = lexicon()
  const runs =
    textOf(words)
      .toLowerCase()
      .match(latin(/[\p{L}\p{M}]+|\d+/gu)) ?? []
  const last = before
    .toLowerCase()
    .match(latin(/[\p{L}\p{M}]+|\d+/gu))
    ?.at(-1)
  const next = behind.toLowerCase().match(latin(/[\p{L}\p{M}]+|\d+/gu))?.[0]
  const plain = (run: string) => (/^\d/.test(run) ? '#' : run)
  const chain = [last, ...runs, next].filter((run) => run !== undefined).map(plain)
  let sum = words.reduce((total, { confidence }) => total + confidence, 0) / words.length / 50
  for (const run of runs) if (/^\d/.test(run) || known.knows(run)) sum += 1.5 / runs.length
  for (let i = 1; i < chain.length; i++)
    if (known.follows(chain[i - 1] as string, chain[i] as string)) sum += 1 / (chain.length - 1)
  return sum - (latin(/[^\p{L}\p{N}\s.,;:/()&“”"'–-]/u).test(textOf(words)) ? 1 : 0)
}

/** The better of two readings of one line, as a whole; the dash before an entry where either has one. */
export function better(line: Line, other: Line): PageWord[] {
  const words = wordsOfBetter(line, other)
  const [first, ...rest] = words
  const dash = [line, other].map((each) => each.words[0]).find((word) => word && DASH.test(word.text))
  if (!first || !dash || rest.length === 0 || DASH.test(first.text) || !SIGN.test(first.text)) return words
  return [{ ...dash, line: first.line }, ...rest]
}

/** Engines read a dash as a figure or a letter, and nothing as a dash but dashes. */
const DASH = /^[-–]$/u
const SIGN = /^\S$/u

function wordsOfBetter(line: Line, other: Line): PageWord[] {
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
