/** What a scanner, an OCR engine, a stamp and a pen do to a page. */
import type { Random } from '../../random.ts'
import type { Mark } from '../document.ts'
import type { ReaderKind } from '../form.ts'
import { STAMPS } from '../phrases.ts'
import type { Printed } from '../pieces.ts'
import { confuse } from './confuse.ts'
import { applyEdits, type Edit } from './edits.ts'
import { rubble, scribble } from './rubble.ts'

export function spoil(printed: Printed, { random, reader }: { random: Random; reader: ReaderKind }): Printed {
  const scanned = reader.startsWith('ocr')
  if (!scanned) return random.chance(0.04) ? lostLine(printed, random) : printed
  let page = handwritten(spoiltStamps(printed, random), random)
  if (random.chance(0.55)) page = stamped(page, random)
  if (random.chance(0.12)) page = lostLine(page, random)
  const rate = random.pick([0, 0.001, 0.003, 0.005, 0.008, 0.012, 0.02, 0.03])
  if (rate === 0) return page
  const { edits } = confuse(page.text, rate, `ocr ${random.below(1_000_000_000)}`)
  return applyEdits(page, edits)
}

/** Stamps of colour or aslant, of whose letters little is left. */
function spoiltStamps(page: Printed, random: Random): Printed {
  const edits = page.marks.flatMap(({ field, spans }): Edit[] => {
    const readings = STAMPS[`${field}-spoilt`]
    const [start, end] = spans[0] as [number, number]
    return readings && random.chance(0.35) ? [{ start, end, text: random.pick(readings) }] : []
  })
  return applyEdits(page, edits)
}

/** What becomes of `Số`. */
const LABELS = ['sồ', 'Só', 'S6', 'Sé', 'Sô', '56', 'ố', 'SỐ', 'Số.', 'Sô :', 'Sở', '$ố', 'Số;']

/** Serial and day written by hand into the printed form, as an engine misreads them. */
function handwritten(page: Printed, random: Random): Printed {
  const edits: Edit[] = []
  const number = page.marks.find(({ field }) => field === 'number')?.spans[0]
  const date = page.marks.find(({ field }) => field === 'date')?.spans[0]
  if (number && random.chance(0.22)) {
    const serial = /^\d+/u.exec(page.text.slice(...number))
    if (serial)
      edits.push({
        start: number[0],
        end: number[0] + serial[0].length,
        text: random.pick([
          scribble(random),
          scribble(random),
          `${serial[0]} `,
          serial[0].replace(/\d$/u, ''),
          `${random.below(9)}${scribble(random)}`,
        ]),
      })
  }
  if (number && random.chance(0.12)) {
    const label = /S[ốỐ](?=\s*:?\s*$)/u.exec(page.text.slice(Math.max(0, number[0] - 8), number[0]))
    if (label) {
      const start = Math.max(0, number[0] - 8) + label.index
      edits.push({ start, end: start + 2, text: random.pick(LABELS) })
    }
  }
  if (date && random.chance(0.15)) {
    const day = /ngày *(\d+)/u.exec(page.text.slice(...date))
    if (day) {
      const start = date[0] + day.index + day[0].length - (day[1] as string).length
      edits.push({
        start,
        end: start + (day[1] as string).length,
        text: random.pick([
          scribble(random),
          `${random.below(4)}|`,
          `,${random.below(9)}`,
          `4}`,
          `.@.${random.below(9)}..`,
          `${random.below(3)}Ê`,
        ]),
      })
    }
  }
  if (date && random.chance(0.03)) {
    const year = /\d{3}(\d)(?=\D*$)/u.exec(page.text.slice(...date))
    if (year)
      edits.push({
        start: date[0] + year.index + 3,
        end: date[0] + year.index + 4,
        text: random.pick([']', 'I', 'l', '|']),
      })
  }
  return applyEdits(page, edits)
}

/** Seal and pen over the footer, smudges at the head: rubble behind entries, on lines of its own, instead of a name's first letter. */
function stamped(page: Printed, random: Random): Printed {
  const edits: Edit[] = []
  const ends = (fields: Mark['field'][]) =>
    page.marks
      .filter(({ field }) => fields.includes(field))
      .flatMap(({ spans }) => spans.slice(-1))
      .map(([, end]) => lineEnd(page.text, end))
  const foot = [...new Set(ends(['recipient', 'archive', 'position', 'authority', 'recipients-label']))]
  for (const at of random.some(foot, random.below(Math.min(7, foot.length + 1)))) {
    edits.push({ start: at, end: at, text: ` ${rubble(random)}`, field: 'noise' })
  }
  const lines = [
    ...new Set(ends(['recipient', 'position', 'authority', 'archive', 'issuer', 'subject', 'cue', 'type'])),
  ].filter((at) => !edits.some(({ start }) => start === at))
  for (const at of random.some(lines, random.pick([0, 0, 1, 2, 3])))
    edits.push({ start: at, end: at, text: `\n${rubble(random)}`, field: 'noise' })
  const name = page.marks.find(({ field }) => field === 'name')?.spans[0]
  const overName = random.weighted({ none: 15, 'first letter': 2, rubble: 2 })
  if (name && overName === 'first letter') edits.push({ start: name[0], end: name[0] + 1, text: '' })
  if (name && overName === 'rubble')
    edits.push({ start: name[0], end: name[0], text: `${rubble(random).slice(0, 3)} `, field: 'noise' })
  if (random.chance(0.12)) edits.push({ start: 0, end: 0, text: `${rubble(random)}\n`, field: 'noise' })
  return applyEdits(page, apart(edits))
}

/** No two edits at one place. */
function apart(edits: Edit[]): Edit[] {
  const sorted = edits.toSorted((a, b) => a.start - b.start)
  return sorted.filter((edit, at) => at === 0 || edit.start >= (sorted[at - 1] as Edit).end + 1)
}

const lineEnd = (text: string, from: number): number => {
  const at = text.indexOf('\n', from)
  return at < 0 ? text.length : at
}

/** A line that the engine, or the copier, left out. */
function lostLine(page: Printed, random: Random): Printed {
  const starts = [...page.text.matchAll(/^.*\S.*\n/gmu)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  )
  if (starts.length < 8) return page
  const [start, end] = random.pick(starts)
  return applyEdits(page, [{ start, end, text: '' }])
}
