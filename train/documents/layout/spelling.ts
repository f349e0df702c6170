/** Two ways of placing a tone mark, and other spellings of one house; no letter more or less. */
import type { Random } from '../../random.ts'
import type { Printed } from '../pieces.ts'

const OLDER: [RegExp, string][] = [
  [/(?<![qQ])ủy/gu, 'uỷ'],
  [/(?<![qQ])Ủy/gu, 'Uỷ'],
  [/ỦY/gu, 'UỶ'],
  [/òa(?![\p{L}])/gu, 'oà'],
  [/ÒA(?![\p{L}])/gu, 'OÀ'],
  [/óa(?![\p{L}])/gu, 'oá'],
  [/ÓA(?![\p{L}])/gu, 'OÁ'],
  [/ỏa(?![\p{L}])/gu, 'oả'],
  [/ỎA(?![\p{L}])/gu, 'OẢ'],
  [/(?<![qQ])úy(?![\p{L}])/gu, 'uý'],
  [/(?<![qQ])ùy(?![\p{L}])/gu, 'uỳ'],
  [/(?<![qQ])ụy(?![\p{L}])/gu, 'uỵ'],
]

export function respelt({ text, marks }: Printed, { random, year }: { random: Random; year: number }): Printed {
  let spelt = text
  if (random.chance(year < 2010 ? 0.5 : 0.25))
    for (const [pattern, other] of OLDER) spelt = spelt.replace(pattern, other)
  if (random.chance(0.03)) spelt = spelt.replace(/Đ/gu, 'Ð')
  if (random.chance(0.02)) spelt = spelt.replace(/Kỳ/gu, 'Kì').replace(/kỳ/gu, 'kì').replace(/kỷ/gu, 'kỉ')
  return { text: spelt, marks }
}
