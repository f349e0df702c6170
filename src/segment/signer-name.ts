/** The name of who signed, in a line of a signature. */
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import { isFamilyRest, isNameFragment, isPersonName, titleLength } from '../lexicon/person-names.ts'
import { skeleton } from '../text.ts'
import { findCue } from './cues.ts'
import { isSyllables } from './legible.ts'
import { type Cell, sliceCell } from './rows.ts'
import { isNearPost, isPost } from './signature-cells.ts'
import { words } from './words.ts'

/** A name in capitals, and one of a people whose names begin with no family name of the list: `Rmah H' Nhíp`. */
const CAPITAL_NAME = latin(/^\p{Lu}{2,7}(?:\s\p{Lu}{1,7}){1,4}$/u)
const FOREIGN_NAME = latin(/^\p{Lu}\p{Ll}{0,8}['’]?(?:\s\p{Lu}\p{Ll}{0,8}['’]?){1,4}$/u)
/** `VÀ MÔI TRƯỜNG`: the line above goes on. */
const GOES_ON = pattern(({ words: list }) => new RegExp(`^(?:${list('hanging-body')})\\s`, 'u'))
const VOWEL = /[aeiouy]/
/** Rubble of a seal has no word of three letters. */
const NAME_LETTERS = latin(/\p{L}{3}/u)
/** A post too short to be known with a letter spoilt is no name either: `CHU JICH`. */
const SPOILT_NO_NAME = 6
/** `(đã ký) `, `Đã ký: ` before the name. */
const REMARK = pattern(
  ({ cue }) => new RegExp(latin(`^[(\\[]?(?:${cue('signed')})[)\\]]?\\s*[-–:.]?\\s*(?=\\p{Lu})`), 'iu'),
)
/** The same behind it. */
const REMARK_BEHIND = pattern(
  ({ cue }) => new RegExp(latin(`[\\s,]*[(\\[-]?\\s?(?<!\\p{L})(?:${cue('signed')})[)\\]]?[\\s.]*$`), 'iu'),
)
/** Rubble before a name: signs, one to three letters with a stop. */
const RUBBLE = latin(/^[^\p{L}]*(?:\S{1,3}[.,§](?=\p{Lu}))?/u)
/** Signs behind it that end no name. */
const BEHIND = latin(/[^\p{L}\p{M}\p{N}’')]+$/u)
/** A letter of the seal run into the name: `KThân`. */
const RUN_IN = latin(/^\p{Lu}(?=\p{Lu}\p{Ll})/u)

/** The name in a cell, ranks and academic titles taken off; names that lost a letter at the edge of a seal too. */
export function nameOf(cell: Cell, expected: boolean): Cell | null {
  if (cell.text.length > LONGEST) return null
  const name = bareName(cell)
  if (isNameFragment(name.text)) return null
  if (isPersonName(name.text)) return name
  const run = RUN_IN.test(name.text) ? sliceCell(name, 1, name.text.length) : null
  if (run && isPersonName(run.text)) return run
  return (
    nameBehindRubble(name) ??
    (expected && isForeignName(cell, name) ? name : null) ??
    (isSpoiltName(name.text) ? name : null)
  )
}

/** Of a name with its titles and a remark. */
const LONGEST = 120

/** The cell without the remark before or behind a name. */
export function withoutRemark(cell: Cell): Cell {
  if (cell.text.length > LONGEST) return cell
  const before = REMARK().exec(cell.text)?.[0].length ?? 0
  const end = REMARK_BEHIND().exec(cell.text)?.index ?? cell.text.length
  return before < end ? sliceCell(cell, before, end) : cell
}

function bareName(whole: Cell): Cell {
  const cell = withoutRemark(whole)
  const junk = RUBBLE.exec(cell.text)?.[0].length ?? 0
  const title = titleLength(cell.text.slice(junk))
  return sliceCell(cell, junk + title, cell.text.replace(BEHIND, '').length)
}

function nameBehindRubble(name: Cell): Cell | null {
  const tail = latin(/ (\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){2,3})$/u).exec(name.text)
  return tail &&
    name.text.length < 60 &&
    isPersonName(tail[1] as string) &&
    !latin(/\p{Ll}{2}/u).test(name.text.slice(0, tail.index))
    ? sliceCell(name, tail.index + 1, name.text.length)
    : null
}

function isForeignName(cell: Cell, name: Cell): boolean {
  if (!NAME_LETTERS.test(name.text) || isPost(cell) || isNearPost(name.folded, SPOILT_NO_NAME)) return false
  if (FOREIGN_NAME.test(name.text))
    return name.text.split(/\s+/).every((word) => word.length < 2 || VOWEL.test(skeleton(word)))
  const family = (name.text.split(/\s+/)[0] as string).toLowerCase().normalize('NFC')
  return (
    CAPITAL_NAME.test(name.text) &&
    !GOES_ON().test(name.text) &&
    words().family.has(family) &&
    findCue(cell, 'attachment') === null
  )
}

/** `rần Văn An`: the family name lost its first letter. */
function isSpoiltName(text: string): boolean {
  const [first, ...others] = text.split(/\s+/)
  if (!first || others.length < 1 || others.length > 3) return false
  return (
    others.every((part) => latin(/^\p{Lu}\p{Ll}+$/u).test(part) && isSyllables(part)) && isFamilyRest(skeleton(first))
  )
}
