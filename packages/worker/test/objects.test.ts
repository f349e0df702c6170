/** The queue between two buckets: documents and results in object storage. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { hasRedis, startRedis } from './redis.ts'

const OBJECTS = resolve(import.meta.dirname, '../../objects')
const isThere = hasRedis() && existsSync(join(OBJECTS, 'node_modules')) && existsSync(join(OBJECTS, 'dist'))
const name = 'documents of a bucket become records in a bucket'

test.skipIf(!isThere)(
  isThere ? name : `${name} [skipped: needs redis-server, and packages/objects built]`,
  async () => {
    const [{ startStorage }, { openObjects }] = await Promise.all([
      import(join(OBJECTS, 'test/storage.ts')),
      import(join(OBJECTS, 'src/objects.ts')),
    ])
    const storage = await startStorage(['archive'])
    Object.assign(process.env, storage.env)
    const folder = mkdtempSync(join(tmpdir(), 'directive-parse-queue-'))
    const redis = await startRedis(folder)
    try {
      const letter = 'HUYỆN ỦY SUỐI NGÀN\nSố 7-CV/HU\n'
      await openObjects('s3://archive/scans').put('box 1/a.txt', Buffer.from(letter))
      const worker = resolve(import.meta.dirname, '../dist/main.js')
      const program = resolve(import.meta.dirname, '../../../bin/directive-parse.js')
      // Never waited for in one piece: the storage is in this process.
      const node = (...words: string[]) => promisify(execFile)(process.execPath, words, { env: process.env })
      const run = (...words: string[]) => node(worker, ...words, '--redis', redis.url)
      await run('add', 's3://archive/scans')
      await run('work', '-o', 's3://archive/records', '--program', program, '--jobs', '1', '--until-empty')
      const record = Buffer.from(await openObjects('s3://archive/records').get('box 1/a.txt.json')).toString()
      const alone = await node(program, 's3://archive/scans/box 1/a.txt', '--json')
      expect(JSON.parse(record)).toEqual(JSON.parse(alone.stdout)[0])
    } finally {
      redis.stop()
      await storage.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
