/**
 * `npm run portable -- --os win32`: a folder that runs without installation, as `directive-parse-VERSION-win32-x64.zip`; with
 * `--os linux` as `.tar.gz`. Node comes from its official distribution, or by `--node PATH`.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeTar, writeZip } from './portable/archive.mjs'
import { layOut } from './portable/layout.mjs'
import { downloadNode, placeNode } from './portable/runtime.mjs'
import { archiveName, copyPackage, installDependencies, ROOT, SYSTEMS } from './portable/stage.mjs'

const USAGE = `npm run portable -- --os ${SYSTEMS.join('|')} [--arch x64] [--node PATH] [-o DIR]

  --node PATH   an archive of Node's distribution for that system, or its program; else it is downloaded and checked
  -o DIR        where the archive goes (default: .)
`

const { values } = parseArgs({
  options: {
    os: { type: 'string' },
    arch: { type: 'string', default: 'x64' },
    node: { type: 'string' },
    output: { type: 'string', short: 'o', default: '.' },
  },
})
const { os, arch, output } = values
if (!SYSTEMS.includes(os)) {
  process.stderr.write(USAGE)
  process.exit(2)
}

const place = mkdtempSync(join(tmpdir(), 'directive-parse-portable-'))
try {
  const system = { os, arch }
  const cache = join(ROOT, 'node_modules/.cache/portable')
  const node = values.node === undefined ? await downloadNode({ ...system, cache }) : resolve(values.node)
  const folder = join(place, archiveName(system))
  const app = join(folder, 'app')
  copyPackage(app)
  installDependencies(app, system)
  if (!placeNode(node, os, join(folder, 'node')))
    process.stderr.write(`no LICENSE beside ${node}: put it into node/ before you pass the folder on\n`)
  layOut(folder, os)
  mkdirSync(output, { recursive: true })
  const archive = resolve(output, `${archiveName(system)}${os === 'win32' ? '.zip' : '.tar.gz'}`)
  if (os === 'win32') writeZip(folder, archive)
  else writeTar(folder, archive)
  process.stdout.write(`${archive}\n`)
} finally {
  rmSync(place, { recursive: true, force: true })
}
