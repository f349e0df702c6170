/**
 * The bodies of a header: the issuer, and the superior body printed above it. A line that begins with no word of
 * `grammars/heads.yaml` goes on with the name above it.
 *
 * ```
 * > | ỦY BAN NHÂN DÂN        > | UBND TỈNH LÀO CAI       <- parent
 * > | TỈNH LÀO CAI           > | SỞ CÔNG THƯƠNG          <- issuer
 *     ^^^^^^^^^^^^ one name
 * ```
 */
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import type { System } from '../schema.ts'
import { skeleton, upperShare } from '../text.ts'
import type { Value } from '../tree.ts'
import type { HeaderCell } from './header.ts'
import { isSyllables } from './legible.ts'
import { type Cell, sliceCell } from './rows.ts'
import { makeValue, printed } from './value.ts'
import { beginsWith, beginsWithBody, hasItsMarks, words } from './words.ts'

export interface Issuers {
  issuer: Value | null
  parent: Value | null
  system: System | null
}

/** Bodies that issue together, on one line: `BỘ NỘI VỤ - BỘ TÀI CHÍNH - BỘ QUỐC PHÒNG`. */
const JOINT = /\s[-–]\s.*\s[-–]\s/u
/** `- BỘ LÂM NGHIỆP` below `BỘ CANH NÔNG - BỘ THỦY LỢI`: the list goes on. */
const JOINED = latin(/^[-–]\s?\p{Lu}/u)
/** A council or a committee whose place was lost: every place has one. */
const LOCAL_ALONE = pattern(({ folded }) => new RegExp(`^(?:${folded('enacting-local')})$`))
/** Rows without a body's line between two of one name: a rule, a blank. */
const GAP = 3
/** `SỐ 6`, `SỐ VÀ AN TOÀN …` go on with a name; without their marks they read like `SỞ`. */
const NUMBERED = pattern(({ folded }) => new RegExp(`^(?:${folded('number')}) (?:\\d|(?:${folded('name-goes-on')}) )`))
const HANGING = pattern(({ words }) => new RegExp(`(?:[,-]|\\s(?:${words('hanging-body')}))$`, 'u'))

/** `ĐẢNG ỦY XÃ` before `PHONG LƯU`: a place's name, though it reads like `PHÒNG` without its marks. */
const UNIT = pattern(({ words }) => new RegExp(`(?:^|\\s)(?:${words('unit')})$`, 'u'))

export function issuersOf(
  text: string,
  cells: HeaderCell[],
  anchors: { number: HeaderCell | undefined; type: HeaderCell | undefined },
): Issuers {
  const lines = candidates(cells, anchors)
  const names: Cell[][] = []
  for (const cell of lines) {
    const previous = names[names.length - 1]
    const head = NUMBERED().test(cell.folded) ? null : beginsWith(cell.folded, words().heads)
    const above = previous?.[previous.length - 1]
    if (previous && above && (!head || goesOn(above, cell, head))) previous.push(cell)
    else names.push([cell])
  }
  const list = names.some((name) => name.some(isList)) ? [names.flat()] : names
  const issuer = list.pop()
  if (!issuer) return { issuer: null, parent: null, system: null }
  const certain =
    lines.every((cell) => upperShare(cell.text) > 0.9) &&
    beginsWith((issuer[0] as Cell).folded, words().heads) &&
    !issuer.slice(1).some(isStray)
  const name = printed(text, issuer).replace(/[\s.,;:_*-]+$/u, '')
  const grade = LOCAL_ALONE().test(skeleton(name)) ? 'doubtful' : certain ? 'certain' : 'likely'
  // a page that prints the issuer again, as the authority that enacts
  const parents = list.filter((name) => !isSame(name, issuer)).flat()
  const systems = [issuer, ...list.reverse()].flatMap((name) => systemOfBody(name) ?? [])
  // a standing committee may be any body's: the one above it tells whose
  const system = systems.find((value) => value !== 'party') ?? systems[0] ?? null
  return {
    issuer: makeValue(name, issuer, { grade }),
    parent:
      parents.length > 0 ? makeValue(printed(text, parents).replace(/[\s.,;:_*-]+$/u, ''), parents, { grade }) : null,
    system,
  }
}

/** `BỘ CÔNG AN BỘ QUỐC PHÒNG`: no ministry stands below another, they issue together. */
function isList({ folded }: Cell): boolean {
  const head = beginsWith(folded, words().heads)
  if (!head || head.length > LONGEST_RANK) return false
  const rank = folded.slice(0, head.length)
  return (
    folded.indexOf(` ${rank} `, head.length) > 0 &&
    !words()
      .subordinates.get(rank.slice(0, 2))
      ?.some(({ folded: each }) => each === rank)
  )
}
/** The word of a body with which a line begins. */
type Head = Pick<NonNullable<ReturnType<typeof beginsWithBody>>, 'length' | 'name'>

/** A name hangs over the end of its line, and what begins the next reads like a body's word all the same. */
function goesOn(above: Cell, cell: Cell, head: Head): boolean {
  if (JOINED.test(cell.text) || isPostAlone(above)) return true
  if (HANGING().test(above.text)) return !UNIT().test(above.text) || mayBePlace(cell, head)
  return hasOtherMarks(cell, head) && (isHeadAlone(above) || isMarkedName(cell, head))
}

/** `PHONG LÂM` below `NHÀ MÁY SỢI`: marks stand behind the word, so that it lost none; a name of two words or three. */
const isMarkedName = ({ text }: Cell, head: Head) =>
  /[^\x20-\x7e]/.test(text.slice(head.length)) &&
  !/[^\x20-\x7e]/.test(text.slice(0, head.length)) &&
  text.trim().split(/\s+/).length <= 3

/** `PHONG HẢI`, `HỘI AN`: a name that begins like a body's word of one syllable; with its marks, it is no longer than two. */
function mayBePlace(cell: Cell, head: Head): boolean {
  if (cell.folded.slice(0, head.length).includes(' ')) return false
  return hasOtherMarks(cell, head) || cell.text.trim().split(/\s+/).length < 3
}

/** `BAN CHỈ ĐẠO`, and for what stands in the next line. */
const isHeadAlone = ({ folded }: Cell) => beginsWith(folded, words().heads)?.length === folded.length

/** `SỐ HÓA …` is no `SỞ`, though it folds like one. */
const hasOtherMarks = ({ text }: Cell, head: Head) => !hasItsMarks(text, head)

/** Letters of a rank that is a word alone: `BỘ`. */
const LONGEST_RANK = 3

/** A word on a line of its own that is no syllable: a stamp's, an abbreviation. */
const isStray = ({ text }: Cell) => !/\s/.test(text) && !isSyllables(text)

const isSame = (one: Cell[], other: Cell[]) =>
  one.map(({ folded }) => folded).join(' ') === other.map(({ folded }) => folded).join(' ')

/** `CHỦ TỊCH` over `ỦY BAN NHÂN DÂN`: the post is the issuer's first word. */
const isPostAlone = (cell: Cell) => beginsWith(cell.folded, words().positions)?.length === cell.folded.length

/**
 * Parent and issuer run together on one line: `BỘ TÀI CHÍNH TỔNG CỤC HẢI QUAN`. A subordinate body's word cuts the name
 * where what stands before it is a whole name of another kind.
 */
function partsOf(cell: Cell): Cell[] {
  const head = beginsWith(cell.folded, words().heads)
  if (!head || cell.text.length < 20 || JOINT.test(cell.text)) return [cell]
  for (let at = cell.folded.indexOf(' ', head.length + 2); at >= 0; at = cell.folded.indexOf(' ', at + 1)) {
    const rest = sliceCell(cell, at + 1, cell.text.length)
    const below = beginsWith(rest.folded, words().subordinates)
    // `PHÒNG, CHỐNG` is a verb, `SỐ 2` a number
    if (
      below &&
      /^\s\D/.test(rest.folded.slice(below.length)) &&
      !(hasOtherMarks(rest, below) && isMarkedName(rest, below)) &&
      !UNIT().test(cell.text.slice(0, at)) &&
      !HANGING().test(cell.text.slice(0, at)) &&
      mayStandAbove(cell.folded.slice(0, at), rest.folded.slice(0, below.length))
    ) {
      return [sliceCell(cell, 0, at), rest]
    }
  }
  return [cell]
}

/** No `CHI CỤC` stands above a `PHÒNG` on one line; a `SỞ` does above a `BỆNH VIỆN`, whose word is none of a department's name. */
function mayStandAbove(above: string, below: string): boolean {
  const rank = beginsWith(above, words().subordinates)
  return !rank || (!above.slice(0, rank.length).includes(' ') && below.includes(' '))
}

/** Lines in capitals above the number (or, without one, above the type), below the last stamp. */
function candidates(
  cells: HeaderCell[],
  anchors: { number: HeaderCell | undefined; type: HeaderCell | undefined },
): Cell[] {
  const limit = anchors.number ?? anchors.type ?? cells.find((each) => each.role === 'date')
  const end = limit ? cells.indexOf(limit) : cells.length
  const lines = bodyLines(cells.slice(0, end), cells)
  // without a number, capitals alone name no body, nor does the heading of a type: `HỢP ĐỒNG LAO ĐỘNG` above its number
  const anchored = anchors.number !== undefined && lines.some(({ role }) => role !== 'type')
  const first = lines.findIndex(
    (line) =>
      beginsWith(withoutLead(line.cell).folded, words().heads) || isPostAlone(line.cell) || isDistrictOver(lines, line),
  )
  const named = first > 0 ? lines.slice(first) : first < 0 && !anchored ? [] : lines
  // a page's own title stands in small letters above the form's capitals
  const capitals = named.filter((line) => upperShare(line.cell.text) > 0.75)
  return (capitals.length > 0 ? capitals : named).flatMap((line) => partsOf(withoutLead(line.cell)))
}

/** `HUYỆN SÔNG HẬU` over `HỢP TÁC XÃ …`: a unit alone in the first line, a body in the one right below. */
function isDistrictOver(lines: HeaderCell[], line: HeaderCell): boolean {
  const [first, below] = lines
  return (
    line === first &&
    below?.row === line.row + 1 &&
    UNIT_FIRST().test(line.cell.text) &&
    upperShare(line.cell.text) > 0.9 &&
    beginsWith(below.cell.folded, words().heads) !== null
  )
}
const UNIT_FIRST = pattern(({ words }) => new RegExp(latin(`^(?:${words('unit')})\\s\\p{Lu}{2}`), 'u'))

/** The lines of the last body above the number, below the last stamp. */
function bodyLines(above: HeaderCell[], cells: HeaderCell[]): HeaderCell[] {
  const beside = besideTitles(cells)
  const dated = new Set(cells.flatMap((each) => (each.role === 'date' ? [each.row] : [])))
  let lines: HeaderCell[] = []
  let titled = false
  const isBody = (each: HeaderCell) =>
    (isBodyLine(each) || (beside.has(each) && isSmallBody(each, lines))) && !(dated.has(each.row) && isStray(each.cell))
  for (const each of above) {
    if (each.role === 'title') titled = true
    if (each.role === 'stamp') {
      if (!titled && !lines.some((line) => line.row === each.row)) lines = []
    } else if (isBody(each)) {
      const last = lines[lines.length - 1]
      if (last && each.row - last.row > GAP && beginsWith(each.cell.folded, words().heads)) lines = []
      lines.push(each)
    }
  }
  return lines
}

/** Cells to the left of the title and the motto. */
function besideTitles(cells: HeaderCell[]): Set<HeaderCell> {
  const columns = new Map(cells.flatMap(({ role, row, cell }) => (role === 'title' ? [[row, cell.column]] : [])))
  return new Set(cells.filter(({ role, row, cell }) => role === 'other' && cell.column < (columns.get(row) ?? 0)))
}

/** `tổng cục thuế` beside the title, and the line with which the name goes on: a letterhead whose capitals were lost. */
const isSmallBody = ({ cell }: HeaderCell, above: HeaderCell[]) =>
  cell.text.length < 80 &&
  latin(/\p{L}{2}/u).test(cell.text) &&
  !/[.;:]$/.test(cell.text) &&
  (above.length > 0 || beginsWith(cell.folded, words().heads) !== null)

/** What a stamp or a rule has left before a name: `„ BAN CHỈ ĐẠO`. */
function withoutLead(cell: Cell): Cell {
  if (JOINED.test(cell.text)) return cell
  const lead = latin(/^[^\p{L}\p{N}(“"]+(?=\p{Lu}{2})/u).exec(cell.text)?.[0].length ?? 0
  return lead > 0 ? sliceCell(cell, lead, cell.text.length) : cell
}

function isBodyLine({ cell, role }: HeaderCell): boolean {
  if (role === 'capitals' || role === 'type') return latin(/\p{L}{2}/u).test(cell.text) && cell.text.length < 160
  return (
    role === 'other' &&
    cell.text.length < 80 &&
    latin(/^\p{Lu}/u).test(cell.text) &&
    beginsWithBody(cell) !== null &&
    !/[.;:]$/.test(cell.text)
  )
}

function systemOfBody(name: Cell[]): System | null {
  for (const cell of name) {
    const head = beginsWith(cell.folded, words().heads)
    if (head) return head.value
  }
  return null
}
