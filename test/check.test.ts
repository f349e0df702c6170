import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compareRecords } from '../src/cli/check/compare.ts'
import { runCommand, temporaryFolder } from './command.ts'

const TEXT = 'Nơi nhận:\n- Như trên;\n- Lưu: VT.\n'

/** A document whose expected record is right in `schema` and out of reach in `place`. */
async function corpus(expected: object = { schema: 'directive/1', place: 'Xã Không Có' }) {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'letter.txt'), TEXT)
  await writeFile(join(folder, 'letter.json'), JSON.stringify(expected))
  return { folder, report: join(folder, 'letter.report') }
}

describe('comparing', () => {
  const differ = (expected: Record<string, unknown>, got: Record<string, unknown>) =>
    compareRecords(expected, got).differences.map(({ pointer }) => pointer)

  test('only keys that are expected count, at every depth', () => {
    expect(differ({ items: [{ label: '1' }] }, { items: [{ label: '1', text: 'x' }], type: 'y' })).toEqual([])
    expect(differ({ items: [{ label: '1', text: 'y' }] }, { items: [{ label: '1', text: 'x' }] })).toEqual([
      '/items/0/text',
    ])
  })

  test('an entry too few or too many is a difference of its own', () => {
    expect(differ({ bases: ['a', 'b', 'c'] }, { bases: ['a'] })).toEqual(['/bases/1', '/bases/2'])
    expect(differ({ bases: ['a'] }, { bases: ['a', 'b'] })).toEqual(['/bases/1'])
  })

  test('null, an empty list and nothing are three things', () => {
    expect(differ({ a: null, b: [], c: null }, { a: null, b: null })).toEqual(['/b', '/c'])
  })

  test('a key with a slash is escaped as JSON Pointer has it', () => {
    expect(differ({ evidence: { '/number': 1 } }, { evidence: {} })).toEqual(['/evidence/~1number'])
  })
})

describe('check', () => {
  test('agreement is exit code 0', async () => {
    const { folder } = await corpus({ schema: 'directive/1' })
    const { code, stdout } = await runCommand(['check', folder])
    expect(stdout).toContain('1 documents, 0 gains, 0 losses')
    expect(code).toBe(0)
  })

  test('a difference that is not known is a loss', async () => {
    const { folder } = await corpus()
    const { code, stdout } = await runCommand(['check', folder])
    expect(stdout).toContain('loss  /place: expected "Xã Không Có", got null')
    expect(stdout).toMatch(/^schema +1 +1 +100\.0$/m)
    expect(stdout).toMatch(/^place +1 +0 +0\.0 +-1$/m)
    expect(code).toBe(1)
    const vietnamese = await runCommand(['check', folder, '--lang', 'vi'])
    expect(vietnamese.stdout).toMatch(/^ {2}kém đi {2}\/place: /m)
    expect(vietnamese.stdout).toContain('1 văn bản, 0 chỗ tốt lên, 1 chỗ kém đi, 0 chỗ khác đi')
  })

  test('--update makes it known and leaves the truth alone', async () => {
    const { folder, report } = await corpus()
    const truth = await readFile(join(folder, 'letter.json'), 'utf8')
    expect((await runCommand(['check', folder, '--update'])).code).toBe(0)
    expect(await readFile(report, 'utf8')).toBe('/place: expected "Xã Không Có", got null\n')
    expect(await readFile(join(folder, 'letter.json'), 'utf8')).toBe(truth)
    const again = await runCommand(['check', folder])
    expect(again.stdout).toContain('0 gains, 0 losses')
    expect(again.code).toBe(0)
  })

  test('a known difference that is gone is a gain, taken off by --update', async () => {
    const { folder, report } = await corpus({ schema: 'directive/1' })
    await writeFile(report, '/place: expected "Xã Không Có", got null\n')
    const { code, stdout } = await runCommand(['check', folder])
    expect(stdout).toContain('gain  /place: expected "Xã Không Có", got null')
    expect(code).toBe(0)
    await runCommand(['check', folder, '--update'])
    await expect(readFile(report)).rejects.toThrow('ENOENT')
  })

  test('a baseline file serves for a folder that holds no lists', async () => {
    const { folder, report } = await corpus()
    const baseline = join(await temporaryFolder(), 'baseline')
    await runCommand(['check', folder, '--baseline', baseline, '--update'])
    expect(await readFile(baseline, 'utf8')).toBe('[letter.txt]\n/place: expected "Xã Không Có", got null\n')
    await expect(readFile(report)).rejects.toThrow('ENOENT')
    expect((await runCommand(['check', folder, '--baseline', baseline])).code).toBe(0)
  })

  test('a broken expected record is named; a folder without any is wrong use', async () => {
    const { folder } = await corpus()
    await writeFile(join(folder, 'letter.json'), '[]')
    const broken = await runCommand(['check', folder])
    expect(broken.stderr).toContain('letter.json: not a JSON object')
    expect(broken.code).toBe(1)
    expect((await runCommand(['check', await temporaryFolder()])).code).toBe(2)
  })
})
