/** JSON Pointers into a record: what holds the value that one names. */

export type Holder = Record<string, unknown> | unknown[]

export interface Located {
  /** Null where the pointer leads nowhere. */
  holder: Holder | null
  key: string
}

/** A place in a list: `0`, `12`; not `01`, `-1` or `length`. */
const PLACE = /^(0|[1-9]\d*)$/

/** A new entry of a list: `/addressees/+1`. */
const NEW_PLACE = /^\+[1-9]\d*$/

export function partsOf(pointer: string): string[] {
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
}

export function locate(root: object, pointer: string): Located {
  const path = partsOf(pointer)
  const key = path.pop() as string
  let holder: unknown = root
  for (const part of path) {
    if (!isHolder(holder) || !holds(holder, part)) return { holder: null, key }
    holder = (holder as Record<string, unknown>)[part]
  }
  return { holder: isHolder(holder) ? holder : null, key }
}

/** Is there a value of this name, or at this place, that belongs to the record itself? */
export function holds(holder: Holder, key: string): boolean {
  return Array.isArray(holder) ? PLACE.test(key) && Number(key) < holder.length : Object.hasOwn(holder, key)
}

export function isNewPlace(key: string): boolean {
  return NEW_PLACE.test(key)
}

export function valueAt(root: object, pointer: string): unknown {
  const { holder, key } = locate(root, pointer)
  return holder !== null && holds(holder, key) ? (holder as Record<string, unknown>)[key] : undefined
}

export function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'))
}

/** Whether `pointer` is `root` or lies below it. */
export function isWithin(pointer: string, root: string): boolean {
  return pointer === root || pointer.startsWith(`${root}/`)
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null
}
