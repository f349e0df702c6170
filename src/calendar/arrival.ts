/**
 * What the stamp of the receiving office says of a document's arrival (Nghị định 30/2020/NĐ-CP, Phụ lục IV).
 *
 * ```
 * ĐẾN   Số: 418   Ngày: 22/5/2012
 *           ^^^         ^^^^^^^^^
 * ```
 */
import { pattern } from '../grammar/wording.ts'

export interface Arrival {
  number: string | null
  /** `2012-05-22` */
  date: string | null
  transferTo: string | null
}

const NUMBER = pattern(
  ({ words }) => new RegExp(`(?:${words('number', 'number-spoilt')})\\s?[:.]*\\s?(\\d{1,6})(?![\\d/.-])`, 'u'),
)
const DATE = /(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)/
const TRANSFER = pattern(
  ({ words }) => new RegExp(`(?:^|\\s)(?:${words('transferred-to')})\\s?:\\s?([^\\n:]{2,80})$`, 'mu'),
)

/** Most of it is written by hand, so that only clear digits are taken. */
export function arrivalIn(text: string): Arrival {
  const number = NUMBER().exec(text)?.[1] ?? null
  const [, day, month, year] = DATE.exec(text)?.map(Number) ?? []
  const exists =
    day !== undefined && month !== undefined && year !== undefined && day > 0 && day < 32 && month > 0 && month < 13
  const date = exists ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` : null
  return {
    number,
    date,
    transferTo:
      TRANSFER()
        .exec(text)?.[1]
        ?.replace(/[\s.…]+$/u, '') || null,
  }
}
