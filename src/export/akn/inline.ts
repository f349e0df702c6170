/** What is marked within running text: cited documents, dates, bodies. The words themselves stay as they are. */
import type { DirectiveRecord } from '../../schema.ts'
import type { CodeLists } from '../shapes.ts'
import { type Content, element } from '../xml.ts'
import { slug, wholeDate, workUri } from './uri.ts'

export interface CitedDocument {
  eId: string
  href: string
  text: string
  relation: DirectiveRecord['references'][number]['relation']
}

interface Mark {
  text: string
  wrap(text: string): Content
}

export class Inline {
  /** Cited documents by the words that cite them; each has one identifier, at its first mention. */
  readonly cited: CitedDocument[]
  /** Bodies by name, with the identifier by which they are referred to. */
  readonly bodies = new Map<string, string>()
  /** Identifiers of cited documents that stand in the text. */
  readonly used = new Set<string>()
  readonly #marks: Mark[]
  #dates = 0

  constructor({ references, dates }: DirectiveRecord, codes: CodeLists) {
    this.cited = references.map((reference, index) => ({
      eId: `ref_${index + 1}`,
      href: workUri(reference, codes),
      text: reference.text,
      relation: reference.relation,
    }))
    const used = this.used
    const cites = this.cited.map(
      ({ text, href, eId }): Mark => ({
        text,
        wrap: (words) => {
          const id = used.has(eId) ? undefined : eId
          used.add(eId)
          return element('ref', { eId: id, href }, words)
        },
      }),
    )
    const days = dates.flatMap(({ text, date }): Mark[] => {
      const whole = wholeDate(date)
      return whole === null
        ? []
        : [{ text, wrap: (words) => element('date', { eId: `date_${++this.#dates}`, date: whole }, words) }]
    })
    // What is longer is marked first: a date within a citation is the citation's.
    this.#marks = [...cites, ...days]
      .filter(({ text }) => text !== '')
      .sort((one, other) => other.text.length - one.text.length)
  }

  /** The identifier of a body, given when it is first named. */
  body(name: string): string {
    const known = this.bodies.get(name)
    if (known) return known
    const taken = [...this.bodies.values()]
    const base = `org_${slug(name)}`
    let id = base
    for (let number = 2; taken.includes(id); number++) id = `${base}_${number}`
    this.bodies.set(name, id)
    return id
  }

  organization(name: string): Content {
    return element('organization', { refersTo: `#${this.body(name)}` }, name)
  }

  /** A text in pieces: words, and elements around those that are marked. `bodies` are marked where they stand in it. */
  mark(text: string, bodies: readonly string[] = []): Content[] {
    const names = bodies.map((name): Mark => ({ text: name, wrap: () => this.organization(name) }))
    return split(text, [...names, ...this.#marks])
  }
}

function split(text: string, marks: readonly Mark[]): Content[] {
  for (const [index, mark] of marks.entries()) {
    const at = text.indexOf(mark.text)
    if (at < 0) continue
    const [before, after] = [text.slice(0, at), text.slice(at + mark.text.length)]
    const rest = marks.slice(index)
    return [...split(before, rest), mark.wrap(mark.text), ...split(after, rest)]
  }
  return text === '' ? [] : [text]
}
