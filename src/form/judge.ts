/** Judges a document by the rules of its pack. A function of what was read; it changes nothing. */
import { currentGrammar } from '../grammar/grammar.ts'
import type { Language } from '../rules.ts'
import type { DirectiveRecord } from '../schema.ts'
import { skeleton, type Span } from '../text.ts'
import { CHECKS, type Fault } from './checks.ts'
import type { Look } from './look.ts'
import { type Chosen, choosePack } from './packs.ts'
import { type Parts, partsOf, type Print } from './parts.ts'
import { type FormRule, type FormTables, type LEVELS, type Pack, sourceOf } from './shapes.ts'

export type Level = (typeof LEVELS)[number]

/** How the text came to be: typed and kept, read by OCR, or a plain text, of which nobody knows. */
export type Origin = 'born-digital' | 'ocr' | 'plain'

export interface Finding {
  rule: string
  pack: string
  level: Level
  /** The law with its place. */
  source: string
  pointer?: string
  required: string
  found: string
  mend: string
  span?: Span
  /** Both from 1, in the decoded text. */
  line?: number
  column?: number
  /** What would stand there, where that is mechanical: offered, never applied. */
  fix?: string
}

export interface FormReport {
  path: string | null
  pack: string | null
  chosenBy: Chosen['by']
  origin: Origin
  findings: Finding[]
}

export interface JudgeChoices {
  tables: FormTables
  look: Look | null
  language: Language
  /** A pack by name, instead of the one in force. */
  pack?: string
  /** Says of a plain text that it is as it was typed. */
  bornDigital?: boolean
  /** Those rules too that are off by themselves: capitals, of which not all offices think alike. */
  all?: boolean
}

export function judge(record: DirectiveRecord, text: string, choices: JudgeChoices): FormReport {
  const { pack, by } = choosePack(record, choices.tables.packs, choices.pack)
  const origin = originOf(record, choices)
  const report: FormReport = { path: record.source.path, pack: pack?.id ?? null, chosenBy: by, origin, findings: [] }
  if (!pack?.evaluated) return report
  const parts = partsOf(record, text)
  for (const rule of [...choices.tables.rules].sort((one, other) => Number(other.alone) - Number(one.alone))) {
    if (!rule.alone && report.findings.some(({ rule: id }) => isAlone(id, choices.tables))) break
    if (!rule.packs.includes(pack.id) || !applies(rule, record, origin)) continue
    if (rule.off && !choices.all) continue
    for (const fault of faultsOf(rule, record, text, parts, choices)) {
      const level = levelOf(rule, fault, record, origin)
      if (level !== null) report.findings.push(findingOf(rule, pack, level, fault, text, choices.language))
    }
  }
  return report
}

const isAlone = (id: string, { rules }: FormTables) => rules.find((rule) => rule.id === id)?.alone === true

function originOf({ source: { format, ocr } }: DirectiveRecord, { look, bornDigital }: JudgeChoices): Origin {
  if (ocr !== null || format === 'image' || look?.scanned) return 'ocr'
  return bornDigital || ['docx', 'doc', 'odt', 'rtf', 'pdf'].includes(format) ? 'born-digital' : 'plain'
}

function applies(rule: FormRule, record: DirectiveRecord, origin: Origin): boolean {
  if (origin === 'ocr' && (rule.fragile || rule.letters)) return false
  const { only, unless, since } = rule
  if (since !== undefined && (record.date === null || record.date < since)) return false
  const meets = ({ types, issuer }: NonNullable<FormRule['only']>) =>
    (types === undefined || types.includes(record.type ?? '')) &&
    (issuer === undefined || new RegExp(skeleton(issuer)).test(skeleton(record.issuer ?? '')))
  if (only && !meets(only)) return false
  return !(unless && meets(unless))
}

/**
 * Nothing is judged by a doubtful reading; an error needs a certain one, of a text that is as it was typed. A plain text
 * may have been typed anew: what is easily lost on the way is told of it for information.
 */
function levelOf(rule: FormRule, { print }: Fault, { evidence }: DirectiveRecord, origin: Origin): Level | null {
  const grade = print.pointer === undefined ? 'certain' : (evidence[print.pointer]?.grade ?? 'certain')
  if (grade === 'doubtful') return null
  const isSure = grade === 'certain' && (origin === 'born-digital' || (origin === 'plain' && !rule.letters))
  const level = rule.level === 'error' && !isSure ? 'warning' : rule.level
  return level === 'warning' && origin === 'plain' && rule.fragile ? 'info' : level
}

function faultsOf(
  rule: FormRule,
  record: DirectiveRecord,
  text: string,
  parts: Parts,
  { look }: JudgeChoices,
): Fault[] {
  if (rule.check !== undefined) {
    const check = CHECKS[rule.check]
    if (!check) throw new Error(`no check ${rule.check} (rule ${rule.id})`)
    return check({ record, text, parts, types: currentGrammar().types, look, with: rule.with })
  }
  if (rule.find !== undefined)
    return [...text.matchAll(new RegExp(rule.find, 'gu'))].map((match) => ({
      print: { text: match[0], span: [match.index, match.index + match[0].length] },
    }))
  const all = parts[rule.part ?? ''] ?? []
  const prints = rule.butLast ? all.slice(0, -1) : all
  return prints.filter((print) => breaks(rule, print)).map((print) => ({ print }))
}

function breaks({ must, mustNot }: FormRule, { text }: Print): boolean {
  if (text === '') return false
  const is = (pattern: string) => new RegExp(`^(?:${pattern})$`, 'u').test(text)
  return (must !== undefined && !is(must)) || (mustNot !== undefined && is(mustNot))
}

function findingOf(
  rule: FormRule,
  pack: Pack,
  level: Level,
  { print, expected }: Fault,
  text: string,
  language: Language,
): Finding {
  const values: Record<string, string> = { found: print.text, expected: expected ?? '' }
  const filled = (sentence: string) =>
    sentence.replace(/\{(found|expected)\}/g, (_, name: string) => values[name] ?? '')
  const { span, pointer } = print
  return {
    rule: rule.id,
    pack: pack.id,
    level,
    source: sourceOf(rule, pack),
    ...(pointer === undefined ? {} : { pointer }),
    required: filled(rule.required[language]),
    found: print.text,
    mend: filled(rule.mend[language]),
    ...(span ? { span, ...placeOf(text, span[0]) } : {}),
    ...(rule.fix === undefined ? {} : { fix: filled(rule.fix) }),
  }
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
