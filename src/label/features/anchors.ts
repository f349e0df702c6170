import { rememberedOf } from '../../remembered.ts'
import { bucket, type Cell, type CellFeature, type Page } from './feature.ts'

/** Classes of phrases that stand once or twice in a head or foot and by which one finds one's way. */
const ANCHORS = [
  ['cues/national-title', 'cues/party-title', 'cues/youth-title'],
  ['wording/number'],
  ['wording/month'],
  ['types'],
  ['cues/addressee', 'cues/telegram'],
  ['cues/base'],
  ['cues/recipients'],
  ['cues/archive'],
  [
    'authorities/on-behalf',
    'authorities/for-the-head',
    'authorities/by-order',
    'authorities/by-authorisation',
    'authorities/acting',
  ],
  ['positions'],
  ['cues/subject', 'wording/subject-mark'],
]
/** In the same cell, the same line, one line away … */
const AWAY = [-1, 0, 1, 2, 4]
const KINDS = AWAY.length + 2

/** How far above the last anchor of each kind stands that begins a cell, and how far below the next one. */
export const anchors: CellFeature = {
  name: 'anchors',
  of: 'cell',
  size: () => ANCHORS.length * 2 * KINDS,
  observe(page, say) {
    anchorCells(page).forEach((at, anchor) => {
      let next = 0
      page.cells.forEach((cell, index) => {
        while (next < at.length && (at[next] as number) <= index) next++
        const before = at[next - 1]
        const behind = at[next]
        say(index, 2 * anchor * KINDS + (before === undefined ? KINDS - 1 : away(page, before, index, cell)))
        say(index, (2 * anchor + 1) * KINDS + (behind === undefined ? KINDS - 1 : away(page, behind, index, cell)))
      })
    })
  },
}

function away({ cells }: Page, other: number, index: number, cell: Cell): number {
  return bucket(other === index ? -1 : Math.abs((cells[other] as Cell).line - cell.line), AWAY)
}

/** Words of a cell among which an anchor begins. */
const FIRST = 3

/** Of each anchor the cells in whose first words it begins, printed with its marks, in their order. */
function anchorCells({ hits, cells, cellOf, classes }: Page): number[][] {
  const anchors = anchorsOf(classes)
  const found = ANCHORS.map(() => new Set<number>())
  for (const hit of hits) {
    if (!hit.exact) continue
    const anchor = anchors.get(hit.class)
    const cell = cellOf[hit.from] as number
    if (anchor !== undefined && hit.from - (cells[cell] as Cell).from < FIRST) found[anchor]?.add(cell)
  }
  return found.map((each) => [...each].sort((a, b) => a - b))
}

/** The anchor of a class of the lexicon, by index. */
const anchorsOf = rememberedOf(
  (classes: readonly string[]) =>
    new Map(ANCHORS.flatMap((names, anchor) => names.map((name) => [classes.indexOf(name), anchor] as const))),
)
