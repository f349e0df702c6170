/** Changes of a text that take the marks along. */
import type { Field, Mark } from '../document.ts'
import type { Printed } from '../pieces.ts'

export interface Edit {
  start: number
  end: number
  text: string
  /** What is put in is a value of its own (rubble: `noise`); it never belongs to the value around it. */
  field?: Field
}

/** Edits must not overlap. A span covers what its letters became; rubble inside cuts it in two; a span without letters is gone. */
export function applyEdits({ text, marks }: Printed, edits: Edit[]): Printed {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const pieces: string[] = []
  const placed: { edit: Edit; from: number; to: number }[] = []
  let done = 0
  let length = 0
  const push = (piece: string) => {
    pieces.push(piece)
    length += piece.length
  }
  for (const edit of sorted) {
    push(text.slice(done, edit.start))
    placed.push({ edit, from: length, to: length + edit.text.length })
    push(edit.text)
    done = edit.end
  }
  push(text.slice(done))
  const noisy = pieces.join('')
  const followed = marks
    .map((mark) => ({
      ...mark,
      spans: mark.spans
        .flatMap((span) => follow(span, placed))
        .map((span) => tight(span, noisy))
        .filter(([from, to]) => to > from),
    }))
    .filter(({ spans }) => spans.length > 0)
  return { text: noisy, marks: [...followed, ...added(placed, marks, noisy)] }
}

type Placed = { edit: Edit; from: number; to: number }

function follow([start, end]: [number, number], placed: Placed[]): [number, number][] {
  const at = (offset: number, includes: boolean): number => {
    let shift = 0
    for (const { edit, from, to } of placed) {
      const before = includes ? edit.end <= offset && (edit.start < offset || edit.end < offset) : edit.end <= offset
      if (before) shift = to - edit.end
      else {
        if (edit.start < offset && edit.end > offset) return includes ? to : from
        break
      }
    }
    return offset + shift
  }
  const whole: [number, number] = [at(start, false), at(end, true)]
  const cuts = placed.filter(({ edit }) => edit.field && edit.start > start && edit.end < end)
  const spans: [number, number][] = []
  let from = whole[0]
  for (const cut of cuts) {
    spans.push([from, cut.from])
    from = cut.to
  }
  spans.push([from, whole[1]])
  return spans
}

const tight = ([start, end]: [number, number], text: string): [number, number] => {
  const inner = text.slice(start, Math.max(start, end))
  return [start + inner.length - inner.trimStart().length, start + inner.trimEnd().length]
}

function added(placed: Placed[], marks: Mark[], text: string): Mark[] {
  const fresh: Mark[] = []
  for (const { edit, from, to } of placed) {
    if (!edit.field) continue
    const span = tight([from, to], text)
    if (span[1] <= span[0]) continue
    const entry =
      marks.filter(({ field }) => field === edit.field).length +
      fresh.filter(({ field }) => field === edit.field).length
    fresh.push({ field: edit.field, entry, spans: [span] })
  }
  return fresh
}
