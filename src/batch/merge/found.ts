/** What stands in the folders and files that are to be merged. */
import { stat } from 'node:fs/promises'
import { basename, join, resolve, sep } from 'node:path'
import { fileProblem, type Problem } from '../../messages.ts'
import { filesBelow } from '../inputs.ts'
import { type Kind, kindOf } from './kinds.ts'
import { asWalked } from './order.ts'

export interface FoundFile {
  path: string
  /** The folder of results that holds it; null for a file that was named itself. */
  folder: string | null
}

/** One name among the results, and the files that bear it. */
export interface Found {
  /** Below the folder of all, with `/`. */
  name: string
  kind: Kind
  files: FoundFile[]
}

export interface Gathered {
  /** In the order of names. */
  found: Found[]
  /** The folders among what was named. */
  folders: string[]
  problems: Problem[]
}

/** The name under which reports that were named one by one are joined. */
const REPORT = 'report.ndjson'

/** @param only the name of all files, where they are to become one. */
export async function gather(names: readonly string[], only: string | null): Promise<Gathered> {
  const found = new Map<string, Found>()
  const folders: string[] = []
  const problems: Problem[] = []
  const add = (file: FoundFile, name: string, kind: Kind) => {
    const known = found.get(name)
    if (known) known.files.push(file)
    else found.set(name, { name, kind, files: [file] })
  }
  for (const name of names) {
    try {
      if ((await stat(name)).isDirectory()) {
        folders.push(name)
        for (const below of await filesBelow(name, new Set(), problems)) {
          const path = join(name, below)
          add({ path, folder: name }, below.split(sep).join('/'), kindOf(path))
        }
      } else {
        const kind = kindOf(name)
        add({ path: name, folder: null }, only ?? (kind === 'report' ? REPORT : basename(name)), kind)
      }
    } catch (error) {
      problems.push(fileProblem(error, name, 'read'))
    }
  }
  return { found: [...found.values()].sort((one, other) => asWalked(one.name, other.name)), folders, problems }
}

/** Whether one of two folders lies in the other, or they are one. */
export function areNested(one: string, other: string): boolean {
  const [a, b] = [join(resolve(one), sep), join(resolve(other), sep)]
  return a.startsWith(b) || b.startsWith(a)
}
