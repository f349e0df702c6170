/**
 * Real documents, which are no part of the project: run where `DIRECTIVE_CORPUS` names a folder of `seeds/`, `dev/`
 * (each with `text/` and `gold/`) and `raw/`. Says how right the records are, and fails where they were righter before.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseDecoded } from '../src/pipeline.ts'
import { readSource } from '../src/read/index.ts'
import { ReadError, readOptions } from '../src/read/options.ts'
import { recordSchema } from '../src/schema.ts'
import { segment } from '../src/segment/segment.ts'
import { accuracyTable, groupFigures, losses } from './accuracy/accuracy-table.ts'
import { halves, readPairs } from './accuracy/documents.ts'
import { score } from './accuracy/score.ts'
import { evidenceFaults } from './evidence.ts'
import { unless } from './needs.ts'
import { lostLines } from './ownership.ts'

const corpus = process.env.DIRECTIVE_CORPUS ?? ''

unless(corpus !== '', 'DIRECTIVE_CORPUS names no folder of real documents').describe('the corpus', () => {
  const pairsOf = (part: string) => readPairs({ text: join(corpus, part, 'text'), gold: join(corpus, part, 'gold') })

  test('every field of the seeds is right', () => {
    const { documents, differences } = score(pairsOf('seeds'))
    expect(documents).toBe(4)
    expect(differences).toEqual([])
  })

  test('no group has fallen more than a point below its baseline', () => {
    const pairs = pairsOf('dev')
    const { tuned, aside } = halves(pairs)
    for (const [name, half] of Object.entries({ tuned, aside }))
      console.log(`# ${name}\n\n${accuracyTable(score(half))}`)
    const baseline = JSON.parse(readFileSync(new URL('accuracy/accuracy.baseline.json', import.meta.url), 'utf8'))
    expect(losses(baseline, groupFigures(score(pairs)))).toEqual([])
  })

  test.each(['seeds/text', 'dev/text', 'raw', 'dev/originals'])(
    'every document of %s gives a sound record, or is refused in one line',
    async (part) => {
      const unsound: string[] = []
      for (const name of readdirSync(join(corpus, part)).sort())
        unsound.push(...(await faultsOf(join(corpus, part, name))).map((fault) => `${name}: ${fault}`))
      expect(unsound).toEqual([])
    },
    600_000,
  )
})

async function faultsOf(path: string): Promise<string[]> {
  const bytes = readFileSync(path)
  const decoded = await readSource(bytes, { ...readOptions({ ocr: 'never' }), path }).catch((error: unknown) => error)
  if (decoded instanceof ReadError)
    return decoded.message.includes('\n') ? [`refused in several lines: ${decoded.message}`] : []
  if (decoded instanceof Error) return [`not refused, but thrown: ${decoded.stack}`]
  const source = decoded as Awaited<ReturnType<typeof readSource>>
  const record = parseDecoded(source, bytes)
  return [
    ...(recordSchema.safeParse(record).error ? ['breaks the schema'] : []),
    ...evidenceFaults(record, source.text),
    ...lostLines(source.text, segment(source.text), record.diagnostics).map(({ line }) => `line ${line} is lost`),
  ]
}
