/** What a run came to, as a table that can be shown to someone who did not start it. */
import type { Tally } from '../batch/tally.ts'
import type { Language } from '../rules.ts'
import { sayIn } from './options.ts'
import { duration, formatNumber } from './progress.ts'

export interface SummaryChoices {
  seconds: number
  language: Language
  /** Where the records went, and the list of what failed, where there is one. */
  output?: string
  report?: string
}

const MOST_TYPES = 12

export function summary(tally: Tally, { seconds, language, output, report }: SummaryChoices): string {
  const t = sayIn(language)
  const number = (value: number) => formatNumber(value, language)
  const files = tally.done + tally.unchanged + tally.failed
  const rows: [string, string][] = [[t('Files', 'Tệp'), `${number(files)}  (${duration(seconds, language)})`]]
  const add = (title: string, value: number, note = '') => {
    if (value > 0) rows.push([title, number(value) + note])
  }
  add(t('  read', '  đã đọc'), tally.done)
  add(t('  done before', '  đã xong từ trước'), tally.unchanged)
  add(
    t('  not read', '  không đọc được'),
    tally.failed,
    report ? t(`  (named in ${report})`, `  (nêu trong ${report})`) : '',
  )
  rows.push([t('Documents', 'Văn bản'), number(tally.documents)])
  for (const [type, count] of leading(tally.types)) add(`  ${typeName(type, t)}`, count)
  add(
    t('To look at', 'Cần xem lại'),
    tally.doubtful.documents,
    t(` documents, ${number(tally.doubtful.values)} values`, ` văn bản, ${number(tally.doubtful.values)} giá trị`),
  )
  if (output) rows.push([t('Written to', 'Đã ghi vào'), output])
  const width = Math.max(...rows.map(([title]) => [...title].length))
  return rows.map(([title, value]) => `${title}${' '.repeat(width - [...title].length)}  ${value}\n`).join('')
}

/** The most frequent types first, the rest together. */
function leading(types: Map<string, number>): [string, number][] {
  const sorted = [...types].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
  const rest = sorted.slice(MOST_TYPES).reduce((sum, [, count]) => sum + count, 0)
  return rest > 0 ? [...sorted.slice(0, MOST_TYPES), ['…', rest]] : sorted
}

function typeName(type: string, t: (en: string, vi: string) => string): string {
  if (type === '') return t('without a type', 'không rõ loại')
  if (type === 'news') return t('press texts', 'tin bài báo chí')
  if (type === 'other') return t('no directives', 'không phải văn bản chỉ đạo')
  return type
}
