/** The orders in which a header of two columns reaches a parser. */
import type { HeaderLayout, HeaderParts } from './header.ts'

/** The document with its header in the layout. */
export function layOut(parts: HeaderParts, layout: HeaderLayout): string {
  const lines = [...parts.marks, ...LAYOUTS[layout](parts), ...below(parts, layout)]
  return `${parts.before}${lines.join('\n')}\n${parts.after}`
}

const LAYOUTS: Record<HeaderLayout, (parts: HeaderParts) => string[]> = {
  columns: (parts) =>
    rows(parts).map(([left, right]) => (right ? `  ${left.padEnd(44)}   ${right}` : `  ${left}`).trimEnd()),
  joined: (parts) => rows(parts).map((row) => row.filter(Boolean).join(' ')),
  zigzag: (parts) => rows(parts).flatMap((row) => row.filter(Boolean)),
  'left-then-right': (parts) => [...left(parts), ...right(parts)],
  'right-then-left': (parts) => [...right(parts), ...left(parts)],
  'date-above-number': ({ issuer, titles, star, placeDate, number, ...parts }) => [
    ...titles,
    ...issuer,
    ...(star ? [star] : []),
    placeDate,
    number,
    ...hanging(parts),
  ],
  'subject-beside-date': (parts) => besideDate(parts),
  'one-line': (parts) => [rows(parts).flat().filter(Boolean).join(' ')],
  pipes: (parts) => rows(parts).map(([left, right]) => `|${left.padEnd(50)}|    |${right.padEnd(60)}|`),
}

/** Heading and subject of a named type; a letter's subject hangs below its number. */
function below({ heading, subject }: HeaderParts, layout: HeaderLayout): string[] {
  if (heading === null) return layout === 'one-line' ? [] : ['']
  if (layout === 'one-line') return [`${heading} ${subject.join(' ')}`]
  return ['', heading, ...subject, '']
}

const hanging = ({ heading, subject }: Pick<HeaderParts, 'heading' | 'subject'>) => (heading === null ? subject : [])
const left = (parts: HeaderParts) => [
  ...parts.issuer,
  ...(parts.star ? [parts.star] : []),
  parts.number,
  ...hanging(parts),
]
const right = (parts: HeaderParts) => [...parts.titles, parts.placeDate]

/** Left and right cell of each row; place and date stand beside the number, or beside the star of a Party header. */
function rows(parts: HeaderParts): [string, string][] {
  const lefts = left(parts)
  const dated = parts.star ? parts.issuer.length : Math.max(parts.issuer.length, parts.titles.length)
  const cells: [string, string][] = []
  const names = [...parts.issuer]
  for (let row = 0; row < dated; row++) cells.push([names[row] ?? '', parts.titles[row] ?? ''])
  lefts.slice(parts.issuer.length).forEach((cell, index) => {
    cells.push([cell, index === 0 ? parts.placeDate : ''])
  })
  return cells
}

/** The date stands beside the last line of the subject instead of beside the number. */
function besideDate(parts: HeaderParts): string[] {
  const cells = rows({ ...parts, placeDate: '' })
  const lastRow = cells.length - 1
  return cells.map(([left, right], row) =>
    [left, row === lastRow ? parts.placeDate : right].filter(Boolean).join('   '),
  )
}
