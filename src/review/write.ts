/** Writes the review page: one file, one document after another, so that memory stays flat however many there are. */
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { temporaryName } from '../batch/atomic.ts'
import type { Shown } from '../batch/shown.ts'
import { sheetTable } from '../export/tables.ts'
import { isOfCatalogue } from '../record/fields.ts'
import type { Language } from '../rules.ts'
import type { DirectiveRecord } from '../schema.ts'
import { type DocumentOptions, shownDocument } from './document.ts'
import type { Reviewed } from './done.ts'
import { pageImages } from './images.ts'
import { shortOf } from './messages.ts'
import { Picks } from './picks.ts'
import { type ReviewProblem, reasonOf } from './problems.ts'
import type { RecordFile } from './records.ts'
import type { Index, Row } from './shapes.ts'
import { bytesBlock, jsonBlock, packedBlock, pageHead, pageTail } from './shell.ts'
import { isScan, sourceBytes } from './sources.ts'

export interface ReviewOptions extends DocumentOptions {
  /** The HTML file to write. */
  output: string
  /** Heading of the page; the name of the file by default. */
  title?: string
  /** Which documents a person has been through. */
  reviewed?: Reviewed
  /** Language in which the page opens; Vietnamese by default. */
  language?: Language
  /** Bytes of page images that the file may hold, the doubtful documents' first; 200 MB by default. */
  imageBytes?: number
  /** Who watches, by the names of the records; a scan is put off until its pictures are drawn. */
  shown?: Shown
}

export interface ReviewReport {
  documents: number
  /** Fields that somebody should look at, in all documents. */
  doubtful: number
  /** Of these, those of a catalogue entry. */
  catalogue: number
  bytes: number
  /** Records that could not be read, and sources that are not in the page, each with the reason. */
  problems: { name: string; problem: ReviewProblem }[]
  /** Set when no page was written. */
  failure: ReviewProblem | null
}

const MEGABYTE = 1024 * 1024

/** The page of `records`, written to a temporary file beside the output and then moved there. Never throws. */
export async function writeReview(
  records: AsyncIterable<RecordFile> | Iterable<RecordFile>,
  options: ReviewOptions,
): Promise<ReviewReport> {
  const { output } = options
  const report: ReviewReport = { documents: 0, doubtful: 0, catalogue: 0, bytes: 0, problems: [], failure: null }
  // A run that was ended leaves at most what the next one writes over.
  const draft = temporaryName(output)
  let file: FileHandle | undefined
  try {
    file = await open(draft, 'w')
    const gathered = new Gathered(file)
    await writePage(records, options, report, (text) => gathered.write(text))
    await gathered.flush()
    report.bytes = gathered.bytes
    await file.sync()
    await file.close()
    file = undefined
    await rename(draft, output)
  } catch (error) {
    report.failure = error instanceof NoRecords ? { id: 'no-records' } : { id: 'not-written', detail: reasonOf(error) }
    await file?.close().catch(() => undefined)
    await rm(draft, { force: true })
  }
  return report
}

/** There is nothing to look at: then there is no page. */
class NoRecords extends Error {}

/** Writes small pieces together, a megabyte at a time. */
class Gathered {
  bytes = 0
  readonly #file: FileHandle
  #pieces: string[] = []
  #length = 0

  constructor(file: FileHandle) {
    this.#file = file
  }

  async write(text: string): Promise<void> {
    this.#pieces.push(text)
    this.#length += text.length
    if (this.#length >= MEGABYTE) await this.flush()
  }

  async flush(): Promise<void> {
    const bytes = Buffer.from(this.#pieces.join(''))
    this.#pieces = []
    this.#length = 0
    await this.#file.writeFile(bytes)
    this.bytes += bytes.length
  }
}

async function writePage(
  records: AsyncIterable<RecordFile> | Iterable<RecordFile>,
  options: ReviewOptions,
  report: ReviewReport,
  write: (text: string) => Promise<void>,
): Promise<void> {
  const { language = 'vi', title = basename(options.output).replace(/\.html?$/i, '') } = options
  const rows: Row[] = []
  const picks = new Picks()
  const scans: { row: Row; at: number; record: DirectiveRecord }[] = []
  await write(pageHead(title, language))
  for await (const entry of records) {
    if ('problem' in entry) {
      report.problems.push(entry)
      continue
    }
    const { name, record } = entry
    options.shown?.begin(name)
    const { row, block, source } = await shownDocument(entry, options.reviewed?.of(name, record) ?? null, options)
    const hasPictures = isScan(record) && 'bytes' in source
    if (hasPictures) scans.push({ row, at: rows.length, record })
    else if (source.missing !== null) report.problems.push({ name, problem: { id: source.missing } })
    await write(packedBlock(`d${rows.length}`, block))
    rows.push(row)
    picks.add(record)
    report.documents++
    report.doubtful += row.doubtful.length
    report.catalogue += row.doubtful.filter(isOfCatalogue).length
    if (hasPictures) options.shown?.leave(name)
    else options.shown?.end(name)
  }
  if (rows.length === 0) throw new NoRecords()
  await writeImages(scans, options, report, write)
  await write(jsonBlock('index', indexOf(title, language, rows, picks)))
  await write(pageTail())
}

/** What the whole page is about. */
export function indexOf(title: string, language: Language, rows: Row[], picks: Picks): Index {
  const contents = sheetTable('muc-luc-van-ban')
  return { title, language, rows, rules: namesOf(rows), picks: picks.lists(), contents }
}

/** What the rules that spoke are called. */
function namesOf(rows: Row[]): Index['rules'] {
  return Object.fromEntries([...new Set(rows.flatMap(({ rules }) => rules))].map((rule) => [rule, shortOf(rule)]))
}

/** Page images, those of the most doubtful documents first, while there is room. */
async function writeImages(
  scans: { row: Row; at: number; record: DirectiveRecord }[],
  options: ReviewOptions,
  report: ReviewReport,
  write: (text: string) => Promise<void>,
): Promise<void> {
  let room = options.imageBytes ?? 200 * MEGABYTE
  for (const { row, at, record } of [...scans].sort((a, b) => b.row.doubt - a.row.doubt)) {
    const hasRoom = room > 0
    if (hasRoom) {
      options.shown?.begin(row.name)
      const source = await sourceBytes(record, options, row.name)
      const onPage = (page: number, of: number) => options.shown?.page(row.name, page, of)
      if ('bytes' in source) {
        for await (const { width, height, bytes } of pageImages(source.bytes, record, onPage)) {
          room -= bytes.length
          await write(bytesBlock(`i${at}.${row.images++}`, bytes, { width, height }))
        }
      }
    }
    options.shown?.end(row.name)
    if (row.images === 0) report.problems.push({ name: row.name, problem: { id: hasRoom ? 'not-drawn' : 'no-room' } })
  }
}
