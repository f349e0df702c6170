/**
 * A whole signature at the head of a line that goes on with what is enclosed, as crawled pages have it.
 *
 * ```
 * > | KT. BỘ TRƯỞNG THỨ TRƯỞNG Đỗ Văn An KẾ HOẠCH TRIỂN KHAI …
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ signed
 * ```
 */
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import type { Piece } from './cues.ts'
import { beginsWith, words } from './words.ts'
import { isPersonName, titleLength } from '../lexicon/person-names.ts'

/** Formula and post in capitals are no longer than this, a name than its words; the remark may stand between. */
const CAPITALS = pattern(
  ({ cue }) =>
    new RegExp(
      latin(
        `^\\p{Lu}[\\p{Lu}\\s.,/–-]{4,90}\\s(?:\\((?:${cue('signed')}|${cue('signed').toLowerCase()})\\)\\s)?(?=\\p{Lu}\\p{Ll})`,
      ),
      'u',
    ),
)
const NAME = latin(/^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,5}/u)

/** Where the signer's name ends; -1 where the piece does not begin with a signature. */
export function signedEnd({ text, folded }: Piece): number {
  if (!words().authorities.test(text) && beginsWith(folded, words().positions) === null) return -1
  const capitals = CAPITALS().exec(text)?.[0].length ?? 0
  if (capitals === 0) return -1
  const from = capitals + titleLength(text.slice(capitals))
  const run = NAME.exec(text.slice(from))?.[0]
  if (!run) return -1
  // the first word of what follows begins with a capital too: `Đỗ Văn An Phụ lục`
  const name = latin(/^\s\p{Ll}/u).test(text.slice(from + run.length)) ? run.replace(/\s\S+$/u, '') : run
  return isPersonName(name) ? from + name.length : -1
}
