/** Is the text an official document (or a part of one), a press text about one, or neither? */
import { currentGrammar } from '../grammar/grammar.ts'
import { pattern } from '../grammar/wording.ts'
import { skeleton } from '../text.ts'
import type { Directive } from '../tree.ts'

/** Letters at the beginning in which a press text says what it reports. */
const LEAD = 1500

/** What is enclosed with a document, torn off it, begins with its heading. */
const ENCLOSED = pattern(
  ({ words: list }) => new RegExp(`^[^\\p{L}\\d]*(?:${list('attachment-heading')})(?![\\p{L}])`, 'mu'),
)
const HEAD = 300

export function kindOf(text: string, tree: Directive): 'directive' | 'news' | 'other' {
  const header = tree.children.find((node) => node.type === 'header')
  if (header?.issuer && isTemplate(header.issuer.value)) return 'other'
  const title = header?.system?.status === 'read'
  const signed = tree.children.some((node) => node.type === 'signature' && node.authority.length > 0)
  const parts = [
    title,
    header?.number && header.notation,
    header?.date && header.place,
    header?.documentType,
    tree.children.some((node) => node.type === 'addressees'),
    tree.children.some((node) => node.type === 'recipients'),
    signed,
  ].filter(Boolean).length
  if (parts >= 1) return 'directive'
  return isPress(text) && !ENCLOSED().test(text.slice(0, HEAD)) ? 'news' : 'other'
}

/** `TÊN CƠ QUAN CHỦ QUẢN`: a form to be filled in, not a document. */
function isTemplate(issuer: string): boolean {
  const folded = skeleton(issuer)
  return words('template').some((word) => folded.startsWith(word))
}

/** A press text names a type of document in its lead and says that it was issued, and by whom it was said. */
function isPress(text: string): boolean {
  const lead = skeleton(text.slice(0, LEAD))
  const named = currentGrammar().types.some((type) => lead.includes(skeleton(type.name)))
  return named && words('press').some((word) => lead.includes(word))
}

const words = (id: string) => (currentGrammar().press.find((entry) => entry.id === id)?.words ?? []).map(skeleton)
