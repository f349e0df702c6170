/**
 * Who owns what of a text: the nodes of a tree by their spans, the diagnostics by their line. Each non-blank line must
 * have an owner, and no character two.
 */
import type { Diagnostic } from '../src/schema.ts'
import type { Directive, Item } from '../src/tree.ts'
import type { Span } from '../src/text.ts'

export interface Owned {
  type: string
  span: Span
}

/** A line of a text that breaks the rule, counted from 1. */
export interface Breach {
  line: number
  text: string
  /** The nodes that claim it; empty where nobody does. */
  owners: string[]
}

/** Every span of every node, items below items too. */
export function ownedSpans(tree: Directive): Owned[] {
  const below = (items: Item[]): Owned[] => items.flatMap((item) => [...own(item), ...below(item.children)])
  const own = (node: { type: string; spans: Span[] }) => node.spans.map((span) => ({ type: node.type, span }))
  return tree.children.flatMap((node) => (node.type === 'item' ? below([node]) : own(node)))
}

export interface Choice {
  /** What a line must hold to count: a letter or a digit; `/\S/` counts rules, asterisks and the grid of a table too. */
  holding?: RegExp
}

/** Lines that neither a node nor a diagnostic owns. */
export function lostLines(
  text: string,
  tree: Directive,
  diagnostics: Diagnostic[],
  { holding = /[\p{L}\p{N}]/u }: Choice = {},
): Breach[] {
  const named = new Set(diagnostics.filter(({ rule }) => rule === 'unclaimed-line').map(({ line }) => line))
  const owned = owners(text, tree)
  return linesOf(text)
    .filter(({ line, from, to }) => holding.test(text.slice(from, to)) && !named.has(line) && !some(owned, from, to))
    .map(({ line, from, to }) => ({ line, text: text.slice(from, to), owners: [] }))
}

/** Lines of which a letter or a digit stands outside every node, though the line itself has an owner. */
export function lostWords(text: string, tree: Directive): Breach[] {
  const owned = owners(text, tree)
  return linesOf(text).flatMap(({ line, from, to }) => {
    if (!some(owned, from, to)) return []
    for (let at = from; at < to; at++) {
      if (owned[at] === 0 && /[\p{L}\p{N}]/u.test(text[at] as string))
        return [{ line, text: text.slice(from, to), owners: [] }]
    }
    return []
  })
}

/** Lines of which two nodes own the same characters. */
export function sharedLines(text: string, tree: Directive): Breach[] {
  const owned = owners(text, tree)
  const spans = ownedSpans(tree)
  return linesOf(text).flatMap(({ line, from, to }) => {
    let shared = false
    for (let at = from; at < to && !shared; at++) shared = (owned[at] as number) > 1
    if (!shared) return []
    const types = spans.filter(({ span }) => span[0] < to && span[1] > from).map(({ type }) => type)
    return [{ line, text: text.slice(from, to), owners: types }]
  })
}

/** How many spans own each code unit. */
function owners(text: string, tree: Directive): Uint8Array {
  const counts = new Uint8Array(text.length)
  for (const { span } of ownedSpans(tree))
    for (let at = span[0]; at < span[1]; at++) counts[at] = Math.min(255, (counts[at] as number) + 1)
  return counts
}

function some(owned: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((owned[at] as number) > 0) return true
  return false
}

function linesOf(text: string): { line: number; from: number; to: number }[] {
  const lines: { line: number; from: number; to: number }[] = []
  for (let from = 0; from <= text.length; ) {
    const newline = text.indexOf('\n', from)
    const to = newline < 0 ? text.length : newline
    lines.push({ line: lines.length + 1, from, to })
    from = to + 1
  }
  return lines
}
