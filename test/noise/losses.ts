/** Documents that lost their header or their footer, with the truth that is left. */
import type { Truth } from '../fixtures.ts'
import { skeleton } from '../../src/text.ts'
import type { HeaderParts } from './header.ts'

export interface HardCase {
  text: string
  expected: Truth
}

/** Everything above the heading of a named type is gone, or the whole header of a letter. */
export function loseHeader(parts: HeaderParts, truth: Truth): HardCase {
  const expected: Truth = {
    ...truth,
    number: null,
    serial: null,
    place: null,
    date: null,
    urgency: null,
    secrecy: null,
  }
  for (const key of ['issuer', 'parentIssuer', 'notation', 'typeCode', 'system'] as const) delete expected[key]
  if (parts.heading === null) {
    delete expected.type
    const left = parts.after.replace(/\s/g, '')
    if (expected.references)
      expected.references = expected.references.filter(({ number }) => number && left.includes(number))
    return { text: parts.after, expected: { ...expected, subject: null } }
  }
  return { text: [parts.heading, ...parts.subject, '', parts.after].join('\n'), expected }
}

/** Everything from the recipients on is gone; null where a signature stands before them. */
export function loseFooter(text: string, truth: Truth): HardCase | null {
  const lines = text.split('\n')
  const at = lines.findIndex((line) => /^[\s|*]*noi nhan/.test(skeleton(line)))
  if (at < 0 || !truth.recipients?.length) return null
  const kept = lines.slice(0, at).join('\n')
  if (truth.signatures?.some(({ name }) => name && kept.includes(name))) return null
  return { text: kept, expected: { ...truth, recipients: [], archive: null, signatures: [], attachments: [] } }
}
