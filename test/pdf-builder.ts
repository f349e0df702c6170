/** A PDF of lines in fonts of one byte a letter, with what their bytes are said to mean. */

export interface OldLine {
  /** One code unit a byte. */
  bytes: string
  font: string
}

/** What a byte is said to mean, where that is not the same sign of Latin 1. */
export type Meanings = Record<number, number>

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

function toUnicode(meanings: Meanings): string {
  const lines = Array.from({ length: 0xe0 }, (_, index) => index + 0x20).map(
    (byte) => `<${hex(byte, 2)}> <${hex(meanings[byte] ?? byte, 4)}>`,
  )
  const parts: string[] = []
  for (let at = 0; at < lines.length; at += 100)
    parts.push(`${Math.min(100, lines.length - at)} beginbfchar\n${lines.slice(at, at + 100).join('\n')}\nendbfchar`)
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n1 begincodespacerange <00> <ff> endcodespacerange\n${parts.join('\n')}\nendcmap end end`
}

/** The pages, each its lines from the top down. */
export function oldPdf(pages: OldLine[][], meanings: Meanings = {}): Buffer {
  const fonts = [...new Set(pages.flat().map(({ font }) => font))]
  const stream = (content: string) => `<</Length ${content.length}>>stream\n${content}\nendstream`
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '', stream(toUnicode(meanings))]
  const names = fonts.map((font, index) => {
    const widths = Array.from({ length: 0xe0 }, () => 500).join(' ')
    objects.push(
      `<</Type/Font/Subtype/TrueType/BaseFont/${font}/FirstChar 32/LastChar 255/Widths[${widths}]/Encoding/WinAnsiEncoding/ToUnicode 3 0 R>>`,
    )
    return `/F${index} ${objects.length} 0 R`
  })
  const kids = pages.map((lines) => {
    const drawn = lines.map(({ bytes, font }, index) => {
      const string = Array.from(bytes, (char) => hex(char.charCodeAt(0), 2)).join('')
      return `BT /F${fonts.indexOf(font)} 12 Tf 1 0 0 1 60 ${780 - index * 20} Tm <${string}> Tj ET`
    })
    objects.push(stream(drawn.join('\n')))
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${objects.length} 0 R/Resources<</Font<<${names.join(' ')}>>>>>>`,
    )
    return `${objects.length} 0 R`
  })
  objects[1] = `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${kids.length}>>`
  return pdfFile(objects)
}

/** A PDF file of its objects, of which the first is the catalogue. */
export function pdfFile(objects: readonly string[]): Buffer {
  let file = '%PDF-1.7\n'
  const places = objects.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  file += `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer <</Size ${size}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
