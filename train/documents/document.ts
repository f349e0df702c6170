/**
 * Official documents made by grammar, with the exact place of every value in the text.
 *
 * They train the labeller of words and try the reader on forms that nobody has collected. No sentence of a real
 * document is in them, and no person of them exists.
 */
import { seeded } from '../random.ts'
import { FAMILIES } from './families/families.ts'
import type { ReaderKind } from './form.ts'
import type { Columns } from './layout/house.ts'
import { layOut } from './layout/lay-out.ts'
import { spoil } from './noise/spoil.ts'

/**
 * What a piece of text is. `number` goes without `Số:`, `place` without its comma, `recipient` and `addressee` without
 * dash and semicolon but with a bracketed purpose of their own; `purpose` is one bracketed over several entries.
 * `issuer` holds joint issuers of one cell as one value. `enacting` is what stands between type and subject or
 * between subject and bases in the name of the issuer, `operative` the words that introduce the orders without their
 * colon. `item` and `text` are paragraphs of the body, an item with its label. `furniture` is printed and says
 * nothing (rules, page numbers, menus, signature stamps, a copy's own header); `noise` was never printed.
 * What follows the signature (attachments) and a second post of the signer has no mark.
 */
export type Field =
  | 'title'
  | 'motto'
  | 'parent'
  | 'issuer'
  | 'number'
  | 'place'
  | 'date'
  | 'type'
  | 'subject'
  | 'urgency'
  | 'secrecy'
  | 'circulation'
  | 'draft'
  | 'arrival'
  | 'enacting'
  | 'cue'
  | 'addressee'
  | 'base'
  | 'operative'
  | 'text'
  | 'item'
  | 'recipients-label'
  | 'recipient'
  | 'purpose'
  | 'archive'
  | 'authority'
  | 'position'
  | 'name'
  | 'signed'
  | 'contact'
  | 'furniture'
  | 'noise'

export interface Mark {
  field: Field
  /** Entry of a list from 0; of `authority`, `position`, `name` and `signed`: which signature. */
  entry: number
  /** Offsets of the pieces in reading order, UTF-16 code units, end excluded; a wrapped value has one a line. */
  spans: [number, number][]
}

export interface LabelledDocument {
  id: string
  /** The family of forms (`state-commune-2025`, `party-district`, `front`, `gazette`): left out as a whole when judged. */
  family: string
  text: string
  marks: Mark[]
  /** What kind of reader gave it, and how it set the two columns of the letterhead and of the footer. */
  layout: Layout
}

export interface Layout {
  reader: ReaderKind
  head: Columns
  foot: Columns
}

export interface Choice {
  seed: string
  count: number
  /** Families to take in turn; all of them where it is left out. */
  families?: string[]
  /** Without OCR noise and rubble; what was put in stands there letter by letter. */
  clean?: boolean
}

/** The same seed gives the same documents; document n does not depend on how many are asked for. */
export function* generate({
  seed,
  count,
  families = Object.keys(FAMILIES),
  clean = false,
}: Choice): Generator<LabelledDocument> {
  for (let at = 0; at < count; at++) {
    const family = families[at % families.length] as string
    const make = FAMILIES[family]
    if (!make)
      throw new RangeError(
        `No family of documents is called "${family}"; there are ${Object.keys(FAMILIES).join(', ')}`,
      )
    const random = seeded(`${seed} ${family} ${at}`)
    const form = make(random)
    const { printed, layout } = layOut(form, random)
    const { text, marks } = clean ? printed : spoil(printed, { random, reader: form.reader })
    yield { id: `${family}-${seed}-${at}`, family, text, marks, layout }
  }
}
