/** What lies in the file, or is asked of its server: the index, and the blocks of documents, when somebody opens them. */
import type { Block, Index, Row, ServedDocument } from '../shapes.ts'

export const index: Index = JSON.parse(document.getElementById('index')?.textContent ?? '{}')
export const rows: readonly Row[] = index.rows ?? []

/** Does the page come from a server that writes what a person does into the records? */
export const isServed = index.served === true

/** The row of a document, as it is since something was written into its record. */
export function replaceRow(at: number, row: Row): void {
  ;(rows as Row[])[at] = row
}

/** What a person calls a document: the path of its source, without the folders that all of them lie in. */
export function fileOf(at: number): string {
  const row = rows[at]
  if (!row) return ''
  const part = row.source === null ? '' : (/#\d+$/.exec(row.name)?.[0] ?? '')
  return (row.source?.slice(shared) ?? row.name) + part
}

const shared = sharedFolder(rows.flatMap(({ source }) => (source === null ? [] : [source])))

/** How much of all paths is one and the same folder. */
function sharedFolder(paths: string[]): number {
  let common = paths[0]?.replace(/[^/\\]*$/, '') ?? ''
  for (const path of paths) while (!path.startsWith(common)) common = common.replace(/[^/\\]*[/\\]$/, '')
  return common.length
}

const KEPT = 8
const blocks = new Map<number, Promise<Block>>()

/** The block of document `at`; the last few are kept unpacked. */
export function openBlock(at: number): Promise<Block> {
  const kept = blocks.get(at)
  if (kept) return kept
  const block = isServed ? ask(at) : unpack(`d${at}`)
  blocks.set(at, block)
  block.catch(() => forgetBlock(at))
  if (blocks.size > KEPT) blocks.delete(blocks.keys().next().value as number)
  return block
}

/** A block is another one since something was written into its record. */
export function forgetBlock(at: number): void {
  blocks.delete(at)
}

/** Page images of the documents that the server gave. */
const served = new Map<number, ServedDocument['pictures']>()

async function ask(at: number): Promise<Block> {
  const response = await fetch(`documents?record=${encodeURIComponent(rows[at]?.name ?? '')}`)
  if (!response.ok) throw new Error(`${response.status}`)
  const { block, pictures }: ServedDocument = await response.json()
  served.set(at, pictures)
  for (const other of served.keys()) if (!blocks.has(other)) served.delete(other)
  return block
}

async function unpack(id: string): Promise<Block> {
  const packed = new Blob([bytesOf(document.getElementById(id)?.textContent)])
  const stream = packed.stream().pipeThrough(new DecompressionStream('deflate'))
  return JSON.parse(await new Response(stream).text())
}

export interface Picture {
  url: string
  width: number
  height: number
}

/** The page images of document `at`; give them back with {@link closePictures}. */
export function openPictures(at: number): Picture[] {
  if (isServed) {
    return (served.get(at) ?? []).map(({ width, height, data }) => ({ url: urlOf(data), width, height }))
  }
  const pictures: Picture[] = []
  for (let page = 0; page < (rows[at]?.images ?? 0); page++) {
    const block = document.getElementById(`i${at}.${page}`)
    pictures.push({
      url: urlOf(block?.textContent),
      width: Number(block?.dataset.width),
      height: Number(block?.dataset.height),
    })
  }
  return pictures
}

export function closePictures(pictures: readonly Picture[]): void {
  for (const { url } of pictures) URL.revokeObjectURL(url)
}

function urlOf(base64: string | null | undefined): string {
  return URL.createObjectURL(new Blob([bytesOf(base64)], { type: 'image/webp' }))
}

function bytesOf(base64: string | null | undefined): Uint8Array<ArrayBuffer> {
  const binary = atob(base64 ?? '')
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}
