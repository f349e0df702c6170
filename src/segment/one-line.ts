/**
 * A whole document on one line, as crawlers leave it: cut where paragraphs, items and parts of the form begin.
 *
 * ```
 * > | … QUYẾT ĐỊNH: Điều 1. Ban hành Quy chế. Điều 2. Quyết định này có hiệu lực. Nơi nhận: - Như Điều 2; - Lưu VT.
 *                  ^ cut                    ^ cut                                 ^ cut     ^ cut         ^ cut
 * ```
 */
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import type { Piece } from './cues.ts'
import { makeCell, makeRow, type Row } from './rows.ts'
import { signedEnd } from './signed-line.ts'

/** Characters of a line that may hold a whole document. */
const WHOLE = 300
/** Share of the text that stands on it. */
const SHARE = 0.6

const SIGN = '(?:\\d{1,2}(?:\\.\\d{1,2}){0,3}[.)/]?|[a-zđ]\\)|[IVX]{1,5}\\.|\\([ivx\\d]{1,4}\\)'
/** Where a line of its own begins for certain: a gap, a rule, a label or a dash behind the end of a clause. */
const BREAK = pattern(({ words, cue }) => {
  const label = `${SIGN}|(?:${words('article')})\\s\\d{1,3}[.:]|[-–+•])`
  const clause = latin(`(?<=[.;:!?…”)])\\s*(?=${label}\\s*[\\p{Lu}“])`)
  // who enacts, in capitals between the subject and the bases
  const enacts = latin(
    `(?<=\\p{Ll})\\s(?=\\p{Lu}{2}[\\p{Lu}\\s,]{6,90}\\s(?:${cue('base')})\\s)|(?<=\\p{Lu}{2})\\s(?=(?:${cue('base')})\\s)`,
  )
  const form = latin(
    `(?<=[.;]\\s?)(?=(?:[-–]\\s?)?(?:${cue('base')})\\s)|(?<=\\p{Lu})(?=[-–]\\s?(?:${cue('base')})\\s)|\\s(?=(?:${cue('decree').toUpperCase()})(?:[\\s:]|$))`,
  )
  return new RegExp(
    `\\s{3,}(?=\\S)|(?<=[-*=_]{3})(?=[^-*=_])|(?<=[^\\s*=_-])\\s?(?=[-*=_]{3})|${clause}|${enacts}|${form}`,
    'gu',
  )
})
/** Where one may begin: a label without such an end above it. The series decide. */
const MAYBE = pattern(
  ({ words }) =>
    new RegExp(
      latin(
        `(?<!\\s(?:${words('before-number')}))\\s(?=(?:\\d{1,2}(?:\\.\\d{1,2}){0,3}\\.|[a-zđ]\\)|[IVX]{1,5}\\.|(?:${words('article')})\\s\\d{1,3}[.:])\\s\\p{Lu})`,
      ),
      'gu',
    ),
)
/** Letters of the head within which capitals run into small letters: `QUYẾT ĐỊNHVề việc`. */
const HEAD = 1500
const GLUED = latin(/(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll}{1,6}\s\p{Ll})/gu)

/** Capitals behind a full stop: `- Lưu: VT. GIÁM ĐỐC (đã ký) Đỗ Văn An`. */
const CAPITALS_BEHIND = latin(/(?<=[.;])\s(?=\p{Lu}{2,}[\s.])/gu)
/** Letters of the longest signature. */
const SIGNATURE = 160

const isSignature = ({ text, folded }: Piece, at: number) =>
  signedEnd({ text: text.slice(at, at + SIGNATURE), folded: folded.slice(at, at + SIGNATURE) }) > 0

/** The rows, with one that holds most of the text in pieces. */
export function cutOneLine(source: Piece, rows: Row[]): Row[] {
  const total = source.text.length
  return rows.flatMap((row) =>
    row.end - row.start > WHOLE && row.end - row.start > total * SHARE ? pieces(source, row) : [row],
  )
}

function pieces(source: Piece, row: Row): Row[] {
  const words = source.text.slice(row.start, row.end)
  const cuts = new Map<number, boolean>()
  for (const { index } of words.matchAll(MAYBE())) cuts.set(index + 1, true)
  for (const { index } of words.slice(0, HEAD).matchAll(GLUED)) cuts.set(index, false)
  for (const { index, 0: gap } of words.matchAll(BREAK())) cuts.set(index + gap.length, false)
  for (const { index } of words.matchAll(CAPITALS_BEHIND))
    if (isSignature(source, row.start + index + 1)) cuts.set(index + 1, false)
  const places = [...cuts.keys()].filter((at) => at > 0 && at < words.length).sort((one, other) => one - other)
  return [0, ...places].flatMap((from, nth) => {
    const cell = makeCell(
      source.text,
      source.folded,
      row.start + from,
      row.start + (places[nth] ?? words.length),
      row.indent,
    )
    const piece =
      cell &&
      makeRow(source.text, source.folded, [cell], {
        line: row.line,
        blanksAbove: nth === 0 ? row.blanksAbove : 0,
        pageTop: nth === 0 && row.pageTop,
      })
    return piece ? [cuts.get(from) ? { ...piece, within: true } : piece] : []
  })
}
