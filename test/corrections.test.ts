/** What a person did to a record, laid over a new reading of its source. */
import { describe, expect, test } from 'vitest'
import { isEdtf } from '../src/calendar/edtf.ts'
import { amend } from '../src/corrections/amend.ts'
import { beforeHand, handPointers } from '../src/corrections/by-hand.ts'
import type { Correction } from '../src/corrections/correction.ts'
import { layOver } from '../src/corrections/lay-over.ts'
import { type DirectiveRecord, recordSchema } from '../src/schema.ts'
import { DIRECTIVE, directiveRecord } from './review-records.ts'

function amended(record: DirectiveRecord, ...corrections: Correction[]): DirectiveRecord {
  const result = amend(record, corrections)
  if ('problem' in result) throw new Error(result.problem.en)
  return result.record
}

const recipient = (text: string) => ({ text, name: text, purpose: null })
const machine = (changes: Partial<DirectiveRecord> = {}): DirectiveRecord => ({
  ...directiveRecord('a.txt'),
  recipients: ['Như trên', 'Đảng ủy', 'Lưu VT'].map(recipient),
  ...changes,
})

describe('the changes that a record holds', () => {
  test('say what was there and what is there since', () => {
    const record = amended(
      machine(),
      { pointer: '/number', action: 'set', value: '10/CT-UBND' },
      { pointer: '/place', action: 'absent' },
      { pointer: '/date', action: 'confirm' },
      { pointer: '/recipients/1', action: 'absent' },
      { pointer: '/addressees/+1', action: 'set', value: 'Công an xã' },
    )
    expect(record.corrections).toEqual([
      { action: 'set', pointer: '/number', was: '1O/CT-UBND', value: '10/CT-UBND' },
      { action: 'absent', pointer: '/place', was: 'Suối Mơ' },
      { action: 'confirm', pointer: '/date', was: '2021-08-05' },
      { action: 'add', pointer: '/addressees/1', value: 'Công an xã' },
      { action: 'remove', pointer: '/recipients/1', was: recipient('Đảng ủy') },
    ])
    expect(recordSchema.safeParse(record).success).toBe(true)
  })

  test('taken back give what the machine had read', () => {
    const before = machine()
    const once = amended(
      before,
      { pointer: '/recipients/0', action: 'absent' },
      { pointer: '/recipients/2/name', action: 'set', value: 'Văn thư' },
    )
    const twice = amended(
      once,
      { pointer: '/recipients/+1', action: 'set', value: recipient('Ủy ban') },
      { pointer: '/recipients/0', action: 'absent' },
    )
    expect(twice.recipients.map(({ name }) => name)).toEqual(['Văn thư', 'Ủy ban'])
    expect(beforeHand(twice).recipients).toEqual(before.recipients)
  })

  test('are known in a record of the first version by its evidence', () => {
    const { corrections: _, ...old } = amended(
      machine(),
      { pointer: '/number', action: 'set', value: '10/CT-UBND' },
      { pointer: '/date', action: 'confirm' },
    )
    expect(handPointers(old)).toEqual(['/number', '/date'])
    const more = amended(old, { pointer: '/place', action: 'absent' })
    expect(handPointers(more)).toEqual(['/number', '/date', '/place'])
  })
})

describe('laid over a new reading', () => {
  test('what a person said stands, the rest is new', () => {
    const before = amended(
      machine(),
      { pointer: '/number', action: 'set', value: '10/CT-UBND' },
      { pointer: '/date', action: 'confirm' },
    )
    const fresh = machine({ number: '1Q/CT-UBND', date: '2021-08-06', place: 'Suối Mây' })
    const { record, kept } = layOver(fresh, before, DIRECTIVE)
    expect([record.number, record.date, record.place]).toEqual(['10/CT-UBND', '2021-08-05', 'Suối Mây'])
    expect(record.evidence['/number']).toEqual(before.evidence['/number'])
    expect(record.diagnostics.map(({ rule }) => rule)).toEqual(['unclaimed-line'])
    expect(kept).toEqual(['/number', '/date'])
    expect(record.corrections).toEqual(before.corrections)
    expect(layOver(fresh, record, DIRECTIVE).record).toEqual(record)
  })

  test('a record of the first version keeps what it says in its evidence', () => {
    const { corrections: _, ...before } = amended(
      machine(),
      { pointer: '/number', action: 'set', value: '10/CT-UBND' },
      { pointer: '/recipients/0', action: 'absent' },
    )
    const { record } = layOver(machine({ recipients: [recipient('Như trên'), recipient('Khác')] }), before, DIRECTIVE)
    expect(record.number).toBe('10/CT-UBND')
    expect(record.recipients).toEqual(before.recipients)
  })

  test('entries of a list that reads otherwise are found again by what they say', () => {
    const before = amended(
      machine(),
      { pointer: '/recipients/1/purpose', action: 'set', value: 'để báo cáo' },
      { pointer: '/recipients/2', action: 'absent' },
      { pointer: '/recipients/+1', action: 'set', value: recipient('Huyện ủy') },
    )
    const { record, kept } = layOver(
      machine({ recipients: ['Như trên', 'Công an xã', 'Đảng ủy', 'Lưu VT'].map(recipient) }),
      before,
      DIRECTIVE,
    )
    expect(record.recipients).toEqual([
      recipient('Như trên'),
      recipient('Công an xã'),
      { ...recipient('Đảng ủy'), purpose: 'để báo cáo' },
      recipient('Huyện ủy'),
    ])
    expect(kept).toContain('/recipients/2/purpose')
    expect(record.evidence['/recipients/2/purpose']?.status).toBe('corrected')
  })

  test('a list stays whole where what a person touched is no longer read', () => {
    const before = amended(machine(), { pointer: '/recipients/1', action: 'confirm' })
    const { record } = layOver(
      machine({ recipients: ['Như trên', 'Đảng ỷy', 'Lưu VT'].map(recipient) }),
      before,
      DIRECTIVE,
    )
    expect(record.recipients).toEqual(before.recipients)
    expect(handPointers(record)).toEqual(['/recipients/1'])
  })

  test('a place follows its words in a text that reads otherwise, or goes', () => {
    const before = amended(machine(), { pointer: '/number', action: 'confirm' })
    const shifted = layOver(machine(), before, `trang 1\n${DIRECTIVE}`).record.evidence['/number']
    expect(`trang 1\n${DIRECTIVE}`.slice(...(shifted?.span ?? [0, 0]))).toBe('1O/CT-UBND')
    const gone = layOver(machine(), before, 'Số 10').record.evidence['/number']
    expect([gone?.text, gone?.span]).toEqual(['1O/CT-UBND', undefined])
  })
})

describe('dates of a correction', () => {
  test.each([
    '2021-08-05',
    '2021-08',
    '2021',
    'XXXX-11-23',
    '2021-34',
    '2021-06-14/2021-08-24',
    '../2021-08-24',
    '202X',
    '2020-02-29',
    '2021-08-05T17:00',
  ])('%s is one', (date) => expect(isEdtf(date)).toBe(true))
  test.each([
    '31/02',
    '2021-02-30',
    '2021-02-29',
    '2021-13',
    '2021-04-31',
    '2021-08-24/2021-06-14',
    '2021-34-01',
    '..',
    '/',
    '05/08/2021',
    '1/2/3',
    '',
  ])('%j is none', (date) => expect(isEdtf(date)).toBe(false))

  test('that no calendar knows are refused, deep in a value too', () => {
    const refused = (correction: Correction) => amend(machine(), [correction])
    expect(refused({ pointer: '/date', action: 'set', value: '31/02' })).toEqual({
      problem: {
        en: '/date: no date of the calendar: "31/02"',
        vi: '/date: không có ngày này trong lịch: "31/02"',
      },
    })
    const deadline = { text: 'trước 31/4', date: '2021-04-31', operator: 'before' }
    expect(refused({ pointer: '/tasks/0/deadline', action: 'set', value: deadline })).toMatchObject({
      problem: { vi: expect.stringContaining('2021-04-31') },
    })
  })
})
