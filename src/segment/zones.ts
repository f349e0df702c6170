/**
 * Segmenting is one decision over the whole document: each row speaks for and against each zone by what it shows
 * (`grammars/zones.yaml`), and the legal sequence of zones with the highest sum wins (Viterbi, one pass).
 */
import { perGrammar } from '../grammar/grammar.ts'

/** Zones that rows are weighed for. */
const ZONES = ['front', 'header', 'addressees', 'body', 'footer', 'attachment'] as const
/** The form of a copy is known by its word alone (`copy.ts`). */
export type Zone = WeighedZone | 'copy'
type WeighedZone = (typeof ZONES)[number]

/** Zones may be left out, never taken back. */
const NEXT: Record<WeighedZone, WeighedZone[]> = {
  front: ['header', 'addressees', 'body'],
  header: ['addressees', 'body'],
  addressees: ['body'],
  body: ['footer', 'attachment'],
  footer: ['attachment'],
  attachment: [],
}
/** What a document that begins in this zone pays: its beginning was lost. */
const START: Record<WeighedZone, number> = {
  front: 0,
  header: 0,
  addressees: -12,
  body: -3,
  footer: -6,
  attachment: -40,
}

/** An attachment right behind the body: the footer was lost. */
const FOOTER_LOST = -6

interface Weights {
  stay: number[]
  enter: number[]
}

const weights = perGrammar(
  ({ zones }) =>
    new Map<string, Weights>(
      zones.map((entry) => [
        entry.id,
        {
          stay: ZONES.map((zone) => entry[zone]),
          enter: ZONES.map((zone) => (zone === 'front' ? 0 : (entry.enter[zone] ?? 0))),
        },
      ]),
    ),
)

/** How much a signal speaks for a row to be in a zone; nothing for one that is not weighed. */
export function weightIn(signal: string, zone: Zone): number {
  const at = ZONES.indexOf(zone as WeighedZone)
  return weights().get(signal)?.stay[at] ?? 0
}

/** The zone of each row. */
export function zonesOf(signals: string[][]): WeighedZone[] {
  const table = weights()
  const count = ZONES.length
  let scores = ZONES.map((zone) => START[zone])
  const back: number[][] = []
  signals.forEach((row, index) => {
    const stay = new Array<number>(count).fill(0)
    const enter = new Array<number>(count).fill(0)
    for (const signal of row) {
      const weight = table.get(signal)
      if (!weight) continue
      for (let zone = 0; zone < count; zone++) {
        stay[zone] = (stay[zone] as number) + (weight.stay[zone] as number)
        enter[zone] = (enter[zone] as number) + (weight.enter[zone] as number)
      }
    }
    const from = stay.map((_, zone) => zone)
    const next = scores.map(
      (score, zone) => score + (stay[zone] as number) + (index === 0 ? (enter[zone] as number) : 0),
    )
    if (index > 0) {
      ZONES.forEach((zone, at) => {
        for (const target of NEXT[zone]) {
          const to = ZONES.indexOf(target)
          const lost = zone === 'body' && target === 'attachment' ? FOOTER_LOST : 0
          const score = (scores[at] as number) + (stay[to] as number) + (enter[to] as number) + lost
          if (score > (next[to] as number)) {
            next[to] = score
            from[to] = at
          }
        }
      })
    }
    scores = next
    back.push(from)
  })
  let zone = scores.indexOf(Math.max(...scores))
  const path: WeighedZone[] = []
  for (let index = signals.length - 1; index >= 0; index--) {
    path[index] = ZONES[zone] as WeighedZone
    zone = (back[index] as number[])[zone] as number
  }
  return withSecondHeads(path, signals)
}

const TITLES = ['national-title', 'party-title', 'youth-title']
/** Lines of a title above `(Kèm theo Quyết định số …)`. */
const TITLE_LINES = 3

/** The body printed over the title of what is enclosed, and a title in capitals, are its own, not the signature's above. */
function withSecondHeads(zones: WeighedZone[], signals: string[][]): WeighedZone[] {
  const shows = (index: number, ...any: string[]) => any.some((signal) => signals[index]?.includes(signal))
  const first = zones.indexOf('attachment')
  if (first < 0 || zones[first - 1] !== 'footer') return zones
  let from = first
  if (shows(first, ...TITLES))
    while (
      zones[from - 1] === 'footer' &&
      shows(from - 1, 'separator', 'body-name', 'position') &&
      !shows(from - 1, 'authority', 'name')
    )
      from--
  else if (shows(first, 'enclosure'))
    while (
      zones[from - 1] === 'footer' &&
      first - from < TITLE_LINES &&
      shows(from - 1, 'caps') &&
      !shows(from - 1, 'authority', 'name', 'position', 'recipients', 'archive')
    )
      from--
  if (shows(from - 1, 'name')) zones.fill('attachment', from, first)
  return zones
}
