/** Markdown with front matter. */
import { ALONE, textFormat } from './emitter.ts'

export const markdown = textFormat({
  name: 'markdown',
  help: {
    en: 'Markdown: headings and lists, with front matter',
    vi: 'Markdown: đề mục và danh sách, có phần khai báo đầu tệp',
  },
  extension: '.md',
  holds: 'documents',
  load: async () => {
    const { markdownOf } = await import('../export/markdown.ts')
    return { print: markdownOf, single: ALONE, several: { open: '', between: '\n\n', close: '\n' } }
  },
})
