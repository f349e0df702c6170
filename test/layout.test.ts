import { describe, expect, test } from 'vitest'
import { layOut, type PageRuns, type Run } from '../src/read/layout.ts'

const SIZE = 14

/** A run as a PDF gives it: letters of 7 points, its baseline at `y`. */
function run(text: string, x: number, y: number, chain: number | null = 0): Run {
  return { text, box: [x, y - 11, x + text.length * 7, y + 3], size: SIZE, chain }
}

/** Words of one line, each of its own, with `gap` points between them. */
function spread(text: string, x: number, y: number, gap: number): Run[] {
  let at = x
  return text.split(' ').map((word) => {
    const own = run(word, at, y)
    at += word.length * 7 + gap
    return own
  })
}

const page = (runs: Run[], number = 1): PageRuns => ({ page: number, width: 595, height: 842, runs })
const lines = (runs: Run[]): string[] =>
  layOut([page(runs)])
    .text.split('\n')
    .slice(0, -1)

/** Body lines over the full width, so that a page has margins. */
const BODY = [0, 1, 2, 3].map((i) =>
  run('Thực hiện ý kiến của cấp trên, văn phòng báo cáo kết quả như sau và', 85, 400 + 18 * i, 90 + i),
)

describe('two columns', () => {
  const header = [
    run('UBND TỈNH SƠN HÀ', 110, 70, 1),
    run('SỞ TƯ PHÁP', 130, 86, 2),
    run('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 280, 72, 3),
    run('Độc lập - Tự do - Hạnh phúc', 310, 90, 4),
  ]

  test('lines whose baselines differ a little are one line of two cells', () => {
    const [first, second] = lines([...header, ...BODY])
    expect(first?.trim()).toBe('UBND TỈNH SƠN HÀ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(second?.trim()).toBe('SỞ TƯ PHÁP\tĐộc lập - Tự do - Hạnh phúc')
  })

  test('words of one chain are cut where the lines around have a gutter', () => {
    const joined = header.map((own) => ({ ...own, chain: own.box[1] < 65 ? 1 : 2 }))
    expect(lines([...joined, ...BODY])[1]?.trim()).toBe('SỞ TƯ PHÁP\tĐộc lập - Tự do - Hạnh phúc')
  })

  test('a serial that was put in later closes the blank, and no blank cuts a cell', () => {
    const number = [
      run('Số:', 110, 110, 5),
      run('/STP-VP', 170, 110, 5),
      run('Sơn Hà, ngày 5 tháng 6 năm 2024', 300, 110, 6),
    ]
    expect(lines([...header, ...number, ...BODY])).toContainEqual(expect.stringMatching(/Số: \/STP-VP\tSơn Hà, ngày/))
    expect(lines([...header, ...number, run('1668', 136, 110, null), ...BODY])).toContainEqual(
      expect.stringMatching(/Số: 1668 \/STP-VP\tSơn Hà, ngày/),
    )
  })

  test('a line of the right column alone begins with a TAB, a centred one with spaces', () => {
    const text = lines([...BODY, run('Trần Văn Mẫu', 400, 560, 7), run('KẾ HOẠCH', 285, 600, 8)])
    expect(text).toContain('\tTrần Văn Mẫu')
    expect(text.at(-1)).toMatch(/^ {10,}KẾ HOẠCH$/)
  })
})

describe('running text', () => {
  test('is never cut, however wide the spaces of a justified line', () => {
    const justified = [
      ...spread('các cơ quan có trách nhiệm', 85, 100, 55),
      ...spread('phối hợp thực hiện nghiêm túc', 85, 118, 48),
      ...spread('những nội dung nêu trên', 85, 136, 60),
    ]
    expect(lines([...justified, ...BODY]).join('\n')).not.toContain('\t')
  })

  test('keeps a list label with its text', () => {
    expect(lines([run('1.', 120, 100, 1), run('Triển khai ngay các nội dung sau', 160, 100, 2), ...BODY])[0]).toMatch(
      /1\. Triển khai/,
    )
  })

  test('shows indents as spaces and gaps as empty lines', () => {
    const text = lines([...BODY, run('Nay thông báo để biết.', 120, 472, 1), run('Trân trọng.', 85, 530, 2)])
    expect(text.slice(-3)).toEqual([expect.stringMatching(/^ {4,6}Nay thông báo/), '', 'Trân trọng.'])
  })

  test('writes a raised footnote mark as a raised digit', () => {
    const mark: Run = { text: '1', box: [155, 88, 159, 97], size: 9, chain: 0, spaced: false }
    expect(lines([run('tỉnh Sơn Hà', 78, 100, 0), mark, ...BODY])[0]).toBe('tỉnh Sơn Hà¹')
  })
})

test('stamps come first, pages begin with a form feed', () => {
  const first = { ...page([run('THÔNG BÁO', 280, 100, 1), ...BODY]), stamps: [[run('Ký bởi: Văn phòng', 400, 40)]] }
  expect(layOut([first, page([run('2', 300, 40)], 2)]).text).toMatch(
    /^Ký bởi: Văn phòng\n\n +THÔNG BÁO\n\n(?:Thực hiện.*\n){4}\f2\n$/,
  )
})

test('every place is a word of the text, in order', () => {
  const { text, places } = layOut([
    page([run('Số:  12/BC', 100, 100), run('quả', 200, 100)]),
    page([run('Hết', 100, 100)], 2),
  ])
  expect(places.map(({ span: [start, end], page: number }) => [text.slice(start, end), number])).toEqual([
    ['Số:', 1],
    ['12/BC', 1],
    ['quả', 1],
    ['Hết', 2],
  ])
  expect(places[1]?.box[0]).toBeGreaterThan(places[0]?.box[2] as number)
})

test('text in NFD comes out in decoded form, also where a mark is a run of its own', () => {
  const [line] = lines([
    run('tha', 100, 100),
    { ...run('\u0301', 121, 100), spaced: false },
    { ...run('ng', 122, 100), spaced: false },
  ])
  expect(line).toBe('tháng')
})

test('no run, no text', () => {
  expect(layOut([page([])])).toEqual({ text: '', places: [] })
})
