/** Which lines of a document the second reader looks at: the head and the foot as the zones have them, and some lines around. */
import type { RegionName } from '../label/alphabets.ts'
import type { Row } from './rows.ts'
import type { Zone } from './zones.ts'

/** Rows of neighbouring zones that are looked at too, since a zone may be wrong. */
const AROUND = { head: { before: 20, behind: 14 }, foot: { before: 8, behind: 10 } }
/** Rows at the beginning or the end of a document in which no head or no foot was found. */
const WITHOUT = 40
/** Characters of a head or foot at most; what is behind them is none, and the time stays linear. */
const LONGEST = 6000

const ZONES: Record<RegionName, Zone[]> = { head: ['header', 'addressees'], foot: ['footer'] }

export function regionOf(name: RegionName, rows: readonly Row[], zones: readonly Zone[]): Row[] {
  const [first, last] = rowsOf(name, zones)
  const start = rows[first]?.start ?? 0
  return rows.slice(first, last + 1).filter((row) => row.end - start < LONGEST)
}

function rowsOf(name: RegionName, zones: readonly Zone[]): [number, number] {
  const end = zones.length - 1
  const first = zones.findIndex((zone) => ZONES[name].includes(zone))
  const last = zones.findLastIndex((zone) => ZONES[name].includes(zone))
  const { before, behind } = AROUND[name]
  if (first >= 0) return [Math.max(0, first - before), Math.min(end, last + behind)]
  return name === 'head' ? [0, Math.min(end, WITHOUT)] : [Math.max(0, end - WITHOUT), end]
}
