/**
 * A title that cites its own document whole, as collections of law print it in place of the form's header.
 *
 * ```
 * > | CHỈ THỊ
 * > | CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 16/2001/CT-TTG NGÀY 21 THÁNG 6 NĂM 2001 VỀ VIỆC …
 *         ^^^^^^^^^^^^^^^^^^^ issuer ^^^^^^^^^^^^^^ number      ^^^^^^^^^ date    ^ subject
 * ```
 */
import { findIssueDate } from '../calendar/issue-date.ts'
import { pattern } from '../grammar/wording.ts'
import { joinSpaces, type Span, skeleton, upperShare } from '../text.ts'
import type { Header } from '../tree.ts'
import { readNumber } from './number.ts'
import type { Cell, Row } from './rows.ts'
import { isAuthorityName, startsBases } from './subject.ts'
import { beginsWith, words } from './words.ts'

const TITLE = pattern(({ words: list }) => new RegExp(`^(?:${list('enacted-by')})\\s+(.{4,120}?)\\s+((?:${list('number')})\\s*:?\\s*\\S{3,40}?)(?:,?\\s+(.+))?$`, 'su'))
const SUBJECT = pattern(({ words: list }) => new RegExp(`(?:^|\\s)(?=(?:${list('subject-lead')})\\s)`, 'u'))
const BEGINS = pattern(({ words: list }) => new RegExp(`^(?:${list('enacted-by')})\\s`, 'u'))
/** Rows of the longest title. */
const REACH = 12

export interface CitedTitle {
  header: Pick<Header, 'issuer' | 'number' | 'serial' | 'notation' | 'date' | 'subject' | 'system'>
  lastRow: number
}

/** `CỦA HỘI ĐỒNG BỘ TRƯỞNG` before a number: the number is cited. */
export const citesItself = (cell: Cell) => BEGINS().test(cell.text)

/**
 * What the title behind the heading says of the document itself; null where it is no such title.
 *
 * @param heading the row of the type's name
 * @param end offset behind that name
 * @param known the number that the form's own header gives
 */
export function citedTitle(text: string, rows: Row[], { heading, end }: { heading: number; end: number }, known?: string): CitedTitle | null {
  let last = heading
  for (let row = rows[last + 1]; row && last - heading < REACH && (last === heading || row.blanksAbove === 0) && goesOn(row, rows[last + 2]); row = rows[last + 1]) last++
  const from = end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0)
  const block = text.slice(from, (rows[last] as Row).end)
  const match = TITLE().exec(block)
  if (!match) return null
  const [, issuer, numbered, rest = ''] = match as unknown as [string, string, string, string | undefined]
  const at = (words: string, after = 0): Span => [from + block.indexOf(words, after), from + block.indexOf(words, after) + words.length]
  const number = readNumber({ text: numbered, folded: skeleton(numbered) }, at(numbered)[0])
  if (!number?.notation || (known !== undefined && skeleton(known) !== skeleton(number.number))) return null
  const header: CitedTitle['header'] = {
    issuer: { value: joinSpaces(issuer), status: 'read', grade: 'likely', spans: [at(issuer)] },
    number: { value: number.number, status: 'read', grade: 'likely', spans: number.spans },
    notation: { value: number.notation, status: 'read', grade: 'likely', spans: number.spans },
  }
  const body = beginsWith(skeleton(issuer), words().heads)
  if (body) header.system = { value: body.value, status: 'inferred', grade: 'likely', spans: [at(issuer)], note: 'from the issuer' }
  if (number.serial) header.serial = { value: number.serial, status: 'read', grade: 'likely', spans: number.spans }
  const dated = findIssueDate(rest)
  if (dated?.date) {
    const start = at(rest)[0]
    header.date = { value: dated.date, status: 'read', grade: 'likely', spans: [[start + dated.span[0], start + dated.span[1]]] }
  }
  const behind = rest.slice(dated?.span[1] ?? 0)
  const subject = behind.slice(SUBJECT().exec(behind)?.index ?? 0).trim()
  if (subject !== '') header.subject = { value: joinSpaces(subject), status: 'read', grade: 'likely', spans: [at(subject, block.length - behind.length)] }
  return { header, lastRow: last }
}

/** The authority that enacts stands between the title and the bases. */
const goesOn = (row: Row, next: Row | undefined) =>
  upperShare(row.text) > 0.7 && !(next && startsBases(next) && isAuthorityName(row))
