/**
 * What a page image says beyond its text: which words another hand wrote, and what stamps say. A serial or a day by hand
 * is no value unless its digits are clear, and then at best likely; what was read stays in the evidence.
 *
 * ```
 * Số: 2X5/TTr-CAT-PC06   →  number /TTr-CAT-PC06, serial null, doubtful
 * ngày 99 tháng 10 năm 2025   →  date 2025-10, doubtful
 * ```
 */
import { arrivalIn } from '../calendar/arrival.ts'
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import type { Decoded, Mark, Place } from '../read/decoded.ts'
import { type Span, skeleton } from '../text.ts'
import type { Directive, Header, Value } from '../tree.ts'

type Paper = Pick<Decoded, 'text' | 'places' | 'marks'>

/** Puts what the page says into the header of the tree, before it becomes a record. */
export function heedPaper(tree: Directive, paper: Paper): void {
  const header = tree.children.find((node) => node.type === 'header')
  if (!header) return
  heedSerial(header, paper)
  heedDate(header, paper)
  for (const mark of paper.marks ?? []) heedMark(header, mark)
}

function heedSerial(header: Header, { text, places }: Paper): void {
  const { number, notation } = header
  const span = number?.spans[0]
  if (!number || !span || !notation) return
  if (number.status === 'blank') {
    if (handIn(places, span))
      header.number = { ...number, status: 'read', grade: 'doubtful', note: 'the serial is written by hand' }
    return
  }
  const printed = text.slice(...span)
  const separator = printed.search(latin(/[-–/⁄]\s?\p{Lu}/u))
  if (separator <= 0) return
  const hand = handIn(places, [span[0], span[0] + separator])
  if (hand === null) return
  if (hand === 'clear') {
    for (const value of [number, header.serial]) if (value?.grade === 'certain') value.grade = 'likely'
    return
  }
  header.number = {
    ...number,
    value: number.value.slice(number.value.length - notation.value.length - 1),
    grade: 'doubtful',
    note: 'the serial is written by hand',
  }
  delete header.serial
}

const MONTH = pattern(({ folded }) => new RegExp(folded('month')))

function heedDate(header: Header, { text, places }: Paper): void {
  const { date } = header
  const span = date?.spans[0]
  if (!date || !span) return
  const month = MONTH().exec(skeleton(text.slice(...span)))?.index
  if (month === undefined) return
  const day = handIn(places, [span[0], span[0] + month])
  const later = handIn(places, [span[0] + month, span[1]])
  const kept = later === 'unclear' ? 4 : day === 'unclear' ? 7 : date.value.length
  if (kept < date.value.length)
    header.date = { ...date, value: date.value.slice(0, kept), grade: 'doubtful', note: 'written by hand' }
  else if ((day ?? later) && date.grade === 'certain') date.grade = 'likely'
}

/** Whether a stretch of the text has words in another hand than the print: unclear ones, clear ones, or none. */
function handIn(places: readonly Place[], [start, end]: Span): 'clear' | 'unclear' | null {
  let found: 'clear' | null = null
  for (const { span, reading } of places) {
    if (span[0] >= end) break
    if (span[1] <= start || !reading?.hand) continue
    if (reading.hand === 'unclear') return 'unclear'
    found = 'clear'
  }
  return found
}

/** A stamp is read as surely as its words; what the text says already stays. */
function heedMark(header: Header, { kind, name, level, text, page, box, confidence }: Mark): void {
  if (kind === 'arrival') {
    header.arrival ??= {
      value: arrivalIn(text),
      status: 'read',
      grade: 'doubtful',
      spans: [],
      place: { page, box, text },
    }
    return
  }
  const value: Value = {
    value: name ?? text.replace(/\s+/g, ' ').trim(),
    status: name === null ? 'inferred' : 'read',
    grade: name === null || confidence < SURE ? 'doubtful' : 'likely',
    spans: [],
    place: { page, box, text },
    ...(name === null && { note: 'a stamp of unsure level, held as the highest' }),
  }
  if (kind === 'urgency') header.urgency ??= value
  else {
    header.secrecy ??= value
    header.secrecyLevel = higher(header.secrecyLevel, level ?? 'top')
  }
}

/** Word confidence of an engine from which on a stamp is likely, 0 to 100. */
const SURE = 70

const ORDER = ['top', 'secret', 'confidential'] as const

function higher(one: Header['secrecyLevel'], other: (typeof ORDER)[number]): (typeof ORDER)[number] {
  return ORDER.find((level) => level === one || level === other) ?? other
}
