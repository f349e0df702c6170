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

/** What the evidence says of a name with which words of a sentence may have been read; it is never certain. */
export const RUNS_ON = 'words of a sentence may stand in the name'

/** Of decomposed text: a consonant with a mark, a mark that Vietnamese has not. An engine reads `Ñ`, `Ö` in a stroke. */
const FOREIGN_LETTER =
  /[bcdfghjklmnpqrstvwxz][\u0300-\u036f]|[\u0304\u0305\u0307\u0308\u030a-\u031a\u031c-\u0322\u0324-\u036f]/i

/** Signs that no name, post, number or title is printed with: an engine reads them in a seal or a rule. */
const NO_PRINT = /[{}\\|~^<>«»#§£¥©®]/

/** Whether a value can never be certain. */
const isBarred = (value: string, note: string | undefined): boolean =>
  note === SECOND || note === RUNS_ON || NO_PRINT.test(value) || FOREIGN_LETTER.test(value.normalize('NFD'))

export function createGrader(around: Surroundings, judge: Judge): Grader {
  return (pointer, value) => {
    const field = fieldAt(pointer)
    // a document cited without its serial is none that the judge knows
    if (!field || (field === 'reference' && value.status === 'blank')) return value.grade
    const candidate = candidateOf(field, value)
    const grade = judge.gradeOf(judge.share(field, doubtsOf(candidate, around)))
    if (value.grade === 'doubtful') return 'doubtful'
    const isDeduced = field === 'issuer' && value.status === 'inferred'
    return grade === 'certain' && (isDeduced || isBarred(candidate.value, value.note)) ? 'likely' : grade
  }
}
