/** Letterhead, number, place and date, type and subject. */
import type { Random } from '../../random.ts'
import type { Form } from '../form.ts'
import { centred, indented, joined, type Line, lengthOf, marked, part, plain, type Value, wrap } from '../pieces.ts'
import { arranged, beside, type Row, streamed } from './columns.ts'
import type { House } from './house.ts'

const BREAKS = [
  'ỦY BAN NHÂN DÂN ',
  'HỘI ĐỒNG NHÂN DÂN ',
  'LIÊN ĐOÀN LAO ĐỘNG ',
  'ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM ',
  'HỘI LIÊN HIỆP PHỤ NỮ ',
  'ỦY BAN HÀNH CHÍNH ',
  'BAN CHỈ HUY QUÂN SỰ ',
  'TÒA ÁN NHÂN DÂN ',
  'VIỆN KIỂM SÁT NHÂN DÂN ',
]

/** A name in the lines of a narrow column; one value. */
export function nameLines(
  text: string,
  field: 'issuer' | 'parent' | 'enacting',
  { random, width }: { random: Random; width: number },
): Line[] {
  const value: Value = { field, entry: 0 }
  const head = BREAKS.find((start) => text.toLocaleUpperCase('vi').startsWith(start))
  if (head && random.chance(0.75)) {
    const at = head.length
    return [part(text.slice(0, at).trimEnd(), value), ...wrap(part(text.slice(at), value), Math.max(width, 20))]
  }
  return wrap(part(text, value), width)
}

const ruleLine = (text: string): Line => marked(text, 'furniture')

/** The two columns of the letterhead. */
export function letterhead(form: Form, { house, random }: { house: House; random: Random }): Line[] {
  const narrow = house.head === 'stream' || house.head === 'tabs' ? 60 : house.leftWidth
  const parent = form.parent ? nameLines(form.parent, 'parent', { random, width: narrow }) : []
  const issuer = form.issuer ? nameLines(form.issuer, 'issuer', { random, width: narrow }) : []
  const titles = form.titles.map(({ field, text }) => marked(text, field))
  const wrappedTitles = random.chance(0.06) ? titles.flatMap((line) => wrap(line, 30)) : titles
  const number = numberLines(form, { random, narrow: house.head !== 'stream' })
  const subject =
    form.subjectUnder === 'number' && form.subject
      ? wrap(
          marked(form.subject, 'subject'),
          house.head === 'stream' || random.chance(0.08) ? 400 : narrow + random.below(10),
        )
      : []
  const date = form.placeDateAt === 'head' ? placeDate(form) : []
  if (house.head === 'stream') {
    return streamed(
      [
        joined(parent),
        joined(issuer),
        form.star ? ruleLine(form.star) : ruleLine(house.rule),
        ...wrappedTitles,
        ruleLine(house.rule),
        joined(number),
        joined(subject),
        date,
      ],
      { random, breaks: random.pick([0.3, 0.5, 0.7, 0.1]) },
    )
  }
  if (titles.length === 0 && !form.issuer) return [...number, ...subject, date].filter((line) => lengthOf(line) > 0)
  const rows = letterRows(
    {
      names: [...parent, ...issuer],
      titles: wrappedTitles,
      star: form.star ? ruleLine(form.star) : [],
      rule: ruleLine(house.rule),
      number,
      subject,
      date,
    },
    { random, party: form.star !== null },
  )
  return arranged(rows, { layout: house.head, random, middle: house.centred })
}

interface Parts {
  names: Line[]
  titles: Line[]
  star: Line
  rule: Line
  number: Line[]
  subject: Line[]
  date: Line
}

/** Names beside titles, number beside place and date, a letter's subject below its number. */
function letterRows(
  { names, titles, star, rule, number, subject, date }: Parts,
  { random, party }: { random: Random; party: boolean },
): Row[] {
  const long = Math.max(names.length, titles.length)
  const ruled = lengthOf(rule) > 0 && random.chance(0.6) ? [[party ? [] : rule, rule] as Row] : []
  const starred = lengthOf(star) > 0 ? [star] : []
  const late = random.weighted({
    number: 8,
    star: party ? 5 : 0.4,
    below: 1.2,
    subject: subject.length > 1 ? 0.8 : 0,
    above: 0.5,
  })
  const lower = [...starred, ...number, ...subject]
  const at = {
    number: starred.length,
    star: 0,
    below: starred.length + number.length,
    subject: lower.length - 1,
    above: -1,
  }[late]
  const right = Array.from({ length: Math.max(lower.length, at + 1) }, (_, row): Line => (row === at ? date : []))
  const blank: Row[] = random.chance(0.2) ? [[[], []]] : []
  const top = beside(names.concat(Array.from({ length: long - names.length }, () => [])), titles)
  return [
    ...top,
    ...(at < 0 && lengthOf(date) > 0 ? [[[], date] as Row] : []),
    ...ruled,
    ...blank,
    ...beside(lower, right),
  ]
}

/** `Số: 12/QĐ-UBND`; a long notation may be broken behind its hyphen. */
export function numberLines({ number }: Form, { random, narrow }: { random: Random; narrow: boolean }): Line[] {
  if (!number) return []
  const value: Value = { field: 'number', entry: 0 }
  const space = number.label === '' ? '' : random.chance(0.93) ? ' ' : ''
  const hyphen = number.text.lastIndexOf('-')
  if (narrow && number.text.length > 15 && hyphen > 6 && random.chance(0.12))
    return [
      [...plain(number.label + space), ...part(number.text.slice(0, hyphen + 1), value)],
      part(number.text.slice(hyphen + 1), value),
    ]
  return [[...plain(number.label + space), ...part(number.text, value)]]
}

export function placeDate({ place, date }: Form): Line {
  if (!date) return []
  return place ? [...marked(place, 'place'), ...plain(', '), ...marked(date, 'date')] : marked(date, 'date')
}

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
  const oneLine = heading.length > 0 && subject.length > 0 && random.chance(0.05)
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
  const title = (text: string) =>
    capitals
      ? text
      : text.charAt(0) +
        text
          .slice(1)
          .toLocaleLowerCase('vi')
          .replace(/(?<=tỉnh |huyện |xã |phường |phố )\p{L}+(?: \p{L}+)?/gu, (name) =>
            name.replace(/(?:^| )\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi')),
          )
  const type = form.heading ? marked(title(form.heading), 'type') : []
  const of: Line = form.issuer ? [...plain(set('của ')), ...marked(title(form.issuer), 'issuer')] : []
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
