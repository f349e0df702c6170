/** Items as elements of the hierarchy, by their labels, with identifiers of the OASIS naming convention. */
import type { ItemRecord } from '../../schema.ts'
import { skeleton } from '../../text.ts'
import { element, type Element } from '../xml.ts'
import type { Inline } from './inline.ts'
import { slug } from './uri.ts'

interface Kind {
  name: string
  /** In an identifier. */
  short: string
  /** Of an hcontainer. */
  as?: string
}

/** The divisions of a law by the word of their label, and others by the form of it. */
const WORDS: Record<string, Kind> = {
  phan: { name: 'part', short: 'part' },
  chuong: { name: 'chapter', short: 'chp' },
  muc: { name: 'section', short: 'sec' },
  'tieu muc': { name: 'subsection', short: 'subsec' },
  dieu: { name: 'article', short: 'art' },
}
const HEADED: Kind = { name: 'hcontainer', short: 'hcontainer', as: 'muc' }
const PARAGRAPH: Kind = { name: 'paragraph', short: 'para' }
const POINT: Kind = { name: 'point', short: 'point' }
const INDENT: Kind = { name: 'indent', short: 'indent' }

function kindOf(label: string): Kind {
  const [, word] = /^([a-z]+(?: [a-z]+)?) [ivxlc\d]/.exec(skeleton(label)) ?? []
  if (word !== undefined && WORDS[word]) return WORDS[word]
  if (/^[-+•*–]$/.test(label)) return INDENT
  if (/^(?:[IVXLC]+|[A-ZĐ])$/.test(label)) return HEADED
  return /^\d/.test(label) ? PARAGRAPH : POINT
}

/** Gives each element an identifier that no other has. */
export class Identifiers {
  readonly #taken = new Map<string, number>()

  next(wanted: string): string {
    const times = (this.#taken.get(wanted) ?? 0) + 1
    this.#taken.set(wanted, times)
    return times === 1 ? wanted : this.next(`${wanted}_${times}`)
  }
}

export function itemElements(
  items: readonly ItemRecord[],
  parent: string,
  context: { inline: Inline; ids: Identifiers },
): Element[] {
  const { inline, ids } = context
  let bullets = 0
  return items.map((item) => {
    const kind = kindOf(item.label)
    const number = kind === INDENT ? String(++bullets) : slug(item.label.replace(/^\D+ /u, ''))
    const eId = ids.next(`${parent === '' ? '' : `${parent}__`}${kind.short}_${number}`)
    const paragraphs = (within: string) =>
      item.text
        .split('\n')
        .map((line, index) => element('p', { eId: `${within}__p_${index + 1}` }, ...inline.mark(line, item.assignees)))
    const inner = itemElements(item.items, eId, context)
    const intro = `${eId}__intro`
    const content = `${eId}__content`
    return element(
      kind.name,
      { eId, name: kind.as },
      element('num', {}, item.label),
      item.heading !== null && element('heading', {}, ...inline.mark(item.heading, item.assignees)),
      inner.length > 0 && item.text !== '' && element('intro', { eId: intro }, ...paragraphs(intro)),
      ...(inner.length > 0 ? inner : [element('content', { eId: content }, ...paragraphs(content))]),
    )
  })
}
