/**
 * Logistic regression over doubts: one weight a doubt for all fields, and what each field adds to it, drawn towards zero
 * more strongly (hierarchical, L2), by full gradients (Adam; Kingma, Ba, ICLR 2015), so that the same samples always
 * give the same weights.
 */
import { logistic } from '../src/grade/judge.ts'

export interface Sample {
  field: string
  doubts: readonly number[]
  right: boolean
}

export interface LogisticSettings {
  steps: number
  rate: number
  /** Penalty on the common weights and on what fields add, per sample. */
  penalty: { all: number; field: number }
}

export interface Fitted {
  all: number[]
  /** The bias of the field last. */
  fields: Map<string, number[]>
}

export function fitTo(samples: readonly Sample[], size: number, { steps, rate, penalty }: LogisticSettings): Fitted {
  const names = [...new Set(samples.map(({ field }) => field))].sort()
  const place = new Map(names.map((name, index) => [name, index]))
  const width = size + 1
  // common weights first, then those of each field with its bias
  const weights = new Float64Array(size + names.length * width)
  const [mean, spread] = [new Float64Array(weights.length), new Float64Array(weights.length)]
  for (let step = 1; step <= steps; step++) {
    const gradient = new Float64Array(weights.length)
    for (const { field, doubts, right } of samples) {
      const base = size + (place.get(field) as number) * width
      let sum = weights[base + size] as number
      for (let at = 0; at < size; at++)
        if (doubts[at]) sum += (doubts[at] as number) * ((weights[at] as number) + (weights[base + at] as number))
      const error = (logistic(sum) - (right ? 1 : 0)) / samples.length
      for (let at = 0; at < size; at++) {
        const part = error * (doubts[at] as number)
        if (part === 0) continue
        gradient[at] = (gradient[at] as number) + part
        gradient[base + at] = (gradient[base + at] as number) + part
      }
      gradient[base + size] = (gradient[base + size] as number) + error
    }
    for (let at = 0; at < weights.length; at++) {
      const isBias = at >= size && (at - size) % width === size
      const own =
        (gradient[at] as number) +
        (isBias ? penalty.all / 10 : at < size ? penalty.all : penalty.field) * (weights[at] as number)
      mean[at] = 0.9 * (mean[at] as number) + 0.1 * own
      spread[at] = 0.999 * (spread[at] as number) + 0.001 * own * own
      weights[at] =
        (weights[at] as number) -
        (rate * (mean[at] as number)) /
          (1 - 0.9 ** step) /
          (Math.sqrt((spread[at] as number) / (1 - 0.999 ** step)) + 1e-8)
    }
  }
  return {
    all: [...weights.subarray(0, size)],
    fields: new Map(
      names.map((name, index) => [name, [...weights.subarray(size + index * width, size + (index + 1) * width)]]),
    ),
  }
}

export function shareOf({ all, fields }: Fitted, { field, doubts }: Pick<Sample, 'field' | 'doubts'>): number {
  const own = fields.get(field)
  if (!own) return 0
  return logistic(
    doubts.reduce(
      (sum, doubt, at) => sum + doubt * ((all[at] as number) + (own[at] as number)),
      own[all.length] as number,
    ),
  )
}
