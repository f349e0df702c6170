/**
 * Cyrillic letters that look like Latin ones: text layers made by an OCR engine, and keyboards of two layouts, mix them in.
 *
 * ```
 * ВСТ, ВTC (Cyrillic В, С, Т)   →  BCT, BTC
 * ```
 */

const LATIN = new Map(
  [...'АВЕКМНОРСТХаеорсух'].map((letter, at) => [letter, 'ABEKMHOPCTXaeopcyx'[at] as string] as const),
)
const CYRILLIC = /\p{Script=Cyrillic}/gu

/** A text with Latin letters for those that look like them; a text in Russian, which has others too, stays. */
export function latinised(text: string): string {
  const letters = text.match(CYRILLIC)
  if (!letters?.every((letter) => LATIN.has(letter))) return text
  return text.replace(CYRILLIC, (letter) => LATIN.get(letter) as string)
}
