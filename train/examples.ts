/** Labelled documents as what the trainer learns from. */
import { currentGrammar } from '../src/grammar/grammar.ts'
import { ALPHABETS, type Part, type RegionName } from '../src/label/alphabets.ts'
import { observe } from '../src/label/observe.ts'
import { pageOf } from '../src/label/page.ts'
import { isAsked } from '../src/label/classes.ts'
import { createLexicon, type Lexicon } from '../src/lexicon/lexicon.ts'
import { regionOf } from '../src/segment/regions.ts'
import { zonedRows } from '../src/segment/segment.ts'
import type { Span } from '../src/text.ts'
import { readWords } from '../src/words/words.ts'
import type { Example } from './crf.ts'
import type { Field, LabelledDocument } from './documents/document.ts'

/** A value: what it is a part of, and its pieces in reading order. */
export interface Labelled {
  part: Part
  spans: readonly Span[]
}

const lexicon: Lexicon = createLexicon(currentGrammar(), isAsked)
export const classes: readonly string[] = lexicon.classes

const PARTS: Record<RegionName, Partial<Record<Field, Part>>> = {
  head: {
    title: 'title',
    motto: 'title',
    parent: 'parent',
    issuer: 'issuer',
    number: 'number',
    place: 'place',
    date: 'date',
    type: 'type',
    subject: 'subject',
    urgency: 'mark',
    secrecy: 'mark',
    circulation: 'mark',
    draft: 'mark',
    enacting: 'enacting',
    cue: 'cue',
    addressee: 'addressee',
    base: 'body',
    operative: 'body',
    text: 'body',
    item: 'body',
  },
  foot: {
    'recipients-label': 'label',
    recipient: 'recipient',
    purpose: 'purpose',
    archive: 'archive',
    authority: 'authority',
    position: 'position',
    name: 'name',
    signed: 'signed',
    contact: 'contact',
    base: 'body',
    operative: 'body',
    text: 'body',
    item: 'body',
  },
}

/** The values of a made document in the alphabet of a region. */
export const labelledOf = ({ marks }: LabelledDocument, region: RegionName): Labelled[] =>
  marks.flatMap(({ field, spans }) => {
    const part = PARTS[region][field]
    return part ? [{ part, spans }] : []
  })

export function exampleOf(text: string, region: RegionName, labelled: readonly Labelled[], weight = 1): Example {
  const alphabet = ALPHABETS[region]
  const words = readWords(text, lexicon.vocabulary)
  const { rows, zones } = zonedRows(text)
  const stretch = regionOf(region, rows, zones)
  const page = pageOf(words, lexicon, stretch)
  const ofWords = Array.from({ length: page.words.count }, (): number[] => [])
  const cells = page.cells.map((): number[] => [])
  observe(page, classes, {
    word: (word, row) => ofWords[word]?.push(row),
    cell: (cell, row) => cells[cell]?.push(row),
  })
  const labels = new Uint8Array(page.words.count).fill(alphabet.labelOf('other', false))
  for (const { part, spans } of labelled) {
    let begun = false
    for (let word = 0; word < page.words.count; word++) {
      const start = page.words.start[word] as number
      if (!spans.some(([from, to]) => start >= from && start < to)) continue
      labels[word] = alphabet.labelOf(part, !begun)
      begun = true
    }
  }
  repair(labels, alphabet)
  const flat = (lists: number[][]) => {
    const starts = new Int32Array(lists.length + 1)
    for (const [at, list] of lists.entries()) starts[at + 1] = (starts[at] as number) + list.length
    return { rows: Uint16Array.from(lists.flat()), starts }
  }
  const [wordLists, cellLists] = [flat(ofWords), flat(cells)]
  return {
    wordRows: wordLists.rows,
    wordStarts: wordLists.starts,
    cellRows: cellLists.rows,
    cellStarts: cellLists.starts,
    cellOf: Uint16Array.from(page.cellOf),
    labels,
    weight,
  }
}

/** A value that another one interrupts (two columns on the same lines) begins anew behind it. */
function repair(labels: Uint8Array, alphabet: (typeof ALPHABETS)[RegionName]): void {
  labels.forEach((label, word) => {
    const own = alphabet.labels[label]
    if (own?.inside && (word === 0 || !alphabet.follows(label, labels[word - 1] as number)))
      labels[word] = alphabet.labelOf(own.part, true)
  })
}
