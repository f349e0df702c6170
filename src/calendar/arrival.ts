/**
 * What the stamp of the receiving office says of a document's arrival (Nghị định 30/2020/NĐ-CP, Phụ lục IV).
 *
 * ```
 * ĐẾN   Số: 418   Ngày: 22/5/2012
 *           ^^^         ^^^^^^^^^
 * ```
 */
import { pattern } from '../grammar/wording.ts'
import type { Header } from '../tree.ts'
import { calendarDate } from './calendar.ts'

const NUMBER = pattern(
  ({ words }) => new RegExp(`(?:${words('number', 'number-spoilt')})\\s?[:.]*\\s?(\\d{1,6})(?![\\d/.-])`, 'u'),
)
const DATE = /(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)/
const TRANSFER = pattern(
  ({ words }) => new RegExp(`(?:^|\\s)(?:${words('transferred-to')})\\s?:\\s?([^\\n:]{2,80})$`, 'mu'),
)

/** Most of it is written by hand, so that only clear digits are taken. */
export function arrivalIn(text: string): NonNullable<Header['arrival']>['value'] {
  const [, day = 0, month = 0, year = 0] = DATE.exec(text)?.map(Number) ?? []
  const office = TRANSFER().exec(text)?.[1]
  return {
    number: NUMBER().exec(text)?.[1] ?? null,
    date: calendarDate(year, month, day),
    transferTo: office?.replace(/[\s.…]+$/u, '') || null,
  }
}
