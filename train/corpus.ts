/** Documents with right values: the fixtures of this project, and those of a corpus beside it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { finishText } from '../src/read/plain.ts'
import { joinFirstWords } from '../src/segment/first-words.ts'
import type { Gold } from '../test/accuracy/gold.ts'
import { loadFixtures } from '../test/fixtures.ts'
import type { Truth } from './gold.ts'

export interface KnownDocument {
  id: string
  /** Where it comes from: what is left out as a whole when a reader is judged. */
  source: string
  text: string
  truth: Truth
  gold?: Gold
}

const SETS = ['dev', 'more', 'forms']

/** The text as the first reader has it. */
export const readable = (text: string) => joinFirstWords(finishText(text, { language: 'en' }).text)

/** Documents with gold of a corpus; none where there is no such folder. */
export function corpusDocuments(folder: string | undefined): KnownDocument[] {
  if (!folder || !existsSync(folder)) return []
  return SETS.flatMap((set) =>
    readdirSync(join(folder, set, 'gold'))
      .filter((name) => name.endsWith('.json'))
      .sort()
      .flatMap((name) => {
        const text = join(folder, set, 'text', name.replace(/json$/, 'txt'))
        if (!existsSync(text)) return []
        const gold = JSON.parse(readFileSync(join(folder, set, 'gold', name), 'utf8')) as Gold
        const { parent, issuer, number, place, date, type, subject, addressees, recipients, archive, signatures } = gold
        const truth = {
          parent,
          issuer,
          number,
          place,
          date,
          type,
          subject,
          addressees,
          recipients,
          archive,
          signatures,
        }
        return [
          {
            id: gold.id,
            source: gold.id.replace(/-\d+$/, ''),
            text: readable(readFileSync(text, 'utf8')),
            truth,
            gold,
          },
        ]
      }),
  )
}

/** The fixtures that are official documents; a key that a truth leaves out is not known. */
export const fixtureDocuments = (): KnownDocument[] =>
  loadFixtures()
    .filter(({ expected }) => expected.kind === 'directive')
    .map(({ path, text, expected }) => {
      const { parentIssuer: parent, recipients, ...others } = expected
      const texts = recipients?.map((each) => each.text ?? '')
      const truth = { ...others, ...(parent !== undefined && { parent }), ...(texts && { recipients: texts }) } as Truth
      return { id: path, source: 'fixtures', text: readable(text), truth }
    })
