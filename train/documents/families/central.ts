/** Ministries, the Government, and legal documents of councils and ministries. */

import type { Random } from '../../random.ts'
import { type Body, council, peoplesCommittee } from '../bodies.ts'
import type { Form } from '../form.ts'
import { ministry, ministryUnit } from '../ministries.ts'
import { type Unit, unitOf } from '../places.ts'
import type { Kind } from './kinds.ts'
import { upper } from './kinds.ts'
import { paper } from './paper.ts'
import { sceneOf } from './scene.ts'
import { between, STATE_KINDS, statePaper } from './state.ts'

export function ministries(random: Random): Form {
  const year = between(random, 2003, 2026)
  const body = random.chance(0.6) ? ministry(random) : ministryUnit(random)
  const unit: Unit = { kind: 'thành phố', name: 'Hà Nội', above: null }
  return statePaper(random, { year, unit, body, level: 'ministry', weights: { ...STATE_KINDS, circular: 1 } })
}

/** Government, Prime Minister and Government Office. */
export function government(random: Random): Form {
  const year = between(random, 2003, 2026)
  const unit: Unit = { kind: 'thành phố', name: 'Hà Nội', above: null }
  const kind = random.pick(['prime', 'prime', 'office', 'government'] as const)
  const bodies: Record<typeof kind, Body> = {
    prime: {
      name: 'Thủ tướng Chính phủ',
      self: 'Thủ tướng Chính phủ',
      code: 'TTg',
      parent: null,
      chief: 'Thủ tướng',
      deputies: ['Phó Thủ tướng'],
      collective: null,
      byOrder: { head: 'Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ', deputy: 'Phó Chủ nhiệm' },
      place: 'Hà Nội',
    },
    office: {
      name: 'Văn phòng Chính phủ',
      self: 'Văn phòng Chính phủ',
      code: 'VPCP',
      parent: null,
      chief: random.pick(['Bộ trưởng, Chủ nhiệm', 'Bộ trưởng, Chủ nhiệm', 'Bộ trưởng']),
      deputies: ['Phó Chủ nhiệm'],
      collective: null,
      byOrder: null,
      place: 'Hà Nội',
    },
    government: {
      name: 'Chính phủ',
      self: 'Chính phủ',
      code: 'CP',
      parent: null,
      chief: 'Thủ tướng',
      deputies: ['Phó Thủ tướng', 'Phó Thủ tướng Thường trực'],
      collective: 'Chính phủ',
      byOrder: null,
      place: 'Hà Nội',
    },
  }
  const weights: Record<typeof kind, Partial<Record<Kind, number>>> = {
    prime: { decision: 5, directive: 4, telegram: 4 },
    office: { letter: 6, notice: 6, telegram: 1, invitation: 1 },
    government: { resolution: 3 },
  }
  const form = statePaper(random, { year, unit, body: bodies[kind], level: 'ministry', weights: weights[kind] })
  if (kind === 'prime' && form.enacting) form.enacting = 'THỦ TƯỚNG CHÍNH PHỦ'
  if (kind === 'prime' && form.heading?.includes('CỦA')) form.heading = 'QUYẾT ĐỊNH'
  return form
}

/** Legal documents: the year within the number; councils, decrees, circulars. */
export function legal(random: Random): Form {
  const year = between(random, 2005, 2026)
  const kind = random.pick(['council', 'council', 'committee', 'ministry', 'decree'] as const)
  const unit: Unit =
    kind === 'ministry' || kind === 'decree'
      ? { kind: 'thành phố', name: 'Hà Nội', above: null }
      : unitOf(random, { level: random.pick(['province', 'province', 'district', 'commune']), year })
  const body =
    kind === 'council'
      ? council(unit)
      : kind === 'committee'
        ? peoplesCommittee(unit, random)
        : kind === 'ministry'
          ? ministry(random)
          : {
              name: 'Chính phủ',
              self: 'Chính phủ',
              code: 'CP',
              parent: null,
              chief: 'Thủ tướng',
              deputies: ['Phó Thủ tướng'],
              collective: 'Chính phủ',
              byOrder: null,
              place: 'Hà Nội',
            }
  const type: Kind =
    kind === 'council'
      ? 'resolution'
      : kind === 'committee'
        ? 'decision'
        : kind === 'ministry'
          ? 'circular'
          : 'decision'
  const form = paper(
    sceneOf(random, { year, unit, body, level: kind === 'council' || kind === 'committee' ? 'province' : 'ministry' }),
    { kind: type, style: 'state' },
  )
  if (kind === 'decree') {
    form.heading = 'NGHỊ ĐỊNH'
    form.enacting = random.chance(0.4) ? 'CHÍNH PHỦ' : null
    form.operative = {
      text: `Chính phủ ban hành Nghị định ${form.subject?.charAt(0).toLocaleLowerCase('vi')}${form.subject?.slice(1)}`.replace(
        / {2,}/gu,
        ' ',
      ),
      alone: false,
    }
    if (form.number) form.number.text = form.number.text.replace(/QĐ ?-/u, 'NĐ-')
  }
  if (form.number && random.chance(kind === 'council' ? 0.6 : 0.95))
    form.number.text = form.number.text.replace(/^(\s*|\d+|[.…]+)(\s*)\//u, `$1$2/${year}/`)
  if (kind === 'council') {
    form.enacting = upper(
      `${body.name}${random.chance(0.6) ? ` khóa ${random.pick(['X', 'XI', 'XVII', 'XIX'])} kỳ họp thứ ${random.pick(['ba', '9', 'mười hai', 'nhất'])}` : ''}`,
    )
    form.signatures = form.signatures.map((signature) => ({
      ...signature,
      authority: random.chance(0.15) ? signature.authority : [],
      position: 'CHỦ TỊCH',
    }))
  }
  return form
}
