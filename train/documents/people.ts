/** Names of people who do not exist: family names of the grammar, middle and given names of our own. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Random } from '../random.ts'
import { NAMES } from './phrases.ts'

const SURNAMES = (
  parse(readFileSync(new URL('../../grammars/surnames.yaml', import.meta.url), 'utf8')) as { id: string }[]
).map(({ id }) => id)
/** Names of the Kinh stand first in the grammar, the commonest at the head. */
const COMMON = SURNAMES.slice(0, 18)
const USUAL = SURNAMES.slice(0, 60)

export function personName(random: Random): string {
  const kind = random.weighted({ common: 14, usual: 6, long: 3, ethnic: 1.5, highland: 1.2, rare: 1 })
  if (kind === 'highland') return random.pick(NAMES.highland as string[])
  if (kind === 'ethnic')
    return `${random.pick(NAMES['ethnic-surname'] as string[])} ${random.pick(NAMES['ethnic-given'] as string[])}`
  const surname = random.pick(
    kind === 'common' || kind === 'long'
      ? COMMON
      : kind === 'usual'
        ? USUAL
        : SURNAMES.filter((name) => !/['’]$|^.$/u.test(name)),
  )
  const middle = random.chance(0.06) ? [] : random.some(NAMES.middle as string[], kind === 'long' ? 2 : 1)
  return [...new Set([surname, ...middle, random.pick(NAMES.given as string[])])].join(' ')
}

/** Ranks and titles that stand before the name of a signer, by whose paper it is. */
export const RANKS = {
  force: ['Đại tá', 'Thượng tá', 'Trung tá', 'Thiếu tá', 'Thiếu tướng', 'Trung tướng', 'Đại úy'],
  school: ['TS.', 'ThS.', 'PGS.TS.', 'GS.TS.', 'PGS. TS.', 'NGƯT.', 'TS'],
  hospital: ['BS.', 'BS.CKII.', 'BSCKI.', 'ThS.BS.', 'TS.BS', 'DS.', 'BSCKII'],
} as const
