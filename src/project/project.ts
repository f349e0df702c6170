/** The one function that makes a record of a tree: plain values for scripts, evidence for whoever must trust them. */
import type { Place } from '../read/decoded.ts'
import type { Diagnostic, DirectiveRecord, ItemRecord, SourceInfo } from '../schema.ts'
import type { Grader } from '../grade/grade.ts'
import type { Findings } from '../extract/extract.ts'
import { joinSpaces } from '../text.ts'
import type { Directive, DirectiveChild, Header, Item, Value } from '../tree.ts'
import { EvidenceMap } from './evidence.ts'
import { tasksOf } from './tasks.ts'

type NodeOf<T extends DirectiveChild['type']> = Extract<DirectiveChild, { type: T }>

export interface ProjectContext {
  text: string
  source: SourceInfo
  places: Place[]
  diagnostics: Diagnostic[]
  grader: Grader
}

/** The record, not yet validated. */
export function project(tree: Directive, findings: Findings, context: ProjectContext): DirectiveRecord {
  const evidence = new EvidenceMap(context.text, context.places, context.grader)
  const header = first(tree, 'header') ?? { type: 'header', spans: [] }
  const paragraphs = all(tree, 'paragraph')
  const bases = paragraphs.filter((node) => node.role === 'base')
  const preamble = paragraphs.filter((node) => node.role !== 'closing')
  const closing = paragraphs.filter((node) => node.role === 'closing')
  const operative = preamble.find((node) => node.operative)?.operative
  const recipients = first(tree, 'recipients')
  const put = <T>(pointer: string, value: Value<T> | undefined): T | null => {
    if (!value) {
      evidence.absent(pointer)
      return null
    }
    evidence.add(pointer, value)
    return value.value
  }
  const list = (pointer: string, values: Value[]) =>
    values.map((value, index) => put(`${pointer}/${index}`, value) as string)
  const items = all(tree, 'item').map((item, index) => projectItem(item, `/items/${index}`, put))
  return {
    schema: 'directive/1',
    source: context.source,
    kind: findings.kind,
    system: put('/system', header.system),
    type: put('/type', header.documentType),
    typeCode: put('/typeCode', header.typeCode),
    number: put('/number', header.number),
    serial: header.serial ? put('/serial', header.serial) : blankSerial(header, evidence),
    notation: put('/notation', header.notation),
    issuer: put('/issuer', header.issuer),
    parentIssuer: put('/parentIssuer', header.parentIssuer),
    place: put('/place', header.place),
    date: put('/date', header.date),
    subject: put('/subject', header.subject),
    urgency: put('/urgency', header.urgency),
    secrecy: put('/secrecy', header.secrecy),
    secrecyLevel: header.secrecyLevel ?? null,
    arrival: header.arrival ? put('/arrival', header.arrival) : null,
    circulation: list('/circulation', header.circulation ?? []),
    draft: header.draft ? put('/draft', header.draft) : null,
    addressees: list('/addressees', first(tree, 'addressees')?.entries ?? []),
    bases: list(
      '/bases',
      bases.map((node) => ({ ...node.text, value: node.text.value.replace(/^[-–+\s]+|[\s;:,.]+$/gu, '') })),
    ),
    preamble: list(
      '/preamble',
      preamble.map((node) => node.text),
    ),
    operative: put('/operative', operative),
    items,
    closing: list(
      '/closing',
      closing.map((node) => node.text),
    ),
    recipients: (recipients?.entries ?? []).map(({ entry, name, purpose }, index) => {
      put(`/recipients/${index}`, entry)
      return { text: entry.value, name, purpose }
    }),
    archive: put('/archive', recipients?.archive),
    drafter: recipients?.drafter ? put('/drafter', recipients.drafter) : null,
    copies: recipients?.copies ? put('/copies', recipients.copies) : null,
    signatures: all(tree, 'signature').map((node, index) => {
      const pointer = `/signatures/${index}`
      return {
        authority: list(`${pointer}/authority`, node.authority),
        position: put(`${pointer}/position`, node.post),
        name: put(`${pointer}/name`, node.name),
      }
    }),
    digitalSignatures: (tree.digitalSignatures ?? []).map(
      (value, index) => put(`/digitalSignatures/${index}`, value) as { by: string | null; at: string | null },
    ),
    copy: tree.copy ? put('/copy', tree.copy) : null,
    attachments: all(tree, 'attachment').map((node, index) => {
      const title = put(`/attachments/${index}`, node.title) as string
      const { page } = evidence.entries[`/attachments/${index}`] ?? {}
      if (node.text) put(`/attachments/${index}/text`, node.text)
      return { title, number: node.number, text: node.text?.value ?? '', ...(page !== undefined && { page }) }
    }),
    references: findings.references
      .filter((reference) => !reference.self)
      .map(({ text, type, number, date, issuer, subject, relation, span, inferred, garbled, blank }, index) => {
        const note = inferred ? { note: `${inferred.join(', ')} from the form of the number` } : {}
        const grade = garbled ? 'doubtful' : 'likely'
        evidence.add(`/references/${index}`, {
          value: text,
          status: blank ? 'blank' : 'read',
          grade,
          spans: [span],
          ...note,
        })
        return { text, type, number, date, issuer, subject, relation }
      }),
    dates: datesOf(header, findings, evidence, context.text),
    agencies: findings.agencies.map(({ text, name, level, place, span, inferred }, index) => {
      const note = inferred ? { note: inferred } : {}
      evidence.add(`/agencies/${index}`, {
        value: name,
        status: inferred ? 'inferred' : 'read',
        grade: 'likely',
        spans: [span],
        ...note,
      })
      return { text, name, level, place }
    }),
    tasks: tasksOf(items, all(tree, 'item'), findings.loose).map(({ id, label, supporting, ...row }, index) => ({
      id,
      ...(label !== null && { label }),
      ...row,
      supporting: list(`/tasks/${index}/supporting`, supporting),
    })),
    about: findings.about,
    evidence: evidence.entries,
    diagnostics: context.diagnostics,
  }
}

/** Every date of the text, the date of issue among them. */
function datesOf(header: Header, { dates }: Findings, evidence: EvidenceMap, text: string): DirectiveRecord['dates'] {
  const issue = header.date?.spans[0]
  return dates
    .flatMap(({ span, date, role, inferred, problem }) => {
      if (date === null) return []
      const own = issue !== undefined && span[0] < issue[1] && span[1] > issue[0]
      return [
        {
          span,
          date,
          role: own ? 'issue' : role,
          inferred,
          grade: problem ? ('doubtful' as const) : ('likely' as const),
        },
      ]
    })
    .map(({ span, date, role, inferred, grade }, index) => {
      const note = inferred ? { note: inferred } : {}
      evidence.add(`/dates/${index}`, {
        value: date,
        status: inferred ? 'inferred' : 'read',
        grade,
        spans: [span],
        ...note,
      })
      return { text: joinSpaces(text.slice(...span)), date, role }
    })
}

/** A number whose serial is blank has a blank serial; one that cannot be read, a doubtful one. */
function blankSerial(header: Header, evidence: EvidenceMap): null {
  if (header.number)
    evidence.entries['/serial'] = {
      status: header.number.status === 'blank' ? 'blank' : 'read',
      grade: header.number.grade,
    }
  else evidence.absent('/serial')
  return null
}

function projectItem(
  item: Item,
  pointer: string,
  put: <T>(pointer: string, value: Value<T> | undefined) => T | null,
): ItemRecord {
  if (item.heading) put(`${pointer}/heading`, item.heading)
  const text = item.paragraphs.map((paragraph) => paragraph.value).join('\n')
  if (item.paragraphs.length > 0) {
    put(`${pointer}/text`, {
      ...(item.paragraphs[0] as Value),
      value: text,
      spans: item.paragraphs.flatMap((paragraph) => paragraph.spans),
    })
  }
  return {
    label: item.label,
    heading: item.heading?.value ?? null,
    text,
    items: item.children.map((child, index) => projectItem(child, `${pointer}/items/${index}`, put)),
    assignees: (item.assignees ?? []).map((value, index) => put(`${pointer}/assignees/${index}`, value) as string),
    deadlines: (item.deadlines ?? []).map(({ text: words, date, operator }, index) => ({
      text: words,
      date: put(`${pointer}/deadlines/${index}`, date),
      operator,
    })),
  }
}

function first<T extends DirectiveChild['type']>(tree: Directive, type: T): NodeOf<T> | undefined {
  return tree.children.find((node): node is NodeOf<T> => node.type === type)
}

function all<T extends DirectiveChild['type']>(tree: Directive, type: T): NodeOf<T>[] {
  return tree.children.filter((node): node is NodeOf<T> => node.type === type)
}
