/** Reports joined into one, which says what the report of one run would say. */
import { join, relative, resolve, sep } from 'node:path'
import { Duplicates } from '../duplicates.ts'
import type { Described } from '../job.ts'
import { type Joined, joinLines, reportPath } from './join-lines.ts'

interface ReportLine {
  path: string | null
  output?: string | null
  status?: string
  documents?: Described[]
  duplicates?: unknown
  rule?: string
  error?: string
}

export interface JoinedReport extends Joined {
  /** Inputs that could not be read. */
  failed: number
}

/** What is there twice is looked for anew, in all of them; outputs are named where they are now. */
export async function joinReports(
  files: readonly string[],
  before: string | null,
  path: string,
  { from, to }: { from: readonly string[]; to: string },
): Promise<JoinedReport> {
  const duplicates = new Duplicates()
  let failed = 0
  const rewrite = (bytes: Buffer): string => {
    const { duplicates: _, rule, error, ...line } = JSON.parse(bytes.toString('utf8')) as ReportLine
    if (line.status === 'failed') failed++
    const again = line.path === null ? [] : duplicates.add(line.path, line.documents ?? [])
    return JSON.stringify({
      ...line,
      ...(line.output ? { output: moved(line.output, from, to) } : {}),
      ...(again.length === 0 ? {} : { duplicates: again.map(({ kind, of }) => ({ kind, of })) }),
      ...(rule === undefined ? {} : { rule, error }),
    })
  }
  const joined = await joinLines(files, before, path, { pathOf: reportPath, rewrite })
  return { ...joined, failed }
}

function moved(output: string, from: readonly string[], to: string): string {
  const below = from
    .map((folder) => relative(resolve(folder), resolve(output)))
    .find((path) => path !== '' && path.split(sep)[0] !== '..' && resolve(path) !== path)
  return below === undefined ? output : join(to, below)
}
