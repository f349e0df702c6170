import { greatest } from '../arrays.ts'
/** Tables for the eye: columns padded with spaces, in terminals and in logs alike. */

export interface TableChoices {
  /** Columns that are set flush right. */
  right?: number[]
}

export function printTable(head: string[], rows: string[][], { right = [] }: TableChoices = {}): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) => greatest(all.map((row) => [...(row[column] ?? '')].length)))
  const line = (row: string[]) =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat((widths[column] as number) - [...cell].length)
        return right.includes(column) ? gap + cell : cell + gap
      })
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  return `${[line(head), rule, ...rows.map(line)].join('\n')}\n`
}
