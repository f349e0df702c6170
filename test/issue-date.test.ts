import { describe, expect, test } from 'vitest'
import { findIssueDate } from '../src/calendar/issue-date.ts'

const read = (line: string) => {
  const found = findIssueDate(line)
  return found && [found.place?.text ?? null, found.date, found.day, found.exact, line.slice(...found.span)]
}

describe('place and date of issue', () => {
  test.each<[string, ReturnType<typeof read>]>([
    ['Hà Nội, ngày 05 tháng 3 năm 2020', ['Hà Nội', '2020-03-05', 'read', true, 'ngày 05 tháng 3 năm 2020']],
    ['An Phú, ngày tháng 8 năm 2021', ['An Phú', '2021-08', 'blank', false, 'ngày tháng 8 năm 2021']],
    ['An Phú, ngày …tháng 01năm 2026', ['An Phú', '2026-01', 'blank', false, 'ngày …tháng 01năm 2026']],
    [
      'Số: €¿ /LĐ-BTV An Phú, ngày .@.4.. tháng 10 năm 2025',
      ['An Phú', '2025-10', 'garbled', false, 'ngày .@.4.. tháng 10 năm 2025'],
    ],
    [
      'Số:04 /CT-UBND An Phú, ngày {5 tháng 3 năm 2024',
      ['An Phú', '2024-03', 'garbled', false, 'ngày {5 tháng 3 năm 2024'],
    ],
    ['An Phú, ngày 30 thắng 6 năm 2025', ['An Phú', '2025-06-30', 'read', true, 'ngày 30 thắng 6 năm 2025']],
    ['An Phú, ngảy 30 tháno 6 nãm 2025', ['An Phú', '2025-06-30', 'read', false, 'ngảy 30 tháno 6 nãm 2025']],
    ['An Phú, ngày   /   /2025', ['An Phú', '2025', 'blank', false, 'ngày   /   /2025']],
    ['An Phú, ngày …/…/2025', ['An Phú', '2025', 'blank', false, 'ngày …/…/2025']],
    ['An Phú, ngày     /6/2025', ['An Phú', '2025-06', 'blank', false, 'ngày     /6/2025']],
    ['An Phú, ngày 07/6/2025', ['An Phú', '2025-06-07', 'read', true, 'ngày 07/6/2025']],
    ['An Phú, 07/6/2025', ['An Phú', '2025-06-07', 'read', false, '07/6/2025']],
    [
      'Số: 2ƒ /CT-UBND An Phú, ngày 2# thángØŸ năm 2021',
      ['An Phú', '2021', 'garbled', false, 'ngày 2# thángØŸ năm 2021'],
    ],
    ['An Phú, ngày      tháng      năm 2025', ['An Phú', '2025', 'blank', false, 'ngày      tháng      năm 2025']],
    ['An Phú, ngày ... tháng ... năm 20...', ['An Phú', null, 'blank', false, 'ngày ... tháng ... năm 20...']],
    ['An Phú, tháng 9 năm 2025', ['An Phú', '2025-09', 'blank', false, 'tháng 9 năm 2025']],
    ['An Phú,       tháng 9 năm 2025', ['An Phú', '2025-09', 'blank', false, 'tháng 9 năm 2025']],
    ['An Phú, ngày 15tháng 01 năm 2026', ['An Phú', '2026-01-15', 'read', true, 'ngày 15tháng 01 năm 2026']],
    [
      'An Phú, ngày 12            tháng 3 năm 2025',
      ['An Phú', '2025-03-12', 'read', true, 'ngày 12            tháng 3 năm 2025'],
    ],
    ['An Phú, ngày ..15.. tháng 3 năm 2025', ['An Phú', '2025-03-15', 'read', true, 'ngày ..15.. tháng 3 năm 2025']],
    ['An Phú, ngày 31 tháng 6 năm 2025', ['An Phú', '2025-06', 'garbled', false, 'ngày 31 tháng 6 năm 2025']],
    ['An Phú, ngày 03 tháng bốn năm 2018', ['An Phú', '2018-04-03', 'read', true, 'ngày 03 tháng bốn năm 2018']],
    ['An Phú, ngày 03 tháng năm năm 2018', ['An Phú', '2018-05-03', 'read', true, 'ngày 03 tháng năm năm 2018']],
    ['AN PHÚ, NGÀY 03 THÁNG 4 NĂM 2018', ['AN PHÚ', '2018-04-03', 'read', true, 'NGÀY 03 THÁNG 4 NĂM 2018']],
    [
      'TP. Hồ Chí Minh, ngày 03 tháng 4 năm 2018',
      ['TP. Hồ Chí Minh', '2018-04-03', 'read', true, 'ngày 03 tháng 4 năm 2018'],
    ],
    [
      'TP.Hồ Chí Minh, ngày 03 tháng 4 năm 2018',
      ['TP.Hồ Chí Minh', '2018-04-03', 'read', true, 'ngày 03 tháng 4 năm 2018'],
    ],
    [
      'Bà Rịa - Vũng Tàu, ngày 03 tháng 4 năm 2018',
      ['Bà Rịa - Vũng Tàu', '2018-04-03', 'read', true, 'ngày 03 tháng 4 năm 2018'],
    ],
    ["Ea H'leo, ngày 03 tháng 4 năm 2018", ["Ea H'leo", '2018-04-03', 'read', true, 'ngày 03 tháng 4 năm 2018']],
    [
      'V/v góp ý dự thảo Kế hoạch         An Phú, ngày 16 tháng 01 năm 2026',
      ['An Phú', '2026-01-16', 'read', true, 'ngày 16 tháng 01 năm 2026'],
    ],
    [
      'ỦY BAN NHÂN DÂN An Phú, ngày 16 tháng 01 năm 2026',
      ['An Phú', '2026-01-16', 'read', true, 'ngày 16 tháng 01 năm 2026'],
    ],
    [
      '|Số:        /TTr-SNV     |    |An Phú, ngày        tháng 9 năm 2025     |',
      ['An Phú', '2025-09', 'blank', false, 'ngày        tháng 9 năm 2025'],
    ],
    [
      'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ',
      [null, '2020-03-05', 'read', true, 'ngày 05 tháng 3 năm 2020'],
    ],
    ['TP. HCM, ngày 06 tháng 9 năm 2013', ['TP. HCM', '2013-09-06', 'read', true, 'ngày 06 tháng 9 năm 2013']],
    ['Tp.VTR, ngày 06 tháng 9 năm 2013', ['Tp.VTR', '2013-09-06', 'read', true, 'ngày 06 tháng 9 năm 2013']],
    [
      'Thành phố Hồ Chí Minh, ngày 03 tháng 4 năm 2018',
      ['Thành phố Hồ Chí Minh', '2018-04-03', 'read', true, 'ngày 03 tháng 4 năm 2018'],
    ],
    ['An Phú 2, ngày 05 tháng 8 năm 2025', ['An Phú 2', '2025-08-05', 'read', true, 'ngày 05 tháng 8 năm 2025']],
    [
      'Phường 2 An Phú, ngày 05 tháng 8 năm 2025',
      ['Phường 2 An Phú', '2025-08-05', 'read', true, 'ngày 05 tháng 8 năm 2025'],
    ],
    [
      'An Phú, ngày mười lăm tháng tám năm 2021',
      ['An Phú', '2021-08-15', 'read', true, 'ngày mười lăm tháng tám năm 2021'],
    ],
    [
      'An Phú, ngày mùng hai tháng chín năm một nghìn chín trăm tám mươi',
      ['An Phú', '1980-09-02', 'read', true, 'ngày mùng hai tháng chín năm một nghìn chín trăm tám mươi'],
    ],
    ['An Phú, ngày 7 tháng 12 năm 201]', ['An Phú', null, 'garbled', false, 'ngày 7 tháng 12 năm 201]']],
    ['An Phú, ngày 7 tháng 12 năm 2O21', ['An Phú', '2021-12-07', 'read', false, 'ngày 7 tháng 12 năm 2O21']],
    ['An Phú, ngày 7 tháng 12 năm 20 21', ['An Phú', '2021-12-07', 'read', false, 'ngày 7 tháng 12 năm 20 21']],
    ['An Phú, ngày 7 tháng 12 năm 98', ['An Phú', '1998-12-07', 'read', false, 'ngày 7 tháng 12 năm 98']],
    ['An Phú, ngày 2| tháng 10 năm 2021', ['An Phú', '2021-10', 'garbled', false, 'ngày 2| tháng 10 năm 2021']],
    ['Theo Điều 5, ngày 05 tháng 8 năm 2025', [null, '2025-08-05', 'read', true, 'ngày 05 tháng 8 năm 2025']],
    ['hoàn thành trong tháng 8 năm 2021', null],
    ['05 ngày làm việc của tháng 8 năm 2021', null],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', null],
    ['', null],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected)
  })

  test('a date with a place wins over one without', () => {
    const line = 'Thông báo số 12-TB/TW ngày 02 tháng 5 năm 2021    An Phú, ngày 05 tháng 8 năm 2021'
    expect(read(line)?.slice(0, 2)).toEqual(['An Phú', '2021-08-05'])
  })

  test.each(['1', 'ngày ', '1/1/', 'tháng ', 'ngày 1 tháng 2 nă ', ' '])('a line of a million %j ends', (part) => {
    expect(findIssueDate(part.repeat(1_000_000 / part.length))).toBeNull()
  })
})
