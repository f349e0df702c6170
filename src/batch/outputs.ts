/** The name of the file that each input becomes. */
import { createHash } from 'node:crypto'
import { parse, posix, resolve, sep } from 'node:path'
import type { Input } from './inputs.ts'
import { spelled } from './names.ts'

type Named = Pick<Input, 'path' | 'relative'>

/**
 * For each input its output path below the output folder. The folders are mirrored and the extension is exchanged:
 * `2021/a.pdf` becomes `2021/a.json`. Inputs that would meet in one name keep their full names (`a.pdf.json`,
 * `a.docx.json`), and where these meet too (two folders with the same content) a mark of their path is added.
 * Names that differ in case or in Unicode form only are taken for equal, as some file systems do.
 *
 * @param known the name that an input had in an earlier run: it keeps it, and others give way.
 */
export function outputNames(
  inputs: readonly Named[],
  extension: string,
  known: (path: string) => string | undefined = () => undefined,
): string[] {
  const given = inputs.map(({ path }) => keeping(path === null ? undefined : known(path), extension))
  const levels = given.map((name) => (name === undefined ? 0 : NAMINGS.length - 1))
  for (;;) {
    const names = inputs.map(
      (input, index) => given[index] ?? (NAMINGS[levels[index] as number]?.(input, extension) as string),
    )
    const firstOf = new Map<string, number>()
    const meeting = new Set<number>()
    for (const [index, name] of names.entries()) {
      const key = name.normalize('NFC').toLowerCase()
      const first = firstOf.get(key)
      if (first === undefined) firstOf.set(key, index)
      else meeting.add(first).add(index)
    }
    let clash = false
    for (const index of meeting) {
      const level = levels[index] as number
      if (level === NAMINGS.length - 1) continue
      levels[index] = level + 1
      clash = true
    }
    if (!clash) return names
  }
}

function keeping(name: string | undefined, extension: string): string | undefined {
  return name?.endsWith(extension) ? name : undefined
}

const NAMINGS: ((input: Named, extension: string) => string)[] = [
  ({ relative }, extension) => {
    const { dir, name } = parse(inside(relative))
    return fitting(posix.join(dir, name), extension)
  },
  ({ relative }, extension) => fitting(inside(relative), extension),
  ({ path, relative }, extension) => {
    const mark = createHash('sha256')
      .update(resolve(path ?? '-'))
      .digest('hex')
      .slice(0, 8)
    return fitting(inside(relative), `~${mark}${extension}`)
  },
]

/** File systems take names of 255 bytes; while it is written an output has five more (`.`, `.tmp`). */
const LONGEST = 250

/** A path whose name is no longer than may be: what is cut off is told by a mark of the whole. */
function fitting(path: string, ending: string): string {
  const { dir, base } = parse(path)
  if (Buffer.byteLength(base + ending) <= LONGEST) return path + ending
  const mark = `~${createHash('sha256').update(base).digest('hex').slice(0, 8)}${ending}`
  const bytes = Buffer.from(base).subarray(0, LONGEST - Buffer.byteLength(mark))
  // a letter that was cut in two is left out
  return posix.join(dir, new TextDecoder().decode(bytes, { stream: true }) + mark)
}

/** Never outside the output folder, whatever a list of paths says. */
function inside(path: string): string {
  const parts = spelled(path).split(sep === '\\' ? /[\\/]/ : '/')
  return parts.filter((part) => part !== '' && part !== '.' && part !== '..').join('/') || 'document'
}
