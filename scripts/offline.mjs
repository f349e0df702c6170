/**
 * `npm run offline`: one file that npm installs without network, all production dependencies inside, with the native parts of one
 * system: `npm install --global --offline ./directive-parse-VERSION-linux-x64.tgz`.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { archiveName, copyPackage, installDependencies, npm, SYSTEMS } from './portable/stage.mjs'

const { values } = parseArgs({
  options: {
    os: { type: 'string', default: process.platform },
    arch: { type: 'string', default: process.arch },
    output: { type: 'string', short: 'o', default: '.' },
  },
})
const { os, arch, output } = values
if (!SYSTEMS.includes(os)) {
  process.stderr.write(`npm run offline -- [--os ${SYSTEMS.join('|')}] [--arch x64] [-o DIR]\n`)
  process.exit(2)
}

const place = mkdtempSync(join(tmpdir(), 'directive-parse-offline-'))
try {
  const manifest = copyPackage(place)
  installDependencies(place, { os, arch })
  writeFileSync(join(place, 'package.json'), JSON.stringify({ ...manifest, bundleDependencies: true }, null, 2))
  mkdirSync(output, { recursive: true })
  const [{ filename }] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--loglevel=error'], place))
  const archive = resolve(output, `${archiveName({ os, arch })}.tgz`)
  writeFileSync(archive, readFileSync(join(place, filename)))
  process.stdout.write(`${archive}\n`)
} finally {
  rmSync(place, { recursive: true, force: true })
}
