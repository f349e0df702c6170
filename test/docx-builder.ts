/** Small DOCX files for tests, from the XML of their parts. */
import { strToU8, zipSync } from 'fflate'

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const SPACES = `xmlns:w="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`

/** A paragraph of one run; `run` goes into its w:rPr, `properties` into its w:pPr. */
export function p(text: string, { run = '', properties = '' } = {}): string {
  const content = text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${line}</w:t>`)
    .join('<w:br/>')
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr>${content}</w:r></w:p>`
}

/** A paragraph of automatic list `list` on `level`. */
export const item = (text: string, list = 1, level = 0) =>
  p(text, { properties: `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>` })

/** A table; a cell is one or several paragraphs' XML. */
export const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

/** A level of a list: `level(0, 'decimal', '%1.')`. */
export const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`

export interface Parts {
  body: string
  numbering?: string
  styles?: string
  footnotes?: string
  others?: Record<string, string>
}

/** The bytes of a DOCX. */
export function docx({ body, numbering, styles, footnotes, others = {} }: Parts): Uint8Array {
  const part = (name: string, content: string | undefined) =>
    content === undefined
      ? {}
      : { [`word/${name}.xml`]: strToU8(`<?xml version="1.0"?><w:${name} ${SPACES}>${content}</w:${name}>`) }
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    ...part('document', `<w:body>${body}</w:body>`),
    ...part('numbering', numbering),
    ...part('styles', styles),
    ...part('footnotes', footnotes),
    ...Object.fromEntries(Object.entries(others).map(([name, content]) => [name, strToU8(content)])),
  })
}
