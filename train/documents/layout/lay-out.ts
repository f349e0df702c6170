/** A form as the text that a reader gives of it. */
import type { Random } from '../../random.ts'
import type { Layout } from '../document.ts'
import type { Form, ReaderKind } from '../form.ts'
import { applyEdits } from '../noise/edits.ts'
import { joined, type Line, lengthOf, type Printed, print } from '../pieces.ts'
import { addresseeBlock } from './addressees.ts'
import { around } from './around.ts'
import { baseBlock, bodyBlock } from './body.ts'
import { footBlock } from './footer.ts'
import { type House, houseOf } from './house.ts'
import { letterhead } from './letterhead.ts'
import { softened } from './small-letters.ts'
import { respelt } from './spelling.ts'
import { sentenceBlock, stampLines, titleBlock } from './title.ts'

export function layOut(whole: Form, random: Random): { printed: Printed; layout: Layout } {
  const form = whole.smallLetters ? softened(whole, random) : { ...whole }
  const house = houseOf(form, random)
  const context = { house, random }
  const { front, after } = around(form, context)
  const title = form.headingSentence ? [] : titleBlock(form, context)
  const stamps = stampLines(form, random)
  const head = form.headingSentence ? sentenceBlock(form, context) : [...letterhead(form, context), ...stamps.below]
  const middle = [...addresseeBlock(form, context), ...baseBlock(form, context)]
  const body = bodyBlock(form, context)
  const blocks = house.head === 'stream' ? glued([...head, ...title], middle, random) : [...head, ...title, ...middle]
  const foot = footBlock(form, context)
  const gap: Line[] = Array.from({ length: house.gap }, () => [])
  const lines = [
    ...front,
    ...stamps.above,
    ...blocks,
    ...ordered([...body, ...gap], foot, { reader: form.reader, random }),
    ...after,
  ]
  const printed = gapped(respelt(print(oneLine(lines, house, random)), { random, year: form.year }), {
    reader: form.reader,
    random,
  })
  return { printed, layout: { reader: form.reader, head: house.head, foot: house.foot } }
}

/** A crawler's page: the first base or the addressees on the line of the title. */
function glued(head: Line[], middle: Line[], random: Random): Line[] {
  const last = head[head.length - 1]
  const first = middle[0]
  if (!last || !first || lengthOf(first) === 0 || !random.chance(0.45)) return [...head, ...middle]
  return [...head.slice(0, -1), joined([last, first]), ...middle.slice(1)]
}

/** Readers that take a page block by block may give the footer before the last lines of the body. */
function ordered(body: Line[], foot: Line[], { reader, random }: { reader: ReaderKind; random: Random }): Line[] {
  if (!/^(?:ocr-blocks|pdf-plain|docx)$/u.test(reader) || body.length < 6 || !random.chance(0.05))
    return [...body, ...foot]
  const at = body.length - 1 - random.below(4)
  return [...body.slice(0, at), [], ...foot, [], ...body.slice(at)]
}

/** Justified lines, whose wider spaces a reader keeps. */
function gapped(page: Printed, { reader, random }: { reader: ReaderKind; random: Random }): Printed {
  if (!/^(?:doc|pdf|typed|docx)$/u.test(reader) || !random.chance(0.08)) return page
  const inner = [...page.text.matchAll(/(?<=[\p{L}\p{N},;.]) (?=[\p{L}\p{N}])/gu)].map((match) => match.index)
  const places = random.some(inner, Math.floor(inner.length * random.pick([0.01, 0.03, 0.1])))
  return applyEdits(
    page,
    places.map((at) => ({ start: at, end: at, text: ' '.repeat(random.pick([1, 1, 1, 2, 3])) })),
  )
}

/** Now and then the whole document, or most of it, on one line. */
function oneLine(lines: Line[], house: House, random: Random): Line[] {
  if (house.head !== 'stream' || !random.chance(0.12)) return lines
  return [joined(lines)]
}
