/**
 * A post in capitals of which a seal or a pen took letters: the one post it can be.
 *
 * ```
 * PHÓ GIÁM ĐÓ -   →  PHÓ GIÁM ĐỐC
 * KT. CHỦ TỊC     →  KT. CHỦ TỊCH
 * ```
 */
import { perGrammar } from '../../grammar/grammar.ts'
import { alternation } from '../../grammar/wording.ts'
import { latin } from '../../latin.ts'
import { skeleton, upperShare } from '../../text.ts'
import { distance } from './distance.ts'

const posts = perGrammar(({ positions }) =>
  positions.map(({ name }) => ({ name: name.toUpperCase(), letters: lettersOf(name) })),
)

/**
 * A formula of authority at the start of a line, with what parts it from the post. An engine may lose that mark; but a
 * letter that stands alone (`Q. GIÁM ĐỐC`) begins many words (`QUYẾT ĐỊNH`), and is a formula only where it is parted.
 */
export const AUTHORITY = perGrammar(({ authorities }) => {
  const forms = authorities.flatMap((entry) => entry.forms)
  const [letters, longer] = [forms.filter((form) => form.length === 1), forms.filter((form) => form.length > 1)]
  return new RegExp(
    latin(`^(?:(?:${alternation(longer)})[.,:/]*\\s?|(?:${alternation(letters)})(?:[.,:/]+\\s?|\\s))(?=\\p{Lu}{2})`),
    'u',
  )
})

const lettersOf = (text: string): string => skeleton(text).replace(/[^a-z]/g, '')

/** Share of a post's letters that may be lost, and how many that is at most. */
const LOST = 0.18
const MOST = 2
/** A line in which fewer letters are capitals is no post. */
const CAPITALS = 0.75

/** The line with its post as it is meant; null where it is no spoilt post, or could be more than one. */
export function wholePost(line: string): string | null {
  if (upperShare(line) < CAPITALS) return null
  const authority = AUTHORITY().exec(line)?.[0] ?? ''
  const letters = lettersOf(line.slice(authority.length))
  if (letters.length < 5) return null
  const near = posts()
    .map((post) => ({ ...post, lost: distance(letters, post.letters) }))
    .sort((a, b) => a.lost - b.lost)
  const [best, next] = near
  if (!best || best.lost === 0 || best.lost > Math.min(MOST, Math.max(1, best.letters.length * LOST))) return null
  if (next && next.lost === best.lost && next.letters !== best.letters) return null
  return authority.replace(/[,:]/, '.') + best.name
}
