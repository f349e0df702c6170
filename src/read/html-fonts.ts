/** The fonts of a web page: a page saved from an old Word document says its encoding in them. */
import { attribute, type HtmlElement } from './html-tree.ts'

/** Font by selector of a style sheet: `p.MsoNormal` → by tag, class, or both. Only simple selectors count. */
export type FontRules = Map<string, string>

const RULE = /([^{}]{1,400})\{([^{}]*)\}/g
const FAMILY = /font(?:-family)?\s*:[^;]*?(["']?)(\.Vn[\w ]*|VNI[- ][\w-]*|VPS[- ][\w-]*)\1/i

/** The legacy font that a style declaration names, or null. */
function fontIn(style: string): string | null {
  return FAMILY.exec(style)?.[2]?.trim() ?? null
}

/** Reads a style sheet; rules without a legacy font are not kept. */
export function fontRules(sheet: string, into: FontRules = new Map()): FontRules {
  if (!/\.Vn|VNI|VPS/i.test(sheet)) return into
  for (const [, selectors, body] of sheet
    .replace(/<!--|-->/g, ' ')
    .replace(/\/\*[^*]*\*\//g, ' ')
    .matchAll(RULE)) {
    const font = fontIn(body ?? '')
    if (font) for (const selector of (selectors ?? '').split(',')) into.set(selector.trim().toLowerCase(), font)
  }
  return into
}

/** The font that an element sets for what it holds, or null where it sets none. */
export function fontOf(element: HtmlElement, rules: FontRules): string | null {
  const [face, style] = [attribute(element, 'face'), attribute(element, 'style')]
  if (face !== null) return face.split(',')[0]?.trim() ?? null
  if (style !== null) {
    const font = fontIn(style)
    if (font) return font
    if (/font-family/i.test(style)) return ''
  }
  if (rules.size === 0) return null
  for (const name of (attribute(element, 'class') ?? '').split(/\s+/)) {
    const low = name.toLowerCase()
    const font = rules.get(`${element.tagName}.${low}`) ?? rules.get(`.${low}`)
    if (font) return font
  }
  return rules.get(element.tagName) ?? null
}
