/** What a record must be like to be found. */
import { daysOf } from './days.ts'
import type { Library } from './program.ts'
import type { Entry } from './shelf.ts'

export interface Query {
  words?: string | undefined
  number?: string | undefined
  issuer?: string | undefined
  type?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

export interface Matching {
  matches(entry: Entry): boolean
  /** Some words around the first that was asked for; null where none was, or it stands nowhere. */
  excerpt(entry: Entry): string | null
}

/** In code units, to each side. */
const AROUND = 100

export function matching(query: Query, { skeleton }: Pick<Library, 'skeleton'>): Matching {
  /** Small letters without marks, with one space around each word; leading zeros count for nothing. */
  const folded = (text: string) =>
    ` ${skeleton(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `.replace(/ 0+(?=\d)/g, ' ')
  const says = (part: string | undefined, ...texts: (string | null)[]) =>
    part === undefined || texts.some((text) => folded(text ?? '').includes(folded(part)))
  const terms = (query.words?.match(/"[^"]*"|[^\s"]+/g) ?? []).map(folded).filter((term) => term.trim() !== '')
  const from = daysOf(query.from ?? null)?.[0]
  const to = daysOf(query.to ?? null)?.[1]
  const isIssued = ({ days }: Entry) =>
    days === null ? from === undefined && to === undefined : (!from || days[1] >= from) && (!to || days[0] <= to)
  return {
    matches: (entry) => {
      const { number, type, typeCode, issuer, parentIssuer } = entry
      if (!isIssued(entry) || !says(query.number, number) || !says(query.type, type, typeCode)) return false
      if (!says(query.issuer, issuer, parentIssuer, `${parentIssuer} ${issuer}`)) return false
      if (terms.length === 0) return true
      const all = folded(entry.texts.join('\n'))
      return terms.every((term) => all.includes(term))
    },
    excerpt: ({ texts }) => {
      const [term] = terms
      const text = term && texts.find((each) => folded(each).includes(term))
      return text ? around(text, skeleton(text), term.trim().split(' ')[0] as string) : null
    },
  }
}

function around(text: string, plain: string, word: string): string {
  const edge = '[^\\p{L}\\p{N}]'
  const at = Math.max(0, plain.search(new RegExp(`(?<=^|${edge})0*${word}(?=$|${edge})`, 'u')))
  const [start, end] = [Math.max(0, at - AROUND), Math.min(text.length, at + word.length + AROUND)]
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`
}
