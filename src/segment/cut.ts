/**
 * Rows and cells cut where two parts of the form were run together: a header's two columns joined by one space, a
 * crawled page's header on a single line, a signature behind a recipient.
 *
 * ```
 * > | UBND TỈNH LÀO CAI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM     > | Nơi nhận: TL. CHỦ TỊCH
 *                       ^ cut                                                ^ cut
 * ```
 */
import { append } from '../arrays.ts'
import { findIssueDate } from '../calendar/issue-date.ts'
import { perGrammar } from '../grammar/grammar.ts'
import { pattern, phrasesOf, wordsOf } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import { hasCapitals, skeleton } from '../text.ts'
import { findCue, type Piece } from './cues.ts'
import { joinParted } from './parted.ts'
import { type Cell, makeCell, makeRow, type Row, sliceCell } from './rows.ts'
import { markCut } from './secrecy.ts'
import { signedEnd } from './signed-line.ts'
import { speakerAfter } from './speaker.ts'
import { typeHeading } from './type-heading.ts'
import { beginsWith, words } from './words.ts'

/** Rows from the top in which a header may stand. */
const HEADER_ROWS = 60
/** A row longer than this holds a header line or a footer only by accident. */
const LONG = 200

/** Characters of a row among which a place-date line may end. */
const DATE_REACH = LONG * 3

/** `CHÍNH PHỦ NƯỚC` before the State's name: no title. */
export const STATE_OF = pattern(({ words: list }) => new RegExp(`(?:^|\\s)(?:${list('state-of')})\\s$`, 'u'))
const SUBJECT = pattern(({ words: list }) => new RegExp(`\\s(?=[*_(]{0,3}(?:${list('subject-mark')})[\\s:])`, 'u'))
const NUMBER = pattern(({ words: list }) => {
  const serial = '\\s{0,2}:?\\s{0,2}(?:[\\d….]{1,8}\\s?)?'
  return new RegExp(
    latin(`\\s(?:${list('number', 'number-of-type')})${serial}(?:[/-]\\s?(?:\\p{Lu}|\\d{4}\\s?\\/)|$)`),
    'u',
  )
})
const ADDRESSEE = pattern(({ cue }) => new RegExp(`\\s(?:${cue('addressee')})\\s?:`, 'u'))
const RECIPIENTS = pattern(({ cue }) => new RegExp(`\\s(?:${cue('recipients')})\\s?:`, 'u'))
/** `- Văn phòng Chính phủ;- Lưu: VT`: the last entries of a list run together. */
const GLUED_ARCHIVE = pattern(({ cue }) => new RegExp(`[;.]\\s*(?=[-–+]\\s?(?:${cue('archive')})\\b)`, 'u'))
const AUTHORITY = pattern(
  ({ words: list }) =>
    new RegExp(
      latin(`\\s(?:${list('authority-code')})(?:[./]\\s?|\\s)(?=\\p{Lu}{2})(?!(?:${list('authority-code')})[./])`),
      'u',
    ),
)
/** What each match of `AUTHORITY` begins with: the pattern of capitals is slow, and few rows hold any. */
const AUTHORITY_SIGN = pattern(({ words: list }) => new RegExp(`\\s(?:${list('authority-code')})`))
/** Folded words one of which stands in each match: few cells hold any. */
const SIGNS = perGrammar(() => ({
  subject: wordsOf('subject-mark').map(skeleton),
  number: wordsOf('number').map(skeleton),
  addressee: phrasesOf('addressee').map(skeleton),
  recipients: phrasesOf('recipients').map(skeleton),
  date: wordsOf('date-sign').map(skeleton),
  motto: wordsOf('motto-sign').map(skeleton),
  urgency: phrasesOf('urgency').map(skeleton),
  archive: phrasesOf('archive').map(skeleton),
}))

/** @param reach rows from the top in which headers are looked for */
export function cutRows(source: Piece, rows: Row[], reach = HEADER_ROWS): Row[] {
  return joinParted(source, rows, reach).flatMap((row, index) => {
    const parts = cutPage(row.cells)
    const pieces = (index < reach ? parts.flatMap((cells) => cutHeader(source, cells)) : parts).flatMap((cells) =>
      cutFooter(source, cells),
    )
    if (pieces.length === 1 && isWhole(row, pieces[0] as Cell[])) return [row]
    return pieces.flatMap((cells, at) => {
      const made = makeRow(source.text, source.folded, cells, {
        line: row.line,
        blanksAbove: at === 0 ? row.blanksAbove : 0,
        pageTop: at === 0 && row.pageTop,
      })
      return made ? [made] : []
    })
  })
}

const isWhole = (row: Row, cells: Cell[]) =>
  cells.length === row.cells.length && cells.every((cell, index) => cell === row.cells[index])

/** A viewer's mark run together with the first words of its page: `Trang 2II. TỔ CHỨC THỰC HIỆN`. */
const PAGE = pattern(({ cue }) => new RegExp(latin(`^(?:${cue('page')})\\s\\d{1,3}(?=\\p{Lu})`), 'u'))

function cutPage(cells: Cell[]): Cell[][] {
  const first = cells[0] as Cell
  const page = PAGE().exec(first.text)
  return page
    ? [[sliceCell(first, 0, page[0].length)], [sliceCell(first, page[0].length, first.text.length), ...cells.slice(1)]]
    : [cells]
}

/** Cells of one or more rows: `Kính gửi`, and what follows a header on one line, begin a row of their own. */
function cutHeader(source: Piece, row: Cell[]): Cell[][] {
  const out: Cell[][] = [[]]
  for (const cell of row) {
    const cuts = headerCuts(cell)
    // on a line as long as a paragraph each part stands alone
    if (cell.text.length > LONG) for (const cut of cuts) cut.row = true
    if (cuts.length === 0) {
      ;(out[out.length - 1] as Cell[]).push(cell)
      continue
    }
    let from = 0
    for (const cut of [...cuts, { at: cell.text.length, row: false }]) {
      const piece = makeCell(source.text, source.folded, cell.start + from, cell.start + cut.at, cell.column + from)
      if (piece) (out[out.length - 1] as Cell[]).push(piece)
      if (cut.row) out.push([])
      from = cut.at
    }
  }
  return out.filter((cells) => cells.length > 0)
}

interface Cut {
  at: number
  row: boolean
}

function headerCuts(cell: Cell): Cut[] {
  const cuts: Cut[] = []
  const add = (at: number, row = false) => {
    if (at > 0 && at < cell.text.length && !cuts.some((cut) => cut.at === at)) cuts.push({ at, row })
  }
  const long = cell.text.length > LONG
  const capitals = hasCapitals(cell.text, 3) || (!long && holdsOne(cell, SIGNS().motto))
  if (capitals) {
    for (const id of ['national-title', 'motto', 'party-title', 'party-title-1951', 'youth-title']) {
      const found = cell.text.length < 600 ? findCue(cell, id) : null
      // a line that speaks of the title is no title: what is cut out must be most of a short cell or stand in capitals
      if (!found || (long && cell.text.length > 600) || STATE_OF().test(cell.text.slice(0, found.start))) continue
      add(found.start)
      add(found.end)
      // a page's own title before the form's first line: the capitals at its end are the body's name
      const before = latin(/(?<=\p{Ll}\S{0,3}\s)(?:\p{Lu}{2,}[\s-]*){2,}[^\p{L}]*$/u).exec(
        cell.text.slice(0, found.start),
      )
      if (before && before.index > 20) add(before.index)
    }
  }
  const type = capitals && !long && holdsOne(cell, SIGNS().urgency) ? typeHeading(cell) : null
  // `CÔNG ĐIỆN KHẨN`
  if (type && !type.alone && findCue(sliceCell(cell, type.end + 1, cell.text.length), 'urgency')) add(type.end)
  const urgent = capitals && !long && !type ? urgentBefore(cell) : 0
  if (urgent > 0) add(urgent, true)
  if (capitals && !long) add(markCut(cell))
  const date = holdsOne(cell, SIGNS().date)
    ? findIssueDate(cell.text.slice(0, DATE_REACH), cell.folded.slice(0, DATE_REACH))
    : null
  if (
    date?.place &&
    date.place.span[0] < LONG * 2 &&
    (date.place.span[0] === 0 || !latin(/^\p{Ll}/u).test(cell.text) || cuts.length > 0)
  ) {
    const before = cell.text.slice(0, date.place.span[0])
    if (before.length < 120 || NUMBER().test(` ${before}`) || cuts.length > 0) {
      add(date.place.span[0])
      if (date.span[1] < cell.text.length - 2) add(date.span[1])
    }
  }
  for (const [part, label] of [
    ['subject', SUBJECT],
    ['number', NUMBER],
    ['addressee', ADDRESSEE],
  ] as const) {
    const match = holdsOne(cell, SIGNS()[part]) ? label().exec(cell.text) : null
    if (match && match.index < 400 && !(part === 'number' && isCited(cell, match.index)))
      add(match.index + 1, part === 'addressee')
  }
  const stamped = capitals && !long ? STAMPED_CUE().exec(cell.text) : null
  if (stamped) add(stamped.index, true)
  if (long || capitals) {
    const at =
      (date?.place ? date.span[1] : 0) +
      (/^[\s.,-]*/.exec(cell.text.slice(date?.place ? date.span[1] : 0))?.[0].length ?? 0)
    const body = headingEnd(cell, at)
    // on a shorter line, where its bases begin
    if (body > 0 && (long || findCue(sliceCell(cell, body, cell.text.length), 'base'))) add(body, true)
  }
  const telegram = capitals ? TELEGRAM().exec(cell.text) : null
  if (telegram) add(telegram[0].length, true)
  cuts.sort((a, b) => a.at - b.at)
  const opening = bodyAfterAddressee(cell, cuts)
  if (opening > 0) cuts.push({ at: opening, row: true })
  return cuts
}

/** `HỎA TỐC CÔNG ĐIỆN`: where the type begins behind the mark; 0 where none does. */
function urgentBefore(cell: Cell): number {
  for (const level of SIGNS().urgency) {
    if (!cell.folded.startsWith(`${level} `) || !findCue(sliceCell(cell, 0, level.length), 'urgency')) continue
    if (typeHeading(sliceCell(cell, level.length + 1, cell.text.length))) return level.length + 1
  }
  return 0
}

/** `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH … điện: Các Sở`: who sends the telegram, and to whom. */
const TELEGRAM = pattern(
  ({ cue }) => new RegExp(latin(`^\\p{Lu}{2}[\\p{Lu}\\s,.-]{4,100}\\s(?:${cue('telegram')})\\s*(?=\\S)`), 'u'),
)

/** `SỞ TƯ PHÁPnh gửi:`: the stamp of the office that received a letter, run into the cue. */
const STAMPED_CUE = pattern(
  ({ words: list }) => new RegExp(latin(`(?<=\\p{Lu}{2})(?=(?:${list('addressee-rest')})\\s?:)`), 'u'),
)

/** Where small letters follow a heading in capitals with its subject, the body begun on the same line; -1 when they do not. */
function headingEnd(cell: Cell, from: number): number {
  const head = { text: cell.text.slice(from, from + 400), folded: cell.folded.slice(from, from + 400) }
  const capitals = latin(
    /^(?:\p{Lu}[\p{Lu}\d]*|[^\p{L}\s]+)(?:\s(?:\(?\p{Lu}{2}[\p{Lu}\d]*[,;.:)]{0,2}|\p{Lu}[,;]?(?=\s)|[^\p{L}\s]+))*(?=\s\p{Lu}\p{Ll})/u,
  ).exec(head.text)
  if (!capitals) return -1
  const title = { text: capitals[0], folded: head.folded.slice(0, capitals[0].length) }
  return typeHeading(title)?.alone === false ? from + capitals[0].length + 1 : -1
}

const holdsOne = (cell: Cell, signs: string[]) => signs.some((sign) => cell.folded.includes(sign))

/** `THEO QUYẾT ĐỊNH SỐ 641/…`, `thực hiện Nghị quyết số 05-…`: the number of another document. */
function isCited(cell: Cell, at: number): boolean {
  const before = cell.folded.slice(0, at).replace(/ {2,}/g, ' ')
  if (words().types.some((type) => before.endsWith(` ${type.folded}`) || type.folded.endsWith(` ${before.trim()}`)))
    return true
  // `CHUYỂN ĐỔI SỐ`, `PHÒNG CÔNG CHỨNG SỐ 1` at the end of a line
  if (latin(/^\s\p{Lu}{2}(?:\s\d{1,3})?$/u).test(cell.text.slice(at))) return true
  return NAMED_TYPE().test(cell.text.slice(at)) && latin(/(?:^|\s)\p{Ll}\S*$/u).test(cell.text.slice(0, at))
}
const NAMED_TYPE = pattern(({ words: list }) => new RegExp(latin(`^\\s(?:${list('number-of-type')})(?!\\p{L})`), 'u'))

/** Words with which a body opens; the names among them are addressees' as well. */
const openings = perGrammar(() => phrasesOf('opening').filter((phrase) => !beginsWith(skeleton(phrase), words().heads)))

/** Letters of a line with more than a cue and its addressee. */
const WITH_BODY = 100

/** Where the body begins behind an addressee on the same line, given the other cuts; -1 where it does not. */
function bodyAfterAddressee(cell: Cell, cuts: Cut[]): number {
  const from = cuts.find((cut) => cut.row)?.at ?? 0
  const rest = sliceCell(cell, from, cell.text.length)
  const addressed = findCue(rest, 'addressee') !== null
  if (!addressed && from === 0) return -1
  const opening = (from > 0 && addressed) || rest.text.length > WITH_BODY ? openingAfter(cell.text, from + CUE) : -1
  return opening > 0 || !addressed ? opening : speakerAfter(cell, from + CUE)
}

/** Where the body opens behind an addressee on the same line: the first opening word that follows a space; -1 for none. */
function openingAfter(text: string, from: number): number {
  const places = openings()
    .flatMap((phrase) => [' ', ','].map((behind) => text.indexOf(` ${phrase}${behind}`, from)))
    .filter((at) => at >= 0)
  return places.length > 0 ? Math.min(...places) + 1 : -1
}

/** Letters of the cue and its mark. */
const CUE = 12

/** A shorter line holds a signature and nothing more. */
const SIGNED = 40

/** A formula of authority within a line; in a long one only where a whole signature begins with it. */
function authorityIn(cell: Cell, labelled: boolean): RegExpExecArray | null {
  const found = AUTHORITY().exec(cell.text)
  if (!found || labelled || cell.text.length < LONG * 2) return found
  const at = found.index + 1
  return at < LONG && signedEnd({ text: cell.text.slice(at, at + LONG), folded: cell.folded.slice(at, at + LONG) }) > 0
    ? found
    : null
}

/** `Đỗ Văn An (Đã ký)`: the remark apart from what it stands beside. */
const REMARK = pattern(({ cue }) => new RegExp(`\\s*(\\((?:${cue('signed')})\\))\\s*$`, 'iu'))

function signedAside(cell: Cell): Cell[] {
  const remark = cell.text.length < LONG && cell.text.endsWith(')') ? REMARK().exec(cell.text) : null
  if (!remark || remark.index === 0) return [cell]
  return [
    sliceCell(cell, 0, remark.index),
    sliceCell(cell, remark.index + remark[0].indexOf('('), cell.text.trimEnd().length),
  ]
}

function cutFooter(source: Piece, cells: Cell[]): Cell[][] {
  const out: Cell[][] = [[]]
  for (const cell of cells) {
    let rest = cell
    const [named, ...stamped] = signedAside(cell)
    if (stamped.length > 0) {
      append(out[out.length - 1] as Cell[], [...cutFooter(source, [named as Cell]).flat(), ...stamped])
      continue
    }
    const glued = cell.text.length < LONG && holdsOne(cell, SIGNS().archive) ? GLUED_ARCHIVE().exec(cell.text) : null
    if (glued && glued.index > 0) {
      ;(out[out.length - 1] as Cell[]).push(sliceCell(cell, 0, glued.index + 1))
      out.push([])
      rest = sliceCell(cell, glued.index + glued[0].length, cell.text.length)
    }
    for (let guard = 0; guard < 6; guard++) {
      const signed = rest.text.length > SIGNED ? signedEnd(rest) : -1
      if (signed > 0 && signed < rest.text.length - 3) {
        const tail = makeCell(source.text, source.folded, rest.start + signed, rest.end, rest.column + signed)
        append(out[out.length - 1] as Cell[], cutFooter(source, [sliceCell(rest, 0, signed)]).flat())
        if (!tail) return out
        out.push([])
        rest = tail
        continue
      }
      const label = rest.text.length > 12 && holdsOne(rest, SIGNS().recipients) ? RECIPIENTS().exec(rest.text) : null
      const authority = AUTHORITY_SIGN().test(rest.text) ? authorityIn(rest, label !== null) : null
      const cut = label && (!authority || label.index < authority.index) ? label : authority
      if (!cut || (cut === label && rest.text.length < LONG && !/\.\/\.|\.$/.test(rest.text.slice(0, cut.index)))) break
      const head = makeCell(source.text, source.folded, rest.start, rest.start + cut.index, rest.column)
      const tail = makeCell(source.text, source.folded, rest.start + cut.index, rest.end, rest.column + cut.index)
      if (head) (out[out.length - 1] as Cell[]).push(head)
      if (cut === label) out.push([])
      if (!tail) return out
      rest = tail
    }
    ;(out[out.length - 1] as Cell[]).push(rest)
  }
  return out
}
