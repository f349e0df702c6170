/** Values from elsewhere in the document: the year of a yearless date, `cùng ngày`, `năm nay`. */
import type { Refiner } from './chrono.ts'
import type { Mention } from './mention.ts'

const ISSUED = /^(\d{4})(?:-(\d{2}))?/
/** How far back `cùng ngày` reaches, in units of the scan text. */
const REACH = 600

export const documentValues: Refiner = {
  refine(context, results) {
    const issued = (context.option as { issued: string | null }).issued
    const match = issued === null ? null : ISSUED.exec(issued)
    const year = match ? Number(match[1]) : null
    let last: Mention | null = null
    return (results as Mention[]).filter((mention) => {
      if (mention.from === 'last') {
        if (!last || mention.index - last.until > REACH) return false
        for (const part of ['year', 'month', 'day'] as const) {
          const value = last.part(part)
          if (value !== null) mention.start.assign(part, value)
        }
        mention.inferred = 'the date before it'
      } else if (mention.from === 'document') {
        if (year === null) return false
        if (mention.part('month') !== null) {
          if (!match?.[2]) return false
          mention.start.assign('month', Number(match[2]))
        }
        mention.start.assign('year', year)
        mention.inferred = "the document's date"
      } else if (mention.yearless && mention.decade === null && year !== null) {
        mention.start.assign('year', year)
        mention.end?.assign('year', turnsYear(mention) ? year + 1 : year)
        mention.inferred = YEAR_OF_DOCUMENT
      }
      if (mention.part('day') !== null && !mention.end) last = mention
      return true
    })
  },
}

export const YEAR_OF_DOCUMENT = "year of the document's date"

function turnsYear({ start, end }: Mention): boolean {
  const order = (parts: typeof start) =>
    (parts.get('month') ?? 0) * 32 + (parts.isCertain('day') ? (parts.get('day') ?? 0) : 0)
  return end ? order(start) > order(end) : false
}
