/** Simple Dublin Core, one description a document. */
import { textFormat } from './emitter.ts'

export const dc = textFormat({
  name: 'dc',
  help: { en: 'Dublin Core (oai_dc)', vi: 'Dublin Core (oai_dc)' },
  extension: '.xml',
  holds: 'documents',
  load: async () => {
    const { describe, xmlEmitter } = await import('../export/describe.ts')
    return xmlEmitter((document, settings) => describe('dc', document, settings))
  },
})
