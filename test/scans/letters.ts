/** Letters that nobody wrote, as what stands on their paper: the values to find, seeded. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { personName } from '../../train/documents/people.ts'
import { type Random, seeded } from '../../train/random.ts'
import type { Gold } from '../accuracy/gold.ts'

interface Words {
  offices: { parent: string; issuer: string; place: string; code: string; seal: string; signed: string[][] }[]
  units: string[]
  types: { name: string; code: string }[]
  subjects: string[]
  sentences: string[]
  lists: string[]
}

const words = parse(readFileSync(new URL('data.yaml', import.meta.url), 'utf8')) as Words

export interface Letter {
  gold: Gold
  /** `V/v …` under the number, or the heading of a named type. */
  heading: string | null
  printedDate: string
  paragraphs: string[]
  /** What runs round the seal. */
  seal: string
}

const pad = (value: number) => String(value).padStart(2, '0')

/** The same seed gives the same letter. */
export function letterOf(seed: string): Letter {
  const random = seeded(`scan ${seed}`)
  const office = random.pick(words.offices)
  const named = random.chance(0.5) ? random.pick(words.types) : null
  const [day, month, year] = [1 + random.below(28), 1 + random.below(12), 2009 + random.below(17)]
  const serial = pad(1 + random.below(900))
  const unit = random.pick(words.units)
  const topic = random.pick(words.subjects)
  const number = named ? `${serial}/${named.code}-${office.code}` : `${serial}/${office.code}-${unit}`
  const signed = random.pick(office.signed)
  const position = signed.at(-1) as string
  const authority = signed.slice(0, -1)
  const lists = random.some(words.lists, 2 + random.below(3))
  const archive = `Lưu: VT, ${unit}`
  const gold: Gold = {
    id: seed,
    kind: 'directive',
    system: 'state',
    type: named?.name ?? 'Công văn',
    number,
    place: office.place,
    date: `${year}-${pad(month)}-${pad(day)}`,
    issuer: office.issuer,
    parent: office.parent,
    subject: `V/v ${topic}`,
    urgency: null,
    secrecy: null,
    addressees: named ? [] : random.some(words.lists.slice(1), 2),
    items: [],
    recipients: [...lists, archive],
    archive,
    signatures: [{ authority, position, name: personName(random) }],
    references: [],
    deadlines: [],
    assignments: [],
    partial: true,
  }
  return {
    gold,
    heading: named ? named.name : null,
    // A month below three has its nought, as the decree wants it; days below ten too.
    printedDate: `ngày ${pad(day)} tháng ${month < 3 ? pad(month) : month} năm ${year}`,
    paragraphs: paragraphsOf(random),
    seal: office.seal,
  }
}

function paragraphsOf(random: Random): string[] {
  return random.some(words.sentences, 3 + random.below(3))
}
