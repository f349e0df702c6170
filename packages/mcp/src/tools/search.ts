/** `search`: records in a folder, by what they say. */
import { posix } from 'node:path'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import * as z from 'zod'
import { answered, ToolFailure } from '../failure.ts'
import { matching, type Query } from '../query.ts'
import { type Page, pageInput, pageOf, pageOutput, pagesFor } from '../pages.ts'
import { say } from '../say.ts'
import { type Entry, Shelf } from '../shelf.ts'
import { filesOf } from './scan.ts'
import { type Call, LOOKS, type Workshop, withProgress } from './tools.ts'

const DESCRIPTION = `Finds documents in a folder of records (files that directive-parse wrote): by words, number, issuer, type and date of issue; what is given must all fit. Newest first, in pages, without reading the documents themselves.
Use it to find which documents speak of something, or one by its number. Words need no tone marks (phong chay = phòng cháy); each must occur, in any order; "in quotes" side by side. Then parse with the file and document of a result tells what it says.
Not where there are no records yet (the error no-records says so): parse reads single documents. Documents with a mark of secrecy are not looked through; withheld says how many there are.`

const day = z
  .string()
  .regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/)
  .optional()

export function registerSearch(server: McpServer, workshop: Workshop): void {
  const shelf = new Shelf(workshop)
  server.registerTool(
    'search',
    {
      title: 'Search in records',
      description: DESCRIPTION,
      annotations: LOOKS,
      inputSchema: z.strictObject({
        folder: z.string().default('').describe('Path from the root; the root itself without.'),
        words: z.string().optional().describe('As ho chua "mua mua".'),
        number: z.string().optional().describe('Number or a part of it: 12-CV/HU, 12, CV/HU.'),
        issuer: z.string().optional().describe('Name of the issuing body or a part of it; the body above it too.'),
        type: z.string().optional().describe('Type or its abbreviation: Công văn, CV.'),
        from: day.describe('Issued on this day or later: 2021, 2021-08 or 2021-08-05.'),
        to: day.describe('Issued on this day or earlier.'),
        ...pageInput(20, 200),
      }),
      outputSchema: z.object({
        folder: z.string(),
        records: z.number().int().describe('How many were looked through.'),
        found: z.number().int(),
        results: z.array(
          z.object({
            file: z.string().describe('The file of records, for parse.'),
            document: z.number().int().describe('Which in that file, from 1, for parse.'),
            source: z.string().nullable().describe('What the record was made from, as it was called then.'),
            type: z.string().nullable(),
            number: z.string().nullable(),
            date: z.string().nullable(),
            issuer: z.string().nullable(),
            subject: z.string().nullable(),
            excerpt: z.string().nullable().describe('Where the first of the words stands.'),
          }),
        ),
        withheld: z.number().int().describe('Documents with a mark of secrecy, none of which was looked through.'),
        unread: z
          .array(z.object({ file: z.string(), rule: z.string(), message: z.string() }))
          .describe('Files of records that are broken; at most 20 are told.'),
        ...pageOutput,
      }),
    },
    (asked, call) => answered(() => withProgress(call, () => search(asked, shelf, workshop, call))),
  )
}

const MOST_UNREAD = 20

async function search(asked: Page & Query & { folder: string }, shelf: Shelf, workshop: Workshop, call: Call) {
  const place = await workshop.root.find(asked.folder)
  const { files } = await filesOf(place, workshop)
  // The same document in a second file, as its record and in a list of them all, counts once.
  const all = new Map<string, Entry>()
  const withheld = new Map<string, string>()
  const unread: { file: string; rule: string; message: string }[] = []
  for (const below of files) {
    call.signal.throwIfAborted()
    const file = posix.join(place.name, below)
    try {
      const shelved = await shelf.entries({ path: posix.join(place.path, below), name: file })
      if (shelved === null) continue
      for (const { identity, sha256 } of shelved.withheld) withheld.set(identity, sha256)
      for (const entry of shelved.entries) if (!all.has(entry.identity)) all.set(entry.identity, entry)
    } catch (error) {
      if (!(error instanceof ToolFailure)) throw error
      unread.push({ file, rule: error.rule, message: error.message })
    }
  }
  if (all.size + withheld.size + unread.length === 0) throw noRecords(place.name)
  const { matches, excerpt } = matching(asked, workshop.program.library)
  const secret = new Set(withheld.values())
  const entries = [...all.values()].filter(({ sha256 }) => !secret.has(sha256))
  const found = entries.filter(matches).sort(newestFirst)
  return {
    folder: place.name,
    records: entries.length,
    found: found.length,
    results: pageOf(found, asked).map((entry) => {
      const { file, document, source, type, number, date, issuer, subject } = entry
      return { file, document, source, type, number, date, issuer, subject, excerpt: excerpt(entry) }
    }),
    withheld: all.size - entries.length + withheld.size,
    unread: unread.slice(0, MOST_UNREAD),
    page: asked.page,
    pages: pagesFor(found.length, asked),
  }
}

function newestFirst(one: Entry, other: Entry): number {
  const [first, second] = [one.days?.[0] ?? '', other.days?.[0] ?? '']
  return first === second ? 0 : first > second ? -1 : 1
}

function noRecords(folder: string): ToolFailure {
  return new ToolFailure(
    'no-records',
    say(
      `${folder || '.'}: no files of records here; parse reads single documents, directive-parse FOLDER -o RECORDS makes records`,
      `${folder || '.'}: không có tệp biểu ghi; parse đọc từng văn bản, directive-parse THƯ-MỤC -o BIỂU-GHI lập biểu ghi`,
    ),
  )
}
