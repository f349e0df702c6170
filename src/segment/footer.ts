/**
 * The footer: recipients on the left, signatures on the right, in two columns, one after the other, or interleaved.
 * Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7 and II.9; Hướng dẫn 36-HD/VPTW.
 */
import { pattern } from '../grammar/wording.ts'
import { upperShare } from '../text.ts'
import type { Recipients, Signature } from '../tree.ts'
import { findCue } from './cues.ts'
import { isLikelyWords } from './legible.ts'
import { readRecipients } from './recipients.ts'
import { type Cell, type Row, sliceCell } from './rows.ts'
import { isArchive } from './signals.ts'
import { readSignatures } from './signatures.ts'
import { beginsWith, words } from './words.ts'
import { isPersonName, titleLength } from '../lexicon/person-names.ts'

const DASH = /^[-–—~+•*_øØ]\s*(?=[\p{L}\d(]|$)/u
/** Nothing but the word before the archive's initials. */
const ARCHIVE_ALONE = pattern(({ cue }) => new RegExp(`^\\P{L}*(?:${cue('archive')})\\s*$`, 'u'))
/** What goes on in the next line: a comma, a colon, an open bracket, the word before the archive's initials. */
const GOES_ON = pattern(({ cue }) => new RegExp(`[,(:]$|(?:${cue('archive')})$`, 'u'))
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
  const list: List = { column: label?.column ?? 0, cells: [], archived: -1 }
  // a list whose label was lost is known by its last entry, the archive's
  let inList = label === undefined && rows.some(isArchive)
  for (const row of rows) {
    row.cells.flatMap(partJunk).forEach((cell, index) => {
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

/** More than a name or a seal's rubble is the entry's own. */
const LONGEST_JUNK = 400

/**
 * Behind the closing mark of an entry, on the same line, stands a signature's name or what an OCR engine made of the
 * seal; an entry that itself holds a semicolon is closed by another mark.
 */
function partJunk(cell: Cell): Cell[] {
  if (!DASH.test(cell.text)) return [cell]
  const signature = signatureBehind(cell)
  if (signature > 0) return cutAt(cell, signature)
  const marks = /(?:;|\.(?=\s\S{1,3}$)|(?<=\p{L}{2}\)?):)[\s,]+(?=\S)(?![-–]\s)/gu
  marks.lastIndex = Math.max(0, cell.text.length - LONGEST_JUNK)
  for (let match = marks.exec(cell.text); match; match = marks.exec(cell.text)) {
    const parts = partAt(cell, match.index)
    if (parts) return parts
  }
  return [cell]
}

/** Persons among the recipients stand one behind the other. */
const NAMED = /\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){2}/u

/** The last words of an entry that are a signature's, not its own: a post in capitals, a name behind the archive's initials. */
function signatureBehind(cell: Cell): number {
  const capitals = /[\s,;.](?=(?:\p{Lu}{2,}\s?){2,}$)/u.exec(cell.text)
  if (capitals && capitals.index > 4 && beginsWith(cell.folded.slice(capitals.index + 1), words().positions))
    return capitals.index
  const named = /[,;]\s(?=\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){2,3}$)/u.exec(cell.text)
  if (named && isPersonName(cell.text.slice(named.index + 2)) && !NAMED.test(cell.text.slice(0, named.index)))
    return named.index
  if (
    !isArchive({
      text: cell.text.replace(DASH, ''),
      folded: cell.folded.slice(cell.text.length - cell.text.replace(DASH, '').length),
    })
  )
    return -1
  const name = /[\s,;.](?=\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){2,3}$)/u.exec(cell.text)
  return name && name.index > 8 && isPersonName(cell.text.slice(name.index + 1)) ? name.index : -1
}

function partAt(cell: Cell, at: number): Cell[] | null {
  if (ARCHIVE_ALONE().test(cell.text.slice(0, at)) || isInBrackets(cell.text, at)) return null
  const behind = cell.text.slice(at + 1)
  const tail = behind.trim()
  // `Lưu VT; TCHQ`: what is kept on file goes on with another office's letters
  if (cell.text[at] === ';' && isArchive(cell) && /^\p{Lu}{2,6}$/u.test(tail)) return null
  // a typist's mark: one capital
  if (cell.text[at] === '.' && /^[A-ZĐ]$/.test(tail)) return null
  const closed = /[;.]$/.test(tail) || (/,$/.test(tail) && tail.split(/\s+/).length > 2 && /\s\p{Ll}{2}/u.test(tail))
  // `…: TH THANH VẤN LÀN`: capitals behind a whole entry are a post read through a seal
  if (
    cell.text[at] === ':' &&
    upperShare(tail) > 0.9 &&
    tail.split(/\s+/).length > 2 &&
    cell.text.slice(0, at).split(/\s+/).length > 3
  )
    return cutAt(cell, at)
  if (cell.text[at] === ':' && isLikelyWords(tail)) return null
  if (closed && isLikelyWords(tail)) return null
  if (cell.text[at] === ';' && /[(]/.test(tail) && isLikelyWords(tail)) return null
  if (
    cell.text[at] === ';' &&
    /^\P{L}*\p{L}{2,6}:/u.test(cell.text.slice(0, at)) &&
    /[,:;]/.test(tail) &&
    isLikelyWords(tail) &&
    !isPersonName(tail)
  )
    return null
  return cutAt(cell, at)
}

/** Whether a bracket opened before `at` is closed only behind it. */
const isInBrackets = (text: string, at: number) =>
  text.lastIndexOf('(', at) > text.lastIndexOf(')', at) && text.indexOf(')', at) > 0

function cutAt(cell: Cell, at: number): Cell[] {
  const behind = cell.text.slice(at + 1).trimStart()
  return [sliceCell(cell, 0, at + 1), sliceCell(cell, cell.text.length - behind.length, cell.text.length)]
}

interface List {
  column: number
  cells: Cell[]
  /** Where among them the archive's entry stands; -1 before it has come. */
  archived: number
}

function addTo(list: List, cell: Cell): void {
  if (list.archived < 0 && isArchive(cell)) list.archived = list.cells.length
  list.cells.push(cell)
}

function belongsTo({ column, cells: listed, archived }: List, cell: Cell, index: number): boolean {
  // the archive's entry is the last
  if (DASH.test(cell.text) && !isSignatureLine(cell)) return archived < 0
  if (isSignatureLine(cell)) return false
  if (index > 0 || cell.column > column + RIGHT) return PURPOSE().test(cell.text)
  const last = listed[listed.length - 1]
  // the drafter's file name, a page's address
  if (last === undefined || /\\|:\/\//.test(cell.text) || !isLikelyWords(cell.text)) return false
  // behind the archive entry nothing goes on, but for its own wrapped line
  return (
    archived < 0 ||
    GOES_ON().test(last.text) ||
    (listed.length - archived < 3 && /^[\p{Ll}(]/u.test(cell.text) && !/[.]\s?\S?$/u.test(last.text))
  )
}

function isSignatureLine(cell: Cell): boolean {
  if (words().authorities.test(cell.text) || findCue(cell, 'signed')) return true
  if (isPersonName(cell.text.slice(titleLength(cell.text)))) return true
  return upperShare(cell.text) > 0.85 && cell.text.length > 5 && beginsWith(cell.folded, words().positions) !== null
}
