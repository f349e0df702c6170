/** Names of people who do not exist: family names of the grammar, middle and given names of our own. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Random } from '../random.ts'

const SURNAMES = (
  parse(readFileSync(new URL('../../grammars/surnames.yaml', import.meta.url), 'utf8')) as { id: string }[]
).map(({ id }) => id)
/** Names of the Kinh stand first in the grammar, the commonest at the head. */
const COMMON = SURNAMES.slice(0, 18)
const USUAL = SURNAMES.slice(0, 60)

const MIDDLE = [
  'Văn',
  'Thị',
  'Đức',
  'Hữu',
  'Minh',
  'Quang',
  'Xuân',
  'Ngọc',
  'Thanh',
  'Hồng',
  'Công',
  'Đình',
  'Thế',
  'Mạnh',
  'Quốc',
  'Thu',
  'Kim',
  'Bích',
  'Trọng',
  'Tiến',
  'Anh',
  'Hoàng',
  'Bá',
  'Viết',
  'Duy',
  'Trung',
  'Phương',
  'Mỹ',
  'Như',
  'Tấn',
]
const GIVEN = [
  'Hùng',
  'Dũng',
  'Sơn',
  'Hải',
  'Lan',
  'Hương',
  'Thảo',
  'Bình',
  'Cường',
  'Tuấn',
  'Hà',
  'Linh',
  'Khang',
  'Phúc',
  'Lộc',
  'Thọ',
  'Nga',
  'Yến',
  'Oanh',
  'Quý',
  'Khải',
  'Vinh',
  'Thắng',
  'Lợi',
  'Nam',
  'Đông',
  'Tây',
  'Bắc',
  'Trung',
  'Hòa',
  'Thủy',
  'Thúy',
  'Huệ',
  'Phượng',
  'Loan',
  'Ánh',
  'Nguyệt',
  'Dương',
  'Giang',
  'Kiên',
  'Toàn',
  'Tài',
  'Đạt',
  'Nghĩa',
  'Ân',
  'Duyên',
  'Liễu',
  'Chiến',
  'Thịnh',
  'Ruộng',
  'Mương',
  'Tâm',
  'Chung',
  'Chính',
  'Châu',
  'Khuê',
  'Hiền',
  'Xuân',
  'Luân',
  'Ý',
  'Út',
  'Ba',
  'Tư',
  'Năm',
  'Sáu',
  'Bảy',
  'Huy',
  'Quyết',
  'Định',
  'Tín',
]
const ETHNIC_GIVEN = [
  'Páo',
  'Sùng',
  'A Dơ',
  'Seo Phừ',
  'A Tủa',
  'Văn Inh',
  'Thị Ón',
  'Mí Sính',
  'A Lử',
  'Văn Khặm',
  'Thị Xuân',
  'Tả Mẩy',
]
const HIGHLAND = [
  'Y Blơm Niê',
  'Y Kroang Byă',
  "H'Ngăm Mlô",
  "H'Yim Kpă",
  "K'Brếp",
  "K' Điệp",
  "Ksor H'Bơn",
  'Siu Krung',
  'Rơ Châm Giáo',
  'Rah Lan Chưng',
  'A Xây',
  'Y Thảnh',
  'Bríu Prăm',
  'Zơ Râm Bôn',
  'Alăng Mai',
  'Ka Dơng',
  'Thạch Sa Rây',
  'Danh Út',
  'Kim Sô Phan',
  'Neáng Sây',
  'Chau Kim Seng',
  'Lâm Hoàng Sa',
  'Chẻo Mùi Nải',
  'Tẩn A Sài',
  'Vàng Chá Thào',
  "Điểu K'Ré",
  'Đàng Năng Tom',
  'Ma Thị Nga',
  'Lường Thị Dung',
]

export function personName(random: Random): string {
  const kind = random.weighted({ common: 14, usual: 6, long: 3, ethnic: 1.5, highland: 1.2, rare: 1 })
  if (kind === 'highland') return random.pick(HIGHLAND)
  if (kind === 'ethnic')
    return `${random.pick(['Giàng', 'Lò', 'Sùng', 'Vàng', 'Thào', 'Lù', 'Cầm', 'Quàng', 'Hạng', 'Tòng', 'Bàn'])} ${random.pick(ETHNIC_GIVEN)}`
  const surname = random.pick(
    kind === 'common' || kind === 'long'
      ? COMMON
      : kind === 'usual'
        ? USUAL
        : SURNAMES.filter((name) => !/['’]$|^.$/u.test(name)),
  )
  const middle = random.chance(0.06) ? [] : random.some(MIDDLE, kind === 'long' ? 2 : 1)
  return [...new Set([surname, ...middle, random.pick(GIVEN)])].join(' ')
}

/** Ranks and titles that stand before the name of a signer, by whose paper it is. */
export const RANKS = {
  force: ['Đại tá', 'Thượng tá', 'Trung tá', 'Thiếu tá', 'Thiếu tướng', 'Trung tướng', 'Đại úy'],
  school: ['TS.', 'ThS.', 'PGS.TS.', 'GS.TS.', 'PGS. TS.', 'NGƯT.', 'TS'],
  hospital: ['BS.', 'BS.CKII.', 'BSCKI.', 'ThS.BS.', 'TS.BS', 'DS.', 'BSCKII'],
} as const
