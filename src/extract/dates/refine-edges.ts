/**
 * What stands beside a date and belongs to it: a time, a weekday, `cuối`, `tuần 2`; and what makes it lunar or recurring.
 *
 * ```
 * trước 14 giờ 00, thứ Tư, ngày 08/10/2025        cuối tháng 8 năm 2021        ngày 15/12 hằng năm
 *       ^^^^^^^^^^^^^^^^^^^^                      ^^^^                                    ^^^^^^^^
 * ```
 */
import { matchAt } from '../../text.ts'
import type { Refiner } from './chrono.ts'
import { type Mention, scanIn } from './mention.ts'
import { recurrenceTail } from './recurring.ts'
import { matchBefore } from './scan.ts'
import type { DateWords } from '../../calendar/words.ts'

export function edges(words: DateWords): Refiner {
  const weekday = `(?:${words.any('weekdays')},? ?)?`
  const time = new RegExp(
    `(?:^|[^a-z0-9])((\\d{1,2}) ?${words.any('hours')} ?(?:(\\d{2}) ?(?:${words.any('minutes')}|')?)?,? ?(?:${words.any('daytimes')},? ?)?${weekday}(?:${words.any('day')} )?)$`,
  )
  const part = new RegExp(
    `(?:^|[^a-z0-9])((?:${words.any('parts')}|${words.any('week')} (?:${words.any('ordinal')} )?(?:\\d{1,2}|${words.any('first-part', 'last-part')})(?: cua)?) )$`,
  )
  const fullMoon = new RegExp(`(?:^|[^a-z])(${words.any('full-moon')} )$`)
  const lunarMonth = new RegExp(`${words.any('month')} ${words.any('lunar-months')}(?![a-z])`)
  const lunarTail = new RegExp(` ?\\(?${words.any('lunar')}(?![a-z])`, 'y')
  const tail = recurrenceTail(words)
  const thisYear = new RegExp(` ${words.any('this-year')}(?![a-z])`, 'y')

  return {
    refine(context, results) {
      const { text } = context
      const { printed } = scanIn(context)
      const mentions = results as Mention[]
      for (const mention of mentions) {
        const start = mention.index
        if (mention.part('day') !== null || mention.recurring) {
          const found = matchBefore(time, text, start, 56)
          const hour = Number(found?.[2])
          if (found && hour <= 24) {
            mention.startAt(start - (found[1] as string).length)
            mention.start.assign('hour', hour)
            mention.start.assign('minute', Number(found[3] ?? 0))
          }
        } else if (!mention.relative) {
          const found = matchBefore(part, text, start, 28)
          if (found) mention.startAt(start - (found[1] as string).length)
        }
        const moon = mention.part('month') === null ? null : matchBefore(fullMoon, text, mention.index, 6)
        if (moon) mention.startAt(mention.index - (moon[1] as string).length)
        const lunar = matchAt(lunarTail, text, mention.until)
        if (
          lunar &&
          words.has('lunar', printed(mention.until, mention.until + lunar[0].length).replace(/^[ (]+/, ''))
        ) {
          mention.until += lunar[0].length
          mention.lunar = true
        }
        if (moon || lunarMonth.test(text.slice(mention.index, mention.until))) mention.lunar = true
        if (!mention.yearless) continue
        const again = matchAt(tail, text, mention.until)
        const current = matchAt(thisYear, text, mention.until)
        if (again) {
          mention.until += again[0].length
          mention.recurring = true
        } else if (current && words.has('this-year', printed(mention.until + 1, mention.until + current[0].length))) {
          mention.until += current[0].length
        }
      }
      return mentions.filter((mention, i) => i === 0 || mention.index >= (mentions[i - 1] as Mention).until)
    },
  }
}
