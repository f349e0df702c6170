/** Writes a package: whole or not at all, as a folder or as a ZIP file. */
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import { temporaryName, writeAtomic } from '../batch/atomic.ts'
import { ProblemError } from '../messages.ts'
import type { BuiltPackage } from './build.ts'

/** @throws {ProblemError} where a package of that name is there already: it is never replaced. */
export async function writeFolder({ folder, members }: BuiltPackage, output: string): Promise<string> {
  const path = join(output, folder)
  if (existsSync(path)) throw new ProblemError('package-there', { path })
  const temporary = temporaryName(path)
  await rm(temporary, { recursive: true, force: true })
  try {
    for (const member of members) {
      const file = join(temporary, member.path)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, member.bytes)
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { recursive: true, force: true })
    throw error
  }
  return path
}

/** A ZIP of the package's folder; what is packed already is stored as it is. Its times are that of the package. */
export async function writeZip(
  { folder, members }: BuiltPackage,
  output: string,
  name: string,
  time: string,
): Promise<string> {
  const path = join(output, `${name}.zip`)
  if (existsSync(path)) throw new ProblemError('package-there', { path })
  const mtime = new Date(time)
  const files: Zippable = {}
  for (const { path: inside, bytes } of members) {
    files[`${folder}/${inside}`] = [bytes, { level: /\.(?:pdf|png|jpe?g|tiff?|docx|odt)$/.test(inside) ? 0 : 6, mtime }]
  }
  await writeAtomic(path, zipSync(files))
  return path
}
