/** A PDF of a letter in which a form draws another twice, and so on: each level doubles the time that a reader takes. */

import { pdfFile } from './pdf-builder.ts'

/** From this many levels on it takes longer than anybody waits. */
export const ENDLESS = 40

/** The option with which the program draws all of it. */
export const ALL_DRAWN = ['--max-drawn', '8000000G']

export function drawnAgain(levels: number, words = 'So: 05/CT-UBND'): Uint8Array {
  const text = `BT /F1 12 Tf 72 700 Td (${words} ${'bao cao '.repeat(30)}) Tj ET /X6 Do`
  const stream = (dictionary: string, content: string) =>
    `<<${dictionary}/Length ${content.length}>>stream\n${content}\nendstream`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X6 6 0 R>>>>>>',
    stream('', text),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  for (let level = 0; level <= levels; level++) {
    const next = `X${objects.length + 2}`
    const isLast = level === levels
    const inner = isLast ? '' : `/Resources<</XObject<</${next} ${objects.length + 2} 0 R>>>>`
    objects.push(stream(`/Type/XObject/Subtype/Form/BBox[0 0 9 9]${inner}`, isLast ? '' : `/${next} Do /${next} Do`))
  }
  return pdfFile(objects)
}
