/** Which pack of rules governs a document: by its system and its date, by the latest day that a partial date may mean. */
import type { DirectiveRecord } from '../schema.ts'
import { skeleton } from '../text.ts'
import type { Pack } from './shapes.ts'

export interface Chosen {
  /** Null where none governs, or where it cannot be said which. */
  pack: Pack | null
  /** Why: `date` and `system` chose it, `option` did, or what stands against a choice. */
  by: 'date' | 'option' | 'no-date' | 'no-pack' | 'not-evaluated' | 'not-official'
}

export function choosePack(record: DirectiveRecord, packs: readonly Pack[], asked?: string): Chosen {
  if (asked !== undefined) return { pack: packs.find(({ id }) => id === asked) ?? null, by: 'option' }
  if (record.kind !== 'directive') return { pack: null, by: 'not-official' }
  const day = latestDay(record.date)
  if (day === null) return { pack: null, by: 'no-date' }
  if (isArmyParty(record)) return { pack: null, by: 'no-pack' }
  const pack = packs.find(
    ({ systems, from, until }) =>
      record.system !== null && systems.includes(record.system) && from <= day && (until === undefined || day <= until),
  )
  if (!pack) return { pack: null, by: 'no-pack' }
  return { pack, by: pack.evaluated ? 'date' : 'not-evaluated' }
}

/** `2020-03` may be as late as its last day; null where no year is said. */
function latestDay(date: string | null): string | null {
  const [, year, month, day] = /^(\d{4})(?:-(0\d|1[0-2])(?:-(\d\d))?)?$/.exec(date ?? '') ?? []
  if (year === undefined) return null
  return `${year}-${month ?? '12'}-${day ?? '31'}`
}

/** Organs of the Party in the army have a guidance of their own. */
function isArmyParty({ system, issuer }: DirectiveRecord): boolean {
  return (
    system === 'party' &&
    /\b(?:quan su|quan khu|su doan|trung doan|bien phong|quan uy|quan doan)\b/.test(skeleton(issuer ?? ''))
  )
}
