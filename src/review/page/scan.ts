/** The source as pictures of its pages, every place of a field a box; over them the words, where they are known. */
import type { Field } from '../../record/fields.ts'
import type { Block } from '../shapes.ts'
import type { Picture } from './data.ts'
import { el } from './dom.ts'
import { word } from './language.ts'
import { kindOf, lighter, own, type SourceView, trimmed } from './source.ts'
import { fullName } from './values.ts'

export function scanView(
  pictures: readonly Picture[],
  fields: readonly Field[],
  block: Block,
  label: string,
): SourceView {
  const element = el('div', { class: 'scan', tabindex: 0, role: 'region', 'aria-label': label })
  const boxes = new Map<string, HTMLElement[]>()
  const pages = pictures.map((picture, index) => {
    const title = word('source.page', { page: index + 1 })
    const page = el('figure', { class: 'page' }, el('img', { src: picture.url, alt: title, draggable: 'false' }))
    const leaf = el('div', { class: 'leaf' }, page)
    leaf.style.setProperty('--width', String(picture.width))
    leaf.style.setProperty('--height', String(picture.height))
    element.append(leaf, el('p', { class: 'folio', 'aria-hidden': 'true' }, `${title} / ${pictures.length}`))
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

  const words = new Words(block, place)
  const bySize = fields
    .flatMap((field) => placesOf(field, block).map((at) => ({ field, ...at })))
    .sort((a, b) => area(b.box) - area(a.box))
  const sharing = new Map<string, { target: HTMLElement; pointers: string[] }>()
  for (const { field, page, box } of bySize) {
    const key = `${page}:${box.join()}`
    const shared = sharing.get(key)
    const target =
      shared?.target ??
      el('button', {
        type: 'button',
        tabindex: -1,
        class: 'box',
        title: fullName(field),
        'aria-label': fullName(field),
      })
    if (!shared && !place(target, page, box)) continue
    if (field.doubtful || !shared) target.classList.add(kindOf(field))
    const pointers = [...(shared?.pointers ?? []), field.pointer]
    sharing.set(key, { target, pointers })
    own(target, pointers)
    boxes.set(field.pointer, [...(boxes.get(field.pointer) ?? []), target])
  }
  element.addEventListener('mousedown', (event) => words.begin(event))
  element.addEventListener('mousemove', (event) => words.goOn(event))
  return {
    element,
    light: lighter((pointer) => boxes.get(pointer) ?? []),
    selected: () => words.selected(),
    clear: () => words.clear(),
  }
}

function percent(part: number | undefined, whole: number): string {
  return `${((part ?? 0) / whole) * 100}%`
}

function area(box: readonly number[]): number {
  const [left = 0, top = 0, right = 0, bottom = 0] = box
  return (right - left) * (bottom - top)
}

/** Boxes of the words in the spans, joined line by line; without words, those of the evidence. */
function placesOf(field: Field, block: Block): { page: number; box: number[] }[] {
  if (field.spans.length === 0 || block.words.length === 0) return field.boxes
  const lines: { page: number; box: [number, number, number, number] }[] = []
  for (const [from, to] of field.spans) {
    for (const [start, end, page, ...box] of block.words) {
      if (start >= to || end <= from) continue
      const line = lines[lines.length - 1]
      if (line && line.page === page && isBeside(line.box, box)) {
        line.box = [
          Math.min(line.box[0], box[0]),
          Math.min(line.box[1], box[1]),
          Math.max(line.box[2], box[2]),
          Math.max(line.box[3], box[3]),
        ]
      } else lines.push({ page, box })
    }
  }
  return lines
}

/** Two boxes are on one line where the middle of one is within the other's height: a hyphen is low beside letters. */
function isBeside(a: readonly number[], b: readonly number[]): boolean {
  const within = ([, top = 0, , bottom = 0]: readonly number[], [, from = 0, , to = 0]: readonly number[]) =>
    (top + bottom) / 2 > from && (top + bottom) / 2 < to
  return within(a, b) || within(b, a)
}

/** The mouse may move so many pixels in a click. */
const A_CLICK = 6

/** The words in their places, to be chosen with the mouse: from the one where it goes down to the one where it is. */
class Words {
  readonly #elements: HTMLElement[] = []
  readonly #block: Block
  #start: [x: number, y: number] = [0, 0]
  #from = -1
  #to = -1

  constructor(block: Block, place: (target: HTMLElement, page: number, box: readonly number[]) => boolean) {
    this.#block = block
    if (block.text === null) return
    for (const [index, [, , page, ...box]] of block.words.entries()) {
      const element = el('span', { class: 'word', 'data-word': index })
      place(element, page, box)
      this.#elements.push(element)
    }
  }

  begin(event: MouseEvent): void {
    if (event.button !== 0) return
    this.#start = [event.clientX, event.clientY]
    this.#choose(wordAt(event), -1)
  }

  goOn(event: MouseEvent): void {
    const at = wordAt(event)
    if ((event.buttons & 1) === 0 || this.#from < 0 || at < 0 || at === this.#to) return
    const moved = Math.hypot(event.clientX - this.#start[0], event.clientY - this.#start[1])
    if (this.#to >= 0 || at !== this.#from || moved > A_CLICK) this.#choose(this.#from, at)
  }

  clear(): void {
    this.#choose(-1, -1)
  }

  /** The chosen words; null where the mouse has not moved over any since it went down. */
  selected(): { text: string; span: [number, number] } | null {
    const { text, words } = this.#block
    if (this.#from < 0 || this.#to < 0 || text === null) return null
    const [first, last] = [words[Math.min(this.#from, this.#to)], words[Math.max(this.#from, this.#to)]]
    return first && last ? trimmed(text, first[0], last[1]) : null
  }

  #choose(from: number, to: number): void {
    this.#from = from
    this.#to = to
    const [low, high] = [Math.min(from, to), Math.max(from, to)]
    for (const [index, element] of this.#elements.entries()) {
      element.classList.toggle('chosen', low >= 0 && index >= low && index <= high)
    }
    document.dispatchEvent(new Event('selectionchange'))
  }
}

function wordAt(event: MouseEvent): number {
  const word = document
    .elementsFromPoint(event.clientX, event.clientY)
    .find((element) => element.classList.contains('word'))
  return word instanceof HTMLElement ? Number(word.dataset.word) : -1
}
