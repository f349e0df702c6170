/** How a body signs: formulas, posts and names. */
import type { Random } from '../../random.ts'
import type { Body } from '../bodies.ts'
import type { Signature } from '../form.ts'
import { personName } from '../people.ts'

const upper = (text: string) => text.toLocaleUpperCase('vi')

/** The formulas with the marks of one house: `TM. `, `T/M `, `TM.`. */
export interface Formulas {
  TM: string
  KT: string
  TL: string
  TUQ: string
}

export function formulas(random: Random, style: 'state' | 'party'): Formulas {
  if (style === 'party')
    return random.pick([
      { TM: 'T/M ', KT: 'K/T ', TL: 'T/L ', TUQ: 'T/U ' },
      { TM: 'T/M ', KT: 'K/T ', TL: 'T/L ', TUQ: 'T/U ' },
      { TM: 'T/M ', KT: 'K/T ', TL: 'T/L ', TUQ: 'TUQ. ' },
      { TM: 'TM. ', KT: 'KT. ', TL: 'TL. ', TUQ: 'TUQ. ' },
      { TM: 'T/M. ', KT: 'K/T. ', TL: 'T/L. ', TUQ: 'T/U. ' },
      { TM: 'TM ', KT: 'KT ', TL: 'TL ', TUQ: 'TU ' },
    ])
  return random.pick([
    { TM: 'TM. ', KT: 'KT. ', TL: 'TL. ', TUQ: 'TUQ. ' },
    { TM: 'TM. ', KT: 'KT. ', TL: 'TL. ', TUQ: 'TUQ. ' },
    { TM: 'TM. ', KT: 'KT. ', TL: 'TL. ', TUQ: 'TUQ. ' },
    { TM: 'TM. ', KT: 'KT. ', TL: 'TL. ', TUQ: 'TUQ. ' },
    { TM: 'TM.', KT: 'KT.', TL: 'TL.', TUQ: 'TUQ.' },
    { TM: 'T/M ', KT: 'K/T ', TL: 'T/L ', TUQ: 'T/UQ ' },
    { TM: 'T.M ', KT: 'K.T ', TL: 'T.L ', TUQ: 'T.U.Q ' },
    { TM: 'TM/ ', KT: 'KT/ ', TL: 'TL/ ', TUQ: 'TUQ/ ' },
    { TM: 'TM ', KT: 'KT ', TL: 'TL ', TUQ: 'TUQ ' },
    { TM: 'TM. ', KT: 'KT ', TL: 'TL . ', TUQ: 'TUQ. ' },
  ])
}

export function sign(
  body: Body,
  {
    random,
    style = 'state',
    marks = formulas(random, style),
  }: { random: Random; style?: 'state' | 'party'; marks?: Formulas },
): Signature {
  const name = personName(random)
  const chief = upper(body.chief)
  const deputy = upper(random.pick(body.deputies))
  const collective = body.collective ? [`${marks.TM}${upper(body.collective)}`] : []
  const way = random.weighted({
    chief: 5,
    deputy: 6,
    order: body.byOrder ? 2 : 0,
    authorised: body.byOrder ? 0.4 : 0,
    acting: 0.25,
    charged: 0.3,
  })
  const withBody = random.chance(0.12) ? ` ${upper(body.name.replace(/^Ủy ban nhân dân/u, 'UBND'))}` : ''
  if (way === 'chief')
    return { authority: collective.length > 0 && random.chance(0.7) ? collective : [], position: chief, name }
  if (way === 'acting') return { authority: [], position: random.pick([`Q. ${chief}`, `QUYỀN ${chief}`]), name }
  if (way === 'charged')
    return { authority: collective, position: `${deputy} ${random.pick(['PHỤ TRÁCH', '(PHỤ TRÁCH)'])}`, name }
  if (style === 'party' && body.collective) return { authority: collective, position: deputy, name }
  if (way === 'deputy')
    return {
      authority: [...(random.chance(0.6) ? collective : []), `${marks.KT}${chief}${withBody}`],
      position: deputy,
      name,
    }
  const office = body.byOrder as { head: string; deputy: string }
  if (way === 'authorised') return { authority: [`${marks.TUQ}${chief}`], position: upper(office.head), name }
  const by = `${marks.TL}${chief}${withBody}`
  if (random.chance(0.5)) return { authority: [by], position: upper(office.head), name }
  return { authority: [by, `${marks.KT}${upper(office.head)}`], position: upper(office.deputy), name }
}

/** `(Đã ký)` and what else stands in the place of a signature in a copied text. */
export function withSignedMark(signature: Signature, random: Random, share = 0.15): Signature {
  if (!random.chance(share)) return signature
  return {
    ...signature,
    signed: {
      text: random.pick(['(Đã ký)', '(đã ký)', 'Đã ký', '(Đã kí)', '(ĐÃ KÝ)', 'Đã ký:', '(đã ký và đóng dấu)']),
      where: random.chance(0.75) ? 'before' : 'behind',
    },
  }
}
