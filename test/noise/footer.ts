/** Recipients and signature as one footer of two columns, put together again in the orders in which it is read. */
import type { Truth } from '../fixtures.ts'
import { skeleton } from '../../src/text.ts'

export const FOOTER_LAYOUTS = ['columns', 'joined', 'recipients-then-signature', 'signature-then-recipients'] as const
export type FooterLayout = (typeof FOOTER_LAYOUTS)[number]

/** Null where there is not exactly one signer, or a purpose is bracketed over several recipients. */
export function layOutFooter(text: string, truth: Truth, layout: FooterLayout): string | null {
  const [signature, ...others] = truth.signatures ?? []
  const entries = (truth.recipients ?? []).map(({ text: entry }) => entry)
  if (!signature?.name || !signature.authority || others.length > 0 || entries.length === 0) return null
  const lines = text.split('\n')
  const from = lines.findIndex((line) => /^[\s|*]*noi nhan/.test(skeleton(line)))
  const to = lines.findLastIndex((line) => line.includes(signature.name as string))
  if (from < 0 || to < from || lines.slice(from, to).some((line) => /\S\s*[|}] /.test(line) && !line.startsWith('|')))
    return null
  const left = ['Nơi nhận:', ...entries.map((entry, index) => `- ${entry}${index === entries.length - 1 ? '.' : ';'}`)]
  const signed = [...signature.authority, signature.position].filter((line): line is string => typeof line === 'string')
  return [
    ...lines.slice(0, from),
    ...arranged(left, signed, { layout, name: signature.name }),
    ...lines.slice(to + 1),
  ].join('\n')
}

function arranged(
  left: string[],
  signed: string[],
  { layout, name }: { layout: FooterLayout; name: string },
): string[] {
  if (layout === 'recipients-then-signature') return [...left, '', ...signed, '', '', name]
  if (layout === 'signature-then-recipients') return [...signed, '', '', name, '', ...left]
  const between = (line: string, right: string) =>
    layout === 'joined' ? `${line} ${right}` : `${line.padEnd(46)}    ${right}`
  const rows = left.map((line, index) => (signed[index] ? between(line, signed[index]) : line))
  return [...rows, ...signed.slice(left.length), '', layout === 'joined' ? name : `${' '.repeat(52)}${name}`]
}
