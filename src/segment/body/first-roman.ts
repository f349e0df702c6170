/**
 * The `I.` at the head of a body that an OCR engine read as something else; the `II.` behind it gives it away.
 *
 * ```
 * > | IL. MỤC ĐÍCH, YÊU CẦU       > | 1. Thời gian
 *     ^^ I                            ^ I
 * > | II. NỘI DUNG                > | II. Địa điểm
 * ```
 */
import { currentGrammar } from '../../grammar/grammar.ts'
import { pattern } from '../../grammar/wording.ts'
import { type Label, readLabel } from './labels.ts'
import type { Row } from '../rows.ts'

const FIRST = pattern(({ words }) => new RegExp(`^(${words('roman-one')})\\s?(?:[.,]|[-–](?=\\s?\\p{Lu}))\\s*(?=[\\p{Lu}“"])`, 'u'))
const SECOND = /^(\S{1,3}?)\s?(?:[.,]|[-–](?=\s?\p{Lu}))\s*(?=[\p{Lu}“"])/u

/** The row with the first label of the body where it is a spoilt `I.`, and that label; null where it is not. */
export function firstRoman(rows: Row[]): { row: Row; label: Label } | null {
  const at = rows.findIndex(({ text }) => FIRST().test(text) || isLabelled(text))
  const match = at < 0 ? null : FIRST().exec((rows[at] as Row).text)
  if (!match) return null
  const second = rows.findIndex((row, index) => index > at && isSecond(row))
  if (second < 0) return null
  const between = rows.slice(at + 1, second).map(({ text }) => readLabel(text))
  if (between.some((label) => label?.kind === 'roman' && label.ordinal === 1)) return null
  // `1.` is what it says where `2.` goes on with it
  const number = between.find((label) => label?.kind === 'number')
  if (match[1] === '1' && number && number.ordinal !== 1) return null
  return { row: rows[at] as Row, label: { label: 'I', kind: 'roman', style: 'roman', ordinal: 1, length: match[0].length, path: [] } }
}

function isLabelled(text: string): boolean {
  const label = readLabel(text)
  return label !== null && label.kind !== 'bullet'
}

function isSecond({ text }: Row): boolean {
  const printed = SECOND.exec(text)?.[1]
  if (printed === undefined || /^\d/.test(printed)) return false
  return printed === 'II' || (currentGrammar().confusions.find(({ id }) => id === printed)?.readings.includes('II') ?? false)
}
