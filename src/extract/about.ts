/**
 * The document that a press text reports, never filled up. A day without a year stays so (`XXXX-11-23`).
 *
 * ```
 * > | Ngày 23/11, Bí thư Tỉnh ủy Đỗ Văn An thay mặt Ban Thường vụ Tỉnh ủy đã ký ban hành công điện khẩn
 *     ^^^^^^^^^^                 ^^^^^^^^^          ^^^^^^^^^^^^^^^^^^^^                   ^^^^^^^^^
 * > | Chiều 22/10, Bộ Thủy lợi đã có văn bản số 4239/BTL-QLĐ ngày 22/10/2013 gửi các đơn vị
 *                  ^^^^^^^^^^^                  ^^^^^^^^^^^^      ^^^^^^^^^^
 * ```
 */
import { latin } from '../latin.ts'
import type { DirectiveRecord } from '../schema.ts'
import type { Span } from '../text.ts'
import type { FoundAgency } from './agencies/agencies.ts'
import { findDates } from './dates/dates.ts'
import { type Scan, scanOf } from './dates/scan.ts'
import { LEAD } from './kind.ts'
import { type Report, reportsIn } from './press.ts'
import type { FoundReference } from './references/references.ts'
import { holdsPost, signerBefore, signerBehind } from './signer.ts'

/** How far behind the word for a document its number may stand: `công văn hỏa tốc số`. */
const NUMBER_REACH = 40
/** How far from the beginning of its sentence the date of what it tells stands. */
const DATE_REACH = 60

interface Told extends Report {
  sentence: number
  body: FoundAgency | null
  reference: FoundReference | null
}

export function aboutOf(
  text: string,
  { references, agencies }: { references: FoundReference[]; agencies: FoundAgency[] },
): DirectiveRecord['about'] {
  const scan = scanOf(text, 0, Math.min(text.length, LEAD))
  const told = reportsIn(scan).map((report) => withContext(text, scan, report, { references, agencies }))
  // the title says it too, but the lead behind it says when, by whom and under which number
  const title = Math.max(0, text.indexOf('\n', 1))
  const rank = ({ reference, body, sentence }: Told) =>
    (reference ? 4 : 0) + (body ? 2 : 0) + (sentence >= title ? 1 : 0)
  const best = told.toSorted((one, other) => rank(other) - rank(one) || one.verb - other.verb)[0]
  if (!best) return null
  const reference = best.reference ?? citedLater(best, references)
  const start = scan.span(best.verb, best.verb + 1)[0]
  const end = scan.span(best.noun, best.end)[1]
  const behind = Math.max(end, reference?.span[1] ?? 0)
  return {
    type: best.type ?? reference?.type ?? null,
    number: reference?.number ?? (best.body && serialBehind(scan, best)),
    date: reference?.date ?? dateOf(text, { sentence: best.sentence, start, behind }),
    issuer: best.body ? withPlace(text, best.body, best, start) : (reference?.issuer ?? null),
    signer:
      (best.signed ? signerBefore(text, [best.sentence, start], agencies) : null) ?? signerBehind(text, end, agencies),
  }
}

/** A place without its level between a body and the verb: names alone, and no person's, of whom it is said with a post. */
const PLACE = latin(/^\s\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,2}(?=\s$)/u)

/** `Phòng Y tế Vạn Trúc vừa có …`: the body with the place that no table knows. */
function withPlace(text: string, body: FoundAgency, { sentence, signed }: Told, verb: number): string {
  const place = body.place === null && !signed ? PLACE.exec(text.slice(body.span[1], verb))?.[0] : undefined
  if (place === undefined || holdsPost(text.slice(sentence, body.span[0]))) return body.text
  return `${body.text}${place}`
}

/** The sentence in which it is told, the last body before the verb, and the number behind the document. */
function withContext(
  text: string,
  scan: Scan,
  report: Report,
  { references, agencies }: { references: FoundReference[]; agencies: FoundAgency[] },
): Told {
  const [verb] = scan.span(report.verb, report.verb + 1)
  const [noun, end] = scan.span(report.noun, report.end)
  const sentence = sentenceStart(text, verb)
  const body = agencies.filter((agency) => agency.span[0] >= sentence && agency.span[1] <= verb).at(-1) ?? null
  const isNear = ([start]: Span) => start >= noun - 2 && start <= end + NUMBER_REACH
  const reference = references.find((each) => each.number !== null && each.mentions.some(isNear)) ?? null
  return { ...report, sentence, body, reference }
}

/** The number under which the same document is cited further on: `Tại công văn số 12/STL-QLĐ, sở yêu cầu …`. */
function citedLater({ type, body }: Told, references: readonly FoundReference[]): FoundReference | null {
  const same = references.filter(
    ({ number, type: other, issuer, relation }) =>
      number !== null &&
      type !== null &&
      other === type &&
      relation === 'cites' &&
      (issuer === null || issuer === body?.text),
  )
  return same.length === 1 ? (same[0] ?? null) : null
}

/** A serial alone, which a press text often gives of a number: `Bộ Y tế đã có Công điện số 1500 gửi các tỉnh`. */
function serialBehind({ text }: Scan, { end }: Told): string | null {
  return SERIAL.exec(text.slice(end, end + NUMBER_REACH))?.[1] ?? null
}

const SERIAL = /^[a-z ]*? so:? (\d{1,5})(?=[ .,;:)]*(?:[a-z\n(“"]|$))/

/** The date with which the sentence begins, or the one right behind the document. */
function dateOf(
  text: string,
  { sentence, start, behind }: { sentence: number; start: number; behind: number },
): string | null {
  const dates = findDates(text, {
    issued: null,
    from: sentence,
    to: Math.min(text.length, behind + DATE_REACH),
  }).filter(({ date }) => date !== null)
  const before = dates.find(({ span }) => span[1] <= start && span[0] - sentence <= DATE_REACH)
  const after = dates.find(
    ({ span }) => span[0] >= behind && /^[\s,(]{0,3}(?:ngày)?\s?$/.test(text.slice(behind, span[0])),
  )
  return (after ?? before)?.date ?? null
}

function sentenceStart(text: string, at: number): number {
  return (
    Math.max(
      text.lastIndexOf('\n', at),
      text.lastIndexOf('. ', at),
      text.lastIndexOf('! ', at),
      text.lastIndexOf('? ', at),
    ) + 1
  )
}
