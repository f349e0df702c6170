/** What each row shows: the names of `grammars/zones.yaml` that hold for it. */
import { findIssueDate } from '../calendar/issue-date.ts'
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import { isPersonName, titleLength } from '../lexicon/person-names.ts'
import { endsIn, hasCapitals, isCapitalAt, upperShare } from '../text.ts'
import { addressedRows, beginsAddressee } from './addressed-rows.ts'
import { goesOnWithin, isEnclosure, isNumberedAttachment } from './attachments.ts'
import { readLabel } from './body/labels.ts'
import { orderIn } from './body/operative.ts'
import { findCue } from './cues.ts'
import { isNumberCell } from './number.ts'
import { isTableRow, type Row } from './rows.ts'
import { secrecyMark } from './secrecy.ts'
import { signedEnd } from './signed-line.ts'
import { findTitleSentence } from './title-sentence.ts'
import { smallHeading, typeHeading } from './type-heading.ts'
import { beginsWith, isSmallPost, smallFormulaLength, words } from './words.ts'

/** A row beyond this is a paragraph, whatever it begins with. */
/** A post with a signer's name is no longer than this. */
const SIGNED = 120
const LONG = 160
const SEPARATOR = /^[\s\-–—_=*.~·•+øØ]{1,}$/u
const STAMP_TIME = /\d\d[.:/-]\d\d[.:/-]\d{4},?\s+\d\d:\d\d|@[\w-]+\.|[+]07:?00|07:00/
const HANGING = pattern(({ words: list }) => new RegExp(`(?:,|\\s(?:${list('hanging-addressee')}))$`, 'u'))
/** What follows the archive's word: a mark or a bracket, nothing, a name, the thing archived. */
const ARCHIVED = pattern(
  ({ words: list }) => new RegExp(latin(`^\\s*(?:[:.,;(]|$)|^\\s+(?:\\p{Lu}|${list('archived')})`), 'u'),
)
/** One of the words stands in every place-date line, and in every title, folded. */
const DATE_SIGN = pattern(({ folded }) => new RegExp(folded('date-sign')))
const TITLE_SIGN = pattern(({ folded }) => new RegExp(folded('title-sign', 'motto-sign')))
/** `Số 12 (05-01-2024) CÔNG BÁO` */
const GAZETTE_NUMBER = latin(/^\p{L}{2}\s\d/u)
const CAPITAL_START = latin(/^\p{Lu}\p{Ll}*\s/u)
/** A line of fewer letters is no sentence. */
const SENTENCE = 30
/** A label before a colon has fewer. */
const LABEL_LETTERS = 16
const LOWER_START = latin(/^[\p{Ll}]/u)

/** Rows in which a header or a second header can stand; beyond, only exact titles count. */
const HEADER_REACH = 70

/** A footer has a few formulas of authority; a list of more in as many rows shows how to print them. */
const SPECIMENS: [number, string[]][] = [
  [5, ['authority']],
  [7, ['authority', 'position', 'specimen']],
]
/** With so many names among them they are those of several signers. */
const SIGNERS = 2
const FORMULAS = ['authority', 'position']
const SPECIMEN_ROWS = 28
/** All that a row shows among the addressees. */
const LISTED = ['any', 'addressed']
/** And in a title that is a whole sentence. */
const TITLE = ['any', 'title-sentence']

export function signalsOf(text: string, rows: Row[]): string[][] {
  const listed = addressedRows(rows, HEADER_REACH)
  const title = findTitleSentence(text, rows)
  const isTitle = (index: number) => title !== null && index >= title.firstRow && index <= title.lastRow
  const signals = rows.map((row, index) =>
    isTitle(index) ? TITLE : listed.has(index) ? LISTED : signalsOfRow(rows, row, index),
  )
  rows.slice(0, HEADER_REACH).forEach((row, index) => {
    const above = rows[index - 1]
    const ended = above && !listed.has(index) && (listed.has(index - 1) || isAddressedLine(above))
    if (ended && isSentenceBelow(row)) signals[index]?.push('below-stop')
  })
  for (const [index, row] of signals.entries())
    if (row.includes('recipients') && signals[index - 1]?.includes('position') && signals[index - 1]?.includes('caps'))
      signals[index - 1]?.push('post-above-list')
  dropSpecimens(signals)
  return signals
}

function dropSpecimens(signals: string[][]): void {
  for (const [limit, kinds] of SPECIMENS) {
    const at = signals.flatMap((row, index) => (kinds.some((kind) => row.includes(kind)) ? [index] : []))
    let last = Number.NEGATIVE_INFINITY
    at.forEach((index, nth) => {
      const window = at[nth + limit - 1]
      const shows =
        window !== undefined &&
        window - index <= SPECIMEN_ROWS &&
        signals.slice(index, window + 1).filter((row) => row.includes('name')).length < SIGNERS
      const reach = shows ? window : index - last <= SPECIMEN_ROWS / 2 ? index + 2 : -1
      if (reach < 0) return
      last = Math.max(last, reach)
      for (let row = index; row <= Math.min(reach, signals.length - 1); row++) {
        signals[row] = (signals[row] as string[]).map((signal) => (FORMULAS.includes(signal) ? 'specimen' : signal))
      }
    })
  }
}

function signalsOfRow(rows: Row[], row: Row, index: number): string[] {
  const signals = ['any']
  const add = (signal: string, holds: unknown) => {
    if (holds) signals.push(signal)
  }
  const short = row.text.length <= LONG
  const near = index < HEADER_REACH
  const mayHoldTitle = (near || TITLE_SIGN().test(row.folded)) && !isBelowFormula(rows[index - 1], row)
  if (mayHoldTitle && row.text.length < 400 && (short || hasCapitals(row.text, 4))) {
    const title = titleIn(row, 'national-title')
    add('national-title', title)
    add('motto', !title && findCue(row, 'motto'))
    add('party-title', !title && (titleIn(row, 'party-title') || titleIn(row, 'party-title-1951')))
    add('youth-title', near && !title && findCue(row, 'youth-title'))
  }
  const separator = SEPARATOR.test(row.text)
  add('separator', separator)
  if (separator) return signals
  const upper = short ? upperShare(row.text) : 0
  const cellUpper = row.cells.some((cell) => cell.text.length < 60 && upperShare(cell.text) > 0.8)
  if (short) {
    add('number', near && row.cells.some((cell) => isNumberCell(cell)))
    const date = DATE_SIGN().test(row.folded) ? findIssueDate(row.text, row.folded) : null
    add('place-date', date?.place && row.cells.length <= 3)
    const heading = upper > 0.6 ? typeHeading(row) : near && row.blanksAbove > 0 ? smallHeading(row) : null
    // far down, the title of a section may begin with a type's name: `THÔNG BÁO TÌM KIẾM NGƯỜI VẮNG MẶT`
    add('type', heading && (near || heading.alone))
    add('subject', findCue(row, 'subject'))
    add(
      'body-name',
      row.cells.some((cell) => upperShare(cell.text) > 0.8 && beginsWith(cell.folded, words().heads)),
    )
    add(
      'mark',
      findCue(row, 'urgency') || row.cells.some(secrecyMark) || findCue(row, 'circulation') || findCue(row, 'draft'),
    )
    add('decree', findCue(row, 'decree'))
    add('caps', upper > 0.8)
    add('attachment', opensAttachment(row, rows[index - 1], upper))
    add('enclosure', isEnclosure(row))
    add('copy', findCue(row, 'copy'))
    add('gazette', findCue(row, 'gazette') ?? (GAZETTE_NUMBER.test(row.text) ? findCue(row, 'gazette-end') : null))
    add('telegram', row.text.length < 120 && (findCue(row, 'telegram') ?? findCue(row, 'telegram-start')))
  }
  add('stamp', near && row.text.length < 200 && (findCue(row, 'stamp') || STAMP_TIME.test(row.text)))
  add('addressee', near && row.cells.some((cell) => findCue(cell, 'addressee')))
  add('recipients', isRecipientsLabel(row))
  add('archive', isArchive(row))
  if (cellUpper || upper > 0.5) {
    add(
      'authority',
      row.cells.some((cell) => cell.text.length < 80 && words().authorities.test(cell.text)),
    )
    add(
      'position',
      row.cells.some(
        (cell) =>
          (upperShare(cell.text) > 0.8 && beginsWith(cell.folded, words().positions)) ||
          (cell.text.length < SIGNED && signedEnd(cell) === cell.text.length),
      ),
    )
  } else {
    add('authority', short && row.cells.some((cell) => smallFormulaLength(cell) > 0))
    add('position', isPostAboveName(rows, row, index))
  }
  add('name', row.text.length < 120 && !isTableRow(row) && holdsName(row))
  add('signed', row.text.length < 40 && row.cells.some((cell) => findCue(cell, 'signed')))
  const label = readLabel(row.text)
  if (label?.kind === 'bullet') signals.push('dash')
  else add('label', label)
  const previous = rows[index - 1]
  const goesOn =
    previous !== undefined &&
    !label &&
    row.blanksAbove <= previous.blanksAbove &&
    !endsIn(previous.text, '.;:') &&
    row.indent >= (listIndent(rows, index - 1) ?? Number.POSITIVE_INFINITY)
  add('list-continuation', goesOn)
  add('prose', !goesOn && row.text.length > 60 && upper < 0.4 && row.cells.length === 1)
  add('base', findCue(row, 'base'))
  add('colon', row.text.endsWith(':'))
  add(
    'lead-in',
    near &&
      !label &&
      endsIn(row.text, ':') &&
      row.text.length > LABEL_LETTERS &&
      !findCue(row, 'addressee') &&
      !findCue(row, 'telegram'),
  )
  const wraps =
    previous !== undefined &&
    row.blanksAbove === 0 &&
    previous.text.length < 100 &&
    HANGING().test(previous.text) &&
    findCue(previous, 'addressee') &&
    !opensText(row) &&
    !(row.text.length > SENTENCE * 2 && beginsWith(row.folded, words().heads))
  const opened =
    previous !== undefined &&
    (findCue(previous, 'telegram') || (endsIn(previous.text, ':') && findCue(previous, 'addressee')))
  // bullets below `Kính gửi: Các xã.` are the body's: the one addressee was closed
  const closed = previous !== undefined && row.blanksAbove > 0 && endsIn(previous.text, '.')
  add('below-stop', near && closed && (!label || (label.kind === 'bullet' && findCue(previous, 'addressee'))))
  const addressed = near && (opened || wraps || (!label && isNextAddressee(rows, index)))
  add('addressed', addressed)
  add('opening', !label && !addressed && findCue(row, 'opening'))
  add(
    'paragraph',
    row.blanksAbove > 0 &&
      !label &&
      row.text.length > SENTENCE &&
      short &&
      endsIn(row.text, '.:') &&
      CAPITAL_START.test(row.text) &&
      !(previous && endsIn(previous.text, ':')),
  )
  add('lower-start', LOWER_START.test(row.text) && !label)
  add('short', row.text.length < 45)
  add('after-end', previous && isEnd(previous))
  add('before-end', isEnd(row))
  return signals
}

const opensAttachment = (row: Row, above: Row | undefined, upper: number) =>
  findCue(row, 'attachment') !== null &&
  (upper > 0.6 || row.text.length < 80 || isNumberedAttachment(row)) &&
  !goesOnWithin(row, above)

/** A word that opens a text and begins no body's name. */
const opensText = (row: Row) => findCue(row, 'opening') !== null && beginsWith(row.folded, words().heads) === null

/** `Kính gửi: Công an huyện`, and nothing says that it goes on. */
function isAddressedLine(row: Row): boolean {
  const cell = row.cells.find((each) => findCue(each, 'addressee'))
  return cell !== undefined && !endsIn(row.text, ':,;(–-')
}

/** Below a blank line, words up to a stop or a colon that begin as no addressee does, or order. */
function isSentenceBelow(row: Row): boolean {
  return (
    row.blanksAbove > 0 &&
    isCapitalAt(row.text, 0) &&
    endsIn(row.text, '.:') &&
    (row.text.match(SMALL_WORDS)?.length ?? 0) >= SAYING &&
    (!beginsAddressee(row) || orderIn(row.folded, 0) >= 0)
  )
}
const SMALL_WORDS = latin(/(?<=\s)\p{Ll}/gu)
/** The rest of a name has fewer words in small letters. */
const SAYING = 2

/** `UBND các huyện.` below `Kính gửi:` and `Các sở, ngành;`: nothing but semicolons between. */
function isNextAddressee(rows: Row[], index: number): boolean {
  const row = rows[index] as Row
  if (row.text.length > LONG || !isCapitalAt(row.text, 0) || endsIn(row.text, ':') || opensText(row)) return false
  for (let at = index - 1; at >= Math.max(0, index - ENTRY_LINES); at--) {
    const above = rows[at] as Row
    if ((rows[at + 1] as Row).blanksAbove > 0 || !endsIn(above.text, ';:')) return false
    if (findCue(above, 'addressee')) return true
    if (endsIn(above.text, ':')) return false
  }
  return false
}

/** Rows below a post in small letters among which the name stands. */
const NAME_BELOW = 3

/** `Phó giám đốc` above `Đỗ Văn An`. */
function isPostAboveName(rows: Row[], row: Row, index: number): boolean {
  if (row.text.length > SIGNED || /[.,;:]$/.test(row.text)) return false
  return (
    row.cells.some((cell) => cell.text.length < SIGNED && isSmallPost(cell)) &&
    rows.slice(index + 1, index + 1 + NAME_BELOW).some(holdsName)
  )
}

const holdsName = ({ cells }: Row) => cells.some((cell) => isPersonName(cell.text.slice(titleLength(cell.text))))

/** `THAY MẶT CHÍNH PHỦ NƯỚC CỘNG` above `HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`: the formula goes on, no title; so does `CHỦ TỊCH`. */
const isBelowFormula = (above: Row | undefined, row: Row) =>
  above !== undefined &&
  row.blanksAbove === 0 &&
  above.cells.some(
    ({ text, folded }) =>
      words().authorities.test(text) ||
      (OF_STATE().test(row.text) && beginsWith(folded, words().positions)?.length === folded.length),
  )
const OF_STATE = pattern(({ words: list }) => new RegExp(`^(?:${list('state-of')})\\s`, 'u'))

/** A title stands in capitals or fills most of its line or cell; a sentence that speaks of the State is none. */
function titleIn(row: Row, id: string): boolean {
  const found = findCue(row, id)
  if (!found) return false
  if (upperShare(row.text.slice(found.start, found.end)) > 0.6) return true
  const length = found.end - found.start
  return [row, ...row.cells].some(({ text, start }) => length * 2 > text.length && start <= row.start + found.start)
}

/** `./.` ends the text of a directive. */
const isEnd = (row: Row) => endsIn(row.text, './') && /\.\/\.?\s*$/.test(row.text)

/** Lines down to which a wrapped entry of a list is followed. */
const ENTRY_LINES = 6

/** The indent of the dash whose entry the row belongs to; null when it belongs to none. */
function listIndent(rows: Row[], index: number): number | null {
  for (let at = index; at > index - ENTRY_LINES && at >= 0; at--) {
    const row = rows[at] as Row
    if (readLabel(row.text)?.kind === 'bullet') return row.indent
    if (endsIn((rows[at - 1] as Row | undefined)?.text ?? '.', '.;:') || row.blanksAbove > 0) return null
  }
  return null
}

/** `Nơi nhận:` as a label, not the words in a sentence. */
function isRecipientsLabel(row: Row): boolean {
  const cell = row.cells.find((each) => findCue(each, 'recipients'))
  if (!cell) return false
  const found = findCue(cell, 'recipients')
  const rest = cell.text.slice(found?.end).trim()
  return (
    rest === '' ||
    rest.startsWith(':') ||
    rest.startsWith(';') ||
    rest.startsWith('.') ||
    latin(/^[\p{Lu}]/u).test(rest)
  )
}

/** `- Lưu: VT, KT` or `- Lưu Văn phòng Huyện ủy.`: a short entry, not a sentence about keeping. */
export function isArchive(row: { text: string; folded: string }): boolean {
  if (row.text.length > 120) return false
  const found = findCue(row, 'archive')
  if (!found || row.text[found.start] !== 'L') return false
  return ARCHIVED().test(row.text.slice(found.end))
}
