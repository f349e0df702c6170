/**
 * Where on paper a reader finds an item, as offices cite it: an article from the inside out, anything else by its
 * numbers, a bullet by its place in its list.
 *
 * ```
 * Chương II › Điều 5 › 2 › a     khoản 2 Điều 5 with its point before it: `điểm a khoản 2 Điều 5`
 * II › 2 › the third -           `mục II.2, gạch đầu dòng thứ ba`
 * ```
 */
import { wordsOf } from '../grammar/wording.ts'
import { latin } from '../latin.ts'

export interface Step {
  label: string
  /** Place among the bullets of its list that are printed alike, from 1; 0 for what is no bullet. */
  nth: number
}

/** The words for a path of labels from the outermost in; null for the empty one. */
export function placeLabel(path: readonly Step[]): string | null {
  const steps = path.filter(({ label }) => label !== '')
  const named = steps.findLastIndex(({ label }) => isArticle(label))
  const parts = named >= 0 ? inArticle(steps.slice(named)) : inSections(steps)
  return parts.length > 0 ? parts.join(', ') : null
}

/** `đoạn thứ hai`, of what stands before or behind the items. */
export function paragraphLabel(part: 'opening' | 'closing' | 'whole', nth: number): string {
  const paragraph = `${wordFor('label-paragraph')} ${nthWord(nth)}`
  return part === 'whole'
    ? paragraph
    : `${wordFor(part === 'opening' ? 'label-opening' : 'label-closing')}, ${paragraph}`
}

const wordFor = (id: string): string => wordsOf(id)[0] as string

/** `thứ nhất`, `thứ hai`; in digits where no word is listed. */
function nthWord(nth: number): string {
  return wordsOf('label-nth')[nth - 1] ?? `${wordFor('ordinal-lead')} ${nth}`
}

function isArticle(label: string): boolean {
  return label.startsWith(`${wordFor('article')} `)
}

/** A unit that its word names: `Chương II`, `Phần thứ nhất`. */
const isNamed = (label: string): boolean => /\s/.test(label)

function inArticle([article, ...below]: Step[]): string[] {
  const inner = below.filter(({ nth }) => nth === 0)
  const clauses = inner.map(
    ({ label }) => `${wordFor(latin(/^\p{L}/u).test(label) ? 'label-point' : 'label-clause')} ${label}`,
  )
  return [[...clauses.reverse(), article?.label].join(' '), ...bullets(below)]
}

function inSections(steps: Step[]): string[] {
  const outer = steps.filter(({ label }) => isNamed(label)).map(({ label }) => label)
  const numbers = steps.filter(({ label, nth }) => nth === 0 && !isNamed(label)).map(({ label }) => label)
  // `1.2` below `1` says its parent's number itself
  const said = numbers.filter((label, index) => !numbers[index + 1]?.startsWith(`${label}.`)).join('.')
  return [...outer, ...(said === '' ? [] : [`${wordFor('label-section')} ${said}`]), ...bullets(steps)]
}

function bullets(steps: Step[]): string[] {
  return steps
    .filter(({ nth }) => nth > 0)
    .map(({ label, nth }) => `${wordFor(label === '+' ? 'label-plus' : 'label-dash')} ${nthWord(nth)}`)
}
