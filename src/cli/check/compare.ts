/** Where a record differs from the one that was expected. */

/** A value of the record, by JSON Pointer, that is not what was expected; undefined where there is none. */
export interface Difference {
  pointer: string
  expected: unknown
  got: unknown
}

export interface Comparison {
  /** By field of the record: how many values (leaves) were expected. */
  values: Map<string, number>
  differences: Difference[]
}

/**
 * Compares `got` with `expected`, on the keys that `expected` has only. Arrays are compared by position: an entry too
 * few or too many is one difference of its own, so that a record that loses a second entry shows a second difference.
 *
 * > {items: [{label: '1'}, {label: '2'}]} with {items: [{label: '1', text: '…'}]} gives `/items/1`, got nothing.
 */
export function compareRecords(expected: Record<string, unknown>, got: Record<string, unknown>): Comparison {
  const comparison: Comparison = { values: new Map(), differences: [] }
  for (const [field, value] of Object.entries(expected)) {
    comparison.values.set(field, countValues(value))
    compare(value, got[field], `/${escaped(field)}`, comparison.differences)
  }
  return comparison
}

/** Known differences by field: `/items/3/text` belongs to `items`. */
export function fieldOf(pointer: string): string {
  return (pointer.split('/')[1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~')
}

function compare(expected: unknown, got: unknown, pointer: string, differences: Difference[]): void {
  if (Array.isArray(expected) && Array.isArray(got)) {
    for (let index = 0; index < Math.max(expected.length, got.length); index++) {
      if (index < expected.length && index < got.length) {
        compare(expected[index], got[index], `${pointer}/${index}`, differences)
      } else differences.push({ pointer: `${pointer}/${index}`, expected: expected[index], got: got[index] })
    }
  } else if (isObject(expected) && isObject(got)) {
    for (const [key, value] of Object.entries(expected)) {
      compare(value, Object.hasOwn(got, key) ? got[key] : undefined, `${pointer}/${escaped(key)}`, differences)
    }
  } else if (expected !== got) differences.push({ pointer, expected, got })
}

function countValues(value: unknown): number {
  if (Array.isArray(value))
    return Math.max(
      1,
      value.reduce((sum: number, each) => sum + countValues(each), 0),
    )
  if (isObject(value)) return Math.max(1, countValues(Object.values(value)))
  return 1
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}
