/** A static repository of OAI-PMH. */
import { textFormat } from './emitter.ts'

export const oai = textFormat({
  name: 'oai',
  help: {
    en: 'a static repository of OAI-PMH 2.0, in Dublin Core',
    vi: 'kho tĩnh OAI-PMH 2.0, mô tả bằng Dublin Core',
  },
  extension: '.xml',
  holds: 'collection',
  needs: ['repository', 'time'],
  load: async () => (await import('../export/oai.ts')).oaiEmitter,
})
