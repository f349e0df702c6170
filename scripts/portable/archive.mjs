/** One folder as one file; the same folder gives the same bytes. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { zipSync } from 'fflate'

/** A ZIP holds local time: the same clock reading everywhere. */
const ZIP_TIME = new Date(2000, 0, 1)
const TAR_TIME = '2000-01-01T00:00:00Z'

export function writeZip(folder, path) {
  const top = basename(folder)
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
  const members = Object.fromEntries(files.map((file) => [`${top}/${file}`, readFileSync(join(folder, file))]))
  writeFileSync(path, zipSync(members, { level: 6, mtime: ZIP_TIME }))
}

/** By GNU tar, which sorts names and keeps what may be executed. */
export function writeTar(folder, path) {
  const same = ['--sort=name', `--mtime=${TAR_TIME}`, '--owner=0', '--group=0', '--numeric-owner', '--mode=u+rw,go=rX']
  execFileSync('tar', [...same, '-I', 'gzip -n', '-C', dirname(folder), '-cf', path, basename(folder)])
}
