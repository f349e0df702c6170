/** METS 1.12 with the extension of E-ARK CSIP 2.0.4: one for the package, one for its representation. */
import { type Attributes, type Content, element, type Element, printXml } from '../export/xml.ts'
import type { PackageTable } from '../export/shapes.ts'
import type { Member } from './members.ts'

/** Of the vocabulary of content information types: no one specification rules what is inside. */
const CONTENT = 'MIXED'

export interface MetsHead {
  objid: string
  type: string
  profile: string
  oais: string
  /** Of creation, with milliseconds and offset. */
  time: string
  version: string
  alternativeId: string | null
  namespace: PackageTable['namespace']
  /** An identifier for a part of this file, by a name that is its own in it. */
  id(part: string): string
}

/** A piece of metadata beside the METS file: descriptive, preservation, or of another kind. */
export interface MetadataFile {
  member: Member
  kind: 'DC' | 'PREMIS' | { other: string }
}

/** Where a member stands as seen from the METS file that names it. */
export type Relative = (member: Member) => string

export interface FileGroup {
  use: string
  members: Member[]
}

export interface MetsFile {
  head: MetsHead
  descriptive: MetadataFile[]
  preservation: MetadataFile[]
  groups: FileGroup[]
  /** The divisions of the physical structure, below the one that stands for all. */
  divisions: Content[]
  divisionType?: string
  relative: Relative
}

export function metsXml({
  head,
  descriptive,
  preservation,
  groups,
  divisions,
  divisionType,
  relative,
}: MetsFile): string {
  const { namespace, id, time } = head
  const root = element(
    'mets',
    {
      xmlns: namespace.mets,
      'xmlns:xsi': namespace.xsi,
      'xmlns:xlink': namespace.xlink,
      'xmlns:csip': namespace.csip,
      OBJID: head.objid,
      TYPE: head.type,
      'csip:CONTENTINFORMATIONTYPE': CONTENT,
      PROFILE: head.profile,
    },
    headerOf(head),
    ...descriptive.map((file) =>
      element(
        'dmdSec',
        { ID: sectionId(id, file.member), CREATED: time, STATUS: 'CURRENT' },
        reference(file, head, relative),
      ),
    ),
    preservation.length > 0 &&
      element(
        'amdSec',
        { ID: id('amdSec') },
        ...preservation.map((file) =>
          element('digiprovMD', { ID: sectionId(id, file.member), STATUS: 'CURRENT' }, reference(file, head, relative)),
        ),
      ),
    element('fileSec', { ID: id('fileSec') }, ...groups.map((group) => groupOf(group, head, relative))),
    element(
      'structMap',
      { ID: id('structMap'), TYPE: 'PHYSICAL', LABEL: 'CSIP' },
      element('div', { ID: id('structMap/all'), LABEL: head.objid, TYPE: divisionType }, ...divisions),
    ),
  )
  return `${printXml(root)}\n`
}

function headerOf({ time, oais, version, alternativeId }: MetsHead): Element {
  return element(
    'metsHdr',
    { CREATEDATE: time, LASTMODDATE: time, RECORDSTATUS: 'NEW', 'csip:OAISPACKAGETYPE': oais },
    element(
      'agent',
      { ROLE: 'CREATOR', TYPE: 'OTHER', OTHERTYPE: 'SOFTWARE' },
      element('name', {}, 'directive-parse'),
      element('note', { 'csip:NOTETYPE': 'SOFTWARE VERSION' }, version),
    ),
    alternativeId !== null && element('altRecordID', {}, alternativeId),
  )
}

export const sectionId = (id: MetsHead['id'], member: Member) => id(`section/${member.path}`)
export const groupId = (id: MetsHead['id'], { use }: FileGroup) => id(`group/${use}`)
/** An identifier of a file begins with `ID-`, those of parts with `uuid-`. */
export const fileId = (id: MetsHead['id'], member: Member) => id(`file/${member.path}`).replace(/^uuid-/, 'ID-')

function reference({ member, kind }: MetadataFile, { id, time }: MetsHead, relative: Relative): Element {
  const type: Attributes = typeof kind === 'object' ? { MDTYPE: 'OTHER', OTHERMDTYPE: kind.other } : { MDTYPE: kind }
  return element('mdRef', {
    ID: id(`reference/${member.path}`),
    LOCTYPE: 'URL',
    ...type,
    MDTYPEVERSION: '1.0.0',
    'xlink:type': 'simple',
    'xlink:href': hrefOf(relative(member)),
    ...describing(member, time),
  })
}

const describing = ({ mime, size, sha256 }: Member, time: string): Attributes => ({
  MIMETYPE: mime,
  SIZE: size,
  CREATED: time,
  CHECKSUMTYPE: 'SHA-256',
  CHECKSUM: sha256,
})

function groupOf(group: FileGroup, head: MetsHead, relative: Relative): Element {
  const files = group.members.map((member) =>
    element(
      'file',
      { ID: fileId(head.id, member), ...describing(member, head.time) },
      element('FLocat', { LOCTYPE: 'URL', 'xlink:type': 'simple', 'xlink:href': hrefOf(relative(member)) }),
    ),
  )
  const content = group.use.startsWith('Representations') ? { 'csip:CONTENTINFORMATIONTYPE': CONTENT } : {}
  return element('fileGrp', { ID: groupId(head.id, group), USE: group.use, ...content }, ...files)
}

/** A path as a relative reference: letters outside ASCII and spaces are escaped (xs:anyURI). */
export const hrefOf = (path: string) => path.split('/').map(encodeURIComponent).join('/')
