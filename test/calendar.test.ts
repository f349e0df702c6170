import { describe, expect, test } from 'vitest'
import { addDays, addMonths, lastDayOf, weekdayOf } from '../src/calendar/calendar.ts'
import { spelledNumber } from '../src/calendar/numbers.ts'
import { dateWords } from '../src/calendar/words.ts'

test.each<[string, number, string]>([
  ['2021-02-27', 2, '2021-03-01'],
  ['2024-02-27', 2, '2024-02-29'],
  ['2022-01-02', -5, '2021-12-28'],
])('%s and %i days', (date, days, expected) => {
  expect(addDays(date, days)).toBe(expected)
})

test.each<[string, number, string]>([
  ['2021-01-31', 1, '2021-02-28'],
  ['2023-11-30', 3, '2024-02-29'],
  ['2021-03-15', -3, '2020-12-15'],
  ['2024-02-29', 12, '2025-02-28'],
])('%s and %i months', (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected)
})

test('Monday is the first day of the week', () => {
  expect(['2021-08-02', '2021-08-05', '2021-08-08'].map(weekdayOf)).toEqual([1, 4, 7])
})

test.each<[string, string | null]>([
  ['2012-35', '2012-09-30'],
  ['2021-40', '2021-06-30'],
  ['2021-41', '2021-12-31'],
  ['2024-02', '2024-02-29'],
  ['2021', '2021-12-31'],
  ['2021-08-05', '2021-08-05'],
  ['2021-06-14/2021-08', '2021-08-31'],
  ['XXXX-09-02', null],
  ['199X', null],
  ['2021-22', null],
])('%s ends on %s', (edtf, expected) => {
  expect(lastDayOf(edtf)).toBe(expected)
})

describe('numbers in words', () => {
  test.each<[string, number | null, string]>([
    ['mười lăm tháng', 15, 'mười lăm'],
    ['hai mươi mốt', 21, 'hai mươi mốt'],
    ['ba mươi', 30, 'ba mươi'],
    ['năm', 5, 'năm'],
    ['một nghìn chín trăm bảy mươi lăm.', 1975, 'một nghìn chín trăm bảy mươi lăm'],
    ['hai nghìn không trăm hai mươi tư', 2024, 'hai nghìn không trăm hai mươi tư'],
    ['hai nghìn linh năm', 2005, 'hai nghìn linh năm'],
    ['Hai ngàn lẻ năm', 2005, 'Hai ngàn lẻ năm'],
    ['hai ba', 2, 'hai'],
    ['muoi lam', null, ''],
    ['mươi', null, ''],
    ['hai nghìn lẻ', 2000, 'hai nghìn'],
  ])('%s', (printed, value, taken) => {
    const found = spelledNumber(printed, dateWords())
    expect(found?.value ?? null).toBe(value)
    expect(printed.slice(0, found?.length ?? 0)).toBe(taken)
  })
})
