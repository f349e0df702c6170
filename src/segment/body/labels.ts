/**
 * Labels of items: how they are printed and what comes after what.
 *
 * ```
 * > | Điều 5. Hiệu lực     > | 1.2. Về kinh phí     > | đ) Rà soát     > | - Sở Y tế
 *     ^^^^^^^                  ^^^^                     ^^                 ^
 * ```
 */
import { perGrammar } from '../../grammar/grammar.ts'
import { pattern, wordsOf } from '../../grammar/wording.ts'
import { latin } from '../../latin.ts'
import { isWordAt, skeleton } from '../../text.ts'

/** Units that a word names, from the outside in. */
const UNITS = ['part', 'chapter', 'section', 'subsection'] as const

export interface Label {
  /** As printed, without its punctuation. */
  label: string
  kind: (typeof UNITS)[number] | 'article' | 'roman' | 'capital' | 'number' | 'decimal' | 'letter' | 'bullet'
  /** Kind and punctuation: two labels of one series share it. */
  style: string
  /** Place in its series, from 1; 0 for bullets. */
  ordinal: number
  /** Length of the label with punctuation and the white space behind it. */
  length: number
  /** For decimals: `[1, 2]` of `1.2`. */
  path: number[]
  /** No punctuation behind it: `Điều 5 Phạm vi`. */
  bare?: boolean
  /** The dash or dot of a bullet as printed. */
  mark?: string
}

const article = perGrammar(() => {
  const word = wordsOf('article')[0] as string
  return { word, folded: skeleton(word) }
})

/** `Điều`, as print or an OCR engine has it; a spoilt word needs the full stop behind its number. */
export function isArticleWord(word: string, mark: string): boolean {
  const folded = skeleton(word)
  const wanted = article().folded
  return (
    folded === wanted || (mark !== '' && [...folded].filter((letter, index) => letter !== wanted[index]).length === 1)
  )
}

/** The alphabet of điểm. */
export const LETTERS = 'abcdđeghiklmnopqrstuvxy'
/** Letters outside the alphabet of điểm that some texts use all the same, at the place of the next one. */
const FOREIGN: Record<string, number> = { f: 7, j: 10, w: 22, z: 23 }
/** Older texts print a dash behind the label: `Điều 1. - `, `I.- `. */
const ROMAN = latin(/^([IVXL]{1,6}|[ivx]{1,5})\s{0,2}([.\-/):–]|\s(?=\p{Lu}))\s*(?:(?<=[.:)/]\s?)[-–]\s*(?=\p{Lu}))?/u)
/** The decrees of the first years print `Điều thứ nhất`, `Điều thứ 1`. */
const ARTICLE = pattern(({ words }) => {
  const lead = words('ordinal-lead')
  const ordinal = `\\d{1,3}[a-zđ]?|[lLI]|[IVXL]+|(?<=(?:${lead})\\s+)(?:${words('ordinal')})`
  const mark = latin('[.:)]|[-–](?=\\s|\\p{Lu})|(?=\\s|$)')
  return new RegExp(
    latin(
      `^([ĐÐDĐ][\\p{L}]{3})\\s+(?:(?:${lead})\\s+)?(${ordinal})\\s*(${mark})\\s*(?:(?<=[.:)]\\s?)[-–]\\s*(?=\\p{Lu}))?`,
    ),
    'u',
  )
})
const UNIT = pattern(({ words }) => {
  const ordinal = `\\d{1,3}|[IVXLA-H]{1,6}|${words('ordinal')}`
  return new RegExp(
    `^(${words(...UNITS)})\\s+(?:(?:${words('ordinal-lead')})\\s+)?(${ordinal})\\s*(?:[.:-]|(?=\\s|$))\\s*`,
    'u',
  )
})
const DECIMAL = /^(\d{1,2}(?:\.\d{1,2}){1,4})\s*([.):]|-(?=\s)|(?=\s|$))\s*/u
const NUMBER = latin(/^(\d{1,3})\s{0,2}([.)/:]|[-–](?=\s|\p{Lu}))\s*(?!\d)(?:(?<=[.)/:]\s?)[-–]\s*(?=\p{Lu}))?/u)
const BRACKETED = /^\(\s?(\d{1,2}|[a-zđ]|[ivx]{1,4})\s?\)\s?\.?\s*/u
/** A letter and a number below it: `a.1)`, `b2.`. */
const LETTERED = latin(/^([a-zđ])\.?(\d{1,2})\s?[.)]\s*(?=\p{Lu})/u)
const LETTER = /^([a-zđð])\s{0,1}([).]|[-–/](?=\s))\s*(?!\d)/u
const CAPITAL = /^([A-HK-Z])\s{0,1}([.)]|[-–](?=\s))\s+/u
const BULLET = /^([-–—+•*▪●○◦⁃·~¬]|o(?=\s))\s*(?=\S)/u

/** Every label that the row's beginning can be, the likeliest first. */
export function readLabels(text: string): Label[] {
  const label = readLabel(text)
  const other = label && asSmallRoman(label)
  return other ? [label, other] : label ? [label] : []
}

/** `Điều 1.** Ban hành`: emphasis that ends with the label. */
const EMPHASISED = /^([^*]{2,16})(\*{1,3})(?=\s)/u

/** The label with which a row begins; null when it begins with none. */
export function readLabel(text: string): Label | null {
  const marks = text.includes('*') ? EMPHASISED.exec(text) : null
  return marks
    ? readPlain(marks[1] + ' '.repeat((marks[2] as string).length) + text.slice(marks[0].length))
    : readPlain(text)
}

function readPlain(text: string): Label | null {
  // a quoted letter's own numbering stands behind its mark
  if (text.startsWith('“')) {
    const inner = text.startsWith('“', 1) ? null : readLabel(text.slice(1))
    return inner && inner.kind !== 'bullet' ? { ...inner, length: inner.length + 1 } : null
  }
  const unit = text.charCodeAt(0)
  if (unit >= 48 && unit <= 57) return readNumber(text)
  // most rows begin with a word of several letters, and few of those are labels
  if (isWordAt(text, 0) && isWordAt(text, 1) && !isDigit(text.charCodeAt(1)))
    return initials().has(unit) ? (readArticle(text) ?? readUnit(text) ?? readRoman(text)) : null
  return (
    readBullet(text) ??
    readBracketed(text) ??
    readRoman(text) ??
    readLettered(text) ??
    readLetter(text) ??
    readCapital(text)
  )
}

const isDigit = (unit: number) => unit >= 48 && unit <= 57

/** With what a label of several letters begins: an article, a unit, a Roman number. */
const initials = perGrammar(
  () => new Set([...'ĐÐDIVXLivx', ...UNITS.flatMap(wordsOf)].map((word) => word.charCodeAt(0))),
)

function readBullet(text: string): Label | null {
  const match = BULLET.exec(text)
  if (!match) return null
  const mark = match[1] as string
  const style = /[-–—~¬]/.test(mark) ? '-' : mark
  const label = mark === '+' ? '+' : '-'
  return { label, kind: 'bullet', style, ordinal: 0, length: match[0].length, path: [], mark }
}

function readArticle(text: string): Label | null {
  const match = ARTICLE().exec(text)
  if (!match || !isArticleWord(match[1] as string, match[3] ?? '')) return null
  const printed = match[2] as string
  const word = wordsOf('ordinal').indexOf(printed) + 1
  const ordinal =
    word || (/^\d/.test(printed) ? Number.parseInt(printed, 10) : /^[lLI]$/.test(printed) ? 1 : roman(printed))
  const lead = wordsOf('ordinal-lead').find((each) => text.slice(5).startsWith(`${each} `))
  const number = ordinal === 1 && !/^\d/.test(printed) && word === 0 ? '1' : printed
  return {
    label: [article().word, lead, number].filter(Boolean).join(' '),
    kind: 'article',
    style: 'article',
    ordinal,
    length: match[0].length,
    path: [],
    bare: !match[3],
  }
}

function readUnit(text: string): Label | null {
  const match = UNIT().exec(text)
  if (!match) return null
  const [whole, word, printed] = match as unknown as [string, string, string]
  const kind = UNITS.find((unit) => wordsOf(unit).includes(word)) as Label['kind']
  const ordinal =
    wordsOf('ordinal').indexOf(printed.toLowerCase()) + 1 ||
    (/^\d/.test(printed) ? Number(printed) : roman(printed) || printed.charCodeAt(0) - 64)
  return { label: whole.replace(/[\s.:-]+$/u, ''), kind, style: kind, ordinal, length: whole.length, path: [] }
}

function readRoman(text: string): Label | null {
  const match = ROMAN.exec(text)
  if (!match) return null
  const [whole, label, behind] = match as unknown as [string, string, string]
  const ordinal = roman(label.toUpperCase())
  const lower = label !== label.toUpperCase()
  // a single small letter is a letter, not a small roman number
  if (ordinal > 0 && !lower && /[.\-/):–\s]/.test(behind))
    return { label, kind: 'roman', style: 'roman', ordinal, length: whole.length, path: [] }
  if (ordinal > 1 && lower && label.length > 1 && behind !== ' ')
    return { label, kind: 'letter', style: 'small-roman', ordinal, length: whole.length, path: [] }
  return null
}

function readLettered(text: string): Label | null {
  const match = LETTERED.exec(text)
  if (!match) return null
  const [whole, letter, number] = match as unknown as [string, string, string]
  return {
    label: whole.replace(/[\s.)]+$/u, ''),
    kind: 'decimal',
    style: 'lettered',
    ordinal: Number(number),
    length: whole.length,
    path: [LETTERS.indexOf(letter) + 1, Number(number)],
  }
}

function readLetter(text: string): Label | null {
  const match = LETTER.exec(text)
  if (!match) return null
  const letter = (match[1] as string).replace('ð', 'đ')
  return {
    label: letter,
    kind: 'letter',
    style: `letter${bracket(match[2])}`,
    ordinal: FOREIGN[letter] ?? LETTERS.indexOf(letter) + 1,
    length: match[0].length,
    path: [],
  }
}

function readCapital(text: string): Label | null {
  const match = CAPITAL.exec(text)
  if (!match) return null
  const label = match[1] as string
  const ordinal = label.charCodeAt(0) - 64
  return { label, kind: 'capital', style: 'capital', ordinal, length: match[0].length, path: [] }
}

function readNumber(text: string): Label | null {
  let match = DECIMAL.exec(text)
  if (match) {
    const path = (match[1] as string).split('.').map(Number)
    return {
      label: match[1] as string,
      kind: 'decimal',
      style: `decimal${path.length}`,
      ordinal: path[path.length - 1] as number,
      length: match[0].length,
      path,
    }
  }
  match = NUMBER.exec(text)
  if (!match) return null
  const ordinal = Number(match[1])
  return {
    label: match[1] as string,
    kind: 'number',
    style: match[2] === ')' ? 'number)' : 'number.',
    ordinal,
    length: match[0].length,
    path: [],
  }
}

function readBracketed(text: string): Label | null {
  const match = BRACKETED.exec(text)
  if (!match) return null
  const inner = match[1] as string
  const digit = /^\d/.test(inner)
  const letter = LETTERS.indexOf(inner) + 1
  const ordinal = digit ? Number(inner) : letter || roman(inner.toUpperCase())
  const style = digit ? '(number)' : letter > 0 ? '(letter)' : '(small-roman)'
  return { label: inner, kind: digit ? 'number' : 'letter', style, ordinal, length: match[0].length, path: [] }
}

/** `i)`, `(v)`: a letter of the alphabet and a small roman number; null where it can be a letter only. */
function asSmallRoman(label: Label): Label | null {
  const ordinal = label.kind === 'letter' && label.label.length === 1 ? roman(label.label.toUpperCase()) : 0
  if (ordinal === 0) return null
  return { ...label, style: label.style === '(letter)' ? '(small-roman)' : 'small-roman', ordinal }
}

const bracket = (mark: string | undefined) => (mark === ')' ? ')' : '.')

const ROMAN_VALUES: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 }

/** 0 when the letters are no roman number. */
export function roman(text: string): number {
  let total = 0
  for (let i = 0; i < text.length; i++) {
    const value = ROMAN_VALUES[text[i] as string] ?? 0
    const next = ROMAN_VALUES[text[i + 1] ?? ''] ?? 0
    total += value < next ? -value : value
  }
  return total > 0 && toRoman(total) === text ? total : 0
}

export function toRoman(value: number): string {
  const parts: [number, string][] = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = value
  let text = ''
  for (const [size, letters] of parts) {
    while (rest >= size) {
      text += letters
      rest -= size
    }
  }
  return text
}
