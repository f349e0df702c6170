/** XML: elements of xast, printed with a declaration and indented where no text stands between elements. */
import type { Element, ElementContent } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'

export type { Element } from 'xast'
export type Attributes = Record<string, string | number | null | undefined>
export type Content = Element | string | null | undefined | false

/** An element; attributes that are null or undefined are left out, so are children that are nothing. */
export function element(name: string, attributes: Attributes = {}, ...children: Content[]): Element {
  const given = Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) =>
      value === null || value === undefined ? [] : [[key, clean(String(value))]],
    ),
  )
  const content = children.filter((each) => each !== null && each !== undefined && each !== false && each !== '')
  return x(
    name,
    given,
    content.map((each) => (typeof each === 'string' ? clean(each) : each)),
  )
}

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** The document, without a line end at its end. */
export function printXml(root: Element): string {
  return DECLARATION + printElement(root)
}

/** One element alone, `level` levels deep in what stands around it. */
export function printElement(root: Element, level = 0): string {
  return toXml(indented(root, level), { closeEmptyElements: true, tightClose: true })
}

/** Elements of running text, in which every space counts, whatever they hold. */
const RUNNING = new Set(['p', 'heading', 'num', 'signature'])

/** Line ends and spaces between elements; an element with text in it stays as it is, for its spaces count. */
function indented(node: Element, level: number): Element {
  const children = node.children
  if (children.length === 0 || RUNNING.has(node.name) || children.some((child) => child.type === 'text')) return node
  const space = (depth: number) => ({ type: 'text' as const, value: `\n${'  '.repeat(depth)}` })
  const laidOut = children.flatMap((child): ElementContent[] => [
    space(level + 1),
    child.type === 'element' ? indented(child, level + 1) : child,
  ])
  return { ...node, children: [...laidOut, space(level)] }
}

/** Without what XML 1.0 cannot hold. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, ' ')
}
