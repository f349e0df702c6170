/** The source as pictures of its pages, every place of a field a box; over them the words, where they are known. */
import type { Field } from '../fields.ts'
import type { Block } from '../shapes.ts'
import type { Picture } from './data.ts'
import { el } from './dom.ts'
import { word } from './language.ts'
import { lighter, own, type SourceView, trimmed } from './source.ts'
import { fullName } from './values.ts'

export function scanView(pictures: readonly Picture[], fields: readonly Field[], block: Block, label: string): SourceView {
  const element = el('div', { class: 'scan', tabindex: 0, role: 'region', 'aria-label': label })
  const boxes = new Map<string, HTMLElement[]>()
  const pages = pictures.map((picture, index) => {
    const title = word('source.page', { page: index + 1 })
    const page = el('figure', { class: 'page' }, el('img', { src: picture.url, alt: title, draggable: 'false' }))
    page.style.aspectRatio = `${picture.width} / ${picture.height}`
    element.append(page, el('p', { class: 'folio', 'aria-hidden': 'true' }, `${title} / ${pictures.length}`))
    return page
  })
  const place = (target: HTMLElement, page: number, [left, top, right, bottom]: readonly number[]): boolean => {
    const picture = pictures[page - 1]
    if (!picture) return false
    target.style.left = percent(left, picture.width)
    target.style.top = percent(top, picture.height)
    target.style.width = percent((right as number) - (left as number), picture.width)
    target.style.height = percent((bottom as number) - (top as number), picture.height)
    pages[page - 1]?.append(target)
    return true
  }

  const fontSize = (page: number, box: readonly number[]) =>
    `${(85 * ((box[3] as number) - (box[1] as number))) / (pictures[page - 1]?.width ?? 1)}cqw`
  wordsOver(block, place, fontSize)
  const bySize = fields.flatMap((field) => placesOf(field, block).map((at) => ({ field, ...at }))).sort((a, b) => area(b.box) - area(a.box))
  const sharing = new Map<string, { target: HTMLElement; pointers: string[] }>()
  for (const { field, page, box } of bySize) {
    const key = `${page}:${box.join()}`
    const shared = sharing.get(key)
    const target = shared?.target ?? el('button', { type: 'button', tabindex: -1, class: 'box', title: fullName(field), 'aria-label': fullName(field) })
    if (!shared && !place(target, page, box)) continue
    if (field.doubtful || !shared) target.classList.add(field.doubtful ? 'doubtful' : (field.evidence?.grade ?? 'certain'))
    const pointers = [...(shared?.pointers ?? []), field.pointer]
    sharing.set(key, { target, pointers })
    own(target, pointers)
    boxes.set(field.pointer, [...(boxes.get(field.pointer) ?? []), target])
  }
  return {
    element,
    light: lighter((pointer) => boxes.get(pointer) ?? []),
    selected() {
      const selection = getSelection()
      if (!selection || selection.isCollapsed || selection.rangeCount === 0 || block.text === null) return null
      const range = selection.getRangeAt(0)
      if (!element.contains(range.commonAncestorContainer)) return null
      const start = offsetAt(range.startContainer, range.startOffset)
      const end = offsetAt(range.endContainer, range.endOffset)
      return start === null || end === null ? null : trimmed(block.text, start, end)
    },
  }
}

function percent(part: number | undefined, whole: number): string {
  return `${((part ?? 0) / whole) * 100}%`
}

function area(box: readonly number[]): number {
  const [left = 0, top = 0, right = 0, bottom = 0] = box
  return (right - left) * (bottom - top)
}

/** Boxes from the evidence; without them, those of the words in the spans, joined line by line. */
function placesOf(field: Field, block: Block): { page: number; box: number[] }[] {
  if (field.boxes.length > 0) return field.boxes
  const lines: { page: number; box: [number, number, number, number] }[] = []
  for (const [from, to] of field.spans) {
    for (const [start, end, page, ...box] of block.words) {
      if (start >= to || end <= from) continue
      const line = lines[lines.length - 1]
      const middle = (box[1] + box[3]) / 2
      if (line && line.page === page && middle > line.box[1] && middle < line.box[3]) {
        line.box = [Math.min(line.box[0], box[0]), Math.min(line.box[1], box[1]), Math.max(line.box[2], box[2]), Math.max(line.box[3], box[3])]
      } else lines.push({ page, box })
    }
  }
  return lines
}

/** Invisible words in their places: they can be selected, copied and read aloud. */
function wordsOver(
  block: Block,
  place: (target: HTMLElement, page: number, box: readonly number[]) => boolean,
  fontSize: (page: number, box: readonly number[]) => string,
): void {
  if (block.text === null) return
  for (const [start, end, page, ...box] of block.words) {
    const target = el('span', { class: 'word', 'data-start': start }, `${block.text.slice(start, end)} `)
    if (place(target, page, box)) target.style.fontSize = fontSize(page, box)
  }
}

function offsetAt(node: Node, offset: number): number | null {
  const holder = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('.word')
  return holder ? Number(holder.dataset.start) + Math.min(offset, (holder.textContent?.length ?? 1) - 1) : null
}
