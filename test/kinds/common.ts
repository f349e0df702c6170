/** What tables of hard headers share: one row is a name, the lines of a document, and what its record must say. */
export type Kind = [name: string, lines: string[], want: Record<string, string | null>]

export const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const SMALL_STATE = 'Cộng hoà xã hội chủ nghĩa Việt nam'
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc'

export const ITEMS = ['', '1. Các tổ chuẩn bị lán trại.', '2. Báo cáo trước ngày 20/5/2023.']
const LETTERHEAD = (number: string) => [
  `ỦY BAN NHÂN DÂN                 ${STATE}`,
  `XÃ ĐỒNG MÂY                          ${MOTTO}`,
  '',
  `Số: ${number}                 Đồng Mây, ngày 09 tháng 5 năm 2023`,
  '',
]
/** The lines below the letterhead of a commune. */
export const headed = (number: string, ...lines: string[]) => [...LETTERHEAD(number), ...lines]
