/**
 * Labels that an OCR engine spoilt, known by the series that expects them: `Š.` where `5.` would go on, `HI.` for
 * `III.`, `23)` between `1)` and `3)`.
 *
 * ```
 * > | IL. MỤC ĐÍCH, YÊU CẦU       > | 2. Phân công
 *     ^^ I                            %1. Trạm Thú y
 * > | II. NỘI DUNG                    ^^ 2.1
 * ```
 */
import { append } from '../../arrays.ts'
import { currentGrammar, perGrammar } from '../../grammar/grammar.ts'
import { wordsOf } from '../../grammar/wording.ts'
import { latin } from '../../latin.ts'
import { isArticleWord, type Label, LETTERS, roman, toRoman } from './labels.ts'
import type { Open } from './open-series.ts'
import type { Row } from '../rows.ts'
import { WEIGHTS } from './weights.ts'

const SHAPE = latin(/^(\S{1,4}?)\s?([.),/\]}]|[-–](?=\s?\p{Lu}))\s*(?=[\p{Lu}“"])/u)
/** A sign that stands for letter and bracket together: `© Thiết bị`. */
const SIGN = latin(/^([^\p{L}\p{N}\s\-–—+•*~“"(]{1,2})\s+(?=\p{Lu})/u)
/** A bracket of which nothing inside was read: `() Đối với`. */
const EMPTY = latin(/^(\(\s?[^\p{L}\p{N}\s]{0,2}\s?\))\s*(?=\p{Lu})/u)
const ARTICLE = latin(/^([ĐÐD]\p{L}{3})\s+(\S{1,3}?)\s?([.:])\s*(?=[\p{Lu}“"]|$)/u)
/** `ITHỜI GIAN`: no word begins with an I and another consonant. */
const GLUED = latin(/^(I)(?=[BCDĐGHKLQRSTVX][\p{Lu}]+\s\p{Lu}{2})/u)
/** Two letters begin a word or a short form: `TS.`, `BS.` */
const WORD = latin(/\p{L}{2}/u)

type Wanted = Pick<Label, 'label' | 'kind' | 'style' | 'ordinal' | 'path'>

const confusions = perGrammar(() => {
  const readings = new Map(currentGrammar().confusions.map((entry) => [entry.id, [...entry.readings]]))
  for (const word of wordsOf('roman-one')) readings.set(word, [...(readings.get(word) ?? []), 'I'])
  return readings
})

/** What stands at the beginning of a row where a label may have been spoilt; null where nothing looks like one. */
export function spoiltPrint({ text }: Row): SpoiltPrint | null {
  const match = SHAPE.exec(text) ?? SIGN.exec(text) ?? EMPTY.exec(text) ?? GLUED.exec(text)
  if (match) return printOf(match[0], match[1] as string, { mark: match[2], isArticle: false })
  const article = ARTICLE.exec(text)
  return article && isArticleWord(article[1] as string, article[3] as string)
    ? printOf(article[0], article[2] as string, { mark: article[3], isArticle: true })
    : null
}

interface SpoiltPrint {
  whole: string
  printed: string
  /** Whether a bracket closes it; undefined where its mark tells nothing. */
  closed: boolean | undefined
  isArticle: boolean
  /** Known confusions of the print. */
  readings: readonly string[]
  /** The print is a label or a word as it stands. */
  isLabel: boolean
  isWord: boolean
  /** The first label of a list that it may have been, wherever it stands. */
  firsts: readonly [Label, number][]
}

function printOf(
  whole: string,
  printed: string,
  { mark, isArticle }: { mark: string | undefined; isArticle: boolean },
): SpoiltPrint {
  const print: Omit<SpoiltPrint, 'firsts'> = {
    whole,
    printed,
    isArticle,
    closed: mark === undefined || mark === ',' ? undefined : /[)\]}]/u.test(mark),
    readings: confusions().get(printed) ?? [],
    isLabel: isLabel(printed),
    isWord: WORD.test(printed),
  }
  return { ...print, firsts: isArticle ? [] : FIRSTS.flatMap((first) => asWanted(print, first, WEIGHTS.spoiltFirst)) }
}

/** The print as the wanted label, with what that costs; nothing where it says nothing of the kind. */
function asWanted(print: Omit<SpoiltPrint, 'firsts'>, wanted: Wanted, first = 0): [Label, number][] {
  const weight = likeness(print, wanted.label, first === 0)
  if (weight === null) return []
  const isLike = print.closed === undefined || wanted.style.endsWith(')') === print.closed
  const { label, kind, style, ordinal, path } = wanted
  const { length } = print.whole
  return [[{ label, kind, style, ordinal, length, path }, weight + (isLike ? 0 : WEIGHTS.otherStyle) + first]]
}

/**
 * What the beginning of a row may have been before it was spoilt where a series is open, each as `tell` has it of the
 * label and of what that costs. Series share the ones around them, and each is asked once.
 */
export function spoiltLabels<T>(
  print: SpoiltPrint,
  tell: (label: Label, weight: number) => T[],
): (open: Open | null) => T[] {
  const { isArticle } = print
  const told = (labels: readonly [Label, number][]) => labels.flatMap(([label, weight]) => tell(label, weight))
  const firsts = told(print.firsts)
  const known = new Map<Open, T[]>()
  const at = (level: Open): T[] => {
    const found = known.get(level) ?? told(isArticle ? nextArticle(print, level.label) : nextLabels(print, level.label))
    known.set(level, found)
    return found
  }
  return (open) => {
    const found: T[] = []
    for (let level = open; level; level = level.outer) {
      if (isArticle && level.label.kind !== 'article') continue
      append(found, at(level))
      if (isArticle) break
    }
    append(found, firsts)
    return found
  }
}

/** As the next of the series, and as the first below it. */
function nextLabels(print: SpoiltPrint, label: Label): [Label, number][] {
  const first = firstBelow(label)
  return [...expected(label), ...(first ? [first] : [])].flatMap((wanted) => asWanted(print, wanted))
}

/** `Điều S. Hiệu lực` behind `Điều 4`. */
function nextArticle(print: SpoiltPrint, before: Label): [Label, number][] {
  const ordinal = before.ordinal + 1
  const weight = likeness(print, String(ordinal), true)
  if (weight === null) return []
  return [[{ ...before, label: `${wordsOf('article')[0]} ${ordinal}`, ordinal, length: print.whole.length }, weight]]
}

const FIRSTS: Wanted[] = [
  { label: 'I', kind: 'roman', style: 'roman', ordinal: 1, path: [] },
  { label: '1', kind: 'number', style: 'number.', ordinal: 1, path: [] },
  { label: '1', kind: 'number', style: '(number)', ordinal: 1, path: [] },
  { label: 'a', kind: 'letter', style: 'letter)', ordinal: 1, path: [] },
]

/** The next label of a series; none for bullets and units. */
function expected({ kind, style, ordinal, path }: Label): Wanted[] {
  const next = ordinal + 1
  const as = (label: string | undefined, inner: number[] = []): Wanted[] =>
    label === undefined ? [] : [{ label, kind, style, ordinal: next, path: inner }]
  if (kind === 'number') return as(String(next))
  if (kind === 'roman') return as(toRoman(next))
  if (kind === 'letter')
    return as(style.endsWith('roman)') || style === 'small-roman' ? toRoman(next).toLowerCase() : LETTERS[ordinal])
  if (kind !== 'decimal' || style === 'lettered') return []
  const inner = [...path.slice(0, -1), next]
  return as(inner.join('.'), inner)
}

/** `2.1` below `2`. */
function firstBelow({ kind, ordinal, path }: Label): Wanted | null {
  if (kind !== 'number' && kind !== 'decimal') return null
  const inner = [...(path.length > 0 ? path : [ordinal]), 1]
  return { label: inner.join('.'), kind: 'decimal', style: `decimal${inner.length}`, ordinal: 1, path: inner }
}

/** How likely the print was the wanted label; null where it says nothing of the kind. */
function likeness(
  print: Pick<SpoiltPrint, 'printed' | 'readings' | 'isLabel' | 'isWord'>,
  wanted: string,
  guess: boolean,
): number | null {
  const { printed } = print
  if (printed === wanted) return WEIGHTS.confused
  if (print.readings.includes(wanted)) return print.isLabel ? WEIGHTS.misread : WEIGHTS.confused
  if (printed.startsWith('(')) return wanted === '1' ? WEIGHTS.resembles : null
  if (isSignwise(printed, wanted)) return WEIGHTS.confused
  if (print.isWord) return null
  if (!guess) return null
  const shares = [...printed].some((sign) => sign !== '.' && wanted.includes(sign))
  if (shares && Math.abs(printed.length - wanted.length) <= 1 && printed.length > 1) return WEIGHTS.resembles
  return printed.length <= 2 ? WEIGHTS.unreadable : null
}

const isLabel = (printed: string) => /^\d+$/u.test(printed) || LETTERS.includes(printed) || roman(printed) > 0

/** `1O` for `10`, `IlI` for `III`: every sign is the wanted one or a known confusion of it. */
function isSignwise(printed: string, wanted: string): boolean {
  return (
    printed.length > 1 &&
    printed.length === wanted.length &&
    /^(?:\d+|[IVX]+)$/u.test(wanted) &&
    [...printed].every(
      (sign, at) =>
        sign === wanted[at] ||
        confusions()
          .get(sign)
          ?.includes(wanted[at] as string),
    )
  )
}
