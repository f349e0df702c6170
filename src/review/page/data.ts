/** What lies in the file: the index, and the blocks of documents, unpacked when somebody opens them. */
import type { Block, Index, Row } from '../shapes.ts'

export const index: Index = JSON.parse(document.getElementById('index')?.textContent ?? '{}')
export const rows: readonly Row[] = index.rows ?? []

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
  const block = unpack(`d${at}`)
  blocks.set(at, block)
  if (blocks.size > KEPT) blocks.delete(blocks.keys().next().value as number)
  return block
}

async function unpack(id: string): Promise<Block> {
  const packed = new Blob([bytesOf(document.getElementById(id))])
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
  const pictures: Picture[] = []
  for (let page = 0; page < (rows[at]?.images ?? 0); page++) {
    const block = document.getElementById(`i${at}.${page}`)
    const url = URL.createObjectURL(new Blob([bytesOf(block)], { type: 'image/webp' }))
    pictures.push({ url, width: Number(block?.dataset.width), height: Number(block?.dataset.height) })
  }
  return pictures
}

export function closePictures(pictures: readonly Picture[]): void {
  for (const { url } of pictures) URL.revokeObjectURL(url)
}

function bytesOf(block: HTMLElement | null): Uint8Array<ArrayBuffer> {
  const binary = atob(block?.textContent ?? '')
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}
