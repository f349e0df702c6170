import { expect, test } from 'vitest'
import { Duplicates } from '../src/batch/duplicates.ts'
import type { Described } from '../src/batch/job.ts'

const ISSUER = 'Ủy ban nhân dân xã Suối Ngàn'

/** What of the documents was there before: each is the number, the day, the content. */
function foundIn(documents: [number: string, date: string | null, content: string, issuer?: string][]): string[] {
  const duplicates = new Duplicates()
  return documents.flatMap(([number, date, content, issuer = ISSUER], at) => {
    const sha256 = Buffer.from(content).toString('hex').padEnd(64, '0')
    const document = { number, issuer, date, sha256 } as Described
    return duplicates.add(`${at}`, [document]).map(({ kind, path, of }) => `${path} ${kind} ${of}`)
  })
}

test('equal bytes are a copy of the first, and no equal number besides', () => {
  const copies = foundIn([
    ['05/UBND-VP', '2021-08-05', 'a'],
    ['06/UBND-VP', '2021-08-05', 'b'],
    ['05/UBND-VP', '2021-08-05', 'a'],
    ['05/UBND-VP', '2021-08-05', 'a'],
  ])
  expect(copies).toEqual(['2 copy 0', '3 copy 0'])
})

test('a number is there twice in one year alone; a document that says no year may be of any', () => {
  const numbers = foundIn([
    ['05/UBND-VP', '2020-08-05', 'a'],
    ['05/UBND-VP', '2021-08-05', 'b'],
    ['5/UBND-VP', '2021-09', 'c', 'UỶ BAN NHÂN DÂN XÃ SUỐI NGÀN'],
    ['05/UBND-VP', null, 'd'],
    ['05/UBND-VP', '2022-08-05', 'e'],
    ['05/UBND-VP', '2022-08-05', 'f', 'Ủy ban nhân dân xã Suối Mây'],
  ])
  expect(numbers).toEqual(['2 number 1', '3 number 0', '4 number 3'])
})
