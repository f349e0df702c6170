/** A form as the text that a reader gives of it. */
import type { Random } from '../../random.ts'
import type { Form } from '../form.ts'
import { joined, type Line, lengthOf, print, type Printed } from '../pieces.ts'
import { around } from './around.ts'
import { footBlock } from './footer.ts'
import { letterhead, sentenceBlock, stampLines, titleBlock } from './header.ts'
import { type House, houseOf } from './house.ts'
import { addresseeBlock, baseBlock, bodyBlock } from './middle.ts'
import { softened } from './small-letters.ts'
import { respelt } from './spelling.ts'

export function layOut(whole: Form, random: Random): Printed {
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
  const lines = [...front, ...stamps.above, ...blocks, ...body, ...gap, ...foot, ...after]
  return respelt(print(oneLine(lines, house, random)), { random, year: form.year })
}

/** A crawler's page: the first base or the addressees on the line of the title. */
function glued(head: Line[], middle: Line[], random: Random): Line[] {
  const last = head[head.length - 1]
  const first = middle[0]
  if (!last || !first || lengthOf(first) === 0 || !random.chance(0.45)) return [...head, ...middle]
  return [...head.slice(0, -1), joined([last, first]), ...middle.slice(1)]
}

/** Now and then the whole document, or most of it, on one line. */
function oneLine(lines: Line[], house: House, random: Random): Line[] {
  if (house.head !== 'stream' || !random.chance(0.12)) return lines
  return [joined(lines)]
}
