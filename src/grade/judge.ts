/** How probable it is that a value is right, from its doubts, by logistic regression; and the grade that follows. */
import type { Grade } from '../schema.ts'
import { DOUBT_NAMES } from './doubts.ts'
import type { GradedField } from './field.ts'

/** As it stands in `weights.json`: by name, so that it says what it means. */
export interface JudgeWeights {
  /** Weight of each doubt whatever the field. */
  all: Record<string, number>
  /** What is added for a field; `bias` among them. */
  fields: Record<string, Record<string, number>>
  /** A value that is right with at least this probability is certain; one below the second is doubtful. */
  certain: number
  doubtful: number
}

export interface Judge {
  /** Probability, 0 to 1. */
  share(field: GradedField, doubts: readonly number[]): number
  gradeOf(share: number): Grade
  /** What each doubt weighs for a field, in the order of {@link DOUBT_NAMES}. */
  weightsOf(field: GradedField): readonly number[]
}

export function createJudge({ all, fields, certain, doubtful }: JudgeWeights): Judge {
  const tables = new Map(
    Object.entries(fields).map(([field, own]) => [
      field,
      { bias: own.bias ?? 0, weights: DOUBT_NAMES.map((name) => (all[name] ?? 0) + (own[name] ?? 0)) },
    ]),
  )
  return {
    share(field, doubts) {
      const table = tables.get(field)
      if (!table) return 0
      return logistic(doubts.reduce((sum, doubt, at) => sum + doubt * (table.weights[at] as number), table.bias))
    },
    weightsOf: (field) => tables.get(field)?.weights ?? [],
    gradeOf: (share) => (share >= certain ? 'certain' : share < doubtful ? 'doubtful' : 'likely'),
  }
}

export const logistic = (sum: number) => 1 / (1 + Math.exp(-sum))
