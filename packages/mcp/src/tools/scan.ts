/** `scan`: what a folder holds. */
import { posix } from 'node:path'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import * as z from 'zod'
import { answered, ToolFailure } from '../failure.ts'
import { type Page, pageInput, pageOf, pageOutput, pagesFor } from '../pages.ts'
import { holdsRecords } from '../records.ts'
import { say, spoken } from '../say.ts'
import { type Call, LOOKS, type Workshop, withProgress } from './tools.ts'

const DESCRIPTION = `Takes stock of a folder and of the folders in it, without reading what documents say: how many files of each format and encoding, pages, which need OCR, which cannot be read and why, where files of records are.
Use it first, to learn what there is and how paths are called. Then search where there are records, parse for single documents.
Not to find a document by what it says (search): scan does not know it.`

/** What one of the commands says of a file. */
interface Line {
  path: string
  status: 'readable' | 'needs-ocr' | 'unreadable'
  format: string | null
  encoding: string | null
  bytes: number | null
  pages: number | null
  scanned: number
  notes: string[]
}

const group = z.object({
  format: z.string().nullable(),
  encoding: z.string().nullable(),
  files: z.number().int(),
  bytes: z.number().int(),
  pages: z.number().int(),
  scannedPages: z.number().int().describe('Pages that need OCR.'),
  readable: z.number().int(),
  needsOcr: z.number().int(),
  unreadable: z.number().int(),
})
type Group = z.infer<typeof group>

export function registerScan(server: McpServer, workshop: Workshop): void {
  server.registerTool(
    'scan',
    {
      title: 'Take stock of a folder',
      description: DESCRIPTION,
      annotations: LOOKS,
      inputSchema: z.strictObject({
        folder: z.string().default('').describe('Path from the root; the root itself without.'),
        ...pageInput(100, 1000),
      }),
      outputSchema: z.object({
        folder: z.string(),
        groups: z.array(group).describe('By format and encoding.'),
        records: z
          .array(z.object({ folder: z.string(), files: z.number().int() }))
          .describe('Folders with files of records, which search looks through.'),
        files: z
          .array(z.object({ file: z.string(), status: z.string(), format: z.string().nullable() }))
          .describe('A page of the documents, by path.'),
        unreadable: z
          .array(z.object({ file: z.string(), message: z.string() }))
          .describe('Of the page: which cannot be read and why.'),
        leftOut: z.array(z.object({ rule: z.string(), message: z.string() })).describe('As links that lead out.'),
        ...pageOutput,
      }),
    },
    (asked, call) => answered(() => withProgress(call, () => scan(asked, workshop, call))),
  )
}

const MOST_LEFT_OUT = 20

async function scan(asked: Page & { folder: string }, workshop: Workshop, call: Call) {
  const { root, program } = workshop
  const place = await root.find(asked.folder)
  const { files, refused } = await filesOf(place, workshop)
  const records = new Map<string, number>()
  const documents: string[] = []
  for (const file of files) {
    if (!(await holdsRecords(posix.join(place.path, file), workshop))) documents.push(file)
    else {
      const folder = posix.join(place.name, posix.dirname(file))
      records.set(folder, (records.get(folder) ?? 0) + 1)
    }
  }
  const lines: Line[] = []
  const take = (text: string) => void lines.push(JSON.parse(text))
  if (documents.length > 0) {
    const { code, said } = await program.run(
      ['scan', '--from-file', '-', '--ndjson', '--quiet', '--no-config', '--lang', spoken(), ...workshop.reading],
      { input: documents.map((file) => posix.join(place.path, file)), onLine: take, signal: call.signal },
    )
    if (code !== 0 && code !== 1) throw new ToolFailure('scan-failed', root.shortened(said.trim()))
  }
  const told = pageOf(lines, asked).map((line) => ({
    ...line,
    file: posix.join(place.name, posix.relative(place.path, line.path)),
  }))
  return {
    folder: place.name,
    groups: groupsOf(lines),
    records: [...records].map(([folder, count]) => ({ folder, files: count })),
    files: told.map(({ file, status, format }) => ({ file, status, format })),
    // What is said of files that can be read quotes them; what is said of others does not.
    unreadable: told
      .filter(({ status }) => status === 'unreadable')
      .map(({ file, notes }) => ({ file, message: root.shortened(notes.join(' ')) })),
    leftOut: refused.slice(0, MOST_LEFT_OUT).map(({ rule, message }) => ({ rule, message: root.shortened(message) })),
    page: asked.page,
    pages: pagesFor(lines.length, asked),
  }
}

/** All files of a folder, as the program takes them, without links that lead out of the root. */
export async function filesOf(place: { path: string; name: string }, { root, program }: Workshop) {
  try {
    const found = await program.library.filesIn(place.path, { within: root.path, language: spoken() })
    return { files: found.files.filter((file) => !file.includes('\n')), refused: found.refused }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOTDIR') throw error
    throw new ToolFailure('not-a-folder', say(`${place.name}: not a folder`, `${place.name}: không phải thư mục`))
  }
}

function groupsOf(lines: readonly Line[]): Group[] {
  const groups = new Map<string, Group>()
  for (const { format, encoding, bytes, pages, scanned, status } of lines) {
    const name = JSON.stringify([format, encoding])
    const sums = groups.get(name) ?? emptyGroup(format, encoding)
    groups.set(name, sums)
    sums.files++
    sums.bytes += bytes ?? 0
    sums.pages += pages ?? 0
    sums.scannedPages += scanned
    sums[STATUSES[status]]++
  }
  return [...groups.values()].sort((one, other) => other.files - one.files)
}

const STATUSES = { readable: 'readable', 'needs-ocr': 'needsOcr', unreadable: 'unreadable' } as const

function emptyGroup(format: string | null, encoding: string | null): Group {
  const counts = { files: 0, bytes: 0, pages: 0, scannedPages: 0, readable: 0, needsOcr: 0, unreadable: 0 }
  return { format, encoding, ...counts }
}
