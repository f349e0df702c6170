/**
 * Markdown: marks taken off by the offsets of remark's tree, everything else as it stands in the source. Constructs
 * that would eat an official document are off: an indented header is no code, a ruled line no heading, an item no list.
 */
import type { Nodes, Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { append } from '../arrays.ts'
import { linesOfRows } from './blocks.ts'
import type { Decoded } from './decoded.ts'
import type { ReadOptions } from './options.ts'
import { readText } from './plain.ts'

const DISABLED = [
  'codeIndented',
  'setextUnderline',
  'thematicBreak',
  'list',
  'blockQuote',
  'htmlFlow',
  'htmlText',
  'definition',
]

interface Cut {
  start: number
  end: number
}

const startOf = (node: Nodes) => node.position?.start.offset ?? 0
const endOf = (node: Nodes) => node.position?.end.offset ?? 0

/** The pieces of the source that are marks, not text. */
function marksOf(node: Nodes, source: string, cuts: Cut[]): void {
  if (node.type === 'image') cuts.push({ start: startOf(node), end: endOf(node) })
  else if (node.type === 'code' || node.type === 'inlineCode') {
    const at = source.indexOf(node.value, startOf(node))
    if (at < 0 || node.value === '') return
    cuts.push({ start: startOf(node), end: at }, { start: at + node.value.length, end: endOf(node) })
  } else if ('children' in node) {
    const [first, last] = [node.children[0], node.children.at(-1)]
    const marked = node.type === 'heading' || node.type === 'strong' || node.type === 'emphasis' || node.type === 'link'
    if (marked && first && last)
      cuts.push({ start: startOf(node), end: startOf(first) }, { start: endOf(last), end: endOf(node) })
    for (const child of node.children) marksOf(child, source, cuts)
  }
}

const ROW = /^\s*\|(.*?)\|?\s*$/

/** A table of pipes as lines; its ruling row is no text. */
function linesOfPipes(text: string): string {
  if (!text.includes('|')) return text
  const lines: string[] = []
  let rows: string[][][] = []
  const flush = () => {
    append(lines, linesOfRows(rows))
    rows = []
  }
  for (const line of text.split('\n')) {
    const row = ROW.exec(line)
    if (!row) {
      flush()
      lines.push(line)
    } else if (!/^[\s|:-]*$/.test(line) || !line.includes('-')) {
      const cells = (row[1] ?? '').split(/(?<!\\)\|/)
      rows.push(
        cells.map((cell) =>
          cell
            .split(/<br\s*\/?>/i)
            .map((each) => each.trim())
            .filter((each) => each !== ''),
        ),
      )
    }
  }
  flush()
  return lines.join('\n')
}

/** Marks of one paragraph beyond which it is taken as it stands. */
const CROWDED = 5_000
const PARAGRAPH = /[^\n]+(?:\n(?![^\S\n]*\n)[^\n]+)*/g
const MARKS = /\*+|_+|`+|!?\[/g

/**
 * The source with the marks of crowded paragraphs hidden, as long as it was: the parser's time grows with the square of
 * the marks of a paragraph that nothing closes.
 */
function withoutCrowds(source: string): string {
  if (source.length < CROWDED) return source
  return source.replace(PARAGRAPH, (paragraph) =>
    (paragraph.match(MARKS)?.length ?? 0) > CROWDED
      ? paragraph.replace(MARKS, (marks) => 'x'.repeat(marks.length))
      : paragraph,
  )
}

/** The text of a Markdown source. */
function textOfMarkdown(source: string): string {
  const parser = unified()
    .data('micromarkExtensions', [{ disable: { null: DISABLED } }])
    .use(remarkParse)
  const tree = parser.parse(withoutCrowds(source)) as Root
  const cuts: Cut[] = []
  marksOf(tree, source, cuts)
  cuts.sort((a, b) => a.start - b.start || a.end - b.end)
  let text = ''
  let at = 0
  for (const { start, end } of cuts) {
    if (start > at) text += source.slice(at, start)
    at = Math.max(at, end)
  }
  text += source.slice(at)
  return linesOfPipes(
    text
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
      .replace(/&nbsp;/g, ' ')
      .replace(/[ \t]+$/gm, ''),
  )
}

/** @throws {ReadError} `encoding-unknown`. */
export function readMarkdown(bytes: Uint8Array, options: ReadOptions): Decoded {
  const decoded = readText(bytes, options)
  return { ...decoded, text: textOfMarkdown(decoded.text), format: 'markdown' }
}
