/** Recipients and signatures, beside one another or one after the other. */
import type { Random } from '../../random.ts'
import type { Form, Signature } from '../form.ts'
import { centred, indented, joined, type Line, lengthOf, marked, part, plain, type Value, wrap } from '../pieces.ts'
import { arranged, beside, type Row, streamed } from './columns.ts'
import type { House } from './house.ts'
import { placeDate } from './letterhead.ts'

interface Context {
  house: House
  random: Random
}

/** `Nơi nhận:` with its entries and the archive entry. */
export function recipientLines(form: Form, { house, random }: Context): Line[] {
  const { recipients } = form
  if (!recipients) return []
  const label = marked(recipients.label, 'recipients-label')
  const width =
    house.foot === 'stream' || !Number.isFinite(house.width) ? (random.chance(0.7) ? 400 : 52) : 36 + random.below(20)
  const all: { text: string; value: Value }[] = recipients.entries.map((text, entry) => ({
    text,
    value: { field: 'recipient', entry },
  }))
  if (recipients.archive) all.push({ text: recipients.archive, value: { field: 'archive', entry: 0 } })
  const plainLast = random.pick(['.', '.', '.', '', ';', './.'])
  const hanging = recipients.dash.trim() === '' ? '' : house.hanging
  const entries = all.map(({ text, value }, at) =>
    wrap(
      [...plain(recipients.dash), ...part(text, value), ...plain(at === all.length - 1 ? plainLast : recipients.end)],
      width,
      hanging,
    ),
  )
  const lines = form.purpose ? bracketed(entries, form.purpose, random) : entries.flat()
  const inline = random.chance(0.02)
  if (random.chance(0.04) && lines[0]) return [joined([label, lines[0]]), ...lines.slice(1)]
  return inline ? [joined([label, joined(entries.flat())])] : [label, ...lines]
}

/** A purpose that a brace or a rule holds over several entries. */
function bracketed(entries: Line[][], { text, over }: { text: string; over: number }, random: Random): Line[] {
  const held = entries.slice(0, over).flat()
  const width = Math.max(...held.map(lengthOf)) + 2
  const brace = random.pick(['}', '|', '', ''])
  const middle = Math.floor((held.length - 1) / 2)
  const purpose = marked(text, 'purpose')
  return [
    ...held.map((line, at) =>
      at === middle
        ? [...line, ...plain(' '.repeat(width - lengthOf(line))), ...plain(brace ? `${brace} ` : ''), ...purpose]
        : brace
          ? [...line, ...plain(' '.repeat(width - lengthOf(line)) + brace)]
          : line,
    ),
    ...entries.slice(over).flat(),
  ]
}

/** One signature from its formula to its name, with the room that is left for the hand. */
function signatureLines(
  signature: Signature,
  entry: number,
  { house, random, width }: Context & { width: number },
): Line[] {
  const at = (field: Value['field']): Value => ({ field, entry })
  const post = signature.position ? wrap(part(signature.position, at('position')), width) : []
  const formulas = signature.authority.flatMap((text) => wrap(part(text, at('authority')), width))
  const onOneLine = formulas.length > 0 && post.length === 1 && random.chance(0.03)
  const above = signature.below ? [] : post
  const lines: Line[] =
    onOneLine && above.length > 0
      ? [...formulas.slice(0, -1), joined([formulas[formulas.length - 1] as Line, ...above])]
      : [...formulas, ...above]
  const room =
    house.foot === 'joined' || house.foot === 'stream' ? random.pick([0, 0, 1, 2]) : random.pick([1, 2, 3, 4, 5])
  const signed = signature.signed ? [part(signature.signed.text, at('signed'))] : []
  const name: Line = signature.name
    ? [...plain(signature.rank ? `${signature.rank} ` : ''), ...part(signature.name, at('name'))]
    : []
  const second = signature.second ? [plain(signature.second.text)] : []
  const block = [
    ...Array.from({ length: signature.signed && random.chance(0.5) ? 0 : room }, (): Line => []),
    ...(signature.signed?.where === 'before' ? signed : []),
    ...(signature.second?.where === 'above-name' ? second : []),
    ...(lengthOf(name) > 0 ? [name] : []),
    ...(signature.signed?.where === 'behind' ? signed : []),
    ...(signature.second?.where === 'below-name' ? second : []),
    ...(signature.below ? post : []),
  ]
  if (signature.signed?.where === 'before' && random.chance(0.15))
    return [...lines, joined([...signed, name]), ...(signature.below ? post : [])]
  return [...lines, ...block]
}

export function footBlock(form: Form, { house, random }: Context): Line[] {
  const left = recipientLines(form, { house, random })
  const date = form.placeDateAt === 'end' ? placeDate(form) : []
  const width = house.foot === 'stream' ? 400 : 26 + random.below(16)
  const signers = form.signatures.map((signature, entry) => signatureLines(signature, entry, { house, random, width }))
  if (form.signersAbreast && signers.length > 1) return abreast(left, signers, { form, house, random, date })
  const right = [
    ...(lengthOf(date) > 0 ? [date] : []),
    ...signers.flatMap((lines, at) => (at === 0 ? lines : [[] as Line, ...lines])),
  ]
  if (house.foot === 'stream') return streamFoot(left, right, random)
  if (left.length === 0)
    return right.map((line) =>
      house.centred && Number.isFinite(house.width) ? indented(line, Math.floor(house.width / 2)) : line,
    )
  const layout = house.foot
  if (layout === 'left-right' && random.chance(0.25)) return [...right, [], ...left]
  const middle = house.centred && random.chance(0.7)
  const shown = middle ? centredBlock(right) : right
  const rows: Row[] = beside(left, random.chance(0.12) ? [[], ...shown] : shown)
  return arranged(rows, { layout, random, middle: false })
}

const centredBlock = (lines: Line[]): Line[] => {
  const width = Math.max(...lines.map(lengthOf))
  return lines.map((line) => centred(line, width))
}

function streamFoot(left: Line[], right: Line[], random: Random): Line[] {
  const signature = streamed(right, { random, breaks: random.pick([0, 0, 0.2, 0.8]) })
  if (left.length === 0) return signature
  const glued = random.chance(0.2)
  if (random.chance(0.2)) return [...signature, ...left]
  if (!glued) return [...left, ...signature]
  return [...left.slice(0, -1), joined([left[left.length - 1] as Line, signature[0] as Line]), ...signature.slice(1)]
}

/** Signatures in columns; the recipients above or below them, or as the left column. */
function abreast(
  left: Line[],
  signers: Line[][],
  { form, house, random, date }: Context & { form: Form; date: Line },
): Line[] {
  const tall = Math.max(...signers.map(({ length }) => length))
  const bottom = signers.map((lines) => levelled(lines, tall))
  const dated = lengthOf(date) > 0 ? [date] : []
  const layout = house.foot === 'stream' ? random.pick(['zigzag', 'left-right', 'joined'] as const) : house.foot
  const asColumn = left.length > 0 && signers.length === 2 && random.chance(0.2)
  const rows = asColumn ? beside(left, ...bottom) : beside(...bottom)
  const block = arranged(rows, { layout, random, middle: house.centred })
  if (asColumn || left.length === 0) return [...dated, ...block]
  return random.chance(0.6) || form.reader === 'pdf'
    ? [...dated, ...block, [], ...left]
    : [...left, [], ...dated, ...block]
}

/** Names on the same row: the room for the hand is where the lines differ. */
function levelled(lines: Line[], tall: number): Line[] {
  const head = lines.findIndex((line) => lengthOf(line) === 0)
  const at = head < 0 ? Math.max(0, lines.length - 1) : head
  return [...lines.slice(0, at), ...Array.from({ length: tall - lines.length }, (): Line => []), ...lines.slice(at)]
}
