/** EAD3, one finding aid with a component for each document. */
import { textFormat } from './emitter.ts'

export const ead3 = textFormat({
  name: 'ead3',
  help: {
    en: 'one finding aid in EAD3, a component each document',
    vi: 'công cụ tra cứu EAD3, mỗi văn bản một thành phần',
  },
  extension: '.xml',
  holds: 'collection',
  load: async () => (await import('../export/ead3.ts')).ead3Emitter,
})
