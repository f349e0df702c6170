/**
 * The only file that knows Unicode.
 *
 * Every offset in this project counts UTF-16 code units of the *decoded text*: what {@link decodedForm} makes of a
 * source. Folding never changes a length, so an offset found in a folded text is an offset in the text itself.
 */
import { latin } from './latin.ts'

/** A half-open range `[start, end)` of UTF-16 code units in the decoded text. */
export type Span = [number, number]

/** A bar between the cells of a table, typed or drawn. */
export const BAR = /[|│┃║]/u

/** Zero-width characters and the byte order mark: they carry nothing and hide equal words from each other. */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g

/** Digits of all scripts, and the wide forms of ASCII that some keyboards write. */
const WIDE = /[\uff01-\uff5e]|(?![0-9])\p{Nd}/gu
const IS_DIGIT = /\p{Nd}/u
/** Signs of the blocks in which those stand; Latin letters and the signs of print are not among them. */
const MAY_BE_WIDE = /[\u0660-\u1dff\u2070-\uffff]/

/** The sign in ASCII. Digits of a script follow each other from a place that ends in 0 or in 6; those of mathematics from another. */
function narrow(sign: string): string {
  const point = sign.codePointAt(0) as number
  if (point >= 0xff01 && point <= 0xff5e) return String.fromCharCode(point - 0xfee0)
  if (point >= 0x1d7ce && point <= 0x1d7ff) return String((point - 0x1d7ce) % 10)
  const place = point & 0xf
  const isFromZero = place < 10 && IS_DIGIT.test(String.fromCodePoint(point - place))
  return String(isFromZero ? place : place - 6)
}

/**
 * The form in which a text is read and into which every span points: NFC, `\n` line ends, no byte order mark.
 * A source in NFD, with CRLF or with a BOM gives the same text, hence the same record; digits of any script are 0 to 9.
 */
export function decodedForm(text: string): string {
  const plain = text.replace(INVISIBLE, '').replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
  return (MAY_BE_WIDE.test(plain) ? plain.replace(WIDE, narrow) : plain).normalize('NFC')
}

/** Maps a code unit to its lower-case letter without any mark: `Ệ` → `e`, `Đ` → `d`. Built once, 128 KiB. */
const SKELETON = buildSkeleton()

function buildSkeleton(): Uint16Array {
  const table = new Uint16Array(0x10000)
  for (let unit = 0; unit < table.length; unit++) table[unit] = unit
  const fill = (from: number, to: number) => {
    for (let unit = from; unit <= to; unit++) {
      const lower = String.fromCharCode(unit).toLowerCase()
      const base = lower.normalize('NFD')
      table[unit] = base.charCodeAt(0)
    }
  }
  fill(0x41, 0x5a)
  fill(0xc0, 0x24f)
  fill(0x1e00, 0x1eff)
  for (const letter of 'ĐđÐð') table[letter.charCodeAt(0)] = 'd'.charCodeAt(0)
  // what fonts of PDF name `ư` wrongly: `Lƣu`
  for (const letter of 'Ƣƣ') table[letter.charCodeAt(0)] = 'u'.charCodeAt(0)
  for (const hyphen of '‐‑‒–—−') table[hyphen.charCodeAt(0)] = '-'.charCodeAt(0)
  table['⁄'.charCodeAt(0)] = '/'.charCodeAt(0)
  for (const quote of '“”„«»') table[quote.charCodeAt(0)] = '"'.charCodeAt(0)
  for (const quote of '‘’ʼ´`') table[quote.charCodeAt(0)] = "'".charCodeAt(0)
  table[0xa0] = table[0x2007] = table[0x202f] = ' '.charCodeAt(0)
  return table
}

/** A code unit folded: `Ệ` → `e`, `Đ` → `d`. */
export const foldedUnit = (unit: number): number => SKELETON[unit] as number

const ascii = new TextDecoder('utf-8')
const utf16 = new TextDecoder('utf-16le')

/** A text of this length or more is a whole document, and the last one is remembered: each stage folds it. */
const DOCUMENT = 1000
/** Shorter texts are put together from their units: a decoder costs more than it saves. */
const WORD = 40
let document = { text: '', folded: '' }

/**
 * The text in lower case without tone and vowel marks, hyphens and quotes made plain, of the same length:
 * `Kính gửi` → `kinh gui`. For matching only; what is reported is sliced from the text itself.
 */
export function skeleton(text: string): string {
  if (text.length < DOCUMENT) return fold(text)
  if (text !== document.text) document = { text, folded: fold(text) }
  return document.folded
}

function fold(text: string): string {
  const units = new Uint16Array(text.length)
  let all = 0
  for (let i = 0; i < text.length; i++) {
    const unit = SKELETON[text.charCodeAt(i)] as number
    units[i] = unit
    all |= unit
  }
  return text.length < WORD ? String.fromCharCode.apply(null, units as unknown as number[]) : decode(units, all)
}

/** One byte a letter where that is enough: such a string is searched faster. */
function decode(units: Uint16Array, all: number): string {
  return all < 0x80 ? ascii.decode(Uint8Array.from(units)) : utf16.decode(units)
}

/** Whether the code unit at `index` is a letter or a digit; false outside the text. */
export function isWordAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  if (Number.isNaN(unit)) return false
  if (unit < 0x80) return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)
  return isWord(unit)
}

/** Whether a code unit is in the class, looked up once a unit: a pattern of Unicode's classes is slow to ask. */
export function unitClass(pattern: RegExp): (unit: number) => boolean {
  const known = new Uint8Array(0x10000)
  const learn = (unit: number) => {
    known[unit] = pattern.test(String.fromCharCode(unit)) ? 2 : 1
    return known[unit] === 2
  }
  return (unit) => (known[unit] === 0 ? learn(unit) : known[unit] === 2)
}

const isWord = unitClass(/[\p{L}\p{M}\p{N}]/u)
const isLetter = unitClass(/\p{L}/u)
const isCapital = unitClass(/\p{Lu}/u)
const isSpace = unitClass(/\s/)

/** Whether white space stands at `index`. */
export function isSpaceAt(text: string, index: number): boolean {
  return index < text.length && isSpace(text.charCodeAt(index))
}

/** Whether a letter (`\p{L}`) stands at `index`. */
export function isLetterAt(text: string, index: number): boolean {
  return index < text.length && isLetter(text.charCodeAt(index))
}

/** Whether so many capitals (`\p{Lu}`) stand in a row at `index`. */
export function isCapitalAt(text: string, index: number, count = 1): boolean {
  for (let at = index; at < index + count; at++) if (!(at < text.length && isCapital(text.charCodeAt(at)))) return false
  return true
}

/** Whether so many capitals stand in a row anywhere. */
export function hasCapitals(text: string, count: number): boolean {
  let run = 0
  for (let at = 0; at < text.length; at++) {
    run = isCapital(text.charCodeAt(at)) ? run + 1 : 0
    if (run === count) return true
  }
  return false
}

/** The match of a sticky pattern at `index`, or null. */
export function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(text)
}

/** Whether `[start, end)` begins and ends at word edges. Use instead of `\b`, which does not know Vietnamese letters. */
export function hasWordEdges(text: string, start: number, end: number): boolean {
  return !(isWordAt(text, start - 1) && isWordAt(text, start)) && !(isWordAt(text, end - 1) && isWordAt(text, end))
}

/** Runs of white space, line breaks too, as one space; ends trimmed. */
export function joinSpaces(text: string): string {
  return (hasRuns(text) ? text.replace(/\s+/g, ' ') : text).trim()
}

/** Whether white space stands there that is more than one plain space. */
function hasRuns(text: string): boolean {
  let space = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (!isSpace(unit)) space = false
    else if (space || unit !== 0x20) return true
    else space = true
  }
  return false
}

/** Whether the text, white space at its end left out, ends in one of these signs. */
export function endsIn(text: string, signs: string): boolean {
  const trimmed = text.trimEnd()
  return trimmed !== '' && signs.includes(trimmed[trimmed.length - 1] as string)
}

/** `(2*b*)`: a mark inside a word parts nothing. */
const WITHIN_WORD = latin(/(?<=[\p{L}\p{N}])\*(?=[\p{L}\p{N})])/gu)

/** Inline Markdown marks that texts of any format carry (`**`, `*`, `_`, `|`), taken off. */
export function stripMarks(text: string): string {
  const plain = text.includes('*') || text.includes('|') ? text.replace(WITHIN_WORD, '').replace(/\*+|\|/g, ' ') : text
  return !plain.includes('_') ? plain : plain.replace(/(^|\s)_+|_+(?=\s|$)/g, '$1')
}

/** What a code unit is: 0 not looked at yet, 1 no letter with two cases, 2 a small letter, 3 a capital. */
const CASES = new Uint8Array(0x10000)

function caseOf(unit: number): number {
  const letter = String.fromCharCode(unit)
  const [low, up] = [letter.toLowerCase(), letter.toUpperCase()]
  const found = low === up ? 1 : letter === up ? 3 : 2
  CASES[unit] = found
  return found
}

/** Share of letters that are upper case, 0 to 1; 0 where there is no letter. */
export function upperShare(text: string): number {
  let upper = 0
  let letters = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const found = CASES[unit] || caseOf(unit)
    if (found === 1) continue
    letters++
    if (found === 3) upper++
  }
  return letters === 0 ? 0 : upper / letters
}
