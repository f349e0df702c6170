/**
 * The printed numbers of automatic lists. Word keeps only which list and level a paragraph is in; what is printed
 * follows from word/numbering.xml, the styles, and how often each level has come before.
 * Source: ECMA-376 part 1, 17.9 (numbering).
 */
import { Counters, type Level, type List } from './list-counters.ts'
import { child, elements, type XmlElement } from './xml.ts'

const value = (element: XmlElement | undefined) => element?.attributes['w:val']
const isOn = (element: XmlElement | undefined) =>
  element !== undefined && !/^(?:0|false|off)$/.test(value(element) ?? '')

function levelOf(element: XmlElement): Level {
  return {
    start: Number(value(child(element, 'w:start')) ?? 1),
    format: value(child(element, 'w:numFmt')) ?? 'decimal',
    text: value(child(element, 'w:lvlText')) ?? '',
    restart: Number(value(child(element, 'w:lvlRestart')) ?? -1),
    legal: isOn(child(element, 'w:isLgl')),
    style: value(child(element, 'w:pStyle')) ?? null,
  }
}

function levelsOf(parent: XmlElement | undefined, into: Level[]): Level[] {
  for (const element of elements(parent, 'w:lvl')) into[Number(element.attributes['w:ilvl'] ?? 0)] = levelOf(element)
  return into
}

function listsOf(numbering: XmlElement | undefined): Map<string, List> {
  const abstracts = new Map<string, XmlElement>()
  const styled = new Map<string, string>()
  for (const element of elements(numbering, 'w:abstractNum')) {
    const id = element.attributes['w:abstractNumId'] ?? ''
    abstracts.set(id, element)
    const link = value(child(element, 'w:styleLink'))
    if (link) styled.set(link, id)
  }
  const lists = new Map<string, List>()
  for (const element of elements(numbering, 'w:num')) {
    let abstract = value(child(element, 'w:abstractNumId')) ?? ''
    const linked = styled.get(value(child(abstracts.get(abstract), 'w:numStyleLink')) ?? '')
    if (linked) abstract = linked
    const levels = levelsOf(abstracts.get(abstract), [])
    const starts = new Map<number, number>()
    for (const override of elements(element, 'w:lvlOverride')) {
      const level = Number(override.attributes['w:ilvl'] ?? 0)
      levelsOf(override, levels)
      const start = value(child(override, 'w:startOverride'))
      if (start !== undefined) starts.set(level, Number(start))
    }
    lists.set(element.attributes['w:numId'] ?? '', { abstract, levels, starts })
  }
  return lists
}

/** Styles that put their paragraphs into a list, and the style each is based on. */
interface StyleNumber {
  list: string | null
  level: number | null
  base: string | null
}

function styleNumbers(styles: XmlElement | undefined): Map<string, StyleNumber> {
  const found = new Map<string, StyleNumber>()
  for (const style of elements(styles, 'w:style')) {
    const properties = child(style, 'w:pPr', 'w:numPr')
    const level = value(child(properties, 'w:ilvl'))
    found.set(style.attributes['w:styleId'] ?? '', {
      list: value(child(properties, 'w:numId')) ?? null,
      level: level === undefined ? null : Number(level),
      base: value(child(style, 'w:basedOn')) ?? null,
    })
  }
  return found
}

/** Counts through a document; ask for every paragraph in order. */
export class Numbering {
  readonly #lists: Map<string, List>
  readonly #styles: Map<string, StyleNumber>
  readonly #counters: Counters

  constructor(numbering: XmlElement | undefined, styles: XmlElement | undefined) {
    this.#lists = listsOf(numbering)
    this.#styles = styleNumbers(styles)
    this.#counters = new Counters(this.#lists)
  }

  /** Which list and level the properties of a paragraph (w:pPr) put it into. */
  #placeOf(properties: XmlElement | undefined): { list: string; level: number } | null {
    const own = child(properties, 'w:numPr')
    const ownList = value(child(own, 'w:numId'))
    const ownLevel = value(child(own, 'w:ilvl'))
    let style: string | null = value(child(properties, 'w:pStyle')) ?? null
    if (ownList !== undefined) return ownList === '0' ? null : { list: ownList, level: Number(ownLevel ?? 0) }
    for (let depth = 0; style !== null && depth < 20; depth++) {
      const found = this.#styles.get(style)
      if (found?.list) {
        if (found.list === '0') return null
        const byStyle = this.#lists.get(found.list)?.levels.findIndex((level) => level?.style === style) ?? -1
        return { list: found.list, level: Number(ownLevel ?? found.level ?? Math.max(byStyle, 0)) }
      }
      style = found?.base ?? null
    }
    return null
  }

  /** The number printed before a paragraph, `1.`, `a)`, `-`; null where it is in no list. */
  label(properties: XmlElement | undefined): string | null {
    const place = this.#placeOf(properties)
    return place && this.#counters.next(place.list, place.level)
  }
}
