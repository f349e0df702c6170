/** The producer: documents become jobs, each once, however often and from however many machines they are added. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import type { Redis } from 'ioredis'
import { isObjectUrl, objectsAt } from './objects.ts'
import { type DocumentJob, type DocumentQueue, type QueueChoices, withQueue } from './queue.ts'

export interface Added {
  added: number
  /** There before, done or not. */
  known: number
}

/** So many files are hashed and added in one go. */
const GROUP = 64

export async function add(names: readonly string[], choices: QueueChoices): Promise<Added> {
  return withQueue(choices, async (queue, connection) => {
    const total: Added = { added: 0, known: 0 }
    let group: Promise<DocumentJob>[] = []
    const flush = async () => {
      const jobs = await Promise.all(group)
      group = []
      const { added, known } = await addGroup(jobs, queue, connection)
      total.added += added
      total.known += known
    }
    for (const name of names) {
      for await (const document of documentsIn(name)) {
        group.push(hashed(document))
        if (group.length === GROUP) await flush()
      }
    }
    await flush()
    return total
  })
}

interface Named {
  path: string
  relative: string
  read: () => AsyncIterable<Uint8Array>
}

async function* documentsIn(name: string): AsyncGenerator<Named> {
  if (isObjectUrl(name)) {
    const objects = await objectsAt(name)
    for await (const { url, relative } of objects.list()) {
      yield { path: url, relative, read: () => once(objects.get(relative)) }
    }
    return
  }
  if (!(await stat(name)).isDirectory()) {
    yield { path: name, relative: basename(name), read: () => createReadStream(name) }
    return
  }
  const entries = await readdir(name, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const path of files.sort()) {
    const relative = path
      .slice(join(name, '-').length - 1)
      .split(sep)
      .join('/')
    if (/(?:^|\/)(?:\.|~\$)/.test(relative)) continue
    yield { path, relative, read: () => createReadStream(path) }
  }
}

async function* once(bytes: Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await bytes
}

async function hashed({ path, relative, read }: Named): Promise<DocumentJob> {
  const hash = createHash('sha256')
  for await (const chunk of read()) hash.update(chunk)
  return { path, relative, sha256: hash.digest('hex') }
}

async function addGroup(jobs: DocumentJob[], queue: DocumentQueue, connection: Redis): Promise<Added> {
  if (jobs.length === 0) return { added: 0, known: 0 }
  const named = await Promise.all(
    jobs.map(async (data) => ({ name: 'document', data, id: await idOf(data, queue.name, connection) })),
  )
  const there = await Promise.all(named.map(async ({ id }) => (await queue.getJob(id)) !== undefined))
  const fresh = named.filter((_, at) => !there[at])
  await queue.addBulk(fresh.map(({ name, data, id }) => ({ name, data, opts: { jobId: id } })))
  return { added: fresh.length, known: named.length - fresh.length }
}

/**
 * The content names the job. Another file of the same content gets a mark of its own path besides: it has a record of its
 * own. Which of them came first is kept in Redis.
 */
async function idOf({ sha256, relative }: DocumentJob, queue: string, connection: Redis): Promise<string> {
  const key = `directive-parse:${queue}:first`
  await connection.hsetnx(key, sha256, relative)
  const first = await connection.hget(key, sha256)
  if (first === relative) return sha256
  return `${sha256}.${createHash('sha256').update(relative).digest('hex').slice(0, 12)}`
}
