/** Addressees, bases, and the body in lines. */
import type { Random } from '../../random.ts'
import type { Form, Paragraph } from '../form.ts'
import { centred, indented, joined, type Line, lengthOf, marked, part, plain, type Value, wrap } from '../pieces.ts'
import type { House } from './house.ts'

interface Context {
  house: House
  random: Random
}

/** `Kính gửi:` and its entries, `Đồng kính gửi:` and its own. */
export function addresseeBlock(form: Form, { house, random }: Context): Line[] {
  if (!form.cue) return []
  const style = random.weighted({ dashes: 8, plain: 1.4, line: 1, 'first-on-line': 1, numbered: 0.15 })
  const own = entriesBlock(form.cue, form.addressees, 0, { house, random, style })
  const also = form.also
    ? entriesBlock(form.also.cue, form.also.addressees, form.addressees.length, { house, random, style })
    : []
  const gap: Line[] = Array.from({ length: Math.min(1, house.gap) }, () => [])
  return [...own, ...(also.length > 0 && random.chance(0.5) ? gap : []), ...also, ...gap]
}

type AddresseeStyle = 'dashes' | 'plain' | 'line' | 'first-on-line' | 'numbered'

function entriesBlock(
  cue: string,
  entries: string[],
  from: number,
  { house, random, style }: Context & { style: AddresseeStyle },
): Line[] {
  const cueLine = marked(cue.replace(/\s*:$/u, ''), 'cue')
  const colon = plain(/\s*:$/u.exec(cue)?.[0] ?? '')
  const values = entries.map((text, at): Line => part(text, { field: 'addressee', entry: from + at }))
  const deep = Number.isFinite(house.width) ? random.pick([6, 10, 16, 22, 26]) : random.pick([0, 0, 8])
  const width = Math.max(40, (Number.isFinite(house.width) ? house.width : 400) - deep)
  if (entries.length === 1 || style === 'line') {
    const list = values.flatMap((value, at) => [...(at > 0 ? plain(random.chance(0.7) ? '; ' : ', ') : []), ...value])
    const line = [
      ...cueLine,
      ...colon,
      ...plain(random.chance(0.95) ? ' ' : '  '),
      ...list,
      ...plain(random.pick(['', '', '.', ';'])),
    ]
    if (house.centred && lengthOf(line) < width)
      return [centred(line, house.width === Number.POSITIVE_INFINITY ? 80 : house.width)]
    return wrap(line, width).map((each) => indented(each, deep))
  }
  const dash = style === 'plain' ? '' : random.pick(['- ', '- ', '- ', '-', '+ ', '– '])
  const lines = values.flatMap((value, at) =>
    wrap(
      [
        ...plain(style === 'numbered' ? `${at + 1}. ` : dash),
        ...value,
        ...plain(at === values.length - 1 ? random.pick(['.', '.', '', ';']) : random.pick([';', ';', ';', ',', ''])),
      ],
      width,
      house.hanging,
    ),
  )
  if (style === 'first-on-line')
    return [
      [...cueLine, ...colon, ...plain(' '), ...(lines[0] ?? [])],
      ...lines.slice(1).map((line) => indented(line, 11)),
    ].map((line) => indented(line, Math.min(deep, 8)))
  return [
    indented([...cueLine, ...colon], Math.max(0, deep - 10)),
    ...(random.chance(0.15) ? [[] as Line] : []),
    ...lines.map((line) => indented(line, deep)),
  ]
}

/** Bases, and the order on a line of its own. */
export function baseBlock(form: Form, { house, random }: Context): Line[] {
  const { dash, end, last } = form.baseStyle
  const lines = form.bases.flatMap((text, at) =>
    set([...plain(dash), ...marked(text, 'base', at), ...plain(at === form.bases.length - 1 ? last : end)], 0, {
      house,
      random,
    }),
  )
  if (!form.operative?.alone) return lines
  const order: Line = [...marked(form.operative.text, 'operative'), ...plain(random.pick([':', ':', ':', ' :', '']))]
  const gap: Line[] = Array.from({ length: Math.min(1, house.gap) }, () => [])
  return [
    ...lines,
    ...gap,
    house.centred ? centred(order, Number.isFinite(house.width) ? house.width : 80) : order,
    ...gap,
  ]
}

/** Paragraphs; the clause that introduces the orders stands behind the first sentence or on its own. */
export function bodyBlock(form: Form, { house, random }: Context): Line[] {
  const counts = { text: 0, item: 0 }
  const paragraphs: { line: Line; depth: number }[] = form.body.map(({ kind, text, depth }) => {
    const field = kind === 'item' ? 'item' : 'text'
    return { line: marked(text, field, counts[field]++), depth }
  })
  if (form.operative && !form.operative.alone) insertOperative(paragraphs, form, random)
  const last = paragraphs[paragraphs.length - 1]
  if (last) last.line = ended(last.line, form.fullStop)
  const lines = paragraphs.flatMap(({ line, depth }, at) => [
    ...(house.airy && at > 0 ? [[] as Line] : []),
    ...set(line, depth, { house, random }),
  ])
  return paged(lines, { house, random })
}

function insertOperative(paragraphs: { line: Line; depth: number }[], form: Form, random: Random): void {
  const value: Value = { field: 'operative', entry: 0 }
  const colon = plain(form.operative?.text.endsWith('sau') || random.chance(0.9) ? ':' : '.')
  const clause = [...part((form.operative as { text: string }).text, value), ...colon]
  const first = form.body[0] as Paragraph | undefined
  if (first?.kind !== 'text') paragraphs.unshift({ line: clause, depth: 0 })
  else if (/[,;]$/u.test(first.text) || random.chance(0.25))
    paragraphs[0] = { line: joined([(paragraphs[0] as { line: Line }).line, clause]), depth: 0 }
  else paragraphs.splice(1, 0, { line: clause, depth: 0 })
}

/** The end mark instead of the last full stop. */
function ended(line: Line, mark: string): Line {
  const lastPiece = line[line.length - 1]
  if (!lastPiece || /[:;]$/u.test(lastPiece.text)) return line
  return [...line.slice(0, -1), { ...lastPiece, text: lastPiece.text.replace(/\.$/u, '') }, ...plain(mark)]
}

function set(line: Line, depth: number, { house }: Context): Line[] {
  const first = house.indent + (house.indent > 0 ? depth * 2 : 0)
  return wrap(indented(line, first), house.width)
}

/** A page break somewhere in the middle of longer bodies. */
function paged(lines: Line[], { house, random }: Context): Line[] {
  if (!house.page || lines.length < 12) return lines
  const at = 6 + random.below(lines.length - 8)
  const number = marked(house.page, 'furniture')
  const mark = house.centred ? centred(number, house.width) : number
  return [
    ...lines.slice(0, at),
    ...(random.chance(0.6) ? [[] as Line] : []),
    mark,
    ...(random.chance(0.6) ? [[] as Line] : []),
    ...lines.slice(at),
  ]
}
