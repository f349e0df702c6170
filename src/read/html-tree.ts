/**
 * The tree of a web page, as browsers make it (parse5, which follows the HTML standard), within bounds: a page of any kind
 * takes time and memory by its length.
 */
import { type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter, parse, type TreeAdapter } from 'parse5'

export type HtmlElement = Tree.Element
export type HtmlNode = Tree.ChildNode
export type HtmlDocument = Tree.Document

/** Readers walk the tree by recursion: what lies deeper is put beside what lies at this depth, as browsers do (at 512). */
const DEEPEST = 300

const TABLE = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'colgroup'])

/** A tag has at least so many letters, `<b>`; where more elements arise, they arise from formatting that is never closed. */
const LETTERS_A_TAG = 3

/** Tags that only look: each that stays open is opened anew in every paragraph after it. */
const LOOKS = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))
const FORMATTING = new RegExp(`</?(?:${[...LOOKS].join('|')})(?![a-z0-9-])[^<>]*>`, 'gi')

/** More of them open at once have been forgotten. */
const MOST_FORMATTING = 300

/** Formatting that is never closed has made more elements than the page has tags. */
class Overgrown extends Error {}

export function parseHtml(source: string): HtmlDocument {
  try {
    return parse(source, { treeAdapter: boundedAdapter(source.length / LETTERS_A_TAG) })
  } catch (error) {
    if (!(error instanceof Overgrown)) throw error
    return parse(source.replace(FORMATTING, ''), { treeAdapter: boundedAdapter(Number.POSITIVE_INFINITY) })
  }
}

/** For each tag some elements are implied: a row by a cell, the body of its table. */
const IMPLIED = 3

function boundedAdapter(tags: number): TreeAdapter<Tree.DefaultTreeAdapterMap> {
  const depths = new WeakMap<object, number>()
  const most = IMPLIED * tags + 100
  let formatting = 0
  let made = 0
  /** Where what belongs to `parent` is put: of a table only a cell takes anything. */
  const holderOf = (parent: Tree.ParentNode): Tree.ParentNode => {
    let holder = parent
    if ((depths.get(holder) ?? 0) < DEEPEST) return holder
    do holder = ('parentNode' in holder && holder.parentNode) || holder
    while ((depths.get(holder) ?? 0) >= DEEPEST || TABLE.has(holder.nodeName))
    return holder
  }
  return {
    ...defaultTreeAdapter,
    createElement(...element) {
      if (++made > most) throw new Overgrown()
      return defaultTreeAdapter.createElement(...element)
    },
    appendChild(parent, child) {
      const holder = holderOf(parent)
      depths.set(child, (depths.get(holder) ?? 0) + 1)
      defaultTreeAdapter.appendChild(holder, child)
    },
    insertText(parent, text) {
      defaultTreeAdapter.insertText(holderOf(parent), text)
    },
    onItemPush({ nodeName }) {
      if (LOOKS.has(nodeName) && ++formatting > MOST_FORMATTING) throw new Overgrown()
    },
    onItemPop({ nodeName }) {
      if (LOOKS.has(nodeName)) formatting--
    },
  }
}

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node
export const isText = (node: HtmlNode): node is Tree.TextNode => node.nodeName === '#text'

/** The value of an attribute, or null; names are in small letters. */
export function attribute({ attrs }: HtmlElement, name: string): string | null {
  return attrs.find((each) => each.name === name)?.value ?? null
}
