/** Figures in the blanks of a form: by hand or in print, legible or not. */
import { digitsMeant } from './digits.ts'
import { type Blank, blanksIn, isByHand, withoutSerial } from './hand.ts'
import type { Line } from './lines.ts'
import type { Sheet } from './sheet.ts'

/** Digits that another hand wrote are clear only where the engine was sure of each, twice. */
const CLEAR = 93

/** The line with its hands told; its serial taken out where nobody can read it. */
export function markHands(sheet: Sheet, line: Line): Line {
  let illegible = false
  for (const blank of blanksIn(line)) {
    if (!isByHand(sheet, line, blank)) {
      mendDigits(blank)
      // Figures that were neither surely read nor twice alike may lack one: a stamp's or a hand's, however even they are.
      if (!isDoubtful(blank)) continue
      if (blank.kind === 'serial') illegible = true
      else for (const word of blank.words) word.hand = 'unclear'
      continue
    }
    const clear =
      /^\d+$/.test(blank.text) &&
      blank.words.every(({ agreed, letters }) => agreed && letters.every(({ confidence }) => confidence >= CLEAR))
    for (const word of blank.words) word.hand = clear ? 'clear' : 'unclear'
    if (blank.kind === 'serial' && !clear) illegible = true
  }
  return illegible ? withoutSerial(line) : line
}

/** Digits below this, and not read twice alike, are no serial. */
const READ = 75

const isDoubtful = ({ words, text }: Blank): boolean =>
  /\d/.test(text) &&
  words.some(
    ({ agreed, figures, letters, confidence }) =>
      figures === 'disputed' ||
      (!agreed &&
        figures === undefined &&
        confidence < READ &&
        letters.some((letter) => /\d/.test(letter.text) && letter.confidence < CLEAR)),
  )

function mendDigits(blank: Blank): void {
  // Only a serial may hold letters of its own; a day and a month are figures, whatever they were read as.
  if (blank.kind === 'serial' && !/\d/.test(blank.text)) return
  const digits = digitsMeant(blank.text)
  const word = blank.words.find((own) => own.text.includes(blank.text))
  if (digits === null || !word || digits === blank.text) return
  word.misread ??= word.text
  word.text = word.text.replace(blank.text, digits)
}
