/** A finding aid in EAD3 around the components of the documents. */
import manifest from '../../package.json' with { type: 'json' }
import type { Frame, TextEmitter } from '../emit/emitter.ts'
import { describe } from './describe.ts'
import type { ExportSettings } from './settings.ts'
import { element, printElement, printXml } from './xml.ts'

const SLOT = 'the documents'
const LEVELS = 4

export const ead3Emitter: TextEmitter = {
  print: (document, settings) => printElement(describe('ead3', document, settings), LEVELS),
  single: { open: '', between: '', close: '' },
  several: frame,
}

/** What stands before and behind the components; the parts that no fonds.yaml names stay empty. */
function frame({ fonds, time }: ExportSettings): Frame {
  const title = fonds.title ?? fonds.fondsName ?? ''
  const [day] = time?.split('T') ?? []
  const aid = element(
    'ead',
    { xmlns: 'http://ead3.archivists.org/schema/' },
    element(
      'control',
      {},
      element('recordid', {}, fonds.fileCode ?? fonds.fondsCode ?? 'directive-parse'),
      element('filedesc', {}, element('titlestmt', {}, element('titleproper', {}, title))),
      element('maintenancestatus', { value: 'new' }),
      element('maintenanceagency', {}, element('agencyname', {}, fonds.archiveName ?? fonds.agencyName)),
      element(
        'languagedeclaration',
        {},
        element('language', { langcode: 'vie' }, 'Tiếng Việt'),
        element('script', { scriptcode: 'Latn' }, 'Latin'),
      ),
      element(
        'maintenancehistory',
        {},
        element(
          'maintenanceevent',
          {},
          element('eventtype', { value: 'created' }),
          element('eventdatetime', { standarddatetime: time }, day?.split('-').reverse().join('/')),
          element('agenttype', { value: 'machine' }),
          element('agent', {}, `directive-parse ${manifest.version}`),
        ),
      ),
    ),
    element(
      'archdesc',
      { level: fonds.fileCode === undefined ? 'fonds' : 'file' },
      element('did', {}, element('unitid', {}, fonds.fileCode ?? fonds.fondsCode), element('unittitle', {}, title)),
      element('dsc', {}, element('c', {}, SLOT)),
    ),
  )
  const [open = '', close = ''] = printXml(aid).split(`<c>${SLOT}</c>`)
  return { open: open.trimEnd() + '\n        ', between: '\n        ', close: `\n      ${close.trimStart()}\n` }
}
