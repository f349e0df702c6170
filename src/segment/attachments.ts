/** What follows the signature: appendices, enclosed texts, copies; each with its title. */
import type { Attachment } from '../tree.ts'
import { upperShare } from '../text.ts'
import { findCue } from './cues.ts'
import type { Row } from './rows.ts'
import { makeValue, printed } from './value.ts'

const TITLE_LINES = 4
const HEADING = /^[^\p{L}]*(?:PHỤ LỤC|Phụ lục|BIỂU|Biểu|MẪU|Mẫu|DANH SÁCH|DANH MỤC|ĐỀ CƯƠNG|QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN)(?=[\s.:]|$)/u

export function readAttachments(text: string, rows: Row[]): Attachment[] {
  const attachments: Attachment[] = []
  let current: Attachment | undefined
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as Row
    const opens = HEADING.test(row.text) && row.text.length < 120 && !/[.;,]$/.test(row.text) && (findCue(row, 'attachment') !== null || upperShare(row.text) > 0.8)
    if (opens || !current) {
      const title = opens ? [row, ...titleBelow(rows.slice(index + 1, index + 1 + TITLE_LINES))] : [row]
      current = { type: 'attachment', title: makeValue(printed(text, title), title, { grade: opens ? 'likely' : 'doubtful' }), spans: [] }
      attachments.push(current)
    }
    current.spans.push([row.start, row.end])
  }
  return attachments
}

function titleBelow(rows: Row[]): Row[] {
  const end = rows.findIndex((row) => upperShare(row.text) < 0.8 || HEADING.test(row.text))
  return end < 0 ? rows : rows.slice(0, end)
}
