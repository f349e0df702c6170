/** How far a run is: one line that is drawn again on a terminal, a line now and then where the output is a file. */
import type { Tally } from '../batch/tally.ts'
import type { Language } from '../rules.ts'
import { sayIn } from './options.ts'
import type { Streams } from './streams.ts'

export interface Progress {
  show(tally: Tally): void
  /** Takes the line away, so that a message can be printed. */
  clear(): void
}

const REDRAW = 100
const LOG = 30_000
const WINDOW = 30_000

export interface ProgressChoices {
  /** Of inputs; null where it is not known. */
  total: number | null
  language: Language
}

export function startProgress(stderr: Streams['stderr'], { total, language }: ProgressChoices): Progress {
  const onTerminal = stderr.isTTY === true
  const every = onTerminal ? REDRAW : LOG
  const began = performance.now()
  let shown = began
  let drawn = false
  /** Moments of the last half minute, for a rate that forgets what was skipped or slow long ago. */
  let marks = [{ time: began, files: 0 }]
  return {
    show: (tally) => {
      const now = performance.now()
      if (now - shown < every) return
      shown = now
      const files = tally.done + tally.unchanged + tally.failed
      marks = [...marks.filter(({ time }) => now - time < WINDOW), { time: now, files }]
      const first = marks[0] as { time: number; files: number }
      const rate = now > first.time ? ((files - first.files) * 1000) / (now - first.time) : 0
      const line = progressLine({ tally, files, rate, total, language, width: stderr.columns ?? 80 })
      if (onTerminal) stderr.write(`\r\x1b[2K${line}`)
      else stderr.write(`${line}\n`)
      drawn = onTerminal
    },
    clear: () => {
      if (drawn) stderr.write('\r\x1b[2K')
      drawn = false
    },
  }
}

interface Moment {
  tally: Tally
  files: number
  /** Files a second. */
  rate: number
  total: number | null
  language: Language
  width: number
}

/** `[██████░░░░]  60 %  1,200/2,000 files  85/s  10 s left  31 doubtful  2 failed`, cut to the width. */
function progressLine({ tally, files, rate, total, language, width }: Moment): string {
  const t = sayIn(language)
  const number = (value: number) => formatNumber(value, language)
  const parts: string[] = []
  if (total !== null && total > 0) {
    const share = Math.min(1, files / total)
    const filled = Math.round(share * 20)
    parts.push(`[${'█'.repeat(filled)}${'░'.repeat(20 - filled)}] ${String(Math.floor(share * 100)).padStart(3)} %`)
  }
  parts.push(`${number(files)}${total === null ? '' : `/${number(total)}`} ${t('files', 'tệp')}`)
  if (tally.pages > tally.documents) parts.push(`${number(tally.pages)} ${t('pages', 'trang')}`)
  if (rate > 0) parts.push(`${rate < 10 ? rate.toFixed(1) : number(Math.round(rate))}/s`)
  if (rate > 0 && total !== null && files >= 10) {
    const left = duration((total - files) / rate, language)
    parts.push(t(`${left} left`, `còn ${left}`))
  }
  if (tally.doubtful.values > 0) parts.push(`${number(tally.doubtful.values)} ${t('doubtful', 'cần xem lại')}`)
  if (tally.failed > 0) parts.push(`${number(tally.failed)} ${t('failed', 'lỗi')}`)
  return parts.join('  ').slice(0, Math.max(10, width - 1))
}

export function formatNumber(value: number, language: Language): string {
  return value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-US')
}

/** `8 s`, `3 min 20 s`, `2 h 5 min`; `8 giây`, `3 phút 20 giây`, `2 giờ 5 phút`. */
export function duration(seconds: number, language: Language): string {
  const [hour, minute, second] = language === 'vi' ? ['giờ', 'phút', 'giây'] : ['h', 'min', 's']
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return `${whole} ${second}`
  if (whole < 3600) return `${Math.floor(whole / 60)} ${minute} ${whole % 60} ${second}`
  return `${Math.floor(whole / 3600)} ${hour} ${Math.floor((whole % 3600) / 60)} ${minute}`
}
