/**
 * The document that a press text reports: read from its title and lead, never filled up. A day without a year stays so
 * (`XXXX-11-23`).
 *
 * ```
 * > | Ngày 23/11, Bí thư Tỉnh ủy Đỗ Văn An thay mặt Ban Thường vụ Tỉnh ủy đã ký ban hành công điện khẩn
 *     ^^^^^^^^^^                 ^^^^^^^^^          ^^^^^^^^^^^^^^^^^^^^                       ^^^^^^^^^
 * ```
 */
import { currentGrammar } from '../grammar/grammar.ts'
import type { DirectiveRecord } from '../schema.ts'
import { hasWordEdges, skeleton } from '../text.ts'
import type { FoundAgency } from './agencies/agencies.ts'
import { findDates } from './dates/dates.ts'
import type { FoundReference } from './references/references.ts'

const LEAD = 1500
const NAME = /(?<![\p{L}])(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,6})(?![\p{L}])/gu

export function aboutOf(
  text: string,
  { references, agencies }: { references: FoundReference[]; agencies: FoundAgency[] },
): DirectiveRecord['about'] {
  const lead = text.slice(0, LEAD)
  const issued = issuedAt(lead)
  if (!issued) return null
  const type = typeNear(lead, issued.end)
  const reference = references.find(
    (each) => each.number !== null && each.span[0] < LEAD && Math.abs(each.span[0] - issued.end) < 60,
  )
  const sentence = { start: sentenceStart(lead, issued.start), end: issued.end }
  const dates = findDates(lead, { issued: null, from: sentence.start, to: Math.min(lead.length, sentence.end + 200) })
  const bodies = agencies.filter((agency) => agency.span[0] >= sentence.start && agency.span[1] <= sentence.end + 5)
  return {
    type,
    number: reference?.number ?? null,
    date: dates.find((found) => found.date !== null)?.date ?? null,
    issuer: bodies.at(-1)?.text ?? null,
    signer: signerIn(lead.slice(sentence.start, issued.start)),
  }
}

/** Where the lead says that something was signed or issued. */
function issuedAt(lead: string): { start: number; end: number } | null {
  const folded = skeleton(lead)
  const verbs = (currentGrammar().press.find((entry) => entry.id === 'issued')?.words ?? []).map(skeleton)
  // the title says it too, but the lead behind it says when and by whom
  const from = Math.max(0, lead.indexOf('\n', 1))
  for (const start of [from, 0]) {
    const found = verbs
      .map((verb) => ({ start: folded.indexOf(verb, start), verb }))
      .filter((each) => each.start >= 0 && hasWordEdges(folded, each.start, each.start + each.verb.length))
      .sort((a, b) => a.start - b.start)[0]
    if (found) return { start: found.start, end: found.start + found.verb.length }
  }
  return null
}

/** The type named right behind the verb. */
function typeNear(lead: string, from: number): string | null {
  const folded = skeleton(lead.slice(from, from + 60))
  const found = currentGrammar()
    .types.map((type) => ({ name: type.name, at: folded.indexOf(skeleton(type.name)) }))
    .filter((each) => each.at >= 0)
    .sort((a, b) => a.at - b.at || b.name.length - a.name.length)[0]
  return found?.name ?? null
}

function sentenceStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('. ', at)) + 1
}

/** The last person's name before the verb: capitals, the first a family name. */
function signerIn(sentence: string): string | null {
  const families = new Set(currentGrammar().surnames.map((entry) => entry.id.toLowerCase()))
  const names = [...sentence.matchAll(NAME)].map((match) => match[1] as string)
  const persons = names.flatMap((name) => {
    const parts = name.split(' ')
    const at = parts.findIndex(
      (part, index) => families.has(part.toLowerCase()) && parts.length - index >= 2 && parts.length - index <= 4,
    )
    return at >= 0 ? [parts.slice(at).join(' ')] : []
  })
  return persons[0] ?? null
}
