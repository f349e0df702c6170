/** HTML: what a reader of the page sees, tables cell by cell. */
import { append } from '../arrays.ts'
import { type Block, Fonts, linesOf } from './blocks.ts'
import { diagnose } from '../rules.ts'
import type { Decoded } from './decoded.ts'
import { decodeHtml } from './html-charset.ts'
import { type FontRules, fontOf, fontRules } from './html-fonts.ts'
import { frameOf } from './html-frame.ts'
import { Page, type State } from './html-page.ts'
import { attribute, type HtmlElement, type HtmlNode, isElement, isText, parseHtml } from './html-tree.ts'
import { formatCounter } from './list-counters.ts'
import type { ReadOptions } from './options.ts'
import { encodingNamed, finishText } from './plain.ts'

const SKIPPED = new Set([
  'head',
  // brackets for programs that know no ruby; these come from here
  'rp',
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
  'tbody',
  'td',
  'th',
  'tr',
  'ul',
])
/** Roles of the menus, tabs and bars around the text of a page. */
const CHROME = /^(?:navigation|menu|menubar|tablist|toolbar|search|dialog|contentinfo|tooltip)$/
/** A page with less text than this outside its menus is read whole. */
const LEAST_TEXT = 200

const COUNTERS: Record<string, string> = { a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' }

function isHidden(element: HtmlElement): boolean {
  const style = attribute(element, 'style') ?? ''
  return (
    attribute(element, 'hidden') !== null ||
    /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(style)
  )
}

const isSkipped = (element: HtmlElement) => SKIPPED.has(element.tagName) || isHidden(element)

function isChrome(element: HtmlElement, { bare, article, isMenu }: State): boolean {
  if (!bare) return false
  if (element.tagName === 'nav' || (element.tagName === 'footer' && !article)) return true
  return CHROME.test(attribute(element, 'role') ?? '') || (BLOCKS.has(element.tagName) && isMenu(element))
}

function stateIn(element: HtmlElement, outer: State): State {
  const state = element.tagName === 'article' ? { ...outer, article: true } : outer
  const font = fontOf(element, state.rules)
  const style = attribute(element, 'style') ?? ''
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
function rowsOf(element: HtmlElement, state: State): Block[][][] {
  const rows: Block[][][] = []
  for (const child of element.childNodes) {
    if (!isElement(child) || isHidden(child)) continue
    const inner = stateIn(child, state)
    if (child.tagName === 'tr') {
      const cells = child.childNodes.filter(isElement).filter((each) => /^t[dh]$/.test(each.tagName))
      rows.push(cells.map((cell) => blocksIn(cell.childNodes, stateIn(cell, inner))))
    } else if (child.tagName === 'caption') rows.push([blocksIn(child.childNodes, inner)])
    else append(rows, rowsOf(child, inner))
  }
  return rows
}

function listItem(element: HtmlElement, label: string, page: Page, state: State): void {
  page.begin(label)
  for (const child of element.childNodes) walk(child, page, state)
  page.end()
}

function list(element: HtmlElement, page: Page, state: State): void {
  page.end()
  const step = attribute(element, 'reversed') === null ? 1 : -1
  const format = COUNTERS[attribute(element, 'type') ?? ''] ?? 'decimal'
  let count = numberIn(element, 'start') ?? 1
  for (const child of element.childNodes) {
    if (!isElement(child) || child.tagName !== 'li') {
      walk(child, page, state)
      continue
    }
    count = numberIn(child, 'value') ?? count
    listItem(child, element.tagName === 'ol' ? `${formatCounter(count, format)}.` : '-', page, stateIn(child, state))
    count += step
  }
}

function numberIn(element: HtmlElement, name: string): number | null {
  const value = attribute(element, name)
  return value !== null && /^\s*-?\d{1,9}\s*$/.test(value) ? Number(value) : null
}

function walk(node: HtmlNode, page: Page, outer: State): void {
  if (isText(node)) page.text(node.value, outer)
  if (!isElement(node) || isSkipped(node) || isChrome(node, outer)) return
  const state = stateIn(node, outer)
  if (node.tagName === 'br') page.lineBreak()
  else if (node.tagName === 'table') page.table({ kind: 'table', rows: rowsOf(node, state) })
  else if (node.tagName === 'ol' || node.tagName === 'ul') list(node, page, state)
  else {
    const isBlock = BLOCKS.has(node.tagName)
    if (isBlock && page.blocks.at(-1)?.kind !== 'paragraph') page.end()
    if (isBlock && !isFreshItem(page)) page.end()
    if (node.tagName === 'rt') page.text(' (', state)
    for (const child of node.childNodes) walk(child, page, state)
    if (node.tagName === 'rt') page.text(')', state)
    if (isBlock) page.end()
  }
}

/** `<li><p>…`: the paragraph of the item is its first line. */
function isFreshItem(page: Page): boolean {
  const last = page.blocks.at(-1)
  return last?.kind === 'paragraph' && last.label !== null && last.pieces.length === 0
}

function blocksIn(nodes: HtmlNode[], state: State): Block[] {
  const page = new Page()
  for (const node of nodes) walk(node, page, state)
  return page.blocks
}

function styleSheets(node: HtmlNode, rules: FontRules): void {
  if (!isElement(node)) return
  for (const child of node.childNodes) {
    if (node.tagName === 'style' && isText(child)) fontRules(child.value, rules)
    styleSheets(child, rules)
  }
}

function linesIn(element: HtmlElement, state: Pick<State, 'bare' | 'rules' | 'isMenu'>): string[] {
  const blocks = blocksIn([element], { article: false, font: null, capitals: false, pre: false, ...state })
  return linesOf(blocks, new Fonts(blocks))
}

const joined = (lines: string[]) =>
  lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/**
 * The document on the page, without the frame of its site; the whole page where there is hardly anything inside the frame.
 *
 * @throws {ReadError} `encoding-unknown`.
 */
export function readHtml(bytes: Uint8Array, options: ReadOptions): Decoded {
  const asked = options.encoding === undefined ? null : encodingNamed(options.encoding)
  const { source, encoding, force } = decodeHtml(bytes, asked)
  const { language } = options
  const finish = (text: string) => finishText(text, { language, ...(force && { force }) })
  const { lines, left } = documentOf(source, (text) => finish(text).text)
  const { text, encoding: legacy, diagnostics } = finish(joined(lines))
  if (left.length > 0) {
    const values = { count: String(left.length), text: excerpt(finish(left.join(' · ')).text) }
    diagnostics.unshift(diagnose('page-frame', values, language))
  }
  return {
    text,
    format: 'html',
    encoding: force ?? legacy ?? encoding,
    pages: null,
    ocr: null,
    places: [],
    diagnostics,
  }
}

/** The lines of the document, and those of the page around it. */
function documentOf(source: string, decode: (text: string) => string): { lines: string[]; left: string[] } {
  const root = parseHtml(source).childNodes.find((node) => isElement(node) && node.tagName === 'html') as HtmlElement
  const rules: FontRules = new Map()
  styleSheets(root, rules)
  const body = root.childNodes.filter(isElement).find(({ tagName }) => tagName !== 'head') ?? root
  const { main, isMenu } = frameOf(body, { isSkipped, decode })
  const page = linesIn(body, { bare: false, rules, isMenu })
  const lines = linesIn(main, { bare: true, rules, isMenu })
  if (letters(lines) < LEAST_TEXT) return { lines: page, left: [] }
  const kept = new Set(lines)
  return { lines, left: page.filter((line) => line.trim() !== '' && !kept.has(line)) }
}

const letters = (lines: string[]) => lines.reduce((sum, line) => sum + line.length, 0)

/** Longest excerpt in a message. */
const EXCERPT = 80

const excerpt = (text: string) => (text.length > EXCERPT ? `${text.slice(0, EXCERPT - 1)}…` : text)
