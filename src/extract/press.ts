/**
 * Where a press text says that a document was issued.
 *
 * ```
 * > | Chiều 22/10, Bộ Thủy lợi đã có văn bản số 4239/BTL-QLĐ gửi các đơn vị
 *                              ^^^^^ ^^^^^^^
 * ```
 */
import { alternation } from '../calendar/words.ts'
import { perGrammar } from '../grammar/grammar.ts'
import { skeleton } from '../text.ts'
import { phrases } from './dates/phrases.ts'
import { matchBefore, type Scan } from './dates/scan.ts'

export interface Report {
  /** Offsets into the scan text: the verb, and the word for the document. */
  verb: number
  verbEnd: number
  noun: number
  end: number
  /** Canonical name; null for `văn bản`, which may be any. */
  type: string | null
  /** Does the verb say that it was signed? */
  signed: boolean
}

/** A verb and what may stand between it and the document: `đã ký ban hành ngay một công điện`. */
const REACH = 48

const patterns = perGrammar((grammar) => {
  const words = (id: string) =>
    (grammar.press.find((entry) => entry.id === id)?.words ?? []).map((word) => word.normalize('NFC'))
  const fold = (list: readonly string[]) => list.map(skeleton)
  const types = new Map(
    grammar.types.flatMap((type) =>
      [type.name, ...type.variants].map((name): [string, string] => [skeleton(name), type.name]),
    ),
  )
  const nouns = [...types.keys(), ...fold(words('generic'))]
  return {
    types,
    noun: new RegExp(`(?<![a-z0-9])${alternation(nouns)}(?![a-z0-9])`, 'g'),
    before: new RegExp(
      `(?:^|[^a-z])(${alternation(fold(words('issued')))})((?: ${alternation(fold(words('between')))}){0,3} )$`,
    ),
    verbs: new Set(words('issued')),
    signing: phrases(words('signing')),
    signs: phrases(words('press')),
    letters: phrases(words('letter')),
    templates: fold(words('template')),
  }
})

/** Every place in the scan text where a document is said to have been issued, in order. */
export function reportsIn(scan: Scan): Report[] {
  const { noun, before, types, verbs, signing } = patterns()
  const found: Report[] = []
  for (const match of scan.text.matchAll(noun)) {
    const said = matchBefore(before, scan.text, match.index, REACH)
    if (!said) continue
    const [, verb, between] = said as unknown as [string, string, string]
    const verbEnd = match.index - between.length
    const at = verbEnd - verb.length
    if (!verbs.has(scan.printed(at, verbEnd).toLowerCase())) continue
    const type = types.get(match[0]) ?? null
    found.push({
      verb: at,
      verbEnd,
      noun: match.index,
      end: match.index + match[0].length,
      type,
      signed: signing.stands(scan, at, verbEnd),
    })
  }
  return found
}

/** Is it said by whom something was told, whose picture it is, or that it has just been issued? */
export function hasPressSign(scan: Scan): boolean {
  return patterns().signs.stands(scan, 0, scan.text.length)
}

/** Does a person write for himself: `Tôi là …, tôi viết thư này`? */
export function isPersonalLetter(scan: Scan): boolean {
  return patterns().letters.stands(scan, 0, scan.text.length)
}

/** `TÊN CƠ QUAN CHỦ QUẢN`: a form to be filled in, not a document. */
export function isTemplate(issuer: string): boolean {
  const folded = skeleton(issuer)
  return patterns().templates.some((word) => folded.startsWith(word))
}

/** How far back a quotation begins. */
const QUOTED = 600

/** Does what stands at `index` stand in quotation marks: printed from the document itself? */
export function isQuoted(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - QUOTED), index)
  if (before.lastIndexOf('“') > before.lastIndexOf('”')) return true
  const paragraph = before.slice(before.lastIndexOf('\n') + 1)
  return paragraph.split('"').length % 2 === 0
}
