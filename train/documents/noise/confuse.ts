/** Characters misread as an OCR engine misreads them. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { seeded } from '../../random.ts'

type Readings = Record<string, (string | number)[]>

const CHARACTERS = parse(readFileSync(new URL('../words/characters.yaml', import.meta.url), 'utf8')) as {
  characters: Readings
  seldom: Readings
  lineStarts: Record<string, string[]>
}

/** A piece of the clean text and what became of it, ascending. */
export interface Edit {
  start: number
  end: number
  text: string
}

/** Misreads `rate` (0 to 1) of the letters and marks of the text; the edits say where. */
export function confuse(text: string, rate: number, seed: string): { text: string; edits: Edit[] } {
  const random = seeded(seed)
  const total = Math.round(text.replace(/\s/g, '').length * rate)
  const starts = lineStarts(text)
  const taken = new Set(
    starts.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)),
  )
  const places = [...text.matchAll(/[^\s\d]/g)].map((match) => match.index).filter((at) => !taken.has(at))
  const misread = (table: typeof CHARACTERS.characters, count: number): Edit[] =>
    random
      .some(
        places.filter((at) => table[text[at] as string]),
        count,
      )
      .map((start) => ({ start, end: start + 1, text: String(random.pick(table[text[start] as string] ?? [''])) }))
  const seldom = Math.round(total / 7)
  const edits = [
    ...random.some(starts, Math.ceil(total / 40)).map(({ start, end }) => ({
      start,
      end,
      text: random.pick(CHARACTERS.lineStarts[text.slice(start, end)] ?? ['']),
    })),
    ...misread(CHARACTERS.characters, total - seldom),
    ...misread(CHARACTERS.seldom, seldom),
  ].sort((a, b) => a.start - b.start)
  let noisy = ''
  let done = 0
  for (const edit of edits) {
    noisy += text.slice(done, edit.start) + edit.text
    done = edit.end
  }
  return { text: noisy + text.slice(done), edits }
}

function lineStarts(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (const line of text.matchAll(/^[ \t]*(\S[^\n]{0,12})/gm)) {
    const start = line.index + line[0].length - (line[1] as string).length
    const piece = Object.keys(CHARACTERS.lineStarts).find((each) => text.startsWith(each, start))
    if (piece) found.push({ start, end: start + piece.length })
  }
  return found
}
