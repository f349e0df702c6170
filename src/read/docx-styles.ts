/** What a run looks like by its styles: its font (older fonts are encodings), all capitals, hidden. */
import { child, elements, type XmlElement } from './xml.ts'

export interface Look {
  font: string | null
  capitals: boolean
  hidden: boolean
}

type Partial = { font?: string; capitals?: boolean; hidden?: boolean }

const isOn = (element: XmlElement) => !/^(?:0|false|off)$/.test(element.attributes['w:val'] ?? '')

function lookOf(properties: XmlElement | undefined): Partial {
  const look: Partial = {}
  const fonts = child(properties, 'w:rFonts')?.attributes
  const font = fonts?.['w:ascii'] ?? fonts?.['w:hAnsi']
  const capitals = child(properties, 'w:caps')
  const hidden = child(properties, 'w:vanish')
  if (font) look.font = font
  if (capitals) look.capitals = isOn(capitals)
  if (hidden) look.hidden = isOn(hidden)
  return look
}

/** Looks by style; later ones win: defaults, paragraph style with its bases, run style, the run's own properties. */
export class Styles {
  readonly #styles = new Map<string, { own: Partial; base: string | null }>()
  readonly #resolved = new Map<string, Partial>()
  readonly #default: Partial
  #normal: string | null = null

  constructor(root: XmlElement | undefined) {
    this.#default = lookOf(child(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr'))
    for (const style of elements(root, 'w:style')) {
      const id = style.attributes['w:styleId'] ?? ''
      const base = child(style, 'w:basedOn')?.attributes['w:val'] ?? null
      this.#styles.set(id, { own: lookOf(child(style, 'w:rPr')), base })
      if (style.attributes['w:type'] === 'paragraph' && style.attributes['w:default'] === '1') this.#normal = id
    }
  }

  #byStyle(id: string | null | undefined, depth = 0): Partial {
    const style = id ? this.#styles.get(id) : undefined
    if (!id || !style || depth > 20) return {}
    const known = this.#resolved.get(id)
    if (known) return known
    const resolved = { ...this.#byStyle(style.base, depth + 1), ...style.own }
    this.#resolved.set(id, resolved)
    return resolved
  }

  /** @param paragraph its w:pPr; @param run its w:rPr. */
  look(paragraph: XmlElement | undefined, run: XmlElement | undefined): Look {
    const look: Partial = {
      ...this.#default,
      ...this.#byStyle(child(paragraph, 'w:pStyle')?.attributes['w:val'] ?? this.#normal),
      ...this.#byStyle(child(run, 'w:rStyle')?.attributes['w:val']),
      ...lookOf(run),
    }
    return { font: look.font ?? null, capitals: look.capitals ?? false, hidden: look.hidden ?? false }
  }
}
