/** Of dates that overlap, the longer one: `ngày 05 tháng 8 năm 2021` wins over the `năm 2021` in it. */
import type { Mention } from './mention.ts'

export function withoutOverlaps(mentions: readonly Mention[]): Mention[] {
  const all = mentions.flatMap((mention) => [mention, ...mention.also])
  all.sort((a, b) => a.index - b.index || b.until - a.until)
  const kept: Mention[] = []
  for (const mention of all) {
    const last = kept[kept.length - 1]
    if (!last || mention.index >= last.until) kept.push(mention)
    else if (mention.until - mention.index > last.until - last.index) kept[kept.length - 1] = mention
  }
  return kept
}
