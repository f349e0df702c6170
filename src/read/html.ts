/** HTML: what a reader of the page sees, tables cell by cell. */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { append } from '../arrays.ts'
import { type Block, Fonts, linesOf } from './blocks.ts'
import type { Decoded } from './decoded.ts'
import { decodeHtml } from './html-charset.ts'
import { type FontRules, fontOf, fontRules } from './html-fonts.ts'
import { Page, type State } from './html-page.ts'
import { formatCounter } from './list-counters.ts'
import type { ReadOptions } from './options.ts'
import { encodingNamed, finishText } from './plain.ts'
import { refusal } from './refusals.ts'

const SKIPPED = new Set([
  'head',
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'canvas',
  'audio',
  'video',
  'select',
  'textarea',
  'button',
  'map',
  'datalist',
])
const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'ul',
])
/** How deep the tags of a page may be: the parsers walk them by recursion. */
const MOST_OPEN = 1500

/** Roles of the menus, tabs and bars around the text of a page. */
const CHROME = /^(?:navigation|menu|menubar|tablist|toolbar|search|dialog|contentinfo|tooltip)$/
/** A page with less text than this outside its menus is read whole. */
const LEAST_TEXT = 200

type Content = Root | Element | ElementContent | RootContent

const COUNTERS: Record<string, string> = { a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' }

function isHidden({ properties }: Element): boolean {
  const style = typeof properties.style === 'string' ? properties.style : ''
  return properties.hidden === true || /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(style)
}

function isChrome({ tagName, properties }: Element, { bare, article }: State): boolean {
  if (!bare) return false
  return tagName === 'nav' || (tagName === 'footer' && !article) || CHROME.test(String(properties.role ?? ''))
}

function stateIn(element: Element, outer: State): State {
  const state = element.tagName === 'article' ? { ...outer, article: true } : outer
  const font = fontOf(element, state.rules)
  const style = typeof element.properties.style === 'string' ? element.properties.style : ''
  const transform = /text-transform\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase()
  const pre = element.tagName === 'pre' || /white-space\s*:\s*pre/i.test(style)
  if (font === null && transform === undefined && !pre) return state
  return {
    ...state,
    font: font ?? state.font,
    capitals: transform === undefined ? state.capitals : transform === 'uppercase',
    pre: pre || state.pre,
  }
}

/** Rows of this table, not of those inside it. */
function rowsOf(element: Element, state: State): Block[][][] {
  const rows: Block[][][] = []
  for (const child of element.children) {
    if (child.type !== 'element' || isHidden(child)) continue
    const inner = stateIn(child, state)
    if (child.tagName === 'tr') {
      const cells = child.children.filter(
        (each): each is Element => each.type === 'element' && /^t[dh]$/.test(each.tagName),
      )
      rows.push(cells.map((cell) => blocksIn(cell.children, stateIn(cell, inner))))
    } else if (child.tagName === 'caption') rows.push([blocksIn(child.children, inner)])
    else append(rows, rowsOf(child, inner))
  }
  return rows
}

function listItem(element: Element, label: string, page: Page, state: State): void {
  page.begin(label)
  for (const child of element.children) walk(child, page, state)
  page.end()
}

function list(element: Element, page: Page, state: State): void {
  page.end()
  const { start, type, reversed } = element.properties
  let count = typeof start === 'number' ? start : 1
  for (const child of element.children) {
    if (child.type !== 'element' || child.tagName !== 'li') {
      walk(child, page, state)
      continue
    }
    if (typeof child.properties.value === 'number') count = child.properties.value
    const format = COUNTERS[typeof type === 'string' ? type : ''] ?? 'decimal'
    listItem(child, element.tagName === 'ol' ? `${formatCounter(count, format)}.` : '-', page, stateIn(child, state))
    count += reversed ? -1 : 1
  }
}

function walk(node: Content, page: Page, outer: State): void {
  if (node.type === 'text') page.text(node.value, outer)
  if (node.type !== 'element' || SKIPPED.has(node.tagName) || isHidden(node) || isChrome(node, outer)) return
  const state = stateIn(node, outer)
  if (node.tagName === 'br') page.lineBreak()
  else if (node.tagName === 'table') page.table({ kind: 'table', rows: rowsOf(node, state) })
  else if (node.tagName === 'ol' || node.tagName === 'ul') list(node, page, state)
  else {
    const isBlock = BLOCKS.has(node.tagName)
    if (isBlock && page.blocks.at(-1)?.kind !== 'paragraph') page.end()
    if (isBlock && !isFreshItem(page)) page.end()
    for (const child of node.children) walk(child, page, state)
    if (isBlock) page.end()
  }
}

/** `<li><p>…`: the paragraph of the item is its first line. */
function isFreshItem(page: Page): boolean {
  const last = page.blocks.at(-1)
  return last?.kind === 'paragraph' && last.label !== null && last.pieces.length === 0
}

function blocksIn(nodes: Content[], state: State): Block[] {
  const page = new Page()
  for (const node of nodes) walk(node, page, state)
  return page.blocks
}

function styleSheets(node: Content, rules: FontRules): FontRules {
  if (node.type === 'element' && node.tagName === 'style')
    for (const child of node.children)
      if (child.type === 'text' || child.type === 'comment') fontRules(child.value, rules)
  if ('children' in node) for (const child of node.children) styleSheets(child as Content, rules)
  return rules
}

/** Rough depth of open tags, in one pass and without recursion; unclosed `<p>` and void tags do not count. */
function openTags(source: string): number {
  let depth = 0
  let most = 0
  for (const [, slash, name] of source.matchAll(/<(\/?)([a-z][a-z0-9]{0,15})\b/gi)) {
    if (/^(?:br|hr|img|input|meta|link|p|li|td|tr|th|col|path|o|v|option)$/i.test(name as string)) continue
    depth = Math.max(0, depth + (slash ? -1 : 1))
    if (depth > most) most = depth
  }
  return most
}

function textOf(tree: Root, rules: FontRules, bare: boolean): string {
  const blocks = blocksIn(tree.children, { bare, article: false, font: null, capitals: false, pre: false, rules })
  return linesOf(blocks, new Fonts(blocks))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/**
 * @throws {ReadError} `too-deep` for tags nested beyond reason, `encoding-unknown`.
 */
export function readHtml(bytes: Uint8Array, options: ReadOptions): Decoded {
  const asked = options.encoding === undefined ? null : encodingNamed(options.encoding)
  const { source, encoding, force } = decodeHtml(bytes, asked)
  if (openTags(source) > MOST_OPEN) throw refusal('too-deep', { limit: String(MOST_OPEN) }, options.language)
  const tree = unified().use(rehypeParse).parse(source) as Root
  const rules = styleSheets(tree, new Map())
  const bare = textOf(tree, rules, true)
  const lines = bare.length < LEAST_TEXT ? textOf(tree, rules, false) : bare
  const finished = finishText(lines, { language: options.language, ...(force && { force }) })
  return {
    text: finished.text,
    format: 'html',
    encoding: force ?? finished.encoding ?? encoding,
    pages: null,
    ocr: null,
    places: [],
    diagnostics: finished.diagnostics,
  }
}
