/** What follows the signature: appendices, enclosed texts, copies; each with its title, its number and its lines. */
import { pattern } from '../grammar/wording.ts'
import type { Attachment } from '../tree.ts'
import { append } from '../arrays.ts'
import { latin } from '../latin.ts'
import { leftOver } from '../spans.ts'
import { type Span, skeleton, upperShare } from '../text.ts'
import { findCue } from './cues.ts'
import { readLabel } from './body/labels.ts'
import type { Row } from './rows.ts'
import { typeHeading } from './type-heading.ts'
import { makeValue, printed } from './value.ts'

const TITLE_LINES = 4
/** Characters of the longest line that is a title. */
const TITLE = 200
/** Characters of the longest line below one, and below the bare name of a type. */
const TITLE_BELOW = 120
const TITLE_BELOW_TYPE = 400
const HEADING = pattern(({ words }) => {
  const numbered = latin(
    `(?:${words('attachment-numbered')})(?=\\s(?:(?:${words('number-within')})\\s)?(?:[IVX]+|\\d+)|[.:]?$|:\\s\\p{Lu})`,
  )
  return new RegExp(latin(`^[^\\p{L}\\p{N}]*(?:${words('attachment-heading')}|${numbered})(?=[\\s.:]|$)`), 'u')
})

/** `PHỤ LỤC III`, `Phụ lục số 02`: the number behind the word. */
const NUMBER = pattern(
  ({ words }) =>
    new RegExp(
      latin(
        `^[^\\p{L}\\p{N}]*(?:${words('attachment-heading', 'attachment-numbered')})\\s*(?:(?:${words('number-within', 'number')})[\\s:.]*)?(\\d{1,3}[a-zđA-ZĐ]?|[IVX]+)(?![\\p{L}\\p{N}])`,
      ),
      'u',
    ),
)

/** `Phụ lục 2: Danh sách …`: a numbered attachment, its title on the same line. */
export const isNumberedAttachment = (row: Row) =>
  row.text.length < TITLE && HEADING().test(row.text) && /^\D{4,16}(?:\d|[IVX]+\b)/u.test(row.text)

export function readAttachments(text: string, rows: Row[]): Attachment[] {
  const attachments: Attachment[] = []
  const listed = listedForms(rows)
  let current: Attachment | undefined
  let waiting: Row[] = []
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as Row
    const opens = !listed.has(index) && opensAttachment(row, rows[index - 1], current)
    const titled = !current && !opens ? titleAbove(waiting, row) : []
    if (!opens && !current && titled.length === 0 && isForm(row)) {
      waiting.push(row)
      continue
    }
    const below = opens ? titleBelow(row, rows.slice(index + 1, index + 1 + TITLE_LINES)) : []
    if (opens || !current) {
      const sure = opens || titled.length > 0
      const title = titled.length > 0 ? titled : [row, ...below]
      current = attachmentOf(text, title, sure ? 'likely' : 'doubtful', waiting)
      waiting = []
      attachments.push(current)
    }
    append(current.spans, spansOf([row, ...below]))
    index += below.length
  }
  // a second form that breaks off below its head
  if (waiting.length > 0) attachments.push(attachmentOf(text, rows.slice(0, 1), 'doubtful', waiting))
  return attachments.map((attachment) => ({ ...attachment, ...linesOf(text, attachment) }))
}

function attachmentOf(text: string, title: Row[], grade: 'likely' | 'doubtful', waiting: Row[]): Attachment {
  return {
    type: 'attachment',
    title: makeValue(printed(text, title), title, { grade }),
    number: numberOf(title[0] as Row),
    spans: spansOf(waiting),
  }
}

const spansOf = (rows: Row[]): Span[] => rows.map((row) => [row.start, row.end])

function opensAttachment(row: Row, above: Row | undefined, current: Attachment | undefined): boolean {
  if (row.text.length >= TITLE || /[.;,]$/.test(row.text) || readLabel(row.text) !== null) return false
  if (HEADING().test(row.text)) return isAttachmentHeading(row) && !goesOnWithin(row, above)
  // within a form that is counted a type is the form's own
  return current?.number ? false : isTypeAlone(row) || (!current && typeHeading(row) !== null && isForm(row))
}

/** `… lập phiếu theo` above `Mẫu số 12 của Phụ lục I`: a sentence that speaks of a form. */
export const goesOnWithin = (row: Row, above: Row | undefined) =>
  above !== undefined && row.blanksAbove === 0 && (SAID_OF.test(behindNumber(row)) || isSentenceEnd(row, above))

/** What is said of a form, behind its number. */
const SAID_OF = latin(/^\P{Lu}*\p{Ll}/u)

const isSentenceEnd = (row: Row, above: Row) => latin(/\p{Ll}$/u).test(above.text) && /[.;]$/.test(row.text)

const behindNumber = ({ text }: Row) => text.slice(NUMBER().exec(text)?.[0].length ?? text.length)

/** `(Kèm theo Quyết định số …)` */
export const isEnclosure = (row: Row) => row.text.startsWith('(') && findCue(row, 'attachment') !== null

/** The title above `(Kèm theo Quyết định số …)`: the last lines in capitals that are no letterhead. */
function titleAbove(waiting: Row[], row: Row): Row[] {
  if (!isEnclosure(row)) return []
  const from = waiting.findLastIndex((each) => isLetterhead(each) || !latin(/\p{L}/u).test(each.text)) + 1
  return waiting.slice(from).slice(-TITLE_LINES)
}
const isLetterhead = (row: Row) =>
  ['national-title', 'motto', 'party-title', 'youth-title'].some((id) => findCue(row, id))

/** Forms that are named below an appendix's title before they come: rows by their index. */
function listedForms(rows: Row[]): Set<number> {
  const named = rows.map((row) => (isAttachmentHeading(row) ? numberedAs(row) : null))
  const last = new Map(named.map((name, index) => [name, index]))
  const comes = (name: string, index: number) => (last.get(name) ?? 0) > index
  const listed = new Set<number>()
  named.forEach((name, index) => {
    if (!name) return
    const next = named.slice(index + 1, index + 1 + TITLE_LINES).find((each) => each !== null)
    if (next && next !== name && comes(name, index)) listed.add(index)
  })
  // the last of the list stands right below the others
  named.forEach((name, index) => {
    if (!name || !comes(name, index)) return
    for (let above = 1; above <= TITLE_LINES; above++) if (listed.has(index - above)) listed.add(index)
  })
  return listed
}

/** `Mẫu số 02`, folded; null for a heading that is not counted. */
const numberedAs = (row: Row) => {
  const found = NUMBER().exec(row.text)?.[0]
  return found === undefined
    ? null
    : skeleton(found)
        .replace(/[^a-z0-9]+/g, ' ')
        .trim()
}

const numberOf = (row: Row): string | null => NUMBER().exec(row.text)?.[1] ?? null

/** The lines of an attachment but for its title's, as printed, so that none of them is lost. */
function linesOf(text: string, { spans, title }: Attachment): Pick<Attachment, 'text'> {
  const lines = leftOver(spans, title.spans)
  if (lines.length === 0) return {}
  const value = lines.map((span) => text.slice(...span)).join('\n')
  return { text: { value, status: 'read', grade: 'likely', spans: lines } }
}

/** `PHỤ LỤC I`, `Phụ lục: DANH SÁCH`. */
const isAttachmentHeading = (row: Row) =>
  HEADING().test(row.text) && (findCue(row, 'attachment') !== null || upperShare(row.text) > 0.8)

/** A type's name alone: `QUY CHẾ`; no `QUYẾT ĐỊNH:`. */
const isTypeAlone = (row: Row) => !row.text.endsWith(':') && typeHeading(row)?.alone === true

/** The lines of a second header above the title of what is enclosed. */
const isForm = (row: Row) =>
  upperShare(row.text) > 0.8 || findCue(row, 'motto') !== null || latin(/^[^\p{L}\p{N}]+$/u).test(row.text)

function titleBelow(heading: Row, rows: Row[]): Row[] {
  const end = rows.findIndex((row, index) => {
    const above = index === 0 ? heading : (rows[index - 1] as Row)
    return (
      endsTitle(row, above, index) ||
      isLetterhead(row) ||
      latin(/^[(\d]|^[^\p{L}]+$|[.;:]$/u).test(row.text) ||
      readLabel(row.text) !== null ||
      (index > 0 && row.blanksAbove > 0) ||
      row.text.length > (index === 0 && isTypeAlone(heading) ? TITLE_BELOW_TYPE : TITLE_BELOW)
    )
  })
  return end < 0 ? rows : rows.slice(0, end)
}

/** `PHỤ LỤC II` over `MẪU BIỂN SỐ`: the line below may itself look like a heading, as may the next in capitals. */
function endsTitle(row: Row, above: Row, index: number): boolean {
  if (isTitled(above) && !latin(/^\p{Ll}/u).test(row.text))
    return !(upperShare(above.text) > 0.8 && upperShare(row.text) > 0.8)
  if (!HEADING().test(row.text)) return false
  return numberOf(row) !== null || (index > 0 && !(upperShare(above.text) > 0.8 && upperShare(row.text) > 0.8))
}

/** `Biểu số 01. Tình hình trồng rừng`: counted, its title behind the number. */
const isTitled = (row: Row) => HEADING().test(row.text) && latin(/\p{L}{2}/u).test(behindNumber(row))
