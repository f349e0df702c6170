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

const ATTRIBUTE = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

function attributesOf(tag: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  if (!tag.includes('=')) return attributes
  for (const [, name, double, single] of tag.matchAll(ATTRIBUTE))
    attributes[name as string] = decodeEntities(double ?? single ?? '')
  return attributes
}

/** End of the tag that begins at `from`: the first `>` outside quotes. */
function tagEnd(source: string, from: number): number {
  let end = source.indexOf('>', from)
  const quote = source.indexOf('"', from)
  if (end < 0 || quote < 0 || quote > end) return end
  let inside = ''
  for (end = from; end < source.length; end++) {
    const char = source[end] as string
    if (inside) {
      if (char === inside) inside = ''
    } else if (char === '"' || char === "'") inside = char
    else if (char === '>') return end
  }
  return -1
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
