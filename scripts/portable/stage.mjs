/** The package as it is installed on another machine: what npm publishes, with its production dependencies for that system. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')
export const SYSTEMS = ['win32', 'linux']

/** The code cache is that of the Node that built it, and no other takes it. */
const isShipped = (path) => !/\.cjs\.cache$/.test(path)

/**
 * Copies the built package into `folder`, without development parts.
 * @returns its manifest
 * @throws {Error} where it is not built
 */
export function copyPackage(folder, root = ROOT) {
  if (!existsSync(join(root, 'dist/command/cli.cjs'))) throw new Error('there is no dist/: run `npm run build` first')
  const { devDependencies: _, scripts: __, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  mkdirSync(folder, { recursive: true })
  for (const name of [...manifest.files, 'LICENSE', 'README.md', 'README.vi.md'])
    cpSync(join(root, name), join(folder, name), { recursive: true, filter: isShipped })
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

/** `directive-parse-0.1.0-win32-x64` */
export function archiveName({ os, arch }, root = ROOT) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return `${name}-${version}-${os}-${arch}`
}

/** Puts `node_modules` into `folder`, as the lock file says, with the native parts of `os` (`win32` or `linux`) and `arch` (`x64`). */
export function installDependencies(folder, { os, arch }, root = ROOT) {
  const own = readFileSync(join(folder, 'package.json'))
  // npm ci wants the manifest that belongs to the lock file
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(root, name), join(folder, name))
  const system = [`--os=${os}`, `--cpu=${arch}`, ...(os === 'linux' ? ['--libc=glibc'] : [])]
  npm(['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...system], folder)
  for (const name of ['package-lock.json', 'node_modules/.package-lock.json']) rmSync(join(folder, name))
  writeFileSync(join(folder, 'package.json'), own)
}

/** @returns what npm printed */
export function npm(words, cwd) {
  const options = { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }
  // npm is a .cmd on Windows, and Node starts those by a shell alone; no word here holds what a shell reads
  return execFileSync('npm', words, { ...options, shell: process.platform === 'win32' })
}
