/** What a row shows before any series is known: does a paragraph begin, what stands behind its label, what above. */
import { latin } from '../../latin.ts'
import { BAR, endsIn, upperShare } from '../../text.ts'
import { findCue } from '../cues.ts'
import type { Row } from '../rows.ts'
import { type Label, readLabel } from './labels.ts'
import { begins, endsWithNumberWord, isUnfinished, type Layout } from './paragraphs.ts'
import { WEIGHTS } from './weights.ts'

export interface Observed {
  row: Row
  /** Which row of the body, from 0. */
  index: number
  /** Where the paragraph above begins. */
  headAbove: number
  /** Does the layout begin a paragraph here? */
  begins: boolean
  /** Is the row the rest of the line above? */
  breaksOff: boolean
  /** Set in where the lines of the text are not: no line was broken so. */
  setIn: boolean
  /** A dash before a capital right below such a line. */
  listed: boolean
  /** Does the row below open a text? */
  textBelow: boolean
  /** A row of a table that is drawn with lines: its numbering is the table's. */
  table: boolean
  /** How the row above ends. */
  above: 'start' | 'stop' | 'colon' | 'number-word' | 'word'
  /** Does the row end its sentence or clause? */
  closed: boolean
  /** Most common indent of the text, in characters. */
  margin: number
  /** A clause of a basis, which the Party prints with a dash. */
  base: boolean
}

export function observe(text: string, rows: Row[], layout: Layout): Observed[] {
  let head = 0
  return rows.map((row, index) => {
    const previous = rows[index - 1]
    const beginsHere = !previous || begins(previous, row, { layout, head: rows[head] as Row })
    const headAbove = head
    if (beginsHere) head = index
    const above = previous ? endOf(previous) : 'start'
    return {
      row,
      index,
      headAbove,
      begins: beginsHere,
      breaksOff: previous !== undefined && breaksOff(previous, row, layout),
      setIn: previous !== undefined && isSetIn(previous, row, layout),
      listed: previous !== undefined && row.text[0] === previous.text[0] && isListed(previous) && isListed(row),
      textBelow: OPENS_TEXT.test(rows[index + 1]?.text ?? '') && readLabel(rows[index + 1]?.text ?? '') === null,
      table: isTableRow(text, row),
      above,
      closed: endsIn(row.text, ';.'),
      margin: layout.margin,
      base: above !== 'colon' && findCue(row, 'base') !== null,
    }
  })
}

function endOf({ text }: Row): Observed['above'] {
  if (endsIn(text, ':')) return 'colon'
  if (/[.;!…][”"’')]*\s*$/u.test(text)) return 'stop'
  return endsWithNumberWord(text) ? 'number-word' : 'word'
}

/** Characters of a line that is full where nothing shows a margin. */
const FULL = 60
/** Characters of a width below which the lines tell of no margin. */
const NARROW = 50
/** Share of the width of the text. */
const NEARLY_FULL = 0.85
/** Share of capitals in a heading. */
const CAPITALS = 0.8

/** Characters beyond which no margin broke the lines. */
const UNBROKEN = 140
/** Characters by which a paragraph's first line is set in. */
const INDENT = 3

function breaksOff(previous: Row, row: Row, layout: Layout): boolean {
  if (!isUnfinished(previous.text) || row.blanksAbove > layout.gap || layout.width > UNBROKEN) return false
  if (upperShare(previous.text) > CAPITALS || isTabled(previous) || isSetIn(previous, row, layout)) return false
  const reach = layout.width >= NARROW ? (previous.indent + previous.text.length) / layout.width : 0
  return layout.wrapped ? reach > NEARLY_FULL : previous.text.length > FULL || reach > NEARLY_FULL
}

const isSetIn = (previous: Row, row: Row, { margin, wrapped }: Layout) =>
  row.indent >= margin + INDENT && (wrapped ? row.indent !== previous.indent : row.indent >= previous.indent + INDENT)

/** `- Ông Lê Văn A          Chức vụ: Giám đốc`: columns, no sentence. */
const isTabled = ({ cells }: Row) =>
  cells.length > 1 && cells.length < 5 && cells.slice(1).every(({ text }) => latin(/^[\p{Lu}\d]/u).test(text))

/** Lines to the left of the row and within it. */
function isTableRow(text: string, row: Row): boolean {
  if (!BAR.test(row.text)) return false
  return BAR.test(row.text[0] as string) || BAR.test(text.slice(text.lastIndexOf('\n', row.start - 1) + 1, row.start))
}

const LISTED = latin(/^[-–+•*]\s?\p{Lu}/u)
const isListed = ({ text }: Row) => LISTED.test(text)

const OPENS_TEXT = latin(/^[\p{Lu}“"‘'«(\d[]/u)

/** No text begins so. */
const RUBBLE = latin(/^[^\p{L}\p{N}“"‘'«([…<.]/u)

/** What stands behind a label of so many letters; null where no text begins so. */
export function restBehind({ text }: Row, length: number): Rest | null {
  const rest = text.slice(length)
  return RUBBLE.test(rest) ? null : { empty: rest === '', capital: OPENS_TEXT.test(rest) }
}

interface Rest {
  empty: boolean
  /** A capital, a quotation mark or a bracket. */
  capital: boolean
}

/** What the row itself says for and against a label of a kind; null where it can be none. */
export function weightOf(
  { begins: beginsHere, breaksOff: isRest, setIn, above, listed }: Observed,
  kind: Label['kind'],
  { empty, capital }: Rest,
): number | null {
  const starts = beginsHere && !isRest
  if (!empty && !capital && (!starts || kind === 'article' || kind === 'section')) return null
  let weight = starts ? WEIGHTS.begins : WEIGHTS.runsOn
  if (isRest) weight += WEIGHTS.breaksOff
  if (above === 'stop' || above === 'colon') weight += starts ? 0 : WEIGHTS.afterStop
  if (setIn && !starts) weight += WEIGHTS.setIn
  if (listed && !starts) weight += WEIGHTS.listed
  if (above === 'number-word') weight += WEIGHTS.afterNumberWord
  return weight + (capital || empty ? WEIGHTS.capital : WEIGHTS.small)
}
