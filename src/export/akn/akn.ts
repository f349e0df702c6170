/** A document in Akoma Ntoso 3.0 (OASIS): an act, a statement or a doc by its type. */
import type { Document, PrintSettings } from '../../emit/emitter.ts'
import { withholdsSubject } from '../../record/policy.ts'
import { diagnose } from '../../rules.ts'
import type { DirectiveRecord } from '../../schema.ts'
import { onlyCertain } from '../certain.ts'
import { doubts, reportMisfit } from '../report.ts'
import { codeLists } from '../tables.ts'
import { type Content, element, type Element } from '../xml.ts'
import { Identifiers, itemElements } from './body.ts'
import { Inline } from './inline.ts'
import { type Described, identification, metaOf, roleId, signerId } from './meta.ts'
import { camelCase, rootOf, wholeDate } from './uri.ts'

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'

/** Null, and reported, for a text that may not leave. */
export function aknOf({ record: whole }: Document, settings: PrintSettings): Element | null {
  const { language } = settings
  if (withholdsSubject(whole, settings)) {
    settings.report(diagnose('export-withheld', { mark: whole.secrecy ?? '', option: '--secret-subjects' }, language))
    return null
  }
  for (const doubt of doubts(whole, language)) settings.report(doubt)
  const record = settings.onlyCertain ? onlyCertain(whole) : whole
  const missing = [record.date === null && 'FRBRdate', record.issuer === null && 'FRBRauthor'].filter(
    (each) => each !== false,
  )
  if (missing.length > 0)
    settings.report(reportMisfit({ rule: 'export-missing', element: missing.join(', ') }, language))
  if (record.date !== null && wholeDate(record.date) === null)
    settings.report(diagnose('export-date-bounds', { element: 'FRBRdate', text: record.date }, language))
  const codes = codeLists()
  const described: Described = { record, subject: record.subject, settings, codes }
  const inline = new Inline(record, codes)
  const asked = rootOf(record, codes)
  // An act has a hierarchy and nothing else in its body.
  const root = asked === 'act' && record.items.length === 0 ? 'statement' : asked
  const parts = [
    prefaceOf(record, inline),
    preambleOf(record, inline),
    bodyOf(record, root, inline),
    conclusionsOf(record, root, inline),
    attachmentsOf(described),
  ]
  return element(
    'akomaNtoso',
    { xmlns: NAMESPACE },
    element(
      root,
      { name: record.type === null ? 'vanBan' : camelCase(record.type), contains: 'originalVersion' },
      metaOf(described, inline),
      ...parts,
    ),
  )
}

function prefaceOf(record: DirectiveRecord, inline: Inline): Content {
  const { issuer, parentIssuer, number, place, date, type, subject, urgency, secrecy, addressees, evidence } = record
  const day = wholeDate(date)
  const lines: Content[][] = [
    ...[parentIssuer, issuer].map((name) => (name === null ? [] : [element('docAuthority', {}, name)])),
    number === null ? [] : ['Số ', element('docNumber', {}, number)],
    placeAndDate(place, date, day),
    ...[urgency, secrecy].map((mark) => (mark === null ? [] : [element('docStatus', {}, mark)])),
    // A công văn prints no type.
    type === null || evidence['/type']?.status === 'inferred' ? [] : [element('docType', {}, type)],
    subject === null ? [] : [element(type === 'Công văn' ? 'docPurpose' : 'docTitle', {}, subject)],
  ]
  const written = lines.filter((line) => line.length > 0)
  const container =
    addressees.length > 0 &&
    element(
      'container',
      { name: 'addressees', eId: 'preface__container_1' },
      ...addressees.map((name, index) =>
        element('p', { eId: `preface__container_1__p_${index + 1}` }, inline.organization(name)),
      ),
    )
  if (written.length === 0 && container === false) return null
  return element(
    'preface',
    { eId: 'preface' },
    ...written.map((line, index) => element('p', { eId: `preface__p_${index + 1}` }, ...line)),
    container,
  )
}

function placeAndDate(place: string | null, date: string | null, day: string | null): Content[] {
  const where = place === null ? [] : [element('location', { refersTo: '#place' }, place)]
  if (date === null) return where
  const printed = date.split('-').reverse().join('/')
  return [...where, where.length > 0 && ', ', day === null ? printed : element('docDate', { date: day }, printed)]
}

/** Bases as citations, the formula that introduces the orders, and what else stands before them. */
function preambleOf({ preamble, bases, operative }: DirectiveRecord, inline: Inline): Content {
  const ids = new Identifiers()
  const cited = new Set(bases)
  const children: Content[] = []
  for (let at = 0; at < preamble.length; at++) {
    const text = preamble[at] as string
    if (cited.has(text)) {
      const group = preamble.slice(at).findIndex((each) => !cited.has(each))
      const own = preamble.slice(at, group < 0 ? undefined : at + group)
      const eId = ids.next('preamble__citations_1')
      children.push(
        element(
          'citations',
          { eId },
          ...own.map((base, index) => citation(base, `${eId}__citation_${index + 1}`, inline)),
        ),
      )
      at += own.length - 1
    } else if (operative !== null && text.replace(/[\s:]+$/, '') === operative) {
      const eId = ids.next('preamble__formula_1')
      children.push(element('formula', { name: 'enacting', eId }, element('p', { eId: `${eId}__p_1` }, text)))
    } else children.push(element('p', { eId: ids.next('preamble__p_1') }, ...inline.mark(text)))
  }
  return children.length > 0 && element('preamble', { eId: 'preamble' }, ...children)
}

const citation = (text: string, eId: string, inline: Inline) =>
  element('citation', { eId }, element('p', { eId: `${eId}__p_1` }, ...inline.mark(text)))

function bodyOf({ items, closing }: DirectiveRecord, root: string, inline: Inline): Element {
  const ids = new Identifiers()
  const hierarchy = itemElements(items, '', { inline, ids })
  if (root === 'act') return element('body', { eId: 'body' }, ...hierarchy)
  const last = closing.map((text, index) => element('p', { eId: `mainBody__p_${index + 1}` }, ...inline.mark(text)))
  const content = [...hierarchy, ...last]
  return element(
    'mainBody',
    { eId: 'mainBody' },
    ...(content.length > 0 ? content : [element('p', { eId: 'mainBody__p_1' })]),
  )
}

function conclusionsOf({ recipients, signatures, closing }: DirectiveRecord, root: string, inline: Inline): Content {
  const last =
    root === 'act'
      ? closing.map((text, index) => element('p', { eId: `conclusions__closing_${index + 1}` }, ...inline.mark(text)))
      : []
  const container =
    recipients.length > 0 &&
    element(
      'container',
      { name: 'recipients', eId: 'conclusions__container_1' },
      ...recipients.map(({ text }, index) => element('p', { eId: `conclusions__container_1__p_${index + 1}` }, text)),
    )
  const signers = signatures.map((signature, index) =>
    element('p', { eId: `conclusions__p_${index + 1}` }, signatureElement(signature, index)),
  )
  if (last.length === 0 && container === false && signers.length === 0) return null
  return element('conclusions', { eId: 'conclusions' }, ...last, container, ...signers)
}

function signatureElement(
  { authority, position, name }: DirectiveRecord['signatures'][number],
  index: number,
): Element {
  const parts: Content[] = [
    authority.length > 0 && authority.join(' '),
    position !== null && element('role', { refersTo: `#${roleId(index)}` }, position),
    name !== null &&
      element('person', { refersTo: `#${signerId(index)}`, as: position === null ? null : `#${roleId(index)}` }, name),
  ].filter((part) => part !== false)
  const spaced = parts.flatMap((part, at) => (at === 0 ? [part] : [' ', part]))
  return element('signature', { refersTo: `#${name === null ? 'issuer' : signerId(index)}` }, ...spaced)
}

/** Each with an identity of its own, as the schema asks. */
function attachmentsOf(described: Described): Content {
  const { attachments } = described.record
  return (
    attachments.length > 0 &&
    element(
      'attachments',
      {},
      ...attachments.map((attachment, index) => {
        const eId = `att_${index + 1}`
        const lines = (attachment.text ?? '').split('\n')
        return element(
          'attachment',
          { eId },
          element('heading', { eId: `${eId}__heading` }, attachment.title),
          element(
            'doc',
            { name: 'phuLuc' },
            element('meta', {}, identification(described, `!${eId}`)),
            element(
              'mainBody',
              { eId: `${eId}__mainBody` },
              ...lines.map((line, at) => element('p', { eId: `${eId}__p_${at + 1}` }, line)),
            ),
          ),
        )
      }),
    )
  )
}
