/** What is said about a document in Akoma Ntoso: its identity, who signed it, what it cites, how sure the reading is. */
import manifest from '../../../package.json' with { type: 'json' }
import type { DirectiveRecord } from '../../schema.ts'
import type { ExportSettings } from '../settings.ts'
import type { CodeLists } from '../shapes.ts'
import { type Content, element, type Element } from '../xml.ts'
import type { Inline } from './inline.ts'
import { namedDays, slug, wholeDate, workUri } from './uri.ts'

const SOURCE = '#directive-parse'

export interface Described {
  record: DirectiveRecord
  /** Null where it may not be shown. */
  subject: string | null
  settings: ExportSettings
  codes: CodeLists
}

/** Signers by the identifiers that the text refers to. */
export const signerId = (index: number) => `signer_${index + 1}`
export const roleId = (index: number) => `role_${index + 1}`

export function metaOf(described: Described, inline: Inline): Element {
  const { record } = described
  return element(
    'meta',
    {},
    identification(described),
    workflow(record),
    analysis(inline),
    references(record, inline),
    evidence(record),
  )
}

/** Of the document, or of a part of it that has an identity of its own. */
export function identification({ record, subject, settings, codes }: Described, part = '!main'): Element {
  const work = workUri(record, codes)
  const date = wholeDate(record.date)
  const expression = `${work}/vie@${date ?? ''}`
  const exported = settings.time?.slice(0, 'YYYY-MM-DD'.length) ?? null
  const days = namedDays(record.date, exported)
  const level = (name: string, uri: string, dates: typeof days, author: string, ...more: Content[]) =>
    element(
      name,
      {},
      element('FRBRthis', { value: `${uri}/${part}${name === 'FRBRManifestation' ? '.xml' : ''}` }),
      element('FRBRuri', { value: name === 'FRBRManifestation' ? `${uri}.xml` : uri }),
      ...dates.map((day) => element('FRBRdate', day)),
      element('FRBRauthor', { href: author }),
      ...more,
    )
  return element(
    'identification',
    { source: SOURCE },
    level(
      'FRBRWork',
      work,
      days,
      '#issuer',
      element('FRBRcountry', { value: 'vn' }),
      element('FRBRsubtype', { value: slug(record.type) }),
      record.number !== null && element('FRBRnumber', { value: record.number }),
      subject !== null && element('FRBRname', { value: subject }),
    ),
    level('FRBRExpression', expression, days, '#issuer', element('FRBRlanguage', { language: 'vie' })),
    level(
      'FRBRManifestation',
      expression,
      exported === null ? days : [{ date: exported, name: 'Generation' }],
      SOURCE,
      element('FRBRformat', { value: 'application/akn+xml' }),
    ),
  )
}

/** A step for each signer, on the day of issue. */
function workflow({ signatures, date }: DirectiveRecord): Content {
  const day = wholeDate(date)
  const steps = signatures.flatMap(({ name, position }, index) =>
    name === null
      ? []
      : [
          element('step', {
            date: day,
            eId: `step_${index + 1}`,
            by: `#${signerId(index)}`,
            as: position === null ? null : `#${roleId(index)}`,
            outcome: '#signed',
          }),
        ],
  )
  return day !== null && steps.length > 0 && element('workflow', { source: SOURCE }, ...steps)
}

const MODIFICATIONS: Record<string, string> = { amends: 'substitution', replaces: 'replacement', repeals: 'repeal' }

function analysis({ cited, used }: Inline): Content {
  const place = (eId: string) => (used.has(eId) ? `#${eId}` : null)
  const changes = cited.filter(({ relation }) => relation !== null && relation in MODIFICATIONS)
  const others = cited.filter((each) => !changes.includes(each))
  return (
    cited.length > 0 &&
    element(
      'analysis',
      { source: SOURCE },
      changes.length > 0 &&
        element(
          'activeModifications',
          {},
          ...changes.map(({ eId, href, relation }, index) =>
            element(
              'textualMod',
              { type: MODIFICATIONS[relation as string], eId: `mod_${index + 1}` },
              element('source', { href: place(eId) ?? SOURCE }),
              element('destination', { href }),
            ),
          ),
        ),
      others.length > 0 &&
        element(
          'otherReferences',
          { source: SOURCE },
          ...others.map(({ eId, href, text }) => element('implicitReference', { for: place(eId), href, showAs: text })),
        ),
    )
  )
}

/** The bodies, persons and posts that the text refers to. */
function references({ issuer, place, signatures }: DirectiveRecord, { bodies }: Inline): Element {
  const named = (kind: string, eId: string, name: string, address = slug(name)) =>
    element(`TLC${kind}`, { eId, href: `/ontology/${kind.toLowerCase()}/vn/${address}`, showAs: name })
  return element(
    'references',
    { source: SOURCE },
    element('TLCOrganization', {
      eId: 'directive-parse',
      href: '/ontology/organization/software/directive-parse',
      showAs: `directive-parse ${manifest.version}`,
    }),
    named('Organization', 'issuer', issuer ?? 'nn'),
    ...[...bodies].map(([name, eId]) => named('Organization', eId, name)),
    place !== null && named('Location', 'place', place),
    ...signatures.flatMap(({ name, position }, index) => [
      name !== null && named('Person', signerId(index), name),
      position !== null && named('Role', roleId(index), position),
    ]),
    element('TLCConcept', { eId: 'signed', href: '/ontology/concept/signed', showAs: 'đã ký' }),
  )
}

/** How each value was found, in a namespace of our own: Akoma Ntoso has no word for it. */
function evidence({ evidence: map }: DirectiveRecord): Content {
  const entries = Object.entries(map)
  return (
    entries.length > 0 &&
    element(
      'proprietary',
      { source: SOURCE, 'xmlns:dp': 'urn:directive-parse:evidence' },
      ...entries.map(([pointer, { status, grade, span }]) =>
        element('dp:value', { pointer, status, grade, span: span?.join(' ') }),
      ),
    )
  )
}
