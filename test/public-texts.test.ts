/** Texts as public pages and data sets have them: marks of emphasis in plain text. */
import { expect, test } from 'vitest'
import { parseDirective } from '../src/pipeline.ts'

test('labels and a signature of the head of State among marks of emphasis, the State’s name below the post', () => {
  const record = parseDirective(`**CHỦ TỊCH NƯỚC**

Số: 34/2005/QĐ-CTN

Hà Nội, ngày 27 tháng 6 năm 2005

**QUYẾT ĐỊNH CỦA CHỦ TỊCH NƯỚC**

**Về việc tặng danh hiệu Bến đò kiểu mẫu**

Căn cứ Điều 103 của Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 1992;

**QUYẾT ĐỊNH**

**Điều 1.** Tặng danh hiệu cho **ba bến đò** có tên kèm theo.

**Điều 2.** Quyết định này có hiệu lực thi hành từ ngày ký.

**CHỦ TỊCH
NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**

*Mai Đức Thuyền*

Nơi nhận:

- Các bến đò,
- Lưu VT.
`)
  expect(record.items.map(({ label }) => label)).toEqual(['Điều 1', 'Điều 2'])
  expect(record.signatures).toMatchObject([
    { position: 'CHỦ TỊCH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', name: 'Mai Đức Thuyền' },
  ])
})
