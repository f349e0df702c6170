/**
 * Number and notation of a header: `Số: 15/CT-UBND` (State, Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3),
 * `Số 15-CT/HU` (Party, Hướng dẫn 36-HD/VPTW).
 *
 * ```
 * > | Số: 193 /UBND-KT          > | Số      - HD/BTCTU
 *         ^^^^^^^^^^^^                     ^^^^^^^^^^
 * ```
 */
import { currentGrammar, perGrammar } from '../grammar/grammar.ts'
import { alternation, pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import type { Grade, Status } from '../schema.ts'
import type { Span } from '../text.ts'
import type { Piece } from './cues.ts'

const LABEL = pattern(({ words }) => {
  const label = `(?:(?:${words('numbered-type')})\\s+)?(?:${words('number', 'number-spoilt')})`
  return new RegExp(latin(`^[^\\p{L}\\p{N}]{0,3}${label}\\s{0,3}[:;.,']?(?=[^\\p{L}]|$|\\p{Lu})`), 'u')
})
/** How the folded text of each match of `LABEL` begins: the pattern of letters is slow, and few pieces begin so. */
const LABEL_SIGN = pattern(
  ({ folded }) => new RegExp(`^[^a-z]{0,3}(?:${folded('number', 'number-spoilt', 'numbered-type')})`),
)
/** Digits, a letter behind them, a series before a point, a month: `15`, `15a`, `66.9`, `18-01/26`. */
const SERIAL = /^\d{1,6}(?:\.\d{1,2}|-\d{2}\/\d{2,4})?[a-zA-ZđĐ]{0,2}$/

export interface DocumentNumber {
  /** Spaces removed, as printed: `15/CT-UBND`, `-CV/HU`. */
  number: string
  serial: string | null
  notation: string | null
  spans: Span[]
  status: Status
  grade: Grade
}

/** Does the piece begin with `Số` and hold (or leave room for) a number? */
export function isNumberCell(piece: Piece): boolean {
  if (piece.folded.charCodeAt(0) > 0x7f && !/^\W/u.test(piece.folded)) return false
  if (!LABEL_SIGN().test(piece.folded)) return false
  const match = LABEL().exec(piece.text)
  if (!match) return false
  const rest = piece.text.slice(match[0].length).trim()
  if (rest === '' || /^[.…_\s/–-]*$/.test(rest)) return true
  return latin(/^.{0,24}[/–-]\s?\p{Lu}/su).test(rest) || /^\d{1,5}\s*$/.test(rest) || /^\d{1,5}\s?[/-]/.test(rest)
}

/** Reads the number of a piece for which `isNumberCell` holds; null when only the label stands there. */
export function readNumber(piece: Piece, offset: number): DocumentNumber | null {
  const label = (LABEL().exec(piece.text) as RegExpExecArray | null)?.[0].length ?? 0
  const body = piece.text.slice(label)
  const parts = partsOf(body)
  if (parts === null) {
    const lone = /^\s*(\d{1,6})\s*$/.exec(body)
    if (!lone) return null
    const at = offset + label + body.indexOf(lone[1] as string)
    return value(lone[1] as string, lone[1] as string, null, [at, at + (lone[1] as string).length])
  }
  const from = parts.serial === '' ? parts.cut : body.indexOf(parts.serial)
  const span: Span = [offset + label + from, offset + label + parts.end]
  const notation = parts.notation.replace(/\s+/g, '')
  const serial = parts.serial.replace(/\s+/g, '')
  const number = `${serial}${parts.separator}${notation}`
  if (serial === '') return { number, serial: null, notation, spans: [span], status: 'blank', grade: 'certain' }
  return value(number, serial, notation, span)
}

interface Parts {
  serial: string
  separator: string
  notation: string
  /** Where the serial ends and where the notation does. */
  cut: number
  end: number
}

/** Serial, separator and notation behind the label; null where no notation stands. */
function partsOf(body: string): Parts | null {
  const blank = BLANK_SERIAL().exec(body)
  const glued = blank ? null : SPOILT_SERIAL().exec(body)
  const initials = blank || glued ? null : INITIALS_BEHIND().exec(body)
  const cut = (blank ?? glued ?? initials)?.[0].length ?? notationStart(body)
  if (cut === null) return null
  // a separator that the line lacks is put before what follows, to end it where every notation ends
  const lacking = blank || glued || initials ? 1 : 0
  const text = trimNotation((lacking ? '/' : '') + body.slice(cut))
  const separator = blank || initials ? '' : (text[0] as string)
  return {
    serial: body.slice(0, cut).replace(/^[\s.…_:]+|[\s.…_]+$/g, ''),
    separator: separator === '–' ? '-' : separator,
    notation: text.slice(1),
    cut,
    end: cut + text.length - lacking,
  }
}

const codes = () =>
  alternation(
    currentGrammar()
      .types.flatMap((type) => Object.values(type.codes).flatMap((each) => each ?? []))
      .filter((code) => code.length > 1),
  )
/** `Số:      NQ/ĐTN`: room for the serial, and no separator before the code. */
const BLANK_SERIAL = perGrammar(() => new RegExp(latin(`^[\\s.…_]*(?=(?:${codes()})\\s?[/–-]\\s?\\p{Lu})`), 'u'))
/** `4đŸTTr-CAT`: a serial that ran into the code of a type. */
const SPOILT_SERIAL = perGrammar(
  () => new RegExp(latin(`^\\s*[^\\s/–-]{1,8}(?<![A-ZĐƯƠ])(?=(?:${codes()})-\\p{Lu}{2})`), 'u'),
)

/**
 * `415 TC-TCT`, `60TC/CĐKT`: a serial, and the initials of offices right behind it, as ministries printed them before 1998.
 * `43ET/CĐ-UBND`, with the code of a type behind the separator, is a serial written by hand.
 */
const INITIALS_BEHIND = perGrammar(
  () =>
    new RegExp(latin(`^[\\s.…_]*\\d{1,6}\\s{0,3}(?=[A-ZĐ]{2,8}\\s?[/–-]\\s?(?!(?:${codes()})\\s?[–-])\\p{Lu})`), 'u'),
)

/** A serial that is no digits was written by hand or spoilt: what was read stays in the evidence, the value has none. */
function value(whole: string, serial: string, notation: string | null, span: Span): DocumentNumber {
  const read = SERIAL.test(serial)
  const number = read || notation === null ? whole : whole.slice(serial.length)
  const sure =
    read &&
    notation !== null &&
    latin(/^(?:\d{4}\/)?[\p{Lu}\p{Ll}\d]{1,12}(?:[/-][\p{L}\d.,&+]{1,20}){0,4}$/u).test(notation)
  return {
    number,
    serial: read ? serial : null,
    notation,
    spans: [span],
    status: 'read',
    grade: !read ? 'doubtful' : sure ? 'certain' : 'likely',
  }
}

/** The separator between serial and notation: the first `/` or `-` with a capital (or a year) behind it. */
function notationStart(body: string): number | null {
  for (let at = 0; at < Math.min(body.length, 40); at++) {
    const char = body[at]
    if (char !== '/' && char !== '-' && char !== '–') continue
    if (latin(/^\s{0,4}(?:\p{Lu}|\d{4}\s?\/)/u).test(body.slice(at + 1, at + 12))) return at
  }
  return null
}

/** A notation is letters, digits, `-`, `/` and stray spaces beside those two; what follows is something else. */
function trimNotation(text: string): string {
  const match = latin(
    /^[/–-]\s{0,4}[\p{L}\d]+(?:\s?[-/–.]\s?(?=[\p{Lu}\d])[\p{L}\d&+]+|,(?=\p{Lu})[\p{L}\d]+|[&+][\p{L}\d]+)*(?:\((?:\p{Lu}[\p{Lu}\d]{0,7}|\p{Ll})\))?/u,
  ).exec(text)
  return match ? match[0] : text.trimEnd()
}
