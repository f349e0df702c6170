/** The second reader: sequences of labels, reading order, and what it makes of documents. */
import { describe, expect, test } from 'vitest'
import { ALPHABETS } from '../src/label/alphabets.ts'
import { bestPath, marginalsOf, withFactors } from '../src/label/chain.ts'
import { pageOf } from '../src/label/page.ts'
import { pack, unpack } from '../src/label/weights.ts'
import { readersInForce } from '../src/readers.ts'
import { secondReading } from '../src/segment/second-reader.ts'
import { zonedRows } from '../src/segment/segment.ts'
import { readWords } from '../src/words/words.ts'

/** Three words, three labels; the third never follows the first. */
const SCORES = Float64Array.from([1, 0.2, -0.5, 0, 0.7, 1.5, 0.3, -0.2, 0.9])
const STEPS = withFactors(
  Float64Array.from([0.5, 0, -Infinity]),
  Float64Array.from([0.1, 0.4, -Infinity, 0, 0.3, -0.6, 0.2, 0, 0.8]),
)

/** All sequences with their sums, the long way. */
const sequences = [0, 1, 2].flatMap((a) =>
  [0, 1, 2].flatMap((b) =>
    [0, 1, 2].map((c) => {
      const labels = [a, b, c]
      const own = labels.reduce(
        (sum, label, word) => sum + (SCORES[word * 3 + label] as number),
        STEPS.start[a] as number,
      )
      return { labels, sum: own + (STEPS.step[a * 3 + b] as number) + (STEPS.step[b * 3 + c] as number) }
    }),
  ),
)

describe('a chain of labels', () => {
  test('the best sequence is the one with the greatest sum', () => {
    const best = sequences.toSorted((one, other) => other.sum - one.sum)[0]
    expect([...bestPath(SCORES, STEPS)]).toEqual(best?.labels)
  })

  test('the probability of a label is the share of the sequences that have it', () => {
    const all = sequences.reduce((sum, each) => sum + Math.exp(each.sum), 0)
    const { label, logSum } = marginalsOf(SCORES, STEPS)
    expect(logSum).toBeCloseTo(Math.log(all), 10)
    for (const word of [0, 1, 2])
      for (const each of [0, 1, 2]) {
        const share =
          sequences
            .filter(({ labels }) => labels[word] === each)
            .reduce((sum, { sum: own }) => sum + Math.exp(own), 0) / all
        expect(label[word * 3 + each]).toBeCloseTo(share, 10)
      }
  })

  test('nothing goes on with a value that was not begun', () => {
    const { labels, follows, labelOf } = ALPHABETS.head
    const [subject, issuer] = [labelOf('subject', true), labelOf('issuer', false)]
    expect(follows(issuer, subject)).toBe(false)
    expect(follows(labelOf('subject', false), subject)).toBe(true)
    expect(labels[issuer]).toMatchObject({ part: 'issuer', inside: true })
  })
})

test('weights come back from their bytes to within a step', () => {
  const { classes, regions } = readersInForce().weights
  const { table } = regions.foot
  const packed = pack(
    table,
    new Float32Array(11 * 0 + regions.foot.alphabet.labels.length * (regions.foot.alphabet.labels.length + 1)),
  )
  const { regions: again } = unpack({
    classes: [...classes],
    regions: {
      head: pack(
        regions.head.table,
        new Float32Array(regions.head.alphabet.labels.length * (regions.head.alphabet.labels.length + 1)),
      ),
      foot: packed,
    },
  })
  expect(
    Math.max(...again.foot.table.map((weight, at) => Math.abs(weight * again.foot.step - (table[at] as number)))),
  ).toBeLessThanOrEqual(packed.step / 2 + 1e-6)
})

const wordsInOrder = (text: string) => {
  const { lexicon } = readersInForce()
  const { words } = pageOf(readWords(text, lexicon.vocabulary), lexicon, zonedRows(text).rows)
  return Array.from({ length: words.count }, (_, at) => text.slice(words.start[at], words.end[at])).join(' ')
}

describe('reading order', () => {
  test('two columns are read one after the other', () =>
    expect(
      wordsInOrder(
        'UBND XÃ SƠN LĨNH            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHÒNG KINH TẾ                  Độc lập - Tự do - Hạnh phúc',
      ),
    ).toBe('UBND XÃ SƠN LĨNH PHÒNG KINH TẾ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc'))

  test('of a paragraph the words at its ends are looked at, those deep inside it are not', () => {
    const counted = Array.from({ length: 90 }, (_, index) => `từ${'abcdefghi'[index % 9]}`).join(' ')
    const seen = wordsInOrder(`Kính gửi: Các xã.\n${counted} cuối.`).split(' ')
    expect(seen).toHaveLength(6 + 34)
    expect(seen.slice(-2)).toEqual(['cuối', '.'])
  })

  test('lines of one column stay where they are', () =>
    expect(wordsInOrder('Kính gửi: Các xã.\n\nNội dung sau đây.')).toBe('Kính gửi : Các xã . Nội dung sau đây .'))
})

const LETTER = `UBND HUYỆN KRÔNG NA            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHÒNG VĂN HÓA                     Độc lập - Tự do - Hạnh phúc
Số: 47/VH-GĐ                   Krông Na, ngày 09 tháng 5 năm 2014
V/v chuẩn bị ngày hội
gia đình văn hóa

Kính gửi:
- Ủy ban nhân dân các xã;
- Trung tâm Văn hóa huyện.

Phòng Văn hóa đề nghị các đơn vị cử người tham dự đúng giờ.

Nơi nhận:                                TRƯỞNG PHÒNG
- Như trên;
- Lưu: VT.
                                         Y Bhăm Niê Kdăm
`

describe('the second reader', () => {
  const read = (text: string) => {
    const { values } = secondReading(text, zonedRows(text), readersInForce())
    return Object.fromEntries(Object.entries(values).map(([part, list]) => [part, list.map(({ value }) => value)]))
  }

  test('reads head and foot of a letter', () =>
    expect(read(LETTER)).toMatchObject({
      parent: ['UBND HUYỆN KRÔNG NA'],
      issuer: ['PHÒNG VĂN HÓA'],
      number: ['47/VH-GĐ'],
      place: ['Krông Na'],
      date: ['2014-05-09'],
      subject: ['V/v chuẩn bị ngày hội gia đình văn hóa'],
      addressee: ['Ủy ban nhân dân các xã', 'Trung tâm Văn hóa huyện'],
      recipient: ['Như trên'],
      archive: ['Lưu: VT'],
      position: ['TRƯỞNG PHÒNG'],
      name: ['Y Bhăm Niê Kdăm'],
    }))

  test('gives each value its place', () => {
    const { values } = secondReading(LETTER, zonedRows(LETTER), readersInForce())
    expect(values.subject?.[0]?.spans.map((span) => LETTER.slice(...span))).toEqual([
      'V/v chuẩn bị ngày hội',
      'gia đình văn hóa',
    ])
  })

  test.each(['', '\n\n', '…', 'một dòng'])('has nothing to say of %j', (text) =>
    expect(read(text).number).toBeUndefined(),
  )
})
