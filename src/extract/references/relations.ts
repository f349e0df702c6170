/**
 * How a document stands to the one that cites it, by the words before the citation.
 *
 * > | Căn cứ khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP
 *     ^^^^^^ basis
 */
import type { ReferenceRecord } from '../../schema.ts'
import { skeleton } from '../../text.ts'
import { vocabulary } from './vocabulary.ts'

type Relation = NonNullable<ReferenceRecord['relation']>

const REACH = 90

/** Only an act's own words change another document; `được sửa đổi`, `Luật sửa đổi` tell of what others did. */
const CHANGES: ReadonlySet<Relation> = new Set(['amends', 'replaces', 'repeals'])

/** The relation said by the nearest cue in the clause before `start`; `cites` where there is none. */
export function relationBefore(text: string, start: number, floor: number): Relation {
  const { relations, told, typeEnd } = vocabulary()
  const from = Math.max(floor, start - REACH)
  const clause = /[^;:.()]*$/.exec(text.slice(from, start).toLowerCase())?.[0] ?? ''
  let relation: Relation = 'cites'
  let nearest = -1
  for (const cue of relations) {
    cue.pattern.lastIndex = 0
    for (let match = cue.pattern.exec(clause); match; match = cue.pattern.exec(clause)) {
      const end = match.index + match[0].length
      if (cue.relation === 'basis' && clause.slice(0, match.index).trim() === '') return 'basis'
      if (end <= nearest) continue
      nearest = end
      const before = skeleton(clause.slice(0, match.index)).trimEnd()
      relation = CHANGES.has(cue.relation) && (told.test(before) || typeEnd.test(before)) ? 'cites' : cue.relation
    }
  }
  return relation
}
