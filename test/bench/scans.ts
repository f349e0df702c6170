/**
 * Scans of letters that nobody wrote, signed and sealed, read by the engine in use: how many values are found, by condition.
 * They stand for hands that the reader was not mended against.
 *
 * Columns: condition; soft F1 in per cent of number, date, subject, recipients, formula, post and name of the signer, all of the
 * header; header values that are certain, and of them wrong.
 */
import { writeSync } from 'node:fs'
import { parseDecoded } from '../../src/pipeline.ts'
import { readImage } from '../../src/read/image.ts'
import { closeOcrEngines } from '../../src/read/ocr/engines.ts'
import { readOptions } from '../../src/read/options.ts'
import { type Count, f1, type Pair, score } from '../accuracy/score.ts'
import { CONDITIONS, type Condition } from '../scans/conditions.ts'
import { letterOf } from '../scans/letters.ts'
import { pageOf } from '../scans/paper.ts'
import { scanned } from '../scans/scanner.ts'

const FIELDS = ['number', 'date', 'subject', 'recipients', 'authority', 'position', 'signer']

/** Reads `count` letters a condition. */
export async function scans({ count = 6 } = {}): Promise<void> {
  const row = (...columns: string[]) => writeSync(1, `${columns.map((each) => each.padEnd(12)).join('')}\n`)
  row('condition'.padEnd(20), ...FIELDS, 'header', 'certain', 'wrong')
  for (const [name, condition] of Object.entries(CONDITIONS)) {
    const pairs: Pair[] = []
    for (let at = 0; at < count; at++) pairs.push(await readLetter(`${name} ${at}`, condition))
    const { fields, groups, certain, certainWrong } = score(pairs)
    const share = (counted: Count | undefined) => (counted ? (100 * f1(counted, counted.soft)).toFixed(1) : '-')
    row(
      name.padEnd(20),
      ...FIELDS.map((field) => share(fields[field])),
      share(groups.header),
      String(certain),
      String(certainWrong),
    )
  }
  await closeOcrEngines()
}

async function readLetter(seed: string, condition: Condition): Promise<Pair> {
  const letter = letterOf(seed)
  const bytes = await scanned(pageOf(letter, condition), condition, seed)
  return { gold: letter.gold, record: parseDecoded(await readImage(bytes, readOptions()), bytes) }
}
