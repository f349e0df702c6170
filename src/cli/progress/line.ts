/** The line of progress, as wide as the terminal. */
import type { Language } from '../../rules.ts'
import { sayIn } from '../options.ts'
import { formatNumber, roughly } from '../numbers.ts'
import type { Moment } from './moment.ts'

const BAR = 16

/** A terminal shows `^C` behind the line; one that runs into the next row cannot be taken away. */
const ROOM_FOR_CTRL_C = 3

/**
 * ```
 * [██████░░░░░░░░░░]  38 %  12/31 tệp  45 trang  1,2 trang/s  còn 2 phút  đang đọc: Hộp 01/0013.pdf, trang 2/5
 * ```
 * What does not fit is left out, from the least to the most wanted.
 */
export function progressLine(moment: Moment, language: Language, width: number): string {
  const room = Math.max(10, width - ROOM_FOR_CTRL_C)
  const parts = partsOf(moment, language)
  const reading = readingNow(moment, language)
  let line = parts.map(({ text }) => text).join('  ')
  for (const wanted of [...parts].sort((a, b) => a.worth - b.worth)) {
    const enough = reading === null ? 0 : LEAST_OF_NAME
    if (columnsOf(line) + enough <= room || wanted.worth === Number.POSITIVE_INFINITY) break
    parts.splice(parts.indexOf(wanted), 1)
    line = parts.map(({ text }) => text).join('  ')
  }
  if (reading !== null) {
    const named = shortened(reading, room - columnsOf(line) - 2)
    if (named !== '') line += `  ${named}`
  }
  return [...line].slice(0, room).join('')
}

/** Room that is kept for the name of what is read. */
const LEAST_OF_NAME = 26

function partsOf(
  { total, files, pages, doubtful, failed, rates, left }: Moment,
  language: Language,
): { text: string; worth: number }[] {
  const t = sayIn(language)
  const number = (value: number, digits = 0) => formatNumber(value, language, digits)
  const rate = (value: number) => number(value, value < 10 ? 1 : 0)
  const parts: { text: string; worth: number }[] = []
  const add = (worth: number, text: string | false) => text !== false && parts.push({ text, worth })
  add(2, total !== null && total > 1 && barOf(files / total))
  add(Number.POSITIVE_INFINITY, `${number(files)}${total === null ? '' : `/${number(total)}`} ${t('files', 'tệp')}`)
  add(5, pages > 0 && `${number(pages)} ${t('pages', 'trang')}`)
  if (rates.pages >= 0.05) add(3, `${rate(rates.pages)} ${t('pages/s', 'trang/s')}`)
  else add(3, rates.files >= 0.05 && `${rate(rates.files)} ${t('files/s', 'tệp/s')}`)
  add(6, left !== null && left >= 1 && t(`${roughly(left, language)} left`, `còn ${roughly(left, language)}`))
  add(1, doubtful > 0 && `${number(doubtful)} ${t('to check', 'chỗ cần xem')}`)
  add(4, failed > 0 && `${number(failed)} ${t('failed', 'lỗi')}`)
  return parts
}

function barOf(share: number): string {
  const filled = Math.round(Math.min(1, share) * BAR)
  return `[${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}] ${String(Math.floor(Math.min(1, share) * 100)).padStart(3)} %`
}

function readingNow({ working }: Moment, language: Language): string | null {
  const [first] = working
  if (!first) return null
  const t = sayIn(language)
  const page =
    first.page === null || first.of === null || first.of < 2
      ? ''
      : t(`, page ${first.page}/${first.of}`, `, trang ${first.page}/${first.of}`)
  return t('reading ', 'đang đọc ') + first.path.normalize('NFC') + page
}

/** `đang đọc …Hộp 01/0013.pdf, trang 2/5`: the end of a name says more than its beginning. */
function shortened(text: string, room: number): string {
  const characters = [...text]
  if (columnsOf(text) <= room) return text
  const at = characters.indexOf(' ', characters.indexOf(' ') + (text.startsWith('reading') ? 0 : 1)) + 1
  const verb = characters.slice(0, at).join('')
  const kept = room - columnsOf(verb) - 1
  if (kept < 8) return ''
  return `${verb}…${characters.slice(-kept).join('')}`
}

/** Marks that combine take no column of their own. */
function columnsOf(text: string): number {
  return [...text].length
}
