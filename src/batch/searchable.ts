/** One file made a two-layer PDF: read, parsed, written. Runs in a worker or in the process. */
import { readSource } from '../read/index.ts'
import { type ReadChoices, readOptions } from '../read/options.ts'
import { parseDecoded } from '../pipeline.ts'
import type { Language } from '../rules.ts'
import type { LeftAlone } from '../searchable/searchable.ts'
import type { Problem } from '../messages.ts'
import { writeAtomic } from './atomic.ts'
import { readBytes, readingProblem } from './source.ts'

export interface SearchableTask {
  path: string
  output: string
  read: ReadChoices
  language: Language
  /** Whether Ghostscript is to make PDF/A of it. */
  pdfa: boolean
  /** Seconds that Ghostscript may take. */
  seconds: number
}

export interface SearchableOutcome {
  path: string
  output: string | null
  /** Null where a layer was added. */
  left: LeftAlone | null
  pages: number
  words: number
  /** Bytes before and after. */
  size: [before: number, after: number]
  /** Null where it was not asked for or did not succeed. */
  pdfa: boolean | null
  problem?: Problem
  seconds: number
}

/** What is left alone is copied, so that the folder is whole; what is no page of anything is named only. */
export async function makeSearchable(task: SearchableTask): Promise<SearchableOutcome> {
  const { path, output } = task
  const began = performance.now()
  const outcome: SearchableOutcome = {
    path,
    output: null,
    left: null,
    pages: 0,
    words: 0,
    size: [0, 0],
    pdfa: null,
    seconds: 0,
  }
  try {
    await making(task, outcome)
  } catch (error) {
    outcome.problem = readingProblem(error, outcome.output ?? path)
    outcome.output = null
  }
  if (outcome.output !== null) outcome.output = output
  outcome.seconds = Math.round(performance.now() - began) / 1000
  return outcome
}

async function making(
  { path, output, read, language, pdfa, seconds }: SearchableTask,
  outcome: SearchableOutcome,
): Promise<void> {
  const bytes = await readBytes(path, { read, language })
  const decoded = await readSource(bytes, { ...readOptions(read), language, path })
  const record = parseDecoded(decoded, bytes, { path, language })
  const { searchablePdf } = await import('../searchable/searchable.ts')
  const made = await searchablePdf(bytes, decoded, record)
  outcome.size = [bytes.length, bytes.length]
  if ('left' in made) {
    outcome.left = made.left
    if (decoded.format !== 'pdf') return
    outcome.output = output
    return writeAtomic(output, bytes)
  }
  let { pdf } = made
  if (pdfa) {
    try {
      const { toPdfa } = await import('../searchable/pdfa.ts')
      const { titleOf } = await import('../searchable/document-title.ts')
      pdf = await toPdfa(pdf, titleOf(record), seconds)
      outcome.pdfa = true
    } catch (error) {
      outcome.pdfa = false
      outcome.problem = { id: 'pdfa-failed', values: { path, reason: (error as Error).message } }
    }
  }
  Object.assign(outcome, { pages: made.pages, words: made.words, size: [bytes.length, pdf.length], output })
  await writeAtomic(output, pdf)
}
