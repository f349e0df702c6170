/**
 * The source as text, every place of a field marked. The element's text is the decoded text, unit by unit, so that a
 * selection gives a span.
 */

import type { Field } from '../../record/fields.ts'
import type { Span } from '../../text.ts'
import { el } from './dom.ts'

export interface Mark {
  span: Span
  /** Pointer of the field. */
  pointer: string
  /** Class of the segment: its grade, or `noted` for a line that a diagnostic names. */
  kind: string
}

export interface SourceView {
  element: HTMLElement
  /** Marks every place of `pointer` with a class (`lit`, `hot`) and takes it from all others. */
  light(name: 'lit' | 'hot', pointer: string | null): HTMLElement | undefined
  /** The words that are selected in this view, with their span; null where there are none. */
  selected(): { text: string; span?: Span } | null
  /** Takes the selection back. */
  clear(): void
}

/** How a field's place is drawn: by its grade; bodies and dates named in passing only when somebody points at them. */
export function kindOf({ group, doubtful, evidence }: Field): string {
  if (doubtful) return 'doubtful'
  return group === 'dates' || group === 'agencies' ? 'quiet' : (evidence?.grade ?? 'certain')
}

/** The marks of all fields; of fields with the same place the first one wins the segment. */
export function marksOf(fields: readonly Field[]): Mark[] {
  return fields.flatMap((field) =>
    field.spans.map((span): Mark => ({ span, pointer: field.pointer, kind: kindOf(field) })),
  )
}

/** Pointers of the fields that a segment belongs to, the closest first. */
const owners = new WeakMap<Element, string[]>()

/** Pointers of the fields where a mouse event happened, the closest first; what lies over them does not hide them. */
export function pointersAt(event: MouseEvent): string[] {
  const pressed = event.target instanceof Element ? event.target.closest('.seg') : null
  if (pressed) return owners.get(pressed) ?? []
  const under = document.elementsFromPoint(event.clientX, event.clientY).find((element) => owners.has(element))
  return (under && owners.get(under)) ?? []
}

/** Makes `element` a place that fields are found by. */
export function own(element: Element, pointers: string[]): void {
  element.classList.add('seg')
  owners.set(element, pointers)
}

export function textView(text: string, marks: readonly Mark[], label: string): SourceView {
  const element = el('div', { class: 'text', tabindex: 0, role: 'region', 'aria-label': label })
  const segments = new Map<string, HTMLElement[]>()
  for (const { start, end, covering } of segmentsOf(text.length, marks)) {
    for (const [piece, feed] of piecesOf(text.slice(start, end))) {
      if (feed) {
        element.append(el('span', { class: 'feed' }, piece))
      } else if (covering.length === 0) {
        element.append(piece)
      } else {
        const drawn = covering.find(({ kind }) => kind !== 'quiet') ?? covering[0]
        const segment = el('span', { class: `${drawn?.kind}` }, piece)
        own(
          segment,
          covering.map(({ pointer }) => pointer),
        )
        for (const { pointer } of covering) {
          const list = segments.get(pointer)
          if (list) list.push(segment)
          else segments.set(pointer, [segment])
        }
        element.append(segment)
      }
    }
  }
  return {
    element,
    light: lighter((pointer) => segments.get(pointer) ?? []),
    selected() {
      const selection = getSelection()
      if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
      const range = selection.getRangeAt(0)
      if (!element.contains(range.commonAncestorContainer)) return null
      const before = document.createRange()
      before.selectNodeContents(element)
      before.setEnd(range.startContainer, range.startOffset)
      return trimmed(text, before.toString().length, before.toString().length + range.toString().length)
    },
    clear: () => getSelection()?.removeAllRanges(),
  }
}

/** The words of `[start, end)` without white space at the ends; null where nothing is left. */
export function trimmed(text: string, start: number, end: number): { text: string; span: Span } | null {
  const slice = text.slice(start, end)
  const from = start + (slice.length - slice.trimStart().length)
  const words = slice.trim()
  return words === '' ? null : { text: words, span: [from, from + words.length] }
}

/** Puts a class on the elements of one pointer and off those that had it. */
export function lighter(elementsOf: (pointer: string) => HTMLElement[]): SourceView['light'] {
  const lit = { lit: [] as HTMLElement[], hot: [] as HTMLElement[] }
  return (name, pointer) => {
    for (const element of lit[name]) element.classList.remove(name)
    lit[name] = pointer === null ? [] : elementsOf(pointer)
    for (const element of lit[name]) element.classList.add(name)
    return lit[name][0]
  }
}

/** A form feed begins a new page: it is drawn as a line, the rest stays text. */
function piecesOf(text: string): [string, boolean][] {
  return text
    .split(/(\f)/)
    .filter(Boolean)
    .map((piece) => [piece, piece === '\f'])
}

interface Segment {
  start: number
  end: number
  /** The marks over this piece, the shortest first. */
  covering: Mark[]
}

/** Cuts `[0, length)` at every end of a mark. */
function segmentsOf(length: number, marks: readonly Mark[]): Segment[] {
  const valid = marks
    .filter(({ span: [start, end] }) => start >= 0 && start < end && end <= length)
    .sort((a, b) => a.span[0] - b.span[0])
  const cuts = [...new Set([0, length, ...valid.flatMap(({ span }) => span)])].sort((a, b) => a - b)
  const segments: Segment[] = []
  let open: Mark[] = []
  let next = 0
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [start, end] = [cuts[i] as number, cuts[i + 1] as number]
    open = open.filter(({ span }) => span[1] > start)
    while (next < valid.length && (valid[next] as Mark).span[0] === start) open.push(valid[next++] as Mark)
    const covering = [...open].sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]))
    segments.push({ start, end, covering })
  }
  return segments
}
