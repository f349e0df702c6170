/** What a run came to, as a table that can be shown to someone who did not start it, and what to do next. */
import type { Duplicate } from '../batch/duplicates.ts'
import type { Tally } from '../batch/tally.ts'
import type { Skipped } from '../batch/wanted.ts'
import type { Language } from '../rules.ts'
import { duration, formatNumber } from './numbers.ts'
import { type Say, sayIn } from './options.ts'

export interface SummaryChoices {
  seconds: number
  language: Language
  skipped: Record<Skipped, number>
  /** Where the records went, and the list of what failed, where there is one. */
  output?: string
  report?: string
}

const MOST_TYPES = 12
const MOST_DUPLICATES = 5

export function summary(tally: Tally, { seconds, language, skipped, output, report }: SummaryChoices): string {
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
  add(
    t('  skipped', '  bỏ qua'),
    skipped.junk + skipped.hidden + skipped.excluded,
    `  (${reasons(skipped, t, number)})`,
  )
  rows.push([t('Documents', 'Văn bản'), number(tally.documents)])
  for (const [type, count] of leading(tally.types)) add(`  ${typeName(type, t)}`, count)
  if (tally.pages > 0) rows.push([t('Pages', 'Trang'), number(tally.pages)])
  if (tally.directives > 0) {
    const title = t('Complete', 'Đủ số, ngày, tác giả, trích yếu')
    rows.push([
      title,
      t(
        `${number(tally.complete)} of ${number(tally.directives)} (number, day, issuer, subject)`,
        `${number(tally.complete)} trong ${number(tally.directives)}`,
      ),
    ])
  }
  add(
    t('To look at', 'Cần xem lại'),
    tally.doubtful.documents,
    t(
      ` documents: ${number(tally.doubtful.catalogue)} catalogue values, ${number(tally.doubtful.values - tally.doubtful.catalogue)} others`,
      ` văn bản: ${number(tally.doubtful.catalogue)} giá trị mục lục, ${number(tally.doubtful.values - tally.doubtful.catalogue)} giá trị khác`,
    ),
  )
  add(
    t('Corrected by hand, kept', 'Giữ nguyên chỗ đã sửa'),
    tally.kept.values,
    t(` values in ${number(tally.kept.outputs)} records`, ` giá trị trong ${number(tally.kept.outputs)} biểu ghi`),
  )
  rows.push(...duplicateRows(tally, t, number))
  if (output) rows.push([t('Written to', 'Đã ghi vào'), output])
  const width = Math.max(...rows.map(([title]) => [...title].length))
  return rows.map(([title, value]) => `${title}${' '.repeat(width - [...title].length)}  ${value}\n`).join('')
}

/** The same as an event for a program, among those of `--progress json`. */
export function summaryEvent(tally: Tally, { seconds, skipped, output, report }: Omit<SummaryChoices, 'language'>) {
  const { duplicates, types, ...figures } = tally
  const count = (of: Duplicate['kind']) => duplicates.filter(({ kind }) => kind === of).length
  return {
    event: 'summary',
    files: tally.done + tally.unchanged + tally.failed,
    seconds: Math.round(seconds * 10) / 10,
    ...figures,
    types: Object.fromEntries(types),
    duplicates: { copy: count('copy'), number: count('number') },
    skipped,
    output: output ?? null,
    report: report ?? null,
  }
}

/** Why files were skipped: `3 tệp do phần mềm để lại, 1 tệp ẩn`. */
export function reasons(
  { junk, hidden, excluded }: Record<Skipped, number>,
  t: Say,
  number: (value: number) => string,
): string {
  return [
    junk > 0 &&
      t(
        `${number(junk)} left by programs: Thumbs.db, ~$*, review pages`,
        `${number(junk)} tệp do phần mềm để lại: Thumbs.db, ~$*, trang rà soát`,
      ),
    hidden > 0 && t(`${number(hidden)} hidden`, `${number(hidden)} tệp ẩn`),
    excluded > 0 &&
      t(`${number(excluded)} by --include, --exclude`, `${number(excluded)} tệp theo --include, --exclude`),
  ]
    .filter((reason) => reason !== false)
    .join(', ')
}

function duplicateRows({ duplicates }: Tally, t: Say, number: (value: number) => string): [string, string][] {
  const titles = {
    copy: t('Equal files', 'Tệp giống hệt nhau'),
    number: t('Equal number and issuer', 'Trùng số, ký hiệu, tác giả'),
  }
  return (['copy', 'number'] as const).flatMap((kind) => {
    const own = duplicates.filter((duplicate) => duplicate.kind === kind)
    if (own.length === 0) return []
    const named = own.slice(0, MOST_DUPLICATES).map(({ path, of }): [string, string] => ['', `${path} = ${of}`])
    if (own.length > MOST_DUPLICATES) named.push(['', '…'])
    return [[titles[kind], number(own.length)], ...named]
  })
}

/** The most frequent types first, the rest together. */
function leading(types: Map<string, number>): [string, number][] {
  const sorted = [...types].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
  const rest = sorted.slice(MOST_TYPES).reduce((sum, [, count]) => sum + count, 0)
  return rest > 0 ? [...sorted.slice(0, MOST_TYPES), ['…', rest]] : sorted
}

function typeName(type: string, t: Say): string {
  if (type === '') return t('without a type', 'không rõ loại')
  if (type === 'news') return t('press texts', 'tin bài báo chí')
  if (type === 'other') return t('no directives', 'không phải văn bản chỉ đạo')
  return type
}
