/**
 * Nơi nhận: an entry a dash, wrapped lines joined; `(để b/c)` is its purpose, and a purpose set behind a brace belongs
 * to every entry down to its line. The last entry is the archive's: `Lưu: VT, KT`, `Lưu Văn phòng Huyện ủy`.
 */
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import { skeleton } from '../text.ts'
import type { Recipient, Recipients, Value } from '../tree.ts'
import { findCue } from './cues.ts'
import { DASH, inlineEntries, OPEN_BRACKET } from './entry-ends.ts'
import { readDrafter } from './drafter.ts'
import { isSyllables } from './legible.ts'
import { type Cell, sliceCell } from './rows.ts'
import { withoutRubble } from './rubble.ts'
import { isArchive } from './signals.ts'
import { entryText, makeValue, printed } from './value.ts'

const PURPOSE = pattern(
  ({ words }) => new RegExp(latin(`\\((?!${words('no-purpose')})\\p{Ll}[\\p{Ll}\\s/.,]{1,40}\\)\\s*$`), 'u'),
)
const AS_ABOVE = pattern(({ words }) => new RegExp(`^[-–\\s]*(?:${words('as-above')})(?:\\s\\d{1,2})?[;:](?=\\s)`, 'u'))
/** Words with marks behind a formula that make another entry. */
const WORDS = 2
const BRACED = pattern(({ words }) => new RegExp(`^\\(?(?:${words('purpose')})`, 'iu'))

interface Entry {
  cells: Cell[]
  purpose: string | null
}

export function readRecipients(text: string, cells: Cell[]): Recipients {
  const entries: Entry[] = []
  let braced: string | null = null
  // the entries of the last brace, and those that have none yet
  let group = 0
  let free = 0
  // where most dashes were lost, a closed line ends its entry
  const dashed = cells.filter((cell) => DASH.test(cell.text)).length * 2 > cells.length
  const legible = cells.map((cell) => withoutRubble(formulaAlone(cell)))
  for (const whole of legible) {
    const cell = withoutLabel(whole)
    if (!cell) continue
    const last = entries[entries.length - 1]
    if (last && !DASH.test(cell.text) && BRACED().test(cell.text) && cell.column > (last.cells[0] as Cell).column + 8) {
      const purpose = entryText(cell.text.replace(/[()]/g, ''))
      // a purpose that is itself wrapped in its column: `để` over `báo cáo`
      const begun = braced && !/\s/.test(braced) ? braced : null
      for (const entry of entries.slice(begun ? group : free)) {
        if (begun && entry.purpose === begun) entry.purpose = `${begun} ${purpose}`
        else entry.purpose ??= begun ? `${begun} ${purpose}` : purpose
      }
      if (!begun) group = free
      free = entries.length
      braced = purpose
    } else if (!last || DASH.test(cell.text) || isArchive(cell) || isOwnEntry(last, cell, dashed)) {
      for (const part of inlineEntries(cell)) entries.push({ cells: [part], purpose: null })
    } else last.cells.push(cell)
  }
  const made = entries
    .map((entry) => makeEntry(text, entry))
    .filter((entry) => latin(/\p{L}{2}/u).test(entry.entry.value))
  const archive = [...made]
    .reverse()
    .find((entry) => isArchive({ text: entry.entry.value, folded: skeleton(entry.entry.value) }))
  const recipients: Recipients = {
    type: 'recipients',
    spans: legible.map((cell) => [cell.start, cell.end]),
    entries: made,
  }
  if (archive) Object.assign(recipients, { archive: archive.entry, ...readDrafter(archive.entry) })
  return recipients
}

/** `- VPUB: CVP, các PCVP;`: an entry that names several, closed by the next dash only. */
const OFFICE = /^[^:;]{2,40}:\s*\S|;\s*\S/u

const OPEN = new RegExp(OPEN_BRACKET)

/** Whether a line without a dash, below a closed one, is an entry that lost its dash. */
function isOwnEntry({ cells }: Entry, cell: Cell, dashed: boolean): boolean {
  const [first, last] = [cells[0] as Cell, cells[cells.length - 1] as Cell]
  if ((DASH.test(first.text) && OFFICE.test(first.text)) || OPEN.test(last.text)) return false
  return dashed ? /;\s*$/.test(last.text) && latin(/^\p{Lu}/u).test(cell.text) : /[;.]\s*$/.test(last.text)
}

/** `- Như trên; - 2T ORT`: the formula is whole, and what no list would print behind it is a seal's. */
function formulaAlone(cell: Cell): Cell {
  const formula = AS_ABOVE().exec(cell.text)
  if (!formula) return cell
  const behind = cell.text.slice(formula[0].length).split(latin(/[^\p{L}]+/u))
  return behind.filter((word) => word.length > 1 && /[^\x20-\x7e]/.test(word) && isSyllables(word)).length < WORDS
    ? sliceCell(cell, 0, formula[0].length)
    : cell
}

function withoutLabel(cell: Cell): Cell | null {
  const found = findCue(cell, 'recipients')
  if (!found) return cell
  const from = found.end + (/^[\s:;.*,]*/.exec(cell.text.slice(found.end))?.[0].length ?? 0)
  return from >= cell.text.length
    ? null
    : { ...cell, start: cell.start + from, text: cell.text.slice(from), folded: cell.folded.slice(from) }
}

function makeEntry(text: string, { cells, purpose }: Entry): Recipient {
  const entry: Value = makeValue(entryText(printed(text, cells)), cells)
  const own = PURPOSE().exec(entry.value)
  if (own) {
    return { entry, name: entryText(entry.value.slice(0, own.index)), purpose: own[0].trim().replace(/^\(|\)$/g, '') }
  }
  return { entry, name: entry.value, purpose }
}
