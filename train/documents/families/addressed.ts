/** Who is written to, and who gets a copy. */
import type { Form } from '../form.ts'
import { ADDRESSEES, RECIPIENTS } from '../phrases.ts'
import { type Kind, type Style, upper } from './kinds.ts'
import type { Level, Scene } from './scene.ts'

const NEAREST: Partial<Record<Level, string>> = {
  'party-central': 'party',
  'party-province': 'party',
  'party-district': 'party',
  'party-commune': 'party',
  youth: 'other',
  union: 'other',
  front: 'other',
  army: 'other',
  police: 'other',
  school: 'other',
  company: 'other',
  court: 'other',
}

export function addressedTo(scene: Scene, kind: Kind): Pick<Form, 'cue' | 'addressees' | 'also'> {
  const { random, level, body } = scene
  const near = NEAREST[level] ?? level
  const table =
    kind === 'telegram'
      ? 'telegram'
      : kind === 'submission' || kind === 'report' || random.chance(0.3)
        ? `up-${near}`
        : `down-${near}`
  const count = kind === 'submission' ? random.pick([1, 1, 1, 2]) : random.pick([1, 1, 1, 2, 2, 3, 3, 4, 5])
  const entries = unique(
    Array.from({ length: count }, () =>
      random.chance(kind === 'submission' ? 0.01 : 0.09)
        ? scene.from(ADDRESSEES, 'long')
        : scene.from(ADDRESSEES, table),
    ),
  )
  if (entries.length === 1 && random.chance(0.08)) entries[0] = `${entries[0]} ${scene.from(ADDRESSEES, 'address')}`
  const cue =
    kind === 'telegram'
      ? random.pick([
          `${upper(body.name)} điện:`,
          'Điện:',
          `${upper(body.chief)} ${upper(body.name)} điện:`,
          'Kính gửi:',
        ])
      : level.startsWith('party') && kind === 'submission'
        ? random.pick(['Kính trình:', 'Kính gửi:'])
        : random.weighted({
            'Kính gửi:': 20,
            'Kính gửi :': 1,
            'Kính gửi': 0.6,
            'KÍNH GỬI:': 0.5,
            'Kính mời:': kind === 'invitation' ? 4 : 0,
          })
  const also =
    random.chance(0.06) && entries.length < 3
      ? {
          cue: random.pick(['Đồng kính gửi:', 'Đồng gửi:', 'Đồng kính gửi :']),
          addressees: unique(Array.from({ length: random.pick([1, 2]) }, () => scene.from(ADDRESSEES, `down-${near}`))),
        }
      : null
  return { cue, addressees: entries, also }
}

export const unique = (list: string[]) => [...new Set(list)]

export function recipientsOf(
  scene: Scene,
  { style, decision }: { style: Style; decision: boolean },
): NonNullable<Form['recipients']> {
  const { random, level } = scene
  const tables: Partial<Record<Level, string[]>> = {
    'party-district': ['party-district'],
    'party-commune': ['party-commune'],
    'party-central': ['party-central', 'ministry'],
  }
  const pool = (tables[level] ?? [level]).flatMap((name) => RECIPIENTS[name] as string[])
  const count = random.pick([1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 9, 12])
  const chosen = random.some(pool, count).map((template) => withPurpose(scene, scene.say(template, [RECIPIENTS])))
  const party = style === 'party' || style === 'youth'
  const first = party
    ? random.chance(0.25)
      ? [scene.from(RECIPIENTS, 'first-letter')]
      : []
    : random.chance(0.72)
      ? [scene.from(RECIPIENTS, decision ? 'first-decision' : 'first-letter')]
      : []
  const archive = random.chance(0.94)
    ? scene.from(
        RECIPIENTS,
        style === 'state' ? 'archive-state' : style === 'party' ? 'archive-party' : 'archive-other',
      )
    : null
  const end = party ? random.pick([',', ',', ';']) : random.weighted({ ';': 16, ',': 1.5, '.': 0.8, '': 1.2 })
  return {
    label: random.weighted({
      'Nơi nhận:': 24,
      'Nơi nhận :': 2,
      'Nơi nhận': 0.8,
      'NƠI NHẬN:': 0.6,
      'Nơi gửi:': 0.3,
      'Nơi  nhận:': 0.3,
    }),
    entries: unique([...first, ...chosen]),
    archive,
    end,
    dash: random.weighted({ '- ': 24, '-': 2.5, '': 1.6, '– ': 1, '+ ': 0.5, '• ': 0.3, '* ': 0.3 }),
  }
}

/** `(để báo cáo)` behind a brace over the first entries. */
export const purposeOf = ({ random }: Scene, entries: number): NonNullable<Form['purpose']> => ({
  text: random.pick(['(để báo cáo)', '(để b/c)', '(b/c)', '(báo cáo)', 'để báo cáo', '(để thực hiện)', '(để biết)']),
  over: 2 + random.below(Math.min(3, entries - 1)),
})

function withPurpose({ random, say }: Scene, entry: string): string {
  if (/\)$/u.test(entry) || !random.chance(0.1)) return entry
  return `${entry} ${say(random.pick(RECIPIENTS['for-knowledge'] as string[]))}`
}
