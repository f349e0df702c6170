import { describe, expect, it } from 'vitest'
import { skeleton } from '../src/text.ts'
import { loadFixtures } from './fixtures.ts'
import { hardCase, hardCases, NOISE_KINDS } from './noise.ts'
import { takeApart } from './noise/header.ts'
import { confuse } from '../train/documents/noise/confuse.ts'

const fixtures = loadFixtures()
const squeezed = (text: string) => text.replace(/[\s*|]/g, '')

describe('the generator of hard cases', () => {
  it('gives the same case for the same fixture, kind and seed, and another for another seed', () => {
    const first = [...hardCases(fixtures.slice(0, 12), 'a')]
    expect([...hardCases(fixtures.slice(0, 12), 'a')]).toEqual(first)
    const scans = (seed: string) =>
      [...hardCases(fixtures.slice(0, 12), seed)].filter(({ kind }) => kind.startsWith('OCR')).map(({ text }) => text)
    expect(scans('b')).not.toEqual(scans('a'))
  })

  it('makes at least twenty cases of every kind', () => {
    const made = [...hardCases(fixtures)].map(({ kind }) => kind)
    const counts = NOISE_KINDS.map(({ id }) => [id, made.filter((kind) => kind === id).length] as const)
    for (const [id, count] of counts) expect(count, id).toBeGreaterThanOrEqual(20)
  })

  it('keeps every word of the header in every layout', () => {
    for (const { kind, path, text } of hardCases(fixtures)) {
      if (!kind.startsWith('header: ')) continue
      const source = fixtures.find((fixture) => fixture.path === path)
      const words = (of: string) => [...new Set(skeleton(of).match(/[\p{L}\p{N}]+/gu))].sort()
      expect(words(text), `${kind} ${path}`).toEqual(words(source?.text ?? ''))
    }
  })

  it('keeps the truth verbatim: each value stands in the noisy text', () => {
    for (const { kind, path, text, expected } of hardCases(fixtures)) {
      const hay = squeezed(text)
      const recipients = (expected.recipients ?? []).map((entry) => entry.text)
      for (const value of [expected.number, expected.subject, expected.archive, ...recipients]) {
        if (!value || kind === 'header: subject-beside-date' || kind === 'header: zigzag') continue
        expect(hay.includes(squeezed(value)), `${kind} ${path} ${value}`).toBe(true)
      }
    }
  })

  it('misreads the share of characters it is asked for', () => {
    const long = fixtures.map(({ text }) => text).join('\n')
    for (const rate of [0.005, 0.01, 0.02]) {
      const { edits } = confuse(long, rate, 'share')
      expect(edits.length / long.replace(/\s/g, '').length).toBeCloseTo(rate, 2)
    }
  })

  it('takes a header apart as printed', () => {
    const fixture = fixtures.find(({ path }) => path === 'cong-van/state-commune-blank-number.txt')
    expect(takeApart(fixture?.text ?? '', fixture?.expected ?? {})).toMatchObject({
      issuer: ['ỦY BAN NHÂN DÂN', 'XÃ TÂN KHÊ'],
      number: 'Số:        /UBND-VHXH',
      placeDate: 'Tân Khê, ngày      tháng 9 năm 2025',
      heading: null,
    })
  })

  it('names the kind it does not know', () => {
    expect(() => hardCase(fixtures[0] as (typeof fixtures)[0], 'coffee stain')).toThrow('coffee stain')
  })
})
