/** The two columns of the letterhead: names, titles, number, place and date. */
import type { Random } from '../../random.ts'
import type { Form } from '../form.ts'
import { joined, type Line, lengthOf, marked, part, plain, type Value, wrap } from '../pieces.ts'
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

export const ruleLine = (text: string): Line => marked(text, 'furniture')

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
  const printedDate = form.placeDateAt === 'head' ? placeDate(form) : []
  const date =
    house.head !== 'stream' && lengthOf(printedDate) > 0 && random.chance(0.02)
      ? wrap(printedDate, Math.max(14, lengthOf(printedDate) - 4 - random.below(22)))
      : [printedDate]
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
        joined(date),
      ],
      { random, breaks: random.pick([0.3, 0.5, 0.7, 0.1]) },
    )
  }
  if (titles.length === 0 && !form.issuer) return [...number, ...subject, ...date].filter((line) => lengthOf(line) > 0)
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
  /** Its lines; one, unless a narrow column broke it. */
  date: Line[]
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
  const right = Array.from(
    { length: Math.max(lower.length, at + date.length) },
    (_, row): Line => date[row - Math.max(0, at)] ?? [],
  )
  const blank: Row[] = random.chance(0.2) ? [[[], []]] : []
  const top = beside(names.concat(Array.from({ length: long - names.length }, () => [])), titles)
  return [
    ...top,
    ...(at < 0 ? date.filter((line) => lengthOf(line) > 0).map((line): Row => [[], line]) : []),
    ...ruled,
    ...blank,
    ...beside(lower, at < 0 ? [] : right),
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

export function placeDate({ place, date, separator }: Form): Line {
  if (!date) return []
  return place ? [...marked(place, 'place'), ...plain(separator), ...marked(date, 'date')] : marked(date, 'date')
}
