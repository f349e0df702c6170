/**
 * Lines of a signature of which a seal or a pen took parts, put right where the form of a signature leaves one reading.
 *
 * ```
 * “Ì, GIÁM ĐỐC            →  KT. GIÁM ĐỐC        a deputy's post below says that he signs for its holder
 *     PHÓ GIÁM ĐỐC            PHÓ GIÁM ĐỐC
 * KT. THỦ TƯỚNG               KT. THỦ TƯỚNG
 * b ÀN THỦ TƯỞNG          →  PHÓ THỦ TƯỚNG       who signs for a holder is his deputy
 * | N/©yến Hòa Bình       →  Nguyễn Hòa Bình     a family name that can be no other
 * ```
 */
import { perGrammar } from '../../grammar/grammar.ts'
import { isSyllable } from '../../grammar/syllable.ts'
import { latin } from '../../latin.ts'
import { skeleton, upperShare } from '../../text.ts'
import { distance } from './distance.ts'
import { type Line, lineOf, type PageWord } from './lines.ts'
import { AUTHORITY } from './posts.ts'

interface Post {
  name: string
  letters: string
}

export const lettersOf = (text: string): string => skeleton(text).replace(/[^a-z]/g, '')

const posts = perGrammar(({ positions }): Post[] =>
  positions
    .map(({ name }) => ({ name: name.toUpperCase(), letters: lettersOf(name) }))
    .sort((a, b) => b.letters.length - a.letters.length),
)

/** Who signs for the holder of a post, by the holder's post: `PHÓ GIÁM ĐỐC`, and `THỨ TRƯỞNG` for `BỘ TRƯỞNG`. */
const deputies = perGrammar(({ positions }) => {
  const found = new Map<string, string>()
  for (const { id, name } of positions) {
    const own = name.toUpperCase()
    const deputy = positions.find((other) => other.deputyOf === id || other.name.toUpperCase() === `PHÓ ${own}`)
    if (deputy) found.set(own, deputy.name.toUpperCase())
  }
  return found
})

/** A post within a line, and the words that it stands in. */
export interface PostFound {
  post: string
  /** The words of the line that hold it, the formula before it not counted. */
  from: number
  to: number
  /** A formula of authority right before it, as it was read. */
  authority: string
}

/** Words of a post at most. */
const LONGEST = 6
/** Letters that may be lost of a post of so many. */
const lost = (letters: number) => (letters < 6 ? 0 : letters < 10 ? 1 : 2)

interface Candidate extends PostFound {
  cost: number
  size: number
}

/** More of a post, less of it lost, its formula too, and then the fewest words. */
function isBetter(one: Candidate, other: Candidate): boolean {
  const steps = [
    one.size - other.size,
    other.cost - one.cost,
    Number(one.authority !== '') - Number(other.authority !== ''),
    other.to - other.from - (one.to - one.from),
  ]
  return (steps.find((step) => step !== 0) ?? 0) > 0
}

/** The post that a line of capitals holds, whatever rubble stands around it. */
export function postIn({ words }: Line): PostFound | null {
  let best: Candidate | null = null
  for (let from = 0; from < words.length; from++)
    for (let to = Math.min(words.length, from + LONGEST); to > from; to--) {
      const text = words
        .slice(from, to)
        .map((word) => word.text)
        .join(' ')
      const authority = AUTHORITY().exec(text)?.[0] ?? ''
      const bare = text.slice(authority.length)
      const letters = lettersOf(bare)
      if (letters.length < 5 || upperShare(bare) < 0.75) continue
      for (const post of posts()) {
        if (Math.abs(post.letters.length - letters.length) > 2) continue
        const cost = distance(letters, post.letters)
        if (cost > lost(post.letters.length)) continue
        const size = post.letters.length - 2 * cost
        const found = { post: post.name, from, to, authority, cost, size }
        if (!best || isBetter(found, best)) best = found
      }
    }
  return best
}

/** A word that an engine was so unsure of is rubble of a seal beside a post, unless it is a word. */
const RUBBLE = 75

const isRubble = ({ text, confidence }: PageWord): boolean => {
  const letters = text.replace(latin(/[^\p{L}\p{M}]/gu), '')
  if (letters === '') return true
  return letters.length < 3 ? confidence < RUBBLE : confidence < RUBBLE && !isSyllable(letters.toLowerCase())
}

/** The lines of a signature, from the top down, with what its form says. */
export function mendSigned(lines: readonly Line[]): Line[] {
  const found = lines.map((line) => ({ line: withoutRubble(line), post: null as PostFound | null }))
  for (const entry of found) entry.post = postIn(entry.line)
  found.forEach((entry, at) => {
    const above = found[at - 1]
    if (above?.post && isAbove(above.line, entry.line) && isFormula(above.line, above.post))
      asDeputy(entry, above.post.post)
    const below = found[at + 1]
    if (entry.post && below && !below.post && isAbove(entry.line, below.line) && isRestOf(below.line, entry.post.post))
      below.post = { post: entry.post.post, from: 0, to: below.line.words.length, authority: '' }
    // A post that stands twice is the holder's and, PHÓ lost, his deputy's.
    if (entry.post && below?.post && isAbove(entry.line, below.line) && entry.post.post === below.post.post)
      asDeputy(below, entry.post.post)
    if (
      entry.post &&
      below?.post &&
      isAbove(entry.line, below.line) &&
      deputies().get(entry.post.post) === below.post.post
    )
      asFormula(entry)
  })
  return found.map(({ line }) => line)
}

/** Whether two lines stand in one column. */
const isAbove = ({ box: one }: Line, { box: other }: Line): boolean =>
  Math.min(one[2], other[2]) > Math.max(one[0], other[0])

interface Entry {
  line: Line
  post: PostFound | null
}

const FOR_HOLDER = /^K[/.]?T/

const isFormula = ({ words }: Line, { from, authority }: PostFound): boolean =>
  FOR_HOLDER.test(authority) || (from > 0 && FOR_HOLDER.test((words[from - 1] as PageWord).text))

/** Letters that must be left of a post. */
const REST = 5

/** Whether what a line has left are the last letters of a post. */
export function isRestOf({ text }: Line, post: string | undefined): boolean {
  const letters = lettersOf(text)
  return post !== undefined && letters.length >= REST && lettersOf(post).endsWith(letters)
}

/** Below `KT. X` stands `PHÓ X`, however little of PHÓ is left. */
function asDeputy(entry: Entry, holder: string): void {
  const deputy = deputies().get(holder)
  const { post, line } = entry
  if (!deputy || !post || (post.post !== holder && post.post !== deputy) || post.authority !== '') return
  const before = line.words.slice(0, post.from)
  if (before.some((word) => !isRubble(word) && word.text.length > 4)) return
  entry.line = written(line, [0, post.to], deputy)
  entry.post = { ...post, post: deputy, from: 0, to: deputy.split(' ').length }
}

/** Above `PHÓ X` stands `KT. X`, whatever hand wrote the KT. */
function asFormula(entry: Entry): void {
  const { post, line } = entry
  if (post?.authority !== '' || (post.from > 0 && AUTHORITY().test(`${line.words[post.from - 1]?.text} XX`))) return
  entry.line = written(line, [0, post.to], `KT. ${post.post}`)
}

/** A line whose words from one to another are written anew; what was read is kept. */
function written(line: Line, [from, to]: [number, number], text: string): Line {
  const old = line.words.slice(from, to)
  const meant = text.split(' ')
  const read = old.map((word) => word.text).join(' ')
  const [first, last] = [old[0] as PageWord, old[old.length - 1] as PageWord]
  const words = meant.map((own, at): PageWord => {
    const like = old[Math.max(0, old.length - meant.length + at)] as PageWord
    if (like.text === own) return like
    const box: PageWord['box'] = meant.length > old.length && at === 0 ? [...first.box] : [...like.box]
    return { ...like, box, text: own, misread: at === 0 ? read : like.text, line: last.line }
  })
  // Words that share a box would be laid over each other: each gets its part of it.
  return lineOf([...line.words.slice(0, from), ...spread(words, first, last), ...line.words.slice(to)])
}

function spread(words: PageWord[], first: PageWord, last: PageWord): PageWord[] {
  const total = words.reduce((sum, { text }) => sum + text.length + 1, 0) - 1
  const [left, width] = [first.box[0], last.box[2] - first.box[0]]
  let at = 0
  return words.map((word) => {
    const from = left + (width * at) / total
    at += word.text.length
    const box: PageWord['box'] = [from, Math.min(first.box[1], last.box[1]), left + (width * at) / total, last.box[3]]
    at++
    return { ...word, box }
  })
}

/** A line without the rubble before and behind its post, or its name. */
function withoutRubble(line: Line): Line {
  const post = postIn(line)
  const keep = post ?? nameIn(line)
  if (!keep) return line
  const { words } = line
  let [from, to] = [keep.from, keep.to]
  while (from > 0 && !isRubble(words[from - 1] as PageWord)) from--
  while (to < words.length && !isRubble(words[to] as PageWord)) to++
  // A formula's letters are no rubble.
  if (post && from > 0 && AUTHORITY().test(`${words[from - 1]?.text} XX`)) from--
  return from === 0 && to === words.length ? line : lineOf(words.slice(from, to))
}

const surnames = perGrammar((grammar) => grammar.surnames.map(({ id }) => ({ name: id, letters: lettersOf(id) })))
const TITLED = latin(/^\p{Lu}\p{Ll}+[.,]?$/u)
/** Letters that may be lost of a family name. */
const LOST_OF_NAME = 2

/** Where a person's name stands in a line: its family name, which may be spoilt, and one to four words with capitals. */
function nameIn({ words }: Line): { from: number; to: number } | null {
  for (let from = 0; from < words.length - 1; from++) {
    let to = from + 1
    while (to < words.length && TITLED.test((words[to] as PageWord).text)) to++
    if (to - from < 3 || to - from > 5 || !meantSurname((words[from] as PageWord).text)) continue
    return { from, to }
  }
  return null
}

/** The family name that a spoilt word can be, where it can be no other; a sound one is itself. */
export function meantSurname(text: string): string | null {
  const letters = lettersOf(text)
  const exact = surnames().find((own) => own.letters === letters)
  if (exact) return exact.name
  if (letters.length < 4 || !latin(/^\p{Lu}/u).test(text)) return null
  const near = surnames()
    .filter((own) => own.letters[0] === letters[0] && own.letters.length > 4)
    .map((own) => ({ ...own, cost: distance(letters, own.letters) }))
    .filter(({ cost }) => cost <= LOST_OF_NAME)
    .sort((a, b) => a.cost - b.cost)
  const [best, next] = near
  return best && (!next || next.cost > best.cost) ? best.name : null
}

/** A name's family name as it is meant. */
export function mendSurname(line: Line): Line {
  const name = nameIn(line)
  const first = name && line.words[name.from]
  if (!name || !first) return line
  const meant = meantSurname(first.text)
  if (!meant || lettersOf(meant) === lettersOf(first.text)) return line
  const words = [...line.words]
  words[name.from] = { ...first, text: meant, misread: first.text }
  return lineOf(words)
}
