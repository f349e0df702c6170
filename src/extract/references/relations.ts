/**
 * How a document stands to the one that cites it, by the words before the citation.
 *
 * > | Căn cứ khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP
 *     ^^^^^^ basis
 */
import type { ReferenceRecord } from '../../schema.ts'
import { isCapitalAt, skeleton } from '../../text.ts'
import { vocabulary } from './vocabulary.ts'

type Relation = NonNullable<ReferenceRecord['relation']>

const REACH = 90

/** Only an act's own words change another document; `được sửa đổi`, `Luật sửa đổi` tell of what others did. */
const CHANGES: ReadonlySet<Relation> = new Set(['amends', 'replaces', 'repeals'])

/**
 * The relation said by the nearest cue in the clause before `start`, not before `floor`; null where there is none.
 * A change right at the end of another citation, `cited`, is what that other document did.
 */
export function relationBefore(text: string, start: number, floor: number, cited?: number): Relation | null {
  const from = Math.max(floor, start - REACH)
  const clause = clauseBefore(text, from, start)
  const isFirst = clause.length === start - (cited ?? -1)
  const relation = relationIn(clause, isFirst)
  // `Sửa đổi Quy định ban hành kèm theo Quyết định số …`: who changes the annex changes the document
  const annex = relation === null ? null : vocabulary().annexed.exec(skeleton(clause).trimEnd())
  const changed = annex ? relationIn(clause.slice(0, annex.index), isFirst) : null
  return changed !== null && CHANGES.has(changed) ? changed : relation
}

/** What the nearest cue of a clause says; `isFirst` where the clause begins at the end of another citation. */
function relationIn(printed: string, isFirst: boolean): Relation | null {
  const { relations, told, typeEnd } = vocabulary()
  const clause = printed.toLowerCase()
  let relation: Relation | null = null
  let nearest = -1
  for (const cue of relations) {
    cue.pattern.lastIndex = 0
    for (let match = cue.pattern.exec(clause); match; match = cue.pattern.exec(clause)) {
      const end = match.index + match[0].length
      if (cue.relation === 'basis' && clause.slice(0, match.index).trim() === '') return 'basis'
      if (end <= nearest || isNamed(printed, match.index, match[0])) continue
      nearest = end
      const before = skeleton(clause.slice(0, match.index)).trimEnd()
      relation =
        CHANGES.has(cue.relation) && (told.test(before) || typeEnd.test(before) || (before === '' && isFirst))
          ? 'cites'
          : cue.relation
    }
  }
  return relation
}

/** `Sửa đổi Quy định bến đò …`: with a capital inside the clause a type is the name of a document. */
const isNamed = (clause: string, at: number, word: string): boolean =>
  clause.slice(0, at).trim() !== '' && isCapitalAt(clause, at) && vocabulary().types.has(skeleton(word))

/** The words between the last sign that ends a clause and `start`. */
function clauseBefore(text: string, from: number, start: number): string {
  let at = start
  while (at > from && !';:.()'.includes(text[at - 1] as string)) at--
  return text.slice(at, start)
}
