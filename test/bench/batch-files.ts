/** What the bench of big batches reads: texts made from the fixtures, and rubbish. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Gives their folders' files, from the root of all. */
export function makeFiles(folder: string, count: number): string[] {
  const texts = readdirSync('fixtures', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt') && !name.startsWith('broken'))
    .sort()
    .map((name) => readFileSync(join('fixtures', name), 'utf8'))
  return Array.from({ length: count }, (_, index) => {
    const below = join(folder, String(Math.floor(index / 500)))
    if (index % 500 === 0) mkdirSync(below, { recursive: true })
    const text = `${texts[index % texts.length]}\nBản số ${index}\n`
    writeFileSync(join(below, `${index}.txt`), text)
    return text
  })
}

/** Rubbish of many kinds, among the good files. */
export function makeHostile(folder: string, count: number): number {
  mkdirSync(join(folder, 'hostile'))
  const kinds: ((index: number) => Buffer | string)[] = [
    () => '',
    (index) => Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919 + index * 104_729) % 256)),
    () => `%PDF-1.7\n${'x'.repeat(500)}`,
    () => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(300, 7)]),
    (index) => `Số ${'('.repeat(index * 40)}`,
    () => `- ${'việc; '.repeat(20_000)}`,
    () => '1. a\n'.repeat(5000),
    () => '<table>'.repeat(3000),
    () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    () => '\uFEFF'.repeat(1000) + '\u0000'.repeat(1000),
  ]
  for (let index = 0; index < count; index++) {
    writeFileSync(join(folder, 'hostile', `${index}.txt`), kinds[index % kinds.length]?.(index) ?? '')
  }
  return count
}
