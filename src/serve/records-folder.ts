/**
 * A folder of records on a page: the same page as `review` writes, whose documents are asked for one by one, and whose
 * corrections are written at once by what `apply` writes with. A name in a request is looked up among the names that the
 * folder has given itself; it opens nothing.
 */
import { randomUUID } from 'node:crypto'
import { basename, join, resolve } from 'node:path'
import pLimit from 'p-limit'
import { inputsOf } from '../batch/journal.ts'
import { ProblemError } from '../messages.ts'
import { withholdsDocument } from '../record/policy.ts'
import { applyLines, type Overwritten, restore } from '../review/apply.ts'
import { readCorrections } from '../review/corrections.ts'
import { shownDocument } from '../review/document.ts'
import { readReviewed } from '../review/done.ts'
import { pageImages } from '../review/images.ts'
import { Picks } from '../review/picks.ts'
import { type ReviewProblem, sayProblem } from '../review/problems.ts'
import {
  nameOf,
  placeOf,
  readFileOfRecords,
  type RecordFile,
  readRecords,
  recordFiles,
  recordIn,
} from '../review/records.ts'
import { rowOf } from '../review/row.ts'
import type { Row, ServedDocument, Written } from '../review/shapes.ts'
import { jsonBlock, pageHead, pageTail } from '../review/shell.ts'
import { isScan } from '../review/sources.ts'
import { indexOf } from '../review/write.ts'
import type { Language } from '../rules.ts'
import type { DirectiveRecord } from '../schema.ts'

export interface FolderOptions {
  folder: string
  /** Where the paths of sources begin. */
  sources?: string | undefined
  /** In which the page opens. */
  language: Language
  /** Shows documents with a mark of secrecy too. */
  secretDocuments: boolean
}

type Readable = Extract<RecordFile, { record: DirectiveRecord }>

/** So many writes can be undone. */
const MOST_WRITES = 200

export class RecordsFolder {
  readonly #options: FolderOptions
  /** Files of records, as the folder has named them when it was last listed. */
  #files: ReadonlySet<string> = new Set()
  readonly #writes = new Map<string, Overwritten[]>()
  /** Pictures are drawn here: of one document at a time. */
  readonly #drawing = pLimit(1)

  constructor(options: FolderOptions) {
    this.#options = options
  }

  /** The page with its index, made of the records as they are now. */
  async page(): Promise<string> {
    const { folder, language } = this.#options
    const title = basename(resolve(folder))
    const reviewed = await readReviewed(folder)
    const rows: Row[] = []
    const picks = new Picks()
    for await (const entry of readRecords(folder)) {
      if ('problem' in entry || this.#withholds(entry)) continue
      rows.push(rowOf(entry.name, entry.hash, entry.record, reviewed.of(entry.name, entry.record)))
      picks.add(entry.record)
    }
    const index = { ...indexOf(title, language, rows, picks), served: true as const }
    return pageHead(title, language, { served: true }) + jsonBlock('index', index) + pageTail()
  }

  /** @throws {ProblemError} `no-such-record` */
  async document(name: string): Promise<ServedDocument> {
    const entry = await this.#read(name)
    if (entry === null) throw new ProblemError('no-such-record')
    const { block, source } = await shownDocument(entry, null, this.#sources())
    const pictures: ServedDocument['pictures'] = []
    if (isScan(entry.record) && 'bytes' in source)
      await this.#drawing(async () => {
        for await (const { bytes, ...size } of pageImages(source.bytes, entry.record))
          pictures.push({ ...size, data: bytes.toString('base64') })
      })
    return { block, pictures }
  }

  /** Writes corrections, a line each, into the records. */
  async correct(text: string, language: Language): Promise<Written> {
    const { lines, done, problems } = readCorrections(text)
    if (problems[0]) throw new ProblemError('wrong-line', { reason: sayProblem(problems[0], language) })
    const named = new Set([...lines, ...done].map(({ record }) => record))
    const told: Told[] = []
    for (const name of named) {
      if ((await this.#read(name)) !== null) continue
      named.delete(name)
      told.push({ name, problem: { id: 'not-there' } })
    }
    const fitting = [...lines, ...done].filter(({ record }) => named.has(record))
    const written: Overwritten[] = []
    const { folder, sources } = this.#options
    const { outcomes, failure } = await applyLines(fitting.map((line) => JSON.stringify(line)).join('\n'), folder, {
      ...(sources === undefined ? {} : { sources }),
      onWritten: (change) => void written.push(change),
    })
    told.push(...outcomes.flatMap(({ name, problem }) => (problem ? [{ name, problem }] : [])))
    if (failure) told.push(...[...named].map((name) => ({ name, problem: failure.problem })))
    return { ...(await this.#told([...named], told, language)), undo: this.#keep(written) }
  }

  /** Puts back what stood there before a write, where nobody has written since. */
  async undo(id: string, language: Language): Promise<Written> {
    const changes = this.#writes.get(id)
    if (changes === undefined) throw new ProblemError('no-such-record')
    this.#writes.delete(id)
    const told: Told[] = []
    for (const change of changes)
      if (!(await restore(this.#options.folder, change).catch(() => false)))
        told.push({ name: change.name, problem: { id: 'outdated' } })
    const names = changes.map(({ name }) => name)
    return { ...(await this.#told(names, told, language)), undo: null }
  }

  #keep(written: Overwritten[]): string | null {
    if (written.length === 0) return null
    const id = randomUUID()
    this.#writes.set(id, written)
    const [oldest] = this.#writes.keys()
    if (this.#writes.size > MOST_WRITES && oldest !== undefined) this.#writes.delete(oldest)
    return id
  }

  async #told(names: string[], told: Told[], language: Language): Promise<Omit<Written, 'undo'>> {
    const reviewed = await readReviewed(this.#options.folder)
    const rows: Row[] = []
    for (const name of names) {
      const entry = await this.#read(name)
      if (entry) rows.push(rowOf(name, entry.hash, entry.record, reviewed.of(name, entry.record)))
    }
    const refused = told.map(({ name, problem }) => ({
      record: name,
      rule: problem.id,
      message: sayProblem(problem, language),
    }))
    return { rows, refused }
  }

  /** Null where the folder has no such record, or none that may be shown. */
  async #read(name: string): Promise<Readable | null> {
    const { folder } = this.#options
    const { file, index } = placeOf(name)
    if (!this.#files.has(file)) this.#files = new Set(await recordFiles(folder))
    if (!this.#files.has(file)) return null
    const disk = await readFileOfRecords(join(folder, file)).catch(() => null)
    if (disk === null || index >= disk.contents.length || nameOf(file, disk, index) !== name) return null
    const entry = recordIn(name, disk.contents[index])
    return 'problem' in entry || this.#withholds(entry) ? null : entry
  }

  #withholds({ record }: Readable): boolean {
    return withholdsDocument(record, this.#options)
  }

  #sources() {
    const { folder, sources } = this.#options
    return { ...(sources === undefined ? {} : { sources }), inputs: inputsOf(folder) }
  }
}

type Told = { name: string; problem: ReviewProblem }
