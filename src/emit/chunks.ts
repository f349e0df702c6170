/** NDJSON pieces for search and language models. */
import { LINES, textFormat } from './emitter.ts'

export const chunks = textFormat({
  name: 'chunks',
  help: {
    en: 'NDJSON pieces with path, page and span, for search and language models',
    vi: 'chia đoạn kèm vị trí và trang, mỗi đoạn một dòng NDJSON, để tìm kiếm và dùng với mô hình ngôn ngữ',
  },
  extension: '.chunks.ndjson',
  holds: 'documents',
  load: async () => {
    const { chunksOf } = await import('../export/chunks.ts')
    return {
      print: (document, settings) =>
        chunksOf(document, settings)
          ?.map((chunk) => JSON.stringify(chunk))
          .join('\n') || null,
      single: LINES,
      several: LINES,
    }
  },
})
