/**
 * The issuer's own places: what `huyện`, `tỉnh` or `phường` without a name mean in its document.
 *
 * ```
 * HUYỆN ỦY BẮC HÀ → huyện: Bắc Hà
 * SỞ NỘI VỤ, UBND TỈNH LÂM ĐỒNG → tỉnh: Lâm Đồng
 * ```
 */
import { placeUses } from '../../grammar/places.ts'
import { latin } from '../../latin.ts'
import { joinSpaces, skeleton } from '../../text.ts'
import { type Body, nameOf, placed, readBody, tierOf } from './body.ts'
import type { Tier } from './vocabulary.ts'

export interface Home {
  tier: Tier
  /** `huyện`, as far as the issuer's name or the table of places says it. */
  word: string | null
  name: string
  /** Is it the issuer's own tier, not that of the body above it? */
  own: boolean
  /** The issuer's name where it is a committee of the Party: an organ without an owner is its. */
  committee: string | null
}

/** The places that `issuer` and the body above it name, at most one a tier. */
export function homesOf(
  issuer: string | null | undefined,
  parent: string | null | undefined,
  issued: string | null,
): Home[] {
  const homes: Home[] = []
  for (const [index, printed] of [issuer, parent].entries()) {
    if (!printed) continue
    const text = joinSpaces(printed)
    const folded = skeleton(text)
    for (let at = 0; at < text.length; at = nextWord(text, at)) {
      const body = readBody(text, folded, at)
      const home = body ? homeOf(body, text, { own: index === 0, issued }) : null
      if (home && !homes.some((each) => each.tier === home.tier)) homes.push(home)
      if (home) break
    }
  }
  return homes
}

function homeOf(body: Body, text: string, { own, issued }: { own: boolean; issued: string | null }): Home | null {
  const { place } = placed(body)
  const tier = tierOf(body, text, issued)
  if (!place?.name || !tier) return null
  const name = titleCase(text.slice(...place.name))
  const inner = placed(body)
  const committee = own && inner.head.entry.kind === 'committee' ? capitalised(nameOf(inner, text)) : null
  return { tier, word: place.word ?? wordOf(tier, name), name, own, committee }
}

/** The level word of a unit whose committee names only the unit: `Thị ủy Kỳ Anh` → `thị xã`. */
function wordOf(tier: Tier, name: string): string | null {
  if (tier === 'trung ương') return null
  const levels = new Set(placeUses(name).map((use) => use.level))
  if (tier === 'tỉnh') return levels.has('tỉnh') ? 'tỉnh' : levels.has('thành phố') ? 'thành phố' : null
  return tier === 'huyện' && levels.has('huyện') ? 'huyện' : null
}

/** `BẮC HÀ` → `Bắc Hà`; a name that is not all in capitals stays. */
export function titleCase(name: string): string {
  const text = joinSpaces(name)
  if (text !== text.toUpperCase()) return text
  return text
    .toLowerCase()
    .replace(latin(/(^|[\s-])(\p{L})/gu), (_, before: string, letter: string) => before + letter.toUpperCase())
}

/** `HUYỆN ỦY BẮC HÀ` → `Huyện ủy Bắc Hà`: head and level words in small letters, the unit's name in title case. */
function capitalised(name: string): string {
  if (name !== name.toUpperCase()) return name
  const folded = skeleton(name)
  const body = readBody(name, folded, 0)
  const place = body ? placed(body).place?.name : null
  if (!body || !place) return name
  const head = name.slice(0, place[0]).toLowerCase()
  return head.charAt(0).toUpperCase() + head.slice(1) + titleCase(name.slice(...place))
}

function nextWord(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  return space < 0 ? text.length : space + 1
}
