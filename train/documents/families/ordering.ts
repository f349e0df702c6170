/** Bases, who enacts, and the body of a paper. */
import type { Form } from '../form.ts'
import { SENTENCES } from '../phrases.ts'
import { unique } from './addressed.ts'
import { articles, orders } from './body-text.ts'
import { type Kind, type Style, upper } from './kinds.ts'
import type { Scene } from './scene.ts'

export function bodyOf(
  form: Form,
  { scene, kind, style, manner }: { scene: Scene; kind: Kind; style: Style; manner: 'orders' | 'articles' },
): void {
  const { random, body } = scene
  const party = style === 'party'
  const based =
    manner === 'articles' ? 0.97 : kind === 'letter' || kind === 'telegram' || kind === 'invitation' ? 0.04 : 0.25
  if (random.chance(based)) {
    const family = party ? 'party' : style === 'state' ? 'state' : random.pick(['state', 'other'])
    const count = 1 + random.below(4)
    form.bases = unique(Array.from({ length: count }, () => scene.from(SENTENCES, `base-${family}`)))
    if (manner === 'articles' && random.chance(0.85)) form.bases.push(scene.from(SENTENCES, `proposal-${family}`))
    form.baseStyle = {
      dash: party ? random.pick(['- ', '- ', '']) : random.chance(0.15) ? '- ' : '',
      end: random.weighted({ ';': 24, ',': party ? 12 : 2, '.': 1, '': 0.7 }),
      last: random.weighted({ ';': 8, ',': 6, '.': 6, ':': 0.8, '': 0.8 }),
    }
  }
  if (manner === 'articles') {
    if (random.chance(0.85)) form.enacting = enactingOf(scene, style)
    const verb =
      kind === 'resolution'
        ? random.pick(['QUYẾT NGHỊ', 'QUYẾT NGHỊ', 'NGHỊ QUYẾT', 'QUYẾT NGHỊ:'.slice(0, 10)])
        : kind === 'circular'
          ? null
          : 'QUYẾT ĐỊNH'
    if (verb === null)
      form.operative = {
        text: `${body.chief} ${body.name} ban hành Thông tư ${random.pick(['quy định', 'hướng dẫn'])} ${scene.say('{work}')}`,
        alone: false,
      }
    else if (random.chance(0.96))
      form.operative = {
        text: random.chance(0.02)
          ? [...verb].join(' ')
          : random.chance(0.06)
            ? verb.charAt(0) + verb.slice(1).toLocaleLowerCase('vi')
            : verb,
        alone: true,
      }
    form.body = articles(scene, { adopted: kind === 'resolution' && style === 'state' && random.chance(0.7) })
  } else {
    const {
      opening,
      operative,
      body: main,
    } = orders(scene, { narrative: kind === 'report' || kind === 'plan' || kind === 'guide' })
    form.operative = operative
    form.body = [...opening.map((each) => ({ ...each, kind: 'text' as const })), ...main]
  }
  form.fullStop = party
    ? random.pick(['.', './.', '.'])
    : random.weighted({ './.': 12, '.': 4, '/.': 0.6, '. /.': 0.3 })
}

/** `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH X`, `GIÁM ĐỐC SỞ Y`, `BAN THƯỜNG VỤ HUYỆN ỦY`. */
function enactingOf({ random, body }: Scene, style: Style): string {
  if (style === 'party') return upper(body.collective ?? body.name)
  if (body.collective && random.chance(0.5)) return upper(body.name)
  return upper(postOf(body))
}

/** `Trưởng phòng` and `Phòng Nội vụ` give `Trưởng phòng Nội vụ`: the words that meet are said once. */
function postOf({ chief, name }: Scene['body']): string {
  const words = chief.split(' ')
  const low = name.toLocaleLowerCase('vi')
  const met = words.findIndex((_, at) => low.startsWith(words.slice(at).join(' ').toLocaleLowerCase('vi')))
  return met < 0
    ? `${chief} ${name}`
    : `${words.slice(0, met).join(' ')} ${met === 0 ? name : name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)}`.trim()
}
