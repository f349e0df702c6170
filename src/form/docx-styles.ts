/** What a DOCX says of its look: units, runs, and named styles, each over those that it comes from. */
import { child, elements, type XmlElement } from '../read/xml.ts'

/** Twentieths of a point, in which a DOCX measures, in a millimetre and in a point. */
export const MILLIMETRE = 1440 / 25.4
export const POINT = 20

/** The words of a run. */
export const wordsOf = (run: XmlElement): string =>
  elements(run, 'w:t')
    .flatMap(({ children }) => children.filter((one) => typeof one === 'string'))
    .join('')

/** Styles that come from each other at most: a file may name a style as its own base. */
const MOST_BASES = 20

export class NamedStyles<T extends object> {
  readonly #byId = new Map<string, { own: Partial<T>; base: string | undefined }>()
  readonly #default: Partial<T>
  #normal: string | undefined

  /**
   * @param root of `word/styles.xml`
   * @param properties name of the element that holds what is asked for: `w:rPr` or `w:pPr`
   * @param read what such an element says
   */
  constructor(
    root: XmlElement | undefined,
    properties: 'w:rPr' | 'w:pPr',
    read: (properties: XmlElement | undefined) => Partial<T>,
  ) {
    this.#default = read(child(root, 'w:docDefaults', `${properties}Default`, properties))
    for (const style of elements(root, 'w:style')) {
      const id = style.attributes['w:styleId'] ?? ''
      const base = child(style, 'w:basedOn')?.attributes['w:val']
      this.#byId.set(id, { own: read(child(style, properties)), base })
      if (style.attributes['w:type'] === 'paragraph' && style.attributes['w:default'] === '1') this.#normal = id
    }
  }

  /** Of a style by its id. */
  named(id: string | undefined, depth = 0): Partial<T> {
    const style = this.#byId.get(id ?? '')
    return !style || depth > MOST_BASES ? {} : { ...this.named(style.base, depth + 1), ...style.own }
  }

  /** Of a paragraph by its properties: its style, or that of all paragraphs, over the defaults of the file. */
  ofParagraph(properties: XmlElement | undefined): Partial<T> {
    const id = child(properties, 'w:pStyle')?.attributes['w:val'] ?? this.#normal
    return { ...this.#default, ...this.named(id) }
  }
}
