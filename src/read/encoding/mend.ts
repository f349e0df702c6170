/** Damage that a text took before it came here, mended where one reading is left. */
import { diagnose, type Language } from '../../rules.ts'
import type { Diagnostic } from '../../schema.ts'
import { decodedForm } from '../../text.ts'
import { joinApart } from './apart.ts'
import { restoreAllHorns } from './legacy.ts'
import { restoreStandIns } from './stand-ins.ts'

interface Mended {
  /** In decoded form, in as many lines. */
  text: string
  /** Words that have their `ư` again, and the first line with one, from 1. */
  horns: { count: number; line: number }
  /** Words that were put together. */
  joined: { count: number; line: number }
}

export function mend(source: string): Mended {
  const standing = restoreStandIns(source)
  const joined = joinApart(decodedForm(standing.text))
  const lost = restoreAllHorns(joined.text)
  return {
    text: lost.text,
    horns: { count: standing.count + lost.count, line: standing.line || lost.line },
    joined: { count: joined.count, line: joined.line },
  }
}

/** What was mended, said; `horns` in the text before count too. */
export function mendings(
  { horns, joined }: Pick<Mended, 'horns' | 'joined'>,
  language: Language,
  before = { count: 0, line: 0 },
): Diagnostic[] {
  const said: Diagnostic[] = []
  const tell = (rule: 'lost-letters' | 'letters-apart', count: number, line: number) => {
    if (count > 0) said.push(diagnose(rule, { count: String(count) }, language, line > 0 ? { line } : {}))
  }
  tell('lost-letters', before.count + horns.count, before.line || horns.line)
  tell('letters-apart', joined.count, joined.line)
  return said
}
