/** Slips and certificates: no subject, a few lines, often no recipients; permits; what courts and procuracies issue. */
import type { Random } from '../../random.ts'
import { peoplesCommittee } from '../bodies.ts'
import { department } from '../departments.ts'
import type { Form, Paragraph } from '../form.ts'
import { personName } from '../people.ts'
import { SENTENCES } from '../phrases.ts'
import { unitOf } from '../places.ts'
import { upper } from './kinds.ts'
import { paper } from './paper.ts'
import { sceneOf } from './scene.ts'
import { between } from './state.ts'

/** Heading, code of the notation, and what the slip says. */
const SLIPS: [string, string, string[]][] = [
  [
    'GIẤY GIỚI THIỆU',
    'GGT',
    [
      '{self} trân trọng giới thiệu: Ông (bà) {person}',
      'Chức vụ: {post}',
      'Được cử đến: {company}',
      'Về việc: {matter}',
      'Đề nghị quý cơ quan tạo điều kiện để ông (bà) có tên ở trên hoàn thành nhiệm vụ.',
      'Giấy này có giá trị đến hết ngày {date}.',
    ],
  ],
  [
    'PHIẾU CHUYỂN',
    'PC',
    [
      '{self} nhận được đơn của ông {person}, trú tại thôn {spot}, về {work}.',
      '{self} chuyển đơn đến {organ} để xem xét, giải quyết theo thẩm quyền.',
    ],
  ],
  [
    'PHIẾU GỬI',
    'PG',
    [
      '{self} kèm theo phiếu này các văn bản, tài liệu sau:',
      '1. {document}: 02 bản.',
      '2. {figures}: 01 bản.',
      'Sau khi nhận được, đề nghị ký xác nhận và gửi lại phiếu này.',
    ],
  ],
  [
    'GIẤY ỦY QUYỀN',
    'GUQ',
    ['{self} ủy quyền cho ông (bà) {person}, {post}, thực hiện {work}.', 'Thời hạn ủy quyền: đến hết ngày {date}.'],
  ],
  [
    'GIẤY NGHỈ PHÉP',
    'GNP',
    [
      'Xét đơn đề nghị nghỉ phép của ông (bà) {person},',
      '{self} cấp cho ông (bà) {person}, {post}, được nghỉ phép 05 ngày tại xã {spot}.',
    ],
  ],
  [
    'GIẤY XÁC NHẬN',
    'GXN',
    ['{self} xác nhận ông (bà) {person} hiện công tác tại {organ}.', 'Giấy xác nhận này dùng để bổ sung hồ sơ.'],
  ],
  [
    'THƯ CÔNG',
    'TC',
    [
      'Nhân dịp {event}, {self} gửi tới toàn thể cán bộ, nhân dân lời chúc tốt đẹp nhất.',
      'Chúc các đồng chí mạnh khỏe, hạnh phúc.',
    ],
  ],
]

export function slips(random: Random): Form {
  const year = between(random, 1996, 2026)
  const unit = unitOf(random, { level: random.pick(['province', 'district', 'commune']), year: Math.min(year, 2024) })
  const body = random.chance(0.5) ? peoplesCommittee(unit, random) : department(unit, random)
  const scene = sceneOf(random, { year, unit, body, level: unit.above === null ? 'province' : 'district' })
  const form = paper(scene, { kind: 'notice', style: 'state' })
  const [heading, code, lines] = random.pick(SLIPS)
  form.heading = heading
  if (form.number) form.number.text = form.number.text.replace('TB', code)
  form.subject = null
  form.bases = []
  form.operative = null
  const addressed = random.chance(0.4)
  form.cue = addressed ? 'Kính gửi:' : null
  form.addressees = addressed ? [scene.say('{company}')] : []
  form.also = null
  form.body = lines.map(
    (line): Paragraph => ({
      kind: /^\d\. /u.test(line) ? 'item' : 'text',
      text: scene.say(line, [SENTENCES]),
      depth: 0,
    }),
  )
  if (random.chance(0.6)) form.recipients = null
  if (heading === 'THƯ CÔNG')
    form.signatures = [{ authority: [], position: upper(body.chief), name: personName(random) }]
  return form
}
