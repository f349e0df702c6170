/** What follows the signature: appendices, enclosed texts, copies; each with its title, its number and its lines. */
import { pattern } from '../grammar/wording.ts'
import type { Attachment } from '../tree.ts'
import { leftOver } from '../spans.ts'
import { type Span, upperShare } from '../text.ts'
import { findCue } from './cues.ts'
import { readLabel } from './body/labels.ts'
import type { Row } from './rows.ts'
import { typeHeading } from './type-heading.ts'
import { makeValue, printed } from './value.ts'

const TITLE_LINES = 4
/** Characters of the longest line that is a title. */
const TITLE = 200
const HEADING = pattern(({ words }) => {
  const numbered = `(?:${words('attachment-numbered')})(?=\\s(?:(?:${words('number-within')})\\s)?(?:[IVX]+|\\d+)|[.:]?$)`
  return new RegExp(`^[^\\p{L}\\p{N}]*(?:${words('attachment-heading')}|${numbered})(?=[\\s.:]|$)`, 'u')
})

/** `PHỤ LỤC III`, `Phụ lục số 02`: the number behind the word. */
const NUMBER = pattern(
  ({ words }) =>
    new RegExp(
      `^[^\\p{L}\\p{N}]*(?:${words('attachment-heading', 'attachment-numbered')})\\s*(?:(?:${words('number-within', 'number')})[\\s:.]*)?(\\d{1,3}[a-zđ]?|[IVX]+)(?![\\p{L}\\p{N}])`,
      'u',
    ),
)

/** `Phụ lục 2: Danh sách …`: a numbered attachment, its title on the same line. */
export const isNumberedAttachment = (row: Row) =>
  row.text.length < TITLE && HEADING().test(row.text) && /^\D{4,16}(?:\d|[IVX]+\b)/u.test(row.text)

export function readAttachments(text: string, rows: Row[]): Attachment[] {
  const attachments: Attachment[] = []
  let current: Attachment | undefined
  const waiting: Span[] = []
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as Row
    const opens = row.text.length < TITLE && !/[.;,]$/.test(row.text) && isHeading(row)
    if (!opens && !current && isForm(row)) {
      waiting.push([row.start, row.end])
      continue
    }
    if (opens || !current) {
      const title = opens ? [row, ...titleBelow(rows.slice(index + 1, index + 1 + TITLE_LINES))] : [row]
      current = {
        type: 'attachment',
        title: makeValue(printed(text, title), title, { grade: opens ? 'likely' : 'doubtful' }),
        number: numberOf(row),
        spans: waiting.splice(0),
      }
      attachments.push(current)
    }
    current.spans.push([row.start, row.end])
  }
  // a second form that breaks off below its head
  const [head] = rows
  if (waiting.length > 0 && head)
    attachments.push({
      type: 'attachment',
      title: makeValue(printed(text, [head]), [head], { grade: 'doubtful' }),
      number: numberOf(head),
      spans: waiting,
    })
  return attachments.map((attachment) => ({ ...attachment, ...linesOf(text, attachment) }))
}

const numberOf = (row: Row): string | null => NUMBER().exec(row.text)?.[1] ?? null

/** The lines of an attachment but for its title's, as printed, so that none of them is lost. */
function linesOf(text: string, { spans, title }: Attachment): Pick<Attachment, 'text'> {
  const lines = leftOver(spans, title.spans)
  if (lines.length === 0) return {}
  const value = lines.map((span) => text.slice(...span)).join('\n')
  return { text: { value, status: 'read', grade: 'likely', spans: lines } }
}

/** `PHỤ LỤC I`, or a type's name alone: `QUY CHẾ`. */
const isHeading = (row: Row) =>
  (HEADING().test(row.text) && (findCue(row, 'attachment') !== null || upperShare(row.text) > 0.8)) ||
  typeHeading(row)?.alone === true

/** The lines of a second header above the title of what is enclosed. */
const isForm = (row: Row) =>
  upperShare(row.text) > 0.8 || findCue(row, 'motto') !== null || /^[^\p{L}\p{N}]+$/u.test(row.text)

function titleBelow(rows: Row[]): Row[] {
  // `PHỤ LỤC II` over `MẪU BIỂN SỐ`: the line below may itself look like a heading
  const end = rows.findIndex(
    (row, index) =>
      (HEADING().test(row.text) && (index > 0 || /\d|[IVX]+$/.test(row.text))) ||
      /^[(\d]|^[^\p{L}]+$/u.test(row.text) ||
      readLabel(row.text) !== null ||
      (index > 0 && row.blanksAbove > 0) ||
      row.text.length > 120,
  )
  return end < 0 ? rows : rows.slice(0, end)
}
