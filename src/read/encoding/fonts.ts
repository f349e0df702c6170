/** Runs of a document whose font says in which encoding they are: `.VnTime`, `VNI-Times`, `VPS Times`. */
import { isBeyond1252, judge, READINGS } from './judge.ts'
import { decodeLine } from './legacy.ts'
import { asBytes } from './stand-ins.ts'
import type { Legacy } from './tables.ts'

interface LegacyFont {
  encoding: Legacy
  /** A font that shows small letters as capitals: `.VnTimeH`. */
  capitals: boolean
}

/** The encoding that a font name stands for; subset tags (`ABCDEF+`) and style names are taken off. Null for others. */
export function legacyFont(name: string): LegacyFont | null {
  const plain = name
    .replace(/^[A-Z]{6}\+/, '')
    .replace(/^['"\s]+|['"\s]+$/g, '')
    .replace(/[,-](bold|italic|regular|bolditalic).*$/i, '')
  if (/^\.?vn[a-z]/i.test(plain) && !/^vni/i.test(plain) && (plain.startsWith('.') || /^Vn[A-Z]/.test(plain)))
    return { encoding: 'tcvn3', capitals: /H$/.test(plain.replace(/\s+(bold|italic)+$/i, '')) }
  if (/^vni[- ]/i.test(plain)) return { encoding: 'vni', capitals: false }
  if (/^vps[- ]/i.test(plain)) return { encoding: 'vps', capitals: /H$/.test(plain) }
  return null
}

/**
 * The text of a run in `fontName` (null: unknown), decoded; null where there is nothing to decode: plain ASCII,
 * Unicode already, or a font that says nothing and letters that do not tell.
 *
 * @param told the encoding of a font whose name says nothing, where all that it sets told it (see {@link encodingOf})
 */
export function decodeRun(source: string, fontName: string | null, told: Legacy | null = null): string | null {
  const font = fontName === null ? null : legacyFont(fontName)
  const text = font === null || font.encoding === 'tcvn3' ? asBytes(source) : source
  if (/^[\t\n\r -~]*$/.test(text)) return font?.capitals && /[a-z]/.test(text) ? text.toUpperCase() : null
  if (isBeyond1252(text)) return null
  const { good, bad } = judge(text)
  const score = READINGS.map((_, index) => (good[index] as number) - (bad[index] as number))
  if (font) {
    const index = READINGS.indexOf(font.encoding)
    if ((score[0] as number) > (score[index] as number)) return null
    const decoded = decodeLine(text, font.encoding)
    return font.capitals ? decoded.toUpperCase() : decoded
  }
  if (told) return decodeLine(text, told)
  const best = score.indexOf(Math.max(...score))
  const reading = READINGS[best]
  if (!reading || reading === 'unicode' || (good[best] as number) < 2) return null
  return (score[best] as number) - (score[0] as number) >= 2 ? decodeLine(text, reading) : null
}

/** Words that must read as Vietnamese in an encoding before all that a font sets is taken to be in it. */
const ENOUGH = 4

/**
 * The encoding of a font whose letters are from before Unicode: its name says it, or all that the document sets in it, which
 * tells where each run alone is too short. Null for a font in Unicode.
 */
export function encodingOf(sources: readonly string[], fontName: string | null): Legacy | null {
  const named = fontName === null ? null : legacyFont(fontName)
  if (named) return named.encoding
  const { good, bad } = judge(sources.filter((source) => !isBeyond1252(source)).join(' '))
  const score = READINGS.map((_, index) => (good[index] as number) - (bad[index] as number))
  const best = score.indexOf(Math.max(...score))
  const reading = READINGS[best]
  if (!reading || reading === 'unicode') return null
  const isClear = (score[best] as number) >= ENOUGH && (score[best] as number) > 2 * Math.max(0, score[0] as number)
  return isClear ? reading : null
}

/** Does the text that a document sets in `font` bear out the font's encoding, or was it typed in Unicode? */
export function fontHolds(source: string, font: string): boolean {
  const text = asBytes(source)
  const legacy = legacyFont(font)
  if (!legacy) return false
  const tokens = text.split(/\s+/)
  const beyond = tokens.filter(isBeyond1252).length
  const { good, bad } = judge(tokens.filter((token) => !isBeyond1252(token)).join(' '))
  const index = READINGS.indexOf(legacy.encoding)
  const lead = (good[index] as number) - (bad[index] as number) - ((good[0] as number) - (bad[0] as number))
  return lead >= 0 && beyond <= Math.max(lead, 0)
}
