/**
 * Letters and signs that engines print for digits where only digits can stand: in the blanks of a form.
 *
 * ```
 * ngày T7 tháng I0   →  17, 10
 * Số: §6/TB          →  86
 * ngày 1Š            →  nothing: what looks like an S is a 5 as often as an 8
 * ```
 */

/** Those that are one digit only. */
const ONE: Record<string, string> = {
  ...digitsFor('1', 'IiìíÌÍl|!TLĻ'),
  ...digitsFor('0', 'OoÓÒÖØóòöø'),
  ...digitsFor('2', 'Zz'),
  ...digitsFor('8', '§'),
}
/** Those that may be one of several. */
const SOME: Record<string, string> = {
  S: '58',
  Š: '58',
  s: '58',
  š: '58',
  B: '8',
  ó: '06',
  Ó: '06',
  b: '6',
  G: '6',
  g: '9',
  q: '9',
}

function digitsFor(digit: string, letters: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter) => [letter, digit]))
}

/** The digits that a reading means; null where one of its signs can be several, or is none. */
export function digitsMeant(text: string): string | null {
  const digits = [...text.normalize('NFC')].map((char) => (/\d/.test(char) ? char : SOME[char] ? null : ONE[char]))
  return digits.length > 0 && digits.every((digit) => typeof digit === 'string') ? digits.join('') : null
}

/**
 * What two readings of the same digits have in common where one of them has a letter for a digit of the other: `13` of `l3`
 * and `13`, `786` of `7§6` and `786`. Null where they differ, or neither knows a digit.
 */
export function commonDigits(one: string, other: string): string | null {
  const [first, second] = [[...one.normalize('NFC')], [...other.normalize('NFC')]]
  if (first.length === 0 || first.length !== second.length) return null
  const digits = first.map((char, at) => {
    const twin = second[at] as string
    if (/\d/.test(char)) return canBe(twin, char) ? char : null
    if (/\d/.test(twin)) return canBe(char, twin) ? twin : null
    return ONE[char] !== undefined && ONE[char] === ONE[twin] && !SOME[char] ? ONE[char] : null
  })
  return digits.includes(null) ? null : digits.join('')
}

const canBe = (char: string, digit: string): boolean =>
  char === digit || ONE[char] === digit || (SOME[char]?.includes(digit) ?? false)
