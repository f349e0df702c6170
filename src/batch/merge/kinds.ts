/** What a file among the results of a run is, told by its first line: lines of it can be joined to those of others. */
import { closeSync, openSync, readSync } from 'node:fs'
import { isOfRecords } from '../records.ts'

/** `lines`: records, one a line; `report`: what became of each input; `table`: CSV; `whole`: stands for itself. */
export type Kind = 'lines' | 'report' | 'table' | 'whole'

const BEGINNING = 4096

export function kindOf(path: string): Kind {
  if (path.endsWith('.csv')) return 'table'
  if (!path.endsWith('.ndjson')) return 'whole'
  return /^\{"path":.*?"status":"(?:done|unchanged|failed)"/.test(String(beginningOf(path))) ? 'report' : 'lines'
}

export function beginsAsRecords(path: string): boolean {
  return isOfRecords(beginningOf(path))
}

function beginningOf(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(BEGINNING)
    return bytes.subarray(0, readSync(file, bytes, 0, BEGINNING, 0))
  } finally {
    closeSync(file)
  }
}
