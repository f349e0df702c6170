/** Who signed a reported document: a person's name behind a post, with `ký` beside it. */
import { perGrammar } from '../grammar/grammar.ts'
import { latin } from '../latin.ts'
import { type Span, skeleton } from '../text.ts'
import type { FoundAgency } from './agencies/agencies.ts'
import { phrases } from './dates/phrases.ts'
import { scanOf } from './dates/scan.ts'

/** How far before a name its post or form of address begins, and how far behind a document its signer is named. */
const POST_REACH = 90
const BEHIND = 200
const NAME = latin(/(?<!\p{L})\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,6}(?!\p{L})/gu)

const people = perGrammar((grammar) => {
  const words = (id: string) => grammar.press.find((entry) => entry.id === id)?.words ?? []
  return {
    families: new Set(grammar.surnames.map((entry) => entry.id.toLowerCase())),
    posts: phrases([...grammar.positions.map(({ name }) => name.toLowerCase()), ...words('persons')]),
    // `Văn bản do …`, `Công văn này do …`: the next sentence speaks of the same document
    document: new RegExp(
      latin(`^(?:${[...grammar.types.map(({ name }) => name), ...words('generic')].join('|')})(?![\\p{L}])`),
      'iu',
    ),
    signing: new RegExp(latin(`^[^.;\\n]*?(?<![\\p{L}])(?:${words('signed-by').join('|')})(?![\\p{L}])`), 'u'),
  }
})

/** Stands a post or a form of address in the words? */
export function holdsPost(words: string): boolean {
  const scan = scanOf(words)
  return people().posts.stands(scan, 0, scan.text.length + 1)
}

/** The first person named in `[from, to)`, where that says who signed. */
export function signerBefore(text: string, [from, to]: Span, agencies: readonly FoundAgency[]): string | null {
  const { families } = people()
  for (const match of text.slice(from, to).matchAll(NAME)) {
    const start = from + match.index
    const end = start + match[0].length
    // a name goes on where that of a body ends: `Chủ tịch UBND tỉnh Điện Biên Quàng Văn Tướng`
    const taken = agencies.filter(({ span }) => span[0] < end && span[1] > start).map(({ span }) => span[1])
    const last = Math.max(start, ...taken)
    // `Phó Giám đốc Sở Trần Thị Bảy`: three words or more, the first a family's, are no place
    const free = last < end ? last : start
    const fewest = last < end ? 2 : 3
    const parts = text.slice(free, end).trim().split(/\s+/)
    const at = parts.findIndex(
      (part, index) => families.has(part.toLowerCase()) && parts.length - index >= fewest && parts.length - index <= 4,
    )
    if (at < 0) continue
    if (holdsPost(text.slice(Math.max(from, start - POST_REACH), free))) return parts.slice(at).join(' ')
  }
  return null
}

/** `… do Phó Chủ tịch Lê Văn An ký`, behind the document in the same sentence. */
export function signerBehind(text: string, from: number, agencies: readonly FoundAgency[]): string | null {
  const sentence = sentenceAt(text, from)
  const signer = signedIn(text, from, sentence, agencies)
  const end = from + sentence.length
  if (signer !== null || !text.startsWith(NEXT, end)) return signer
  const next = end + NEXT.length
  const told = sentenceAt(text, next)
  return people().document.test(told) ? signedIn(text, next, told, agencies) : null
}

/** Behind the end of a sentence. */
const NEXT = '. '

/** From `from` to the end of the sentence, so far as a signer is looked for. */
const sentenceAt = (text: string, from: number): string => /^[^.;\n]*/.exec(text.slice(from, from + BEHIND))?.[0] ?? ''

/** `… do Phó Chủ tịch Lê Văn An ký`, in the sentence that begins at `from`. */
function signedIn(text: string, from: number, sentence: string, agencies: readonly FoundAgency[]): string | null {
  const signed = people().signing.exec(sentence)
  const by = skeleton(sentence.slice(0, signed?.[0].length ?? 0)).search(/(?:^|[^a-z])do /)
  return signed && by >= 0 ? signerBefore(text, [from + by, from + signed[0].length], agencies) : null
}
