/** `npm run noise`: the noise table; `--markdown`: as it stands in the README. */
import { parseArgs } from 'node:util'
import { printTable } from '../../src/cli/table.ts'
import { noiseCounts, noiseMarkdown } from './noise-table.ts'

const { values } = parseArgs({ options: { markdown: { type: 'boolean', default: false } } })
const markdown = noiseMarkdown(noiseCounts())

if (values.markdown) console.log(markdown)
else {
  const [header, , ...rows] = markdown.split('\n').map((line) => line.slice(2, -2).split(' | ')) as [
    string[],
    string[],
    ...string[][],
  ]
  console.log(printTable(header, rows, { right: header.map((_, at) => at).slice(1) }))
}
