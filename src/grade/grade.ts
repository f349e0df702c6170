/** The grade of a value of a record, measured: from its doubts, never above what its reader was sure of. */
import type { Grade } from '../schema.ts'
import type { Value } from '../tree.ts'
import { doubtsOf, type Surroundings } from './doubts.ts'
import { fieldAt } from './field.ts'
import { candidateOf } from './first-reading.ts'
import type { Judge } from './judge.ts'

/** Grades the value at a pointer; what is not measured keeps the grade of its reader, `likely` at most. */
export type Grader = (pointer: string, value: Value<unknown>) => Grade

/** What the evidence says of a value in which the second reader was believed; it is never certain. */
export const SECOND = 'as the second reader has it'

export function createGrader(around: Surroundings, judge: Judge): Grader {
  return (pointer, value) => {
    const field = fieldAt(pointer)
    // a document cited without its serial is none that the judge knows
    if (!field || (field === 'reference' && value.status === 'blank')) return value.grade
    const grade = judge.gradeOf(judge.share(field, doubtsOf(candidateOf(field, value), around)))
    if (value.grade === 'doubtful') return 'doubtful'
    return grade === 'certain' && value.note === SECOND ? 'likely' : grade
  }
}
