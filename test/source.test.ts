/** The source runs as it is, without the build, and says what the built program says. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from './command.ts'

/** Node 22.18 and later read TypeScript themselves. */
const LOADER = 'typescript' in process.features ? [] : ['--import', 'tsx']
const SOURCE = [...LOADER, 'scripts/source.mjs']
const BUILT = ['bin/directive-parse.js']

const FIXTURE = 'fixtures/cong-van/state-khan-many-deadlines.txt'

describe('run from its source, the program says the same of', () => {
  test('a document', () => {
    expect(run([...SOURCE, FIXTURE, '--json'])).toBe(run([...BUILT, FIXTURE, '--json']))
  })

  test('a page on which a person checks', async () => {
    const folder = await temporaryFolder()
    const page = (program: string[]) => {
      run([...program, FIXTURE, '-o', join(folder, 'records'), '--review', join(folder, 'page.html'), '--quiet'])
      return readFileSync(join(folder, 'page.html'), 'utf8')
    }
    expect(page(SOURCE)).toBe(page(BUILT))
  })
})

const run = (words: string[]) => execFileSync(process.execPath, words, { encoding: 'utf8' })
