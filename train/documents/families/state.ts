/** People's committees and their departments, from 2005 on. */
import type { Random } from '../../random.ts'
import { type Body, peoplesCommittee } from '../bodies.ts'
import { department } from '../departments.ts'
import type { Form } from '../form.ts'
import { type Unit, unitOf } from '../places.ts'
import type { Kind } from './kinds.ts'
import { paper } from './paper.ts'
import { type Level, sceneOf } from './scene.ts'

export const STATE_KINDS: Partial<Record<Kind, number>> = {
  letter: 10,
  decision: 7,
  directive: 3,
  plan: 5,
  notice: 4,
  report: 3,
  submission: 3,
  guide: 1,
  invitation: 1.5,
  telegram: 0.7,
  programme: 0.7,
  rules: 0.2,
  scheme: 0.5,
}

/** `weights`: kinds of paper and how often they come. */
export function statePaper(
  random: Random,
  {
    year,
    unit,
    body,
    level,
    weights = STATE_KINDS,
  }: { year: number; unit: Unit; body: Body; level: Level; weights?: Partial<Record<Kind, number>> },
): Form {
  return paper(sceneOf(random, { year, unit, body, level }), { kind: random.weighted(weights), style: 'state' })
}

export const between = (random: Random, from: number, to: number) => from + random.below(to - from + 1)

export function province(random: Random): Form {
  const year = between(random, 2011, 2026)
  const unit = unitOf(random, { level: 'province', year })
  return statePaper(random, { year, unit, body: peoplesCommittee(unit, random), level: 'province' })
}

export function provinceDepartment(random: Random): Form {
  const year = between(random, 2008, 2026)
  const unit = unitOf(random, { level: 'province', year })
  return statePaper(random, { year, unit, body: department(unit, random), level: 'department' })
}

export function district(random: Random): Form {
  const year = between(random, 2005, 2024)
  const unit = unitOf(random, { level: 'district', year })
  const body = random.chance(0.6) ? peoplesCommittee(unit, random) : department(unit, random)
  if (body.parent === null && random.chance(0.15) && unit.above)
    body.parent = `UBND ${unit.above.kind} ${unit.above.name}`
  return statePaper(random, { year, unit, body, level: 'district' })
}

/** A commune of the two-level administration since 1 July 2025. */
export function commune2025(random: Random): Form {
  const year = between(random, 2025, 2026) === 2025 ? 2026 : 2026
  const unit = unitOf(random, { level: 'commune', year })
  const body = random.chance(0.65) ? peoplesCommittee(unit, random) : department(unit, random)
  if (body.parent === null && random.chance(0.2) && unit.above)
    body.parent = `UBND ${unit.above.kind} ${unit.above.name}`
  return statePaper(random, { year, unit, body, level: 'commune' })
}

/** A commune below a district. */
export function communeOld(random: Random): Form {
  const year = between(random, 2003, 2024)
  const unit = unitOf(random, { level: 'commune', year })
  const body = peoplesCommittee(unit, random)
  if (random.chance(0.4) && unit.above) body.parent = `UBND ${unit.above.kind} ${unit.above.name}`
  return statePaper(random, { year, unit, body, level: 'commune' })
}
