/** edXML, pre-filled and never sent. */
import { textFormat } from './emitter.ts'

export const edxml = textFormat({
  name: 'edxml',
  help: {
    en: 'edXML messages of QCVN 102:2016/BTTTT, pre-filled, never sent',
    vi: 'thông điệp edXML theo QCVN 102:2016/BTTTT, điền sẵn, không gửi',
  },
  extension: '.edxml',
  holds: 'documents',
  load: async () => {
    const { describe, staysOut, xmlEmitter } = await import('../export/describe.ts')
    return xmlEmitter((document, settings) =>
      staysOut(document, settings) ? null : describe('edxml', document, settings),
    )
  },
})
