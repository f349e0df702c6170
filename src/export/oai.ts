/**
 * A static repository of OAI-PMH 2.0: one XML file that a gateway serves to harvesters. Days are its finest grain, and
 * it has no sets (Specification for an OAI Static Repository, 2004).
 */
import type { Frame, TextEmitter } from '../emit/emitter.ts'
import { describe, staysOut } from './describe.ts'
import type { ExportSettings } from './settings.ts'
import { element, printElement, printXml } from './xml.ts'

const SLOT = 'the records'

export const oaiEmitter: TextEmitter = {
  print: (document, settings) => {
    if (staysOut(document, settings)) return null
    const host = new URL(settings.fonds.repository?.baseURL ?? '').hostname
    const record = element(
      'oai:record',
      {},
      element(
        'oai:header',
        {},
        element('oai:identifier', {}, `oai:${host}:${document.record.source.sha256}`),
        element('oai:datestamp', {}, dayOf(settings)),
      ),
      element('oai:metadata', {}, describe('dc', document, settings)),
    )
    return printElement(record, 2)
  },
  single: { open: '', between: '', close: '' },
  several: frame,
}

const dayOf = ({ time }: ExportSettings) => time?.slice(0, 'YYYY-MM-DD'.length)

function frame(settings: ExportSettings): Frame {
  const { repository } = settings.fonds
  const root = element(
    'Repository',
    {
      xmlns: 'http://www.openarchives.org/OAI/2.0/static-repository',
      'xmlns:oai': 'http://www.openarchives.org/OAI/2.0/',
    },
    element(
      'Identify',
      {},
      element('oai:repositoryName', {}, repository?.name),
      element('oai:baseURL', {}, repository?.baseURL),
      element('oai:protocolVersion', {}, '2.0'),
      element('oai:adminEmail', {}, repository?.adminEmail),
      element('oai:earliestDatestamp', {}, dayOf(settings)),
      element('oai:deletedRecord', {}, 'no'),
      element('oai:granularity', {}, 'YYYY-MM-DD'),
    ),
    element(
      'ListMetadataFormats',
      {},
      element(
        'oai:metadataFormat',
        {},
        element('oai:metadataPrefix', {}, 'oai_dc'),
        element('oai:schema', {}, 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd'),
        element('oai:metadataNamespace', {}, 'http://www.openarchives.org/OAI/2.0/oai_dc/'),
      ),
    ),
    element('ListRecords', { metadataPrefix: 'oai_dc' }, element('oai:record', {}, SLOT)),
  )
  const [open = '', close = ''] = printXml(root).split(`<oai:record>${SLOT}</oai:record>`)
  return { open: `${open.trimEnd()}\n    `, between: '\n    ', close: `\n  ${close.trimStart()}\n` }
}
