/** What a reviewer is told about a document: one message a doubt, with its place and what follows from it. */
import type { Findings } from './extract/extract.ts'
import { diagnose, type Language, type RuleId } from './rules.ts'
import type { Diagnostic } from './schema.ts'
import { joinSpaces, type Span } from './text.ts'
import type { Directive, Header } from './tree.ts'

export interface DiagnosticContext {
  text: string
  language: Language
}

/** Longest excerpt in a message. */
const EXCERPT = 80
/** Fields a register cannot do without, as the record names them. */
const NEEDED = [
  ['number', 'number'],
  ['date', 'date'],
  ['issuer', 'issuer'],
  ['subject', 'subject'],
] as const satisfies [string, keyof Header][]

export function diagnosticsOf(
  tree: Directive,
  findings: Findings,
  { text, language }: DiagnosticContext,
): Diagnostic[] {
  const lines = new Lines(text)
  const say = (rule: RuleId, values: Record<string, string>, span?: Span, pointer?: string) =>
    diagnose(rule, values, language, { ...(pointer !== undefined && { pointer }), ...(span && lines.placeOf(span[0])) })
  const excerpt = (span: Span) => shorten(joinSpaces(text.slice(...span)))
  const unclaimed = tree.children.filter((node) => node.type === 'unclaimed').flatMap((node) => node.spans)
  const lost = unclaimed.map((span) => say('unclaimed-line', { text: excerpt(span) }, span))
  const impossible = findings.dates
    .filter((date) => date.problem === 'impossible')
    .map(({ span }) => say('date-impossible', { text: excerpt(span) }, span))
  if (findings.kind === 'news') return [say('press-text', {}), ...impossible, ...lost]
  if (findings.kind === 'other') return [say('nothing-found', {}), ...impossible, ...lost]
  const header = tree.children.find((node) => node.type === 'header') ?? { type: 'header', spans: [] }
  return [...headerDiagnostics(header, say, excerpt), ...impossible, ...lost]
}

type Say = (rule: RuleId, values: Record<string, string>, span?: Span, pointer?: string) => Diagnostic

function headerDiagnostics(header: Header, say: Say, excerpt: (span: Span) => string): Diagnostic[] {
  const { number, serial, notation, date, secrecy, secrecyLevel, issuer } = header
  const out: Diagnostic[] = []
  if (number?.status === 'blank')
    out.push(say('number-blank', { notation: notation?.value ?? '' }, number.spans[0], '/number'))
  else if (number && !serial)
    out.push(
      say(
        'number-garbled',
        { text: number.spans[0] ? excerpt(number.spans[0]) : number.value },
        number.spans[0],
        '/number',
      ),
    )
  if (date && /^\d{4}(?:-\d\d)?$/.test(date.value) && date.spans[0]) {
    out.push(say('day-blank', { text: excerpt(date.spans[0]) }, date.spans[0], '/date'))
  }
  if (issuer?.status === 'inferred')
    out.push(say('issuer-inferred', { issuer: issuer.value }, issuer.spans[0], '/issuer'))
  if (secrecy)
    out.push(
      say(
        secrecyLevel === 'top' ? 'secrecy-top' : 'secrecy-mark',
        { mark: secrecy.value },
        secrecy.spans[0],
        '/secrecy',
      ),
    )
  for (const [field, key] of NEEDED) if (!header[key]) out.push(say('field-absent', { field }, undefined, `/${field}`))
  return out
}

const shorten = (text: string) => (text.length > EXCERPT ? `${text.slice(0, EXCERPT - 1)}…` : text)

/** Line and column of an offset, both from 1. */
class Lines {
  readonly #starts: number[] = [0]

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
  }

  placeOf(offset: number): { line: number; column: number } {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (this.#starts[low] as number) + 1 }
  }
}
