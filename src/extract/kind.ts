/** Is the text an official document (or a part of one), a press text about one, or neither? */
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import type { Directive } from '../tree.ts'
import { scanOf } from './dates/scan.ts'
import { hasPressSign, isPersonalLetter, isTemplate, reportsIn } from './press.ts'

/** Letters at the beginning in which a press text says what it reports. */
export const LEAD = 3000

/** What is enclosed with a document, torn off it, begins with its heading. */
const ENCLOSED = pattern(
  ({ words: list }) => new RegExp(latin(`^[^\\p{L}\\d]*(?:${list('attachment-heading')})(?![\\p{L}])`), 'mu'),
)
const HEAD = 300

export function kindOf(text: string, tree: Directive): 'directive' | 'news' | 'other' {
  const header = tree.children.find((node) => node.type === 'header')
  if (header?.issuer && isTemplate(header.issuer.value)) return 'other'
  const parts = [
    header?.number && header.notation,
    header?.date && header.place,
    header?.documentType?.status === 'read',
    tree.children.some((node) => node.type === 'recipients'),
    tree.children.some((node) => node.type === 'signature' && node.authority.length > 0),
  ].some(Boolean)
  const addressed = tree.children.some((node) => node.type === 'addressees')
  if (parts) return 'directive'
  const scan = scanOf(text, 0, Math.min(text.length, LEAD))
  // a person's letter to an office has the State's title and an addressee as a document has
  if (addressed || header?.system?.status === 'read') return isPersonalLetter(scan) ? 'other' : 'directive'
  const isPress = hasPressSign(scan) && reportsIn(scan).length > 0
  return isPress && !ENCLOSED().test(text.slice(0, HEAD)) ? 'news' : 'other'
}
