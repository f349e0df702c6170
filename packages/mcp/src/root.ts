/** The one folder that is shown. Nothing is read but through here, and nothing is written anywhere. */
import { constants } from 'node:fs'
import { open, realpath, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { ToolFailure } from './failure.ts'
import { say, UseError } from './say.ts'

export interface Place {
  /** Without links. */
  path: string
  /** From the root, with `/`, as it was asked for; empty for the root itself. */
  name: string
}

/** Where a system has no such flags (Windows) it has no such files either. */
const CAUTIOUS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

export class Root {
  /** Without links. */
  readonly path: string
  readonly #given: string

  private constructor(path: string, given: string) {
    this.path = path
    this.#given = given
  }

  /** @throws {UseError} where there is no such folder. */
  static async at(folder: string): Promise<Root> {
    const path = await realpath(folder).catch(() => null)
    if (path !== null && (await stat(path)).isDirectory()) return new Root(path, resolve(folder))
    throw new UseError(say(`--root: ${folder} is no folder`, `--root: ${folder} không phải thư mục`))
  }

  /**
   * What a name stands for: a path from the root, or an absolute one within it.
   *
   * @throws {ToolFailure} `outside-root` before anything is asked of the disk, and for links that lead out; `not-found`.
   */
  async find(name: string): Promise<Place> {
    const asked = resolve(this.path, name)
    const below = [this.path, this.#given].find((folder) => isWithin(folder, asked))
    if (below === undefined) throw outside(name)
    const path = await realpath(asked).catch((error: NodeJS.ErrnoException) => {
      throw notRead(error, name)
    })
    if (!isWithin(this.path, path)) throw outside(name)
    return { path, name: relative(below, asked).split(sep).join('/') }
  }

  /** @throws {ToolFailure} where it is no file, may not be read, or has more than `most` bytes. */
  async read({ path, name }: Place, most: number): Promise<Buffer> {
    const file = await open(path, CAUTIOUS).catch((error: NodeJS.ErrnoException) => {
      throw notRead(error, name)
    })
    try {
      const kind = await file.stat()
      if (!kind.isFile()) throw new ToolFailure('not-a-file', say(`${name}: not a file`, `${name}: không phải tệp`))
      if (kind.size > most) throw tooLarge(name, kind.size, most)
      const bytes = await file.readFile()
      // A folder on the way may have become a link since it was looked at.
      if ((await realpath(path).catch(() => null)) !== path) throw outside(name)
      return bytes
    } finally {
      await file.close()
    }
  }

  /** Sentences of the program name whole paths; an agent knows those from the root. */
  shortened(message: string): string {
    return message.replaceAll(join(this.path, sep), '')
  }
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(join(folder, sep))
}

function outside(name: string): ToolFailure {
  return new ToolFailure(
    'outside-root',
    say(`${name}: lies outside of the folder that is shown`, `${name}: nằm ngoài thư mục được phép đọc`),
  )
}

function notRead({ code }: NodeJS.ErrnoException, name: string): ToolFailure {
  // A link in the place of what was looked at.
  if (code === 'ELOOP') return outside(name)
  if (code === 'EACCES' || code === 'EPERM')
    return new ToolFailure('not-permitted', say(`${name}: no permission to read it`, `${name}: không có quyền đọc`))
  return new ToolFailure(
    'not-found',
    say(
      `${name}: no such file or folder; scan says what there is`,
      `${name}: không có tệp hay thư mục này; hãy dùng scan để xem có gì`,
    ),
  )
}

function tooLarge(name: string, size: number, most: number): ToolFailure {
  return new ToolFailure(
    'too-large',
    say(
      `${name}: ${size} bytes, more than the ${most} of --max-bytes`,
      `${name}: ${size} byte, quá giới hạn ${most} của --max-bytes`,
    ),
  )
}
