/** The metadata of a PDF as XMP: title, author, number and date in the terms of Dublin Core. */
import { element, printElement } from '../export/xml.ts'
import type { DocumentTitle } from './document-title.ts'

const list = (name: string, kind: 'Alt' | 'Seq', value: string | null) =>
  value !== null &&
  element(
    name,
    {},
    element(`rdf:${kind}`, {}, element('rdf:li', kind === 'Alt' ? { 'xml:lang': 'x-default' } : {}, value)),
  )

const described = (...content: Parameters<typeof element>[2][]) =>
  element(
    'rdf:Description',
    { 'rdf:about': '', 'xmlns:dc': 'http://purl.org/dc/elements/1.1/', 'xmlns:pdf': 'http://ns.adobe.com/pdf/1.3/' },
    ...content,
  )

/** What the information dictionary of a PDF has no place for: number, date, language. */
const beyondInfo = ({ number, date }: DocumentTitle) => [
  number !== null && element('dc:identifier', {}, number),
  list('dc:date', 'Seq', date),
  element('dc:language', {}, element('rdf:Bag', {}, element('rdf:li', {}, 'vi'))),
]

/** That alone, as one description that goes beside others. */
export const descriptionOf = (title: DocumentTitle): string => printElement(described(...beyondInfo(title)))

/** A whole packet. The byte order mark and the identifier are those of the specification (XMP, part 1). */
export function xmpOf(title: DocumentTitle): string {
  const own = described(
    list('dc:title', 'Alt', title.title),
    list('dc:creator', 'Seq', title.author),
    list('dc:description', 'Alt', title.subject),
    ...beyondInfo(title),
    title.number !== null && element('pdf:Keywords', {}, title.number),
  )
  const meta = element(
    'x:xmpmeta',
    { 'xmlns:x': 'adobe:ns:meta/' },
    element('rdf:RDF', { 'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' }, own),
  )
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${printElement(meta)}\n<?xpacket end="w"?>`
}
