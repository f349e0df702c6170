/**
 * Builds a package of Thông tư 05/2025/TT-BNV from documents and their records. A function of its input: files in,
 * files out, nothing read and no clock asked.
 *
 * ```
 * METS.xml  metadata/descriptive/EAD.xml  metadata/preservation/PREMIS.xml  schemas/*.xsd
 * representations/rep1/METS.xml
 *                      data/{file code}.{ordinal}.pdf
 *                      metadata/descriptive/EAD_doc_{name}.xml  metadata/other/{name}.directive.json
 *                      metadata/preservation/PREMIS_rep1.xml
 * ```
 */
import { extname } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { onlyCertain } from '../export/certain.ts'
import type { ExportContext } from '../export/context.ts'
import { derivedOf, isDigitised, pagesOf, periodOf } from '../export/derived.ts'
import { type FillChoices, fillFlat } from '../export/fill.ts'
import { doubts, reportMisfit } from '../export/report.ts'
import { levelOf, withholdsDocument, withholdsSubject } from '../record/policy.ts'
import type { ExportSettings } from '../export/settings.ts'
import type { PackageTable } from '../export/shapes.ts'
import { simpleDc } from '../export/simpledc.ts'
import { codeLists, flatTable, packageTable, treeTable } from '../export/tables.ts'
import { buildTree } from '../export/tree.ts'
import { element, printXml } from '../export/xml.ts'
import { schemaOf } from '../export/xsd.ts'
import { diagnose } from '../rules.ts'
import type { Diagnostic, DirectiveRecord } from '../schema.ts'
import { type Member, memberOf } from './members.ts'
import { fileId, groupId, type MetsHead, metsXml, sectionId } from './mets.ts'
import { uuidOf } from './uuid.ts'

export interface PackageDocument {
  record: DirectiveRecord
  /** As it came: `scan 12.pdf`. */
  name: string
  bytes: Uint8Array
}

export interface PackageSettings extends ExportSettings {
  /** A key of `types` in `grammars/exports/packages.yaml`. */
  type: string
  /** A key of `ways` there. */
  way: string
  time: string
  /** Schemas that may not be shipped, from the operator: name → content. */
  schemas: Map<string, Uint8Array>
  /** Called with the document a problem is about, null where it is about the package. */
  reportOf(name: string | null, problem: Diagnostic): void
}

export interface BuiltPackage {
  objid: string
  /** `objid` as a name of a folder. */
  folder: string
  members: Member[]
}

interface Building {
  settings: PackageSettings
  kind: PackageTable['types'][string]
  way: PackageTable['ways'][string]
  table: PackageTable
  uuid: (part: string) => string
}

interface Entry {
  document: PackageDocument
  ordinal: number
  derived: ReturnType<typeof derivedOf>
  data: Member
  ead: Member
  /** Our record; null where it may not leave. */
  record: Member | null
}

const REP = 'representations/rep1/'
const SOFTWARE = `directive-parse ${manifest.version}`

/** Documents in the order of the file. @throws Error for a type or a way that the table does not know. */
export function buildPackage(documents: PackageDocument[], settings: PackageSettings): BuiltPackage {
  const table = packageTable()
  const [kind, way] = [table.types[settings.type], table.ways[settings.way]]
  if (!kind || !way) throw new Error(`no package ${settings.type} in the way of ${settings.way}`)
  const hashes = documents.map(({ record }) => record.source.sha256)
  const seed = [settings.time, settings.type, settings.fonds.fileCode ?? '', ...hashes]
  const building: Building = { settings, kind, way, table, uuid: (part) => uuidOf(...seed, part) }
  const guid = building.uuid('package')
  const { fondsCode } = settings.fonds
  const urn = fondsCode === undefined ? `urn:uuid:${guid}` : `urn:${fondsCode}:uuid-${guid}`
  const objid = kind.objid === 'urn' ? urn : `uuid-${guid}`
  const entries = documents
    .filter((document) => mayEnter(document, building))
    .map((document, index) => entryOf(document, index, building))
  const representation = representationOf(entries, building)
  return {
    objid,
    folder: objid.replace(/:/g, '_'),
    members: [...packageOf(objid, entries, representation, building), ...representation],
  }
}

/** A package for a reader holds no document with a mark of secrecy, unless that is asked for. */
function mayEnter({ record, name }: PackageDocument, { kind, settings }: Building): boolean {
  if (kind.oais !== 'DIP' || !withholdsDocument(record, settings)) return true
  const values = { mark: record.secrecy ?? '', option: '--secret-documents' }
  settings.reportOf(name, diagnose('export-withheld', values, settings.language))
  return false
}

function entryOf(document: PackageDocument, index: number, building: Building): Entry {
  const { settings, kind, way } = building
  const { name, bytes } = document
  const full = document.record
  const report = (problem: Diagnostic) => settings.reportOf(name, problem)
  for (const doubt of doubts(full, settings.language)) report(doubt)
  const record = settings.onlyCertain ? onlyCertain(full) : full
  const ordinal = (settings.fonds.startOrdinal ?? 1) + index
  const stem = `${settings.fonds.fileCode ?? 'file'}.${String(ordinal).padStart(3, '0')}`
  const derived = derivedOf(record, settings, { ordinal, codes: codeLists() })
  const context: ExportContext = { record, fonds: settings.fonds, derived, time: settings.time }
  const fields = fillFlat(flatTable('ead-doc'), kind.document, context, choicesOf(settings, report))
  const withheld = withholdsSubject(record, settings)
  if (withheld)
    report(diagnose('export-withheld', { mark: record.secrecy ?? '', option: '--secret-subjects' }, settings.language))
  // Its path within the folder: where that lay, and whence it was named, is no part of a package.
  const packed = { ...full, source: { ...full.source, path: name } }
  return {
    document: { ...document, record },
    ordinal,
    derived,
    data: memberOf(`${REP}data/${stem}${extname(name).toLowerCase()}`, bytes),
    ead: memberOf(
      `${REP}metadata/descriptive/${way.documentPrefix}${stem}.xml`,
      simpleDc(flatTable('ead-doc'), fields),
    ),
    record: withheld
      ? null
      : memberOf(`${REP}metadata/other/${stem}.directive.json`, `${JSON.stringify(packed, null, 2)}\n`),
  }
}

function choicesOf({ truncate, language }: ExportSettings, report: (problem: Diagnostic) => void): FillChoices {
  return { codes: codeLists(), truncate, misfit: (misfit) => report(reportMisfit(misfit, language)) }
}

/** METS of the representation and all that lies below it. */
function representationOf(entries: Entry[], building: Building): Member[] {
  const { kind, way, table, uuid } = building
  const id = (part: string) => `uuid-${uuid(`rep1/${part}`)}`
  const premis = kind.preservation
    ? [memberOf(`${REP}metadata/preservation/PREMIS_rep1.xml`, premisOf(entries, building))]
    : []
  const data = { use: 'Data', members: entries.map((entry) => entry.data) }
  const records = entries.flatMap(({ record }) => record ?? [])
  const preservation = premis.map((member) => ({ member, kind: 'PREMIS' as const }))
  const admid = premis.map((member) => sectionId(id, member)).join(' ') || null
  const mets = metsXml({
    head: headOf(
      way.representationId === 'rep1' ? 'rep1' : `uuid-${uuid('rep1')}`,
      table.representationProfile,
      id,
      building,
    ),
    descriptive: [
      ...entries.map(({ ead }) => ({ member: ead, kind: 'DC' as const })),
      ...records.map((member) => ({ member, kind: { other: 'directive/1' } })),
    ],
    preservation,
    groups: [data],
    divisionType: kind.division,
    divisions: [
      element('div', { ID: id('structMap/data'), LABEL: 'Data' }, element('fptr', { FILEID: groupId(id, data) })),
      element(
        'div',
        { ID: id('structMap/links'), LABEL: 'MetadataLink' },
        ...entries.map(({ ead, record, data: file, ordinal }) => {
          const dmdid = [ead, ...(record ? [record] : [])].map((member) => sectionId(id, member)).join(' ')
          const attributes = {
            ID: id(`structMap/link/${ordinal}`),
            LABEL: 'MetadataLink/File',
            DMDID: dmdid,
            ADMID: admid,
          }
          return element('div', attributes, element('fptr', { FILEID: fileId(id, file) }))
        }),
      ),
    ],
    relative: ({ path }) => path.slice(REP.length),
  })
  return [
    memberOf(`${REP}METS.xml`, mets),
    ...entries.flatMap(({ data: file, ead, record }) => [file, ead, ...(record ? [record] : [])]),
    ...premis,
  ]
}

/** METS of the package, its description, its preservation data and the schemas. */
function packageOf(objid: string, entries: Entry[], [mets]: Member[], building: Building): Member[] {
  const { kind, way, settings, uuid } = building
  const id = (part: string) => `uuid-${uuid(part)}`
  const report = (problem: Diagnostic) => settings.reportOf(null, problem)
  const fields = fillFlat(flatTable('ead'), kind.ead, fileContext(entries, settings), choicesOf(settings, report))
  const digitised = fields.find(({ name }) => name === 'confidenceLevel')?.text === '02'
  if (digitised && fields.some(({ name, text }) => name === 'paperFileCode' && text === null)) {
    report(diagnose('export-missing', { element: 'paperFileCode' }, settings.language))
  }
  const ead = memberOf('metadata/descriptive/EAD.xml', simpleDc(flatTable('ead'), fields))
  const premis = kind.preservation
    ? [memberOf('metadata/preservation/PREMIS.xml', premisOfPackage(objid, building))]
    : []
  const schemas = { use: 'Schemas', members: schemasOf(building) }
  const representation = { use: 'Representations/rep1', members: [mets as Member] }
  const file = metsXml({
    head: {
      ...headOf(objid, kind.profile, id, building),
      type: kind.type,
      alternativeId: way.alternativeId ? (settings.fonds.fileCode ?? null) : null,
    },
    descriptive: [{ member: ead, kind: 'DC' }],
    preservation: premis.map((member) => ({ member, kind: 'PREMIS' as const })),
    groups: [schemas, representation],
    divisions: [
      element('div', {
        ID: id('structMap/metadata'),
        LABEL: 'Metadata',
        DMDID: sectionId(id, ead),
        ADMID: premis.map((member) => sectionId(id, member)).join(' ') || null,
      }),
      element(
        'div',
        { ID: id('structMap/schemas'), LABEL: 'Schemas' },
        element('fptr', { FILEID: groupId(id, schemas) }),
      ),
      element(
        'div',
        { ID: id('structMap/rep1'), LABEL: 'Representations/rep1' },
        element('mptr', {
          LOCTYPE: 'URL',
          'xlink:type': 'simple',
          'xlink:href': (mets as Member).path,
          'xlink:title': groupId(id, representation),
        }),
      ),
    ],
    relative: ({ path }) => path,
  })
  return [memberOf('METS.xml', file), ead, ...premis, ...schemas.members]
}

function headOf(objid: string, profile: string, id: MetsHead['id'], { kind, table, settings }: Building): MetsHead {
  return {
    objid,
    type: 'Mixed',
    profile,
    oais: kind.oais,
    time: settings.time,
    version: manifest.version,
    alternativeId: null,
    namespace: table.namespace,
    id,
  }
}

/** Our own schemas, made of the tables, and those that the operator brings (METS, PREMIS, the extensions of DILCIS). */
function schemasOf({ kind, way, settings }: Building): Member[] {
  const own = new Map<string, string | Uint8Array>([
    ['EAD.xsd', schemaOf(flatTable('ead'), kind.ead)],
    ['EAD_doc.xsd', schemaOf(flatTable('ead-doc'), kind.document)],
    ...settings.schemas,
  ])
  const named = (name: string) => `schemas/${way.schemaNames === 'lower' ? name.toLowerCase() : name}`
  return [...own].map(([name, content]) => memberOf(named(name), content))
}

function fileContext(entries: Entry[], { fonds, time }: PackageSettings): ExportContext {
  const records = entries.map(({ document }) => document.record)
  const { start, end } = periodOf(records.map(({ date }) => date))
  const pages = records.map(pagesOf)
  const digitised = records.filter(isDigitised).length
  const derived = {
    arcFileCode:
      entries[0]?.derived.arcFileCode ??
      (fonds.archiveCode && fonds.fileCode ? `${fonds.archiveCode}.${fonds.fileCode}` : fonds.fileCode),
    fileMode: records.some((record) => levelOf(record) !== null) ? '03' : fonds.mode,
    fileConfidenceLevel: fonds.confidenceLevel ?? (digitised === 0 ? null : digitised === records.length ? '02' : '03'),
    startDate: start,
    endDate: end,
    totalDoc: records.length,
    totalPages: pages.every((each) => each !== null)
      ? pages.reduce((sum: number, each) => sum + (each as number), 0)
      : null,
    direction: fonds.direction === undefined ? null : fonds.direction === 'outgoing' ? '0' : '1',
  }
  return { fonds, derived, time }
}

/** A digitised document was transferred onto this medium; of the others it is said that they came into a package. */
function premisOf(entries: Entry[], building: Building): string {
  const objects = entries.map(({ data, derived, document, ordinal }) => ({
    type: 'file',
    id: `obj-${ordinal}`,
    identifierType: 'Doc',
    identifier: derived.docCode ?? data.path.slice(`${REP}data/`.length),
    sha256: data.sha256,
    bytes: data.size,
    mime: data.mime,
    originalName: document.name,
  }))
  const events = entries.map(({ document }, index) => ({
    ...objects[index],
    uuid: building.uuid(`event/${index}`),
    type: isDigitised(document.record) ? 'transfer' : 'information package creation',
  }))
  return premisXml(objects, events, building)
}

function premisOfPackage(objid: string, building: Building): string {
  const object = { type: 'representation', id: 'obj-1', identifierType: 'UUID', identifier: objid }
  return premisXml(
    [object],
    [{ ...object, uuid: building.uuid('event/package'), type: 'information package creation' }],
    building,
  )
}

function premisXml(objects: object[], events: object[], { settings }: Building): string {
  const derived = { objects, events, software: SOFTWARE, version: manifest.version }
  const report = (problem: Diagnostic) => settings.reportOf(null, problem)
  const [root] = buildTree(
    treeTable('premis').root,
    { fonds: settings.fonds, derived, time: settings.time },
    choicesOf(settings, report),
  )
  return `${printXml(root as NonNullable<typeof root>)}\n`
}
