/** What an engine makes of seals, pens, rules and dirt. */
import type { Random } from '../../random.ts'
import { RUBBLE } from '../phrases.ts'

/** From one sign to a dozen. */
export function rubble(random: Random): string {
  const count = random.pick([1, 1, 2, 2, 3, 4, 6, 9])
  return Array.from(
    { length: count },
    () =>
      (random.chance(0.6) ? random.pick(RUBBLE.signs as string[]) : random.pick(RUBBLE.scraps as string[])) +
      (random.chance(0.2) ? random.pick(RUBBLE.signs as string[]) : ''),
  ).join(random.chance(0.75) ? ' ' : '')
}

/** A number written by hand. */
export const scribble = (random: Random): string => random.pick(RUBBLE.scribble as string[])
