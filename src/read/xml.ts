/**
 * The XML of word processors: elements, attributes, text, the five entities and character references. No document
 * type is accepted, so no entity can be declared and none can grow.
 */
import type { Language } from '../rules.ts'
import { refusal } from './refusals.ts'

export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: (XmlElement | string)[]
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (name[0] !== '#') return ENTITIES[name] ?? whole
    const point = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })
}

/** What stands in quotes reaches over `>`; anything else ends at it. Each unit is looked at once, whatever follows. */
function tagEnd(source: string, from: number): number {
  let quote = 0
  for (let at = from; at < source.length; at++) {
    const unit = source.charCodeAt(at)
    if (quote !== 0) {
      if (unit === quote) quote = 0
    } else if (unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE) quote = unit
    else if (unit === GREATER) return at
  }
  return -1
}

const DOUBLE_QUOTE = 0x22
const SINGLE_QUOTE = 0x27
const GREATER = 0x3e

/** `name="value"` and `name='value'` of a tag. */
function attributesOf(tag: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  let from = 0
  for (let equals = tag.indexOf('='); equals >= 0; equals = tag.indexOf('=', from)) {
    const name = tag
      .slice(from, equals)
      .trimEnd()
      .split(/[\s/]+/)
      .at(-1) as string
    const open = equals + 1 + tag.slice(equals + 1).search(/\S|$/)
    const quote = tag[open]
    const close = quote === '"' || quote === "'" ? tag.indexOf(quote, open + 1) : -1
    from = close < 0 ? equals + 1 : close + 1
    if (close >= 0 && name !== '') attributes[name] = decodeEntities(tag.slice(open + 1, close))
  }
  return attributes
}

/** Where a comment, a CDATA section or a processing instruction that begins at `from` ends; -1 if nowhere. */
function markupEnd(source: string, from: number): number {
  const [open, close] = source.startsWith('<!--', from) ? [4, '-->'] : source[from + 1] === '?' ? [2, '?>'] : [9, ']]>']
  const end = source.indexOf(close, from + open)
  return end < 0 ? -1 : end + close.length
}

/**
 * The root element of a document.
 * @throws {ReadError} `has-doctype`, `too-deep`, or `truncated` where tags do not close.
 */
export function parseXml(source: string, options: { nesting: number; language: Language }): XmlElement {
  const { nesting, language } = options
  const broken = (reason: string) => refusal('truncated', { reason: `XML: ${reason}` }, language)
  const top: XmlElement = { name: '', attributes: {}, children: [] }
  const stack = [top]
  let at = 0
  while (at < source.length) {
    const open = source.indexOf('<', at)
    const inner = stack.at(-1) as XmlElement
    const text = source.slice(at, open < 0 ? source.length : open)
    if (text && stack.length > 1) inner.children.push(decodeEntities(text))
    if (open < 0) break
    if (source[open + 1] === '!' || source[open + 1] === '?') {
      if (/^<!DOCTYPE/i.test(source.slice(open, open + 9))) throw refusal('has-doctype', {}, language)
      const end = markupEnd(source, open)
      if (end < 0) throw broken('<!')
      if (source.startsWith('<![CDATA[', open)) inner.children.push(source.slice(open + 9, end - 3))
      at = end
      continue
    }
    const end = tagEnd(source, open)
    if (end < 0) throw broken('<')
    at = end + 1
    if (source[open + 1] === '/') {
      const name = source.slice(open + 2, end).trim()
      if (stack.length === 1 || inner.name !== name) throw broken(`</${name.slice(0, 40)}>`)
      stack.pop()
      continue
    }
    const empty = source[end - 1] === '/'
    const tag = source.slice(open + 1, empty ? end - 1 : end)
    const space = tag.search(/\s/)
    const element: XmlElement = {
      name: space < 0 ? tag : tag.slice(0, space),
      attributes: attributesOf(tag),
      children: [],
    }
    inner.children.push(element)
    if (empty) continue
    stack.push(element)
    if (stack.length > nesting) throw refusal('too-deep', { limit: String(nesting) }, language)
  }
  const root = top.children.find((child): child is XmlElement => typeof child !== 'string')
  if (stack.length > 1 || !root) throw broken(stack.at(-1)?.name ?? '')
  return root
}

/** The element's child elements, or those of one name. */
export function elements(element: XmlElement | undefined, name?: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  )
}

/** The first child element of that name, then of the next name inside it, and so on. */
export function child(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let found = element
  for (const name of path)
    found = found?.children.find((each): each is XmlElement => typeof each !== 'string' && each.name === name)
  return found
}
