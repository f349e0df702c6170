/** Type, subject and who enacts; stamps; a letterhead in one sentence. */
import type { Random } from '../../random.ts'
import type { Form } from '../form.ts'
import { centred, indented, joined, type Line, lengthOf, marked, plain, wrap } from '../pieces.ts'
import { streamed } from './columns.ts'
import type { House } from './house.ts'
import { nameLines, ruleLine } from './letterhead.ts'

/** Type, subject, and who enacts. */
export function titleBlock(form: Form, { house, random }: { house: House; random: Random }): Line[] {
  const width = Number.isFinite(house.width) ? house.width : 70
  const middle = (line: Line) => (house.centred ? centred(line, Number.isFinite(house.width) ? house.width : 80) : line)
  const gap = Array.from({ length: house.gap }, (): Line => [])
  const urgency = form.stamps.find(({ field }) => field === 'urgency')
  const onTypeLine = urgency && form.heading && random.chance(0.12)
  if (onTypeLine) form.stamps = form.stamps.filter((stamp) => stamp !== urgency)
  const heading: Line[] = form.heading
    ? [[...(onTypeLine ? [...marked(urgency.text, 'urgency'), ...plain('  ')] : []), ...marked(form.heading, 'type')]]
    : []
  const under = form.underHeading ? wrap(marked(form.underHeading, 'enacting'), 44) : []
  const free = form.subjectUnder === 'heading' && form.subject ? marked(form.subject, 'subject') : []
  const subject = wrap(
    free,
    !Number.isFinite(house.width) && random.chance(0.45)
      ? 400
      : evenWidth(lengthOf(free), Math.min(width - 6, 44 + random.below(30)), random),
  )
  const enacting = form.enacting
    ? nameLines(form.enacting, 'enacting', { random, width: random.chance(0.7) ? 60 : 34 })
    : []
  const rule =
    lengthOf(ruleLine(house.rule)) > 0 && (heading.length > 0 || subject.length > 0) && random.chance(0.5)
      ? [ruleLine(house.rule)]
      : []
  if (house.head === 'stream')
    return streamed([joined(heading), joined(under), joined(subject), joined(enacting)], { random, breaks: 0.35 })
  const oneLine = heading.length > 0 && subject.length > 0 && random.chance(0.02)
  const top = oneLine
    ? [joined([...heading, ...subject])]
    : [...heading, ...(house.gap > 1 && random.chance(0.2) ? [[] as Line] : []), ...under, ...subject]
  if (top.length === 0 && enacting.length === 0) return []
  return [
    ...gap,
    ...top.map(middle),
    ...rule.map(middle),
    ...(enacting.length > 0 ? [...gap, ...enacting.map(middle), ...gap] : gap),
  ]
}

/** A title is mostly broken into lines of much the same length. */
const evenWidth = (length: number, width: number, random: Random): number =>
  random.chance(0.6)
    ? Math.min(width, Math.ceil(length / Math.max(1, Math.ceil(length / width))) + 4 + random.below(8))
    : width

/** `QUYẾT ĐỊNH CỦA BỘ TRƯỞNG … SỐ … NGÀY … VỀ VIỆC …`: a letterhead in one sentence. */
export function sentenceBlock(form: Form, { house, random }: { house: House; random: Random }): Line[] {
  const gazette = form.headingSentence === 'gazette'
  const capitals = gazette && random.chance(0.6)
  const set = (text: string) => (capitals ? text.toLocaleUpperCase('vi') : text)
  const small = (text: string) => set(text.charAt(0).toLocaleLowerCase('vi') + text.slice(1))
  const type = form.heading
    ? marked(capitals ? form.heading : form.heading.charAt(0) + form.heading.slice(1).toLocaleLowerCase('vi'), 'type')
    : []
  const of: Line = form.issuer
    ? [...plain(set('của ')), ...marked(capitals ? form.issuer : (form.issuerName ?? form.issuer), 'issuer')]
    : []
  const number: Line = form.number
    ? [...plain(set('số ')), ...marked(form.number.text.replace(/\s+|^[.…]+/gu, ''), 'number')]
    : []
  const date: Line = form.date ? marked(set(form.date.replace(/\s+/gu, ' ')), 'date') : []
  const subject: Line = form.subject ? marked(small(form.subject.replace(/^V\/v:?\s*/u, 'về việc ')), 'subject') : []
  const order = gazette
    ? [of, number, date, subject]
    : random.chance(0.7)
      ? [number, date, of, subject]
      : [number, of, date, subject]
  const middle = (line: Line) => (house.centred ? centred(line, 80) : line)
  const width = Number.isFinite(house.width) ? 60 : random.pick([54, 400])
  const sentence = random.chance(gazette ? 0.7 : 0.2)
    ? [type, ...wrap(joined(order), width)]
    : wrap(joined([type, ...order]), width)
  const enacting = form.enacting ? nameLines(form.enacting, 'enacting', { random, width: 50 }) : []
  return [...sentence.map(middle), [], ...enacting.map(middle), ...(enacting.length > 0 ? [[] as Line] : [])]
}

/** Stamps and marks: above the header, below it, or at its right edge. */
export function stampLines(form: Form, random: Random): { above: Line[]; below: Line[] } {
  const above: Line[] = []
  const below: Line[] = []
  for (const { field, text } of form.stamps) {
    const line = [...(random.chance(0.1) ? plain('[') : []), ...marked(text, field)]
    if (random.chance(field === 'draft' ? 0.8 : 0.55))
      above.push(random.chance(0.3) ? indented(line, 10 + random.below(50)) : line)
    else below.push(random.chance(0.3) ? indented(line, 10 + random.below(40)) : line)
  }
  return { above, below }
}
