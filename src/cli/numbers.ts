/** Numbers and spans of time as people read them. */
import type { Language } from '../rules.ts'

/** `1,234.5` in English, `1.234,5` in Vietnamese; `digits` after the point. */
export function formatNumber(value: number, language: Language, digits = 0): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-US', options)
}

/** `8 s`, `3 min 20 s`, `2 h 5 min`; `8 giây`, `3 phút 20 giây`, `2 giờ 5 phút`. */
export function duration(seconds: number, language: Language): string {
  const [hour, minute, second] = language === 'vi' ? ['giờ', 'phút', 'giây'] : ['h', 'min', 's']
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return `${whole} ${second}`
  if (whole < 3600) return `${Math.floor(whole / 60)} ${minute} ${whole % 60} ${second}`
  return `${Math.floor(whole / 3600)} ${hour} ${Math.floor((whole % 3600) / 60)} ${minute}`
}

/** The same, rounded as an estimate is: `40 s`, `4 min`, `2 h 10 min`. */
export function roughly(seconds: number, language: Language): string {
  const unit = seconds < 60 ? 5 : seconds < 3600 ? 60 : 600
  return duration(Math.max(unit, Math.ceil(seconds / unit) * unit), language).replace(/ 0 (s|giây|min|phút)$/, '')
}
