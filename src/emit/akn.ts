/** Akoma Ntoso 3.0, one document a file. */
import { textFormat } from './emitter.ts'

export const akn = textFormat({
  name: 'akn',
  help: {
    en: 'Akoma Ntoso 3.0: act, statement or doc by type',
    vi: 'Akoma Ntoso 3.0: act, statement hoặc doc tùy loại văn bản',
  },
  extension: '.akn.xml',
  holds: 'documents',
  load: async () => {
    const [{ aknOf }, { xmlEmitter }] = await Promise.all([
      import('../export/akn/akn.ts'),
      import('../export/describe.ts'),
    ])
    return xmlEmitter(aknOf)
  },
})
