/** Records against gold: what was found, what was right, and whether the grades tell the truth. */
import type { DirectiveRecord } from '../../src/schema.ts'
import { FIELDS, type Field, GRADED, GROUPS, isScored, withoutOptional } from './fields.ts'
import { agreement } from './folding.ts'
import type { Gold } from './gold.ts'

export interface Pair {
  gold: Gold
  /** Null where no record was made: nothing was found. */
  record: DirectiveRecord | null
}

/** Values in the gold, values given, and of these the right ones, strictly and softly. */
export interface Count {
  support: number
  found: number
  strict: number
  soft: number
}

/** A value that only one side has, or that only nearly agrees. */
export interface Difference {
  id: string
  field: string
  gold: string | null
  record: string | null
}

export interface Score {
  documents: number
  fields: Record<string, Count>
  groups: Record<string, Count>
  /** Documents whose whole header is strictly right. */
  wholeHeaders: number
  /** Header values graded `certain`, and of these the wrong ones. */
  certain: number
  certainWrong: number
  /** Header values that are right, and of these those graded `certain`. */
  right: number
  rightCertain: number
  differences: Difference[]
}

export function score(pairs: Pair[]): Score {
  const total: Score = {
    documents: pairs.length,
    fields: Object.fromEntries(Object.keys(FIELDS).map((name) => [name, { support: 0, found: 0, strict: 0, soft: 0 }])),
    groups: {},
    wholeHeaders: 0,
    certain: 0,
    certainWrong: 0,
    right: 0,
    rightCertain: 0,
    differences: [],
  }
  for (const pair of pairs) addDocument(total, pair)
  for (const [group, names] of Object.entries(GROUPS))
    total.groups[group] = sum(names.map((name) => total.fields[name] as Count))
  return total
}

function addDocument(total: Score, { gold, record }: Pair): void {
  let wholeHeader = true
  for (const [name, field] of Object.entries(FIELDS)) {
    if (!isScored(gold, name)) continue
    const given = record ? withoutOptional(gold, name, field.record(record)) : []
    const wanted = wantedValues(gold, name, field, given)
    const { strict, soft, differences } = matched(wanted, given, field)
    const count = total.fields[name] as Count
    count.support += wanted.length
    count.found += given.length
    count.strict += strict
    count.soft += soft
    if (GROUPS.header?.includes(name) && differences.length > 0) wholeHeader = false
    total.differences.push(...differences.map((difference) => ({ id: gold.id, field: name, ...difference })))
    judgeGrade(total, name, record, {
      soft,
      wrong: differences.some((each) => each.gold === null || each.record === null),
    })
  }
  if (wholeHeader) total.wholeHeaders++
}

function judgeGrade(
  total: Score,
  name: string,
  record: DirectiveRecord | null,
  { soft, wrong }: { soft: number; wrong: boolean },
): void {
  const pointer = GRADED[name]
  if (pointer === undefined) return
  const certain = record?.evidence[pointer]?.grade === 'certain'
  total.right += soft
  if (!certain) return
  total.certain++
  total.rightCertain += soft
  if (wrong) total.certainWrong++
}

/** What the gold wants: its own values, or another reading that is right too and that the record gives. */
function wantedValues(gold: Gold, name: string, field: Field, given: string[]): string[] {
  let wanted = field.gold(gold)
  if (
    name === 'issuer' &&
    wanted.length === 0 &&
    gold.issuerInferred &&
    given[0] &&
    agreement(gold.issuerInferred, given[0])
  ) {
    wanted = [gold.issuerInferred]
  }
  for (const alternative of [gold.alt?.[name] ?? []].flat()) {
    if (alternative === null && given.length === 0) return []
    const other = alternative === null ? null : [alternative].flat().join(',')
    if (other !== null && given.some((value) => agreement(other, value) === 2)) return [other]
  }
  return wanted
}

type Unplaced = Omit<Difference, 'id' | 'field'>

/** Each wanted value takes the best of the given ones that are left. */
function matched(
  wanted: string[],
  given: string[],
  field: Field,
): { strict: number; soft: number; differences: Unplaced[] } {
  const left = [...given]
  const differences: Unplaced[] = []
  let [strict, soft] = [0, 0]
  for (const gold of wanted) {
    const grades = left.map((value) => field.compare(gold, value))
    const best = Math.max(0, ...grades)
    const record = best === 0 ? null : (left.splice(grades.indexOf(best as 1 | 2), 1)[0] as string)
    if (best > 0) soft++
    if (best === 2) strict++
    else differences.push({ gold, record })
  }
  return { strict, soft, differences: [...differences, ...left.map((record) => ({ gold: null, record }))] }
}

const sum = (counts: Count[]): Count =>
  counts.reduce(
    (all, each) => ({
      support: all.support + each.support,
      found: all.found + each.found,
      strict: all.strict + each.strict,
      soft: all.soft + each.soft,
    }),
    { support: 0, found: 0, strict: 0, soft: 0 },
  )

/** Harmonic mean of precision and recall, 0 to 1; 1 where nothing was wanted and nothing given. */
export function f1({ support, found }: Count, right: number): number {
  if (support === 0 && found === 0) return 1
  return (2 * right) / (support + found)
}
