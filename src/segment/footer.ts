/**
 * The footer: recipients on the left, signatures on the right, in two columns, one after the other, or interleaved.
 * Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7 and II.9; Hướng dẫn 36-HD/VPTW.
 */
import { isSyllable } from '../grammar/syllable.ts'
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import { isPersonName, titleLength } from '../lexicon/person-names.ts'
import { upperShare } from '../text.ts'
import type { Recipients, Signature } from '../tree.ts'
import { findCue } from './cues.ts'
import { DASH, entryParts, OPEN_BRACKET } from './entry-ends.ts'
import { isLikelyWords, isSyllables } from './legible.ts'
import { readRecipients } from './recipients.ts'
import { type Cell, isTableRow, type Row, sliceCell } from './rows.ts'
import { isArchive } from './signals.ts'
import { isFormulaBegun, isPostBegun } from './signature-cells.ts'
import { readSignatures } from './signatures.ts'
import { withoutRemark } from './signer-name.ts'
import { beginsWith, smallFormulaLength, words } from './words.ts'

/** What goes on in the next line: a comma, a colon, an open bracket, the word before the archive's initials. */
const GOES_ON = pattern(({ cue }) => new RegExp(`[,:]$|${OPEN_BRACKET}|(?:${cue('archive')})$`, 'u'))
const HANGS = pattern(({ words: list }) => new RegExp(`\\s(?:${list('hanging-addressee')})$`, 'u'))
const PURPOSE = pattern(({ words: list }) => new RegExp(`^\\(?(?:${list('purpose-aside')})`, 'u'))
/** Columns further right than this hold no recipients, unless the list itself stands there. */
const RIGHT = 28

export interface Footer {
  recipients: Recipients | null
  signatures: Signature[]
}

export function readFooter(text: string, rows: Row[]): Footer {
  const right: Cell[] = []
  const label = rows.flatMap((row) => row.cells).find((cell) => findCue(cell, 'recipients'))
  const list: List = { text, column: label?.column ?? 0, cells: [], archived: -1 }
  // a list whose label was lost is known by its last entry, the archive's
  let inList = label === undefined && rows.some(isArchive)
  for (const row of rows) {
    if (isTableRow(row)) continue
    row.cells.flatMap(entryParts).forEach((cell, index) => {
      const found = findCue(cell, 'recipients')
      if (found) {
        inList = true
        const behind = cell.text.slice(found.end).replace(/^[\s:;.,*]+/u, '')
        if (upperShare(behind) > 0.85 && behind.length > 4) {
          const at = cell.text.length - behind.length
          addTo(list, sliceCell(cell, 0, at))
          right.push(sliceCell(cell, at, cell.text.length))
          return
        }
      }
      if (found || (inList && belongsTo(list, cell, index))) addTo(list, cell)
      else right.push(cell)
    })
  }
  return {
    recipients: list.cells.length > 0 ? readRecipients(text, list.cells) : null,
    signatures: readSignatures(text, right),
  }
}

interface List {
  text: string
  column: number
  cells: Cell[]
  /** Where among them the archive's entry stands; -1 before it has come. */
  archived: number
}

function addTo(list: List, cell: Cell): void {
  if (list.archived < 0 && isArchive(cell)) list.archived = list.cells.length
  list.cells.push(cell)
}

function belongsTo(list: List, cell: Cell, index: number): boolean {
  // the archive's entry is the last
  if (DASH.test(cell.text) && (index === 0 || !cell.text.startsWith('.')) && !isSignatureLine(cell))
    return list.archived < 0
  if (isSignatureLine(cell)) return false
  if (index > 0 || cell.column > list.column + RIGHT) return PURPOSE().test(cell.text)
  const last = list.cells[list.cells.length - 1]
  // the drafter's file name, a page's address
  if (last === undefined || /\\|:\/\//.test(cell.text)) return false
  if (!isLikelyWords(cell.text) && !(list.archived >= 0 && isInitials(cell.text))) return false
  // an entry that lost its dash begins with a capital
  if (list.cells.length === 1 && findCue(last, 'recipients') && latin(/^\p{Ll}/u).test(cell.text)) return false
  return list.archived < 0 || archiveGoesOn(list, last, cell)
}

/** Lines on which the archive's entry goes on, at most. */
const ARCHIVE_LINES = 3

/** Behind the archive's entry nothing goes on, but for its own wrapped line. */
function archiveGoesOn({ text, cells, archived }: List, last: Cell, cell: Cell): boolean {
  if (isNameInCapitals(cell.text)) return false
  if (GOES_ON().test(last.text)) return true
  if (cells.length - archived >= ARCHIVE_LINES || (text.slice(last.end, cell.start).match(/\n/g)?.length ?? 0) > 1)
    return false
  return (
    isInitials(cell.text) ||
    HANGS().test(last.text) ||
    (latin(/^[\p{Ll}(]/u).test(cell.text) && !/[.]\s?\S?$/u.test(last.text))
  )
}

/** `NGUYỄN THỊ NHỠ`: a signer's name, three words or more. */
const isNameInCapitals = (text: string) =>
  latin(/^\p{Lu}+(?:\s\p{Lu}+){2,3}$/u).test(text) &&
  isSyllables(text) &&
  isPersonName(text.replace(latin(/(?<=\p{Lu})\p{Lu}+/gu), (rest) => rest.toLowerCase()))

/** `TCT (HC, NV2)`, `QLĐ(02b), KHTC.`: initials of offices, none of them a word. */
const isInitials = (text: string) =>
  latin(/^\p{Lu}[\p{Lu}\d]*\s?\)?(?:\([^)]*\)|,|\.$|;$)/u).test(text) &&
  (text.match(latin(/\p{L}+/gu)) ?? []).every(
    (word) => (word === word.toUpperCase() && !isWordOf(word)) || word.length < 3,
  )

const isWordOf = (word: string) => word.length > 2 && isSyllable(word.toLowerCase())

function isSignatureLine(cell: Cell): boolean {
  if (words().authorities.test(cell.text) || smallFormulaLength(cell) > 0 || findCue(cell, 'signed')) return true
  if (isFormulaBegun(cell) || isPostBegun(cell)) return true
  const { text } = withoutRemark(cell)
  if (isPersonName(text.slice(titleLength(text)))) return true
  return upperShare(cell.text) > 0.85 && cell.text.length > 5 && beginsWith(cell.folded, words().positions) !== null
}
