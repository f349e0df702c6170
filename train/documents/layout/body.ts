/** Bases and body in lines. */
import type { Random } from '../../random.ts'
import type { Form, Paragraph } from '../form.ts'
import { centred, indented, joined, type Line, marked, part, plain, type Value, wrap } from '../pieces.ts'
import type { House } from './house.ts'

export interface Context {
  house: House
  random: Random
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

export function set(line: Line, depth: number, { house }: Context): Line[] {
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
