/** The tables of exports: what each value becomes, what is said where it does not fit, and that no path leads nowhere. */
import { describe, expect, test } from 'vitest'
import { valuesAt } from '../src/export/context.ts'
import { derivedOf } from '../src/export/derived.ts'
import { describedOf } from '../src/export/described.ts'
import { type FillChoices, fill, fillFlat } from '../src/export/fill.ts'
import { fondsSchema } from '../src/export/fonds.ts'
import { FORMS } from '../src/export/forms.ts'
import { readExportTables } from '../src/export/files.ts'
import { EXPORT_SETTINGS } from '../src/export/settings.ts'
import type { ElementRow } from '../src/export/shapes.ts'
import { codeLists, flatTable } from '../src/export/tables.ts'
import { parseDirective } from '../src/pipeline.ts'
import { type DirectiveRecord, recordSchema } from '../src/schema.ts'

const record = (values: Partial<DirectiveRecord>): DirectiveRecord => ({ ...parseDirective(''), ...values })

function filling(truncate = false) {
  const misfits: object[] = []
  const choices: FillChoices = { codes: codeLists(), truncate, misfit: (each) => void misfits.push(each) }
  return { misfits, choices }
}

describe('a form', () => {
  test.each([
    ['day-month-year', ['2021-08-05'], '05/08/2021'],
    ['day-month-year', ['2021-08'], null],
    ['day-month-year', ['2021-08-01/2021-08-05'], null],
    ['day-month-year-or-less', ['2021-08'], '08/2021'],
    ['day-month-year-or-less', ['2021'], '2021'],
    ['day-month-year-or-less', ['XXXX-11-23'], null],
    ['year/month/day', ['2021-08-05'], '2021/08/05'],
    ['year-month-day', ['2021'], null],
    ['edtf', ['2021-08'], '2021-08'],
    ['edtf', ['XXXX-11-23'], null],
    ['list', ['a', 'b'], 'a; b'],
    ['words', ['Chỉ thị', 'về X'], 'Chỉ thị về X'],
  ] as const)('%s of %j', (form, values, text) => {
    expect(FORMS[form]([...values])).toBe(text)
  })
})

describe('a value', () => {
  const row = (more: object) => ({ from: ['record.subject'], form: 'text' as const, ...more })
  const context = (values: Partial<DirectiveRecord>) => ({ record: record(values), fonds: {}, derived: {}, time: null })

  test('that is too long is exported whole and reported; cut at a word only where that is asked', () => {
    const long = filling()
    const subject = 'về việc phòng chống cháy rừng'
    expect(fill('subject', row({ length: 20 }), context({ subject }), long.choices)).toBe(subject)
    expect(long.misfits).toEqual([
      { rule: 'export-too-long', element: 'subject', length: 29, limit: 20, pointer: '/subject' },
    ])
    expect(fill('subject', row({ length: 20 }), context({ subject }), filling(true).choices)).toBe(
      'về việc phòng chống…',
    )
  })

  test('is counted in letters, not in code units', () => {
    const { misfits, choices } = filling()
    fill('subject', row({ length: 3 }), context({ subject: '𠀀𠀀𠀀' }), choices)
    expect(misfits).toEqual([])
  })

  test('that is null stays null', () => {
    const { misfits, choices } = filling()
    expect(fill('subject', row({}), context({ subject: null }), choices)).toBeNull()
    expect(misfits).toEqual([])
  })

  test('that has no code is reported; a list with `other` takes it', () => {
    const { misfits, choices } = filling()
    expect(
      fill(
        'x',
        { from: ['record.type'], form: 'text', codes: 'documentTypes' },
        context({ type: 'Thông tri' }),
        choices,
      ),
    ).toBe('32')
    expect(
      fill('x', { from: ['record.type'], form: 'text', codes: 'retention' }, context({ type: 'Thông tri' }), choices),
    ).toBeNull()
    expect(misfits).toMatchObject([{ rule: 'export-code', text: 'Thông tri' }])
  })
})

describe('EAD_doc of an AIP', () => {
  const rows = (values: Partial<DirectiveRecord>, settings = {}) => {
    const { misfits, choices } = filling()
    const used = { ...EXPORT_SETTINGS, ...settings }
    const derived = derivedOf(record(values), used, { ordinal: 7, codes: codeLists() })
    const fields = fillFlat(
      flatTable('ead-doc'),
      'aip',
      { record: record(values), fonds: used.fonds, derived, time: null },
      choices,
    )
    return {
      misfits,
      value: Object.fromEntries(fields.map(({ name, text }) => [name, text])),
      names: fields.map(({ name }) => name),
    }
  }

  test('has its 19 elements in the order of the print', () => {
    expect(rows({}).names.join(' ')).toBe(
      'arcFileCode mode language keyword numberOfPage format inforSign confidenceLevel description docCode docOrdinal typeName ' +
        'codeNumber codeNotation issuedDate organName subject autograph process',
    )
  })

  test('keeps the true type where the list has no code for it, and the place and signer for which it has no element', () => {
    const { value } = rows({
      type: 'Kết luận',
      place: 'Suối Ngàn',
      signatures: [{ authority: [], position: 'BÍ THƯ', name: 'Vàng Seo Lử' }],
    })
    expect(value).toMatchObject({
      typeName: '32',
      description: 'Loại: Kết luận; Nơi ban hành: Suối Ngàn; Người ký: BÍ THƯ Vàng Seo Lử',
    })
  })

  test('is secret where the document is, whatever the fonds says; a TUYỆT MẬT one has no subject', () => {
    const fonds = { mode: '01', fileCode: 'H39.01' }
    expect(rows({ secrecy: 'Mật', subject: 'X' }, { fonds }).value).toMatchObject({
      mode: '03',
      subject: 'X',
      docCode: 'H39.01.0000007',
    })
    expect(rows({ secrecy: 'Tuyệt mật', subject: 'X' }, { fonds }).value).toMatchObject({ mode: '03', subject: null })
    expect(rows({ secrecy: 'T?YỆT M', subject: 'X' }, { fonds }).value.subject).toBeNull()
    expect(rows({ secrecy: null }, { fonds }).value).toMatchObject({ mode: '01' })
  })

  test('says what is required and not known, and fills nothing in', () => {
    const { misfits, value } = rows({ date: '2021-08' })
    expect(value.issuedDate).toBeNull()
    expect(misfits).toContainEqual({
      rule: 'export-date-partial',
      element: 'issuedDate',
      text: '2021-08',
      pointer: '/date',
    })
    expect(misfits).toContainEqual({
      rule: 'export-missing',
      element: 'arcFileCode, mode, numberOfPage, docCode, typeName, issuedDate, organName, subject',
    })
    expect(Object.values(value)).not.toContain('N/A')
  })
})

/** A path into the record or the fonds must be one of theirs: a typing error in a table would export nothing. */
describe('grammars/exports', () => {
  const tables = readExportTables('grammars/exports')
  const derived = new Set([
    ...Object.keys(describedOf(record({}), EXPORT_SETTINGS, codeLists())),
    // of a file (hồ sơ), of a register, of a package
    'fileMode',
    'fileConfidenceLevel',
    'startDate',
    'endDate',
    'totalDoc',
    'totalPages',
    'direction',
    'fileNotation',
    'fileTitle',
    'period',
    'amount',
    'folder',
    'note',
    'pageRange',
    'replies',
    'task',
    'objects',
    'events',
    'software',
    'version',
  ])
  /** Fields of `directive/1` that a record may lack. */
  const later = new Set(['arrival', 'copies', 'drafter'])

  const known = (path: string) => {
    const [root = '', first = ''] = path.split('.')
    if (path.startsWith('.')) return true
    if (root === 'record') return first in recordSchema.shape || later.has(first)
    if (root === 'fonds') return first in fondsSchema.shape
    if (root === 'derived') return derived.has(first)
    return root === 'task' || root === 'time'
  }

  const below = (row: ElementRow): string[] => [
    ...row.from,
    ...(row.each ? [row.each] : []),
    ...(row.when ? [row.when] : []),
    ...Object.values(row.attributes).flatMap(({ from }) => from),
    ...(row.children ?? []).flatMap(below),
  ]

  test.each(
    tables.filter(({ kind }) => kind !== 'codes' && kind !== 'packages').map((table) => [table.id, table] as const),
  )('%s leads nowhere by no path', (_, table) => {
    const paths =
      table.kind === 'flat'
        ? Object.values(table.fields).flatMap(({ from }) => from)
        : table.kind === 'sheet'
          ? table.columns.flatMap(({ from }) => from)
          : table.kind === 'tree'
            ? below(table.root)
            : []
    expect(paths.filter((path) => !known(path))).toEqual([])
    expect(paths.length).toBeGreaterThan(0)
  })

  test('profiles name fields that there are', () => {
    for (const table of tables) {
      if (table.kind !== 'flat') continue
      for (const profile of Object.values(table.profiles))
        expect(Object.keys(profile).filter((name) => !(name in table.fields))).toEqual([])
    }
  })

  test('paths lead through lists', () => {
    const context = { fonds: {}, time: null, derived: { to: [{ name: 'A' }, { name: null }, { name: 'B' }] } }
    expect(valuesAt(context, 'derived.to.name')).toEqual(['A', 'B'])
  })
})
