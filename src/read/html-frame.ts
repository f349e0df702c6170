/**
 * A document on a site stands in a frame: menus, the path to the page, its title, notices, other news. The document is told from it
 * by where the text is that is no link, and by the words of its form, which never stand outside. A page without menus has no frame.
 */
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import { skeleton } from '../text.ts'
import { attribute, type HtmlElement, type HtmlNode, isElement, isText } from './html-tree.ts'

/** What a part of the page holds. */
interface Measure {
  letters: number
  /** Of them in links. */
  linked: number
  links: number
  /** Its text, where that is short: words of the form are sought in it. */
  text: string | null
  /** Whether it holds words with which a form begins or ends. */
  head: boolean
  foot: boolean
}

/** A longer stretch is no line of a form. */
const LINE = 400
/** Share of what is no link from which a part is the document's. */
const MAIN = 0.6
/** A page with fewer links has no menus. */
const FEW_LINKS = 5
/** A menu is links, and they are short. */
const MENU = { share: 0.8, links: 2, letters: 30 }

const HEAD = pattern(
  ({ cue }) =>
    new RegExp(
      `(?:${['national-title', 'party-title', 'party-title-1951', 'youth-title'].map((id) => folded(cue(id))).join('|')})`,
      'u',
    ),
)
const NUMBER = pattern(
  ({ cue }) => new RegExp(`^\\W*(?:${folded(cue('addressee'))}|so\\s?:|so\\s+\\d{1,5}\\s*[-/])`, 'u'),
)
const FOOT = pattern(({ cue }) => new RegExp(`^\\W*(?:${folded(cue('recipients'))})`, 'u'))

const folded = (words: string) => skeleton(words)

export interface Frame {
  /** The part of the page that is the document's. */
  main: HtmlElement
  /** Whether a part of it is a menu. */
  isMenu(element: HtmlElement): boolean
}

export interface FrameChoices {
  /** What is not read anyway: scripts, what is hidden. */
  isSkipped(element: HtmlElement): boolean
  /** Text as it reads: of pages in an old encoding it is not what stands there. */
  decode(text: string): string
}

export function frameOf(body: HtmlElement, choices: FrameChoices): Frame {
  const measures = new Map<HtmlElement, Measure>()
  const whole = measure(body, choices, measures)
  if (whole.links < FEW_LINKS) return { main: body, isMenu: () => false }
  const of = (element: HtmlElement) => measures.get(element) as Measure
  return {
    main: descend(body, of),
    isMenu: (element) => isLinks(measures.get(element)),
  }
}

function isLinks(part: Measure | undefined): boolean {
  if (!part || part.links < MENU.links || part.head || part.foot) return false
  return part.linked >= MENU.share * part.letters && part.linked < MENU.letters * part.links
}

function descend(body: HtmlElement, of: (element: HtmlElement) => Measure): HtmlElement {
  let main = body
  for (;;) {
    const parts = main.childNodes.filter(isElement).filter((part) => of(part) !== undefined)
    const plain = of(main).letters - of(main).linked
    const form = parts.filter((part) => of(part).head || of(part).foot)
    const part =
      parts.find((each) => of(each).letters - of(each).linked >= MAIN * plain) ??
      (form.length === 1 ? form[0] : undefined)
    if (!part || form.some((other) => other !== part)) return main
    // the words of a head alone may be all of a header: what stands below them would be lost
    if (of(part).letters - of(part).linked < MAIN * plain && !(of(part).head && of(part).foot)) return main
    if (hasOwnText(main)) return main
    main = part
  }
}

const hasOwnText = ({ childNodes }: HtmlElement) =>
  childNodes.some((node) => isText(node) && latin(/\p{L}{2}/u).test(node.value))

function measure(element: HtmlElement, choices: FrameChoices, measures: Map<HtmlElement, Measure>): Measure {
  const whole: Measure = { letters: 0, linked: 0, links: 0, text: '', head: false, foot: false }
  const isLink = element.tagName === 'a' && attribute(element, 'href') !== null
  for (const node of element.childNodes) {
    const part = partOf(node, choices, measures)
    if (!part) continue
    whole.letters += part.letters
    whole.linked += part.linked
    whole.links += part.links
    whole.head ||= part.head
    whole.foot ||= part.foot
    whole.text =
      part.text === null || whole.text === null || whole.text.length + part.text.length > LINE
        ? null
        : whole.text + part.text
  }
  if (isLink) whole.linked = whole.letters
  if (isLink && whole.letters > 0) whole.links++
  if (whole.text) markForm(whole, skeleton(choices.decode(whole.text).replace(/\s+/g, ' ')))
  measures.set(element, whole)
  return whole
}

function markForm(part: Measure, text: string): void {
  part.head ||= HEAD().test(text) || NUMBER().test(text)
  part.foot ||= FOOT().test(text)
}

function partOf(node: HtmlNode, choices: FrameChoices, measures: Map<HtmlElement, Measure>): Measure | null {
  if (isElement(node)) return choices.isSkipped(node) ? null : measure(node, choices, measures)
  if (!isText(node)) return null
  const letters = node.value.replace(latin(/[^\p{L}\p{N}]+/gu), '').length
  return { letters, linked: 0, links: 0, text: node.value.length > LINE ? null : node.value, head: false, foot: false }
}
