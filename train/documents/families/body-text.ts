/** Short bodies: opening, the words that introduce the orders, numbered orders, closing; or articles. */
import type { Form, Paragraph } from '../form.ts'
import { SENTENCES } from '../phrases.ts'
import type { Scene } from './scene.ts'

export const text = (said: string): Paragraph => ({ kind: 'text', text: said, depth: 0 })

export const item = (said: string, depth = 0): Paragraph => ({ kind: 'item', text: said, depth })

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI']

const LETTERS = ['a', 'b', 'c', 'd', 'đ', 'e', 'g']

/** Marks behind the labels, chosen once for a document. */
interface Labels {
  roman: string
  arabic: string
  letter: string
  bullet: string
}

const labelsOf = ({ random, level }: Scene): Labels => ({
  roman: level.startsWith('party')
    ? random.pick(['-', '.', '- ', '.-'])
    : random.weighted({ '.': 16, '-': 2, '/': 0.6 }),
  arabic: level.startsWith('party')
    ? random.pick(['-', '.', '.'])
    : random.weighted({ '.': 16, ')': 1.5, '-': 1.2, '/': 0.5 }),
  letter: random.weighted({ ')': 14, '.': 1.5, '-': 0.5, '/': 0.2 }),
  bullet: random.weighted({ '-': 16, '+': 1.5, '•': 0.7, '*': 0.5, '–': 0.6 }),
})

/** Opening, operative clause and numbered orders. */
export function orders(
  scene: Scene,
  { narrative = false }: { narrative?: boolean } = {},
): Pick<Form, 'operative' | 'body'> & { opening: Paragraph[] } {
  const { random } = scene
  const operative = random.chance(0.75) ? { text: scene.from(SENTENCES, 'operative'), alone: false } : null
  const said = prose(scene, 'opening', random.pick([1, 2, 3, 4]))
  // What ends in the middle of a sentence needs the clause that goes on with it.
  const opening = random.chance(0.8) && (operative !== null || said.endsWith('.')) ? [text(said)] : []
  const plainBody = random.chance(0.12)
  const body = plainBody
    ? paragraphs(scene)
    : random.chance(0.4) && narrative
      ? sections(scene)
      : random.chance(0.25)
        ? sections(scene)
        : numbered(scene)
  if (random.chance(0.2)) body.splice(random.below(body.length + 1), 0, text(scene.from(SENTENCES, 'misleading')))
  if (random.chance(0.05)) body.push(...smallRoman(scene))
  if (random.chance(0.05)) body.push(...table(scene))
  if (random.chance(0.75)) body.push(text(scene.from(SENTENCES, 'closing')))
  return { operative, opening, body }
}

const smallRoman = (scene: Scene): Paragraph[] =>
  (SENTENCES['roman-small'] as string[])
    .slice(0, 2 + scene.random.below(3))
    .map((label) => item(`${label} ${scene.from(SENTENCES, 'order')}`, 1))

/** Rows of a table in the body, with the rules that a reader gives them. */
export function table(scene: Scene): Paragraph[] {
  const cells = () => Array.from({ length: 3 }, () => scene.from(SENTENCES, 'table-row'))
  const bar = scene.random.pick([' | ', '   ', '\t', '|'])
  return [
    ['TT', 'Đơn vị', 'Nội dung', 'Ghi chú'],
    ...Array.from({ length: 2 + scene.random.below(3) }, (_, at) => [String(at + 1), ...cells()]),
  ].map((row) => text(row.join(bar)))
}

export const paragraphs = (scene: Scene): Paragraph[] =>
  Array.from({ length: 1 + scene.random.below(3) }, () => text(prose(scene, 'order', 1 + scene.random.below(5))))

/** Sentences of one paragraph; what opens a document comes last, since it may end in the middle of a sentence. */
function prose(scene: Scene, name: 'opening' | 'order', count: number): string {
  const last = scene.from(SENTENCES, name)
  const before = Array.from({ length: count - 1 }, () => scene.from(SENTENCES, name)).filter(
    (said) => said.endsWith('.') && said !== last,
  )
  return [...new Set(before), last].join(' ')
}

export function numbered(scene: Scene): Paragraph[] {
  const { random } = scene
  const labels = labelsOf(scene)
  const bulletsOnly = random.chance(0.12)
  return Array.from({ length: 2 + random.below(5) }).flatMap((_, at) => {
    if (bulletsOnly) return [item(`${labels.bullet} ${prose(scene, 'order', random.pick([1, 1, 2, 3, 4]))}`)]
    const label = `${at + 1}${labels.arabic}`
    const withActor = random.chance(0.55)
    const actor = scene.from(SENTENCES, 'actor')
    if (!withActor)
      return [
        item(`${label} ${prose(scene, 'order', random.pick([1, 1, 2, 3, 4]))}`),
        ...(random.chance(0.2) ? [text(scene.from(SENTENCES, 'order'))] : []),
      ]
    const below = random.chance(0.5)
    if (!below)
      return [
        item(
          `${label} ${actor}${random.pick([':', ' có trách nhiệm', ' chủ trì,'])} ${lower(scene.from(SENTENCES, 'order'))}`,
        ),
      ]
    return [item(`${label} ${actor}${random.pick(['', ':', ''])}`), ...nested(scene, labels)]
  })
}

function nested(scene: Scene, labels: Labels): Paragraph[] {
  const lettered = scene.random.chance(0.4)
  return Array.from({ length: 1 + scene.random.below(3) }, (_, at) =>
    item(`${lettered ? `${LETTERS[at]}${labels.letter}` : labels.bullet} ${scene.from(SENTENCES, 'order')}`, 1),
  )
}

function sections(scene: Scene): Paragraph[] {
  const labels = labelsOf(scene)
  const headings = scene.random.some(SENTENCES['heading'] as string[], 2 + scene.random.below(2))
  return headings.flatMap((heading, at) => [
    item(`${ROMAN[at]}${labels.roman} ${heading}`),
    ...Array.from({ length: 1 + scene.random.below(2) }).flatMap((_, below) => {
      const head = scene.random.chance(0.4) ? scene.from(SENTENCES, 'small-heading') : scene.from(SENTENCES, 'order')
      return [
        item(`${below + 1}${labels.arabic} ${head}`, 1),
        ...(head.length < 40 ? nested(scene, labels).map((each) => ({ ...each, depth: 2 })) : []),
      ]
    }),
  ])
}

/** `Điều 1. …` and so on, the last of them who executes. */
export function articles(scene: Scene, { adopted = false }: { adopted?: boolean } = {}): Paragraph[] {
  const { random } = scene
  const mark = random.weighted({ '.': 20, ':': 1.5, '': 1 })
  const count = 2 + random.below(3)
  const list = Array.from({ length: count }, (_, at) => {
    const said = at === count - 1 ? scene.from(SENTENCES, 'last-article') : scene.from(SENTENCES, 'article')
    return [
      item(`Điều ${at + 1}${mark} ${said}`),
      ...(said.endsWith('sau đây')
        ? nested(scene, labelsOf(scene)).map((each, below) => ({
            ...each,
            text: `${below + 1}. ${each.text.replace(/^\S+ /u, '')}`,
          }))
        : []),
    ]
  }).flat()
  return adopted ? [...list, text(scene.from(SENTENCES, 'adopted'))] : list
}

export const lower = (said: string) => said.charAt(0).toLocaleLowerCase('vi') + said.slice(1)
