/** Values from elsewhere in the document: the year of a yearless date, `cùng ngày`, `ngày 15/9 tới`. */
import type { Mention, Parts } from './mention.ts'
import type { Issued } from './reader.ts'

/** How far back `cùng ngày` reaches, in units of the scan text. */
const REACH = 600

export const YEAR_OF_DOCUMENT = "year of the document's date"

/** Gives values to what has none of its own; drops what can have none. */
export function withDocumentValues(mentions: readonly Mention[], issued: Issued | null): Mention[] {
  let last: Mention | null = null
  return mentions.filter((mention) => {
    if (mention.from === 'last') {
      if (!last || mention.index - last.until > REACH) return false
      const { year, month, day } = last.parts
      mention.parts = {
        ...(year !== undefined && { year }),
        ...(month !== undefined && { month }),
        ...(day !== undefined && { day }),
      }
      mention.inferred = 'the date before it'
    } else if (mention.yearless && issued) {
      mention.parts.year = yearOf(mention, issued)
      if (mention.end)
        mention.end.year = turnsYear(mention.parts, mention.end) ? mention.parts.year + 1 : mention.parts.year
      mention.inferred ??= mention.toward ? 'the nearest such date to the document' : YEAR_OF_DOCUMENT
    }
    if (mention.parts.day !== undefined && !mention.end) last = mention
    return true
  })
}

/** The document's year; for `tháng 3 tới` the first March after its date, for `tháng 3 vừa qua` the last before it. */
function yearOf({ toward, parts }: Mention, { year, month, day }: Issued): number {
  if (toward === null || month === null) return year
  const difference =
    placeInYear(parts) - placeInYear({ month, ...(day !== null && parts.day !== undefined && { day }) })
  if (toward === 'next') return difference < 0 ? year + 1 : year
  return difference > 0 ? year - 1 : year
}

/** Months of a season's or quarter's code, so that quarters compare with months. */
const QUARTER_BASE = 32
const MONTHS = 3

function placeInYear({ month, day, season }: Parts): number {
  return (season === undefined ? (month ?? 0) : (season - QUARTER_BASE) * MONTHS) * 32 + (day ?? 0)
}

function turnsYear(start: Parts, end: Parts): boolean {
  return placeInYear(start) > placeInYear(end)
}
