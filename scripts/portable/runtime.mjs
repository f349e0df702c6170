/** The Node that is carried along: from the official distribution, or one that is named. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { unzipSync } from 'fflate'

/** The LTS on which the tests run, beside the oldest Node that will do. */
export const NODE_VERSION = '24.21.0'
export const NODE_DISTRIBUTION = 'https://nodejs.org/dist'

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** `node-v24.21.0-win-x64.zip`, `node-v24.21.0-linux-x64.tar.gz`: as the distribution names them. */
export function distributionName({ os, arch, version = NODE_VERSION }) {
  return os === 'win32' ? `node-v${version}-win-${arch}.zip` : `node-v${version}-${os}-${arch}.tar.gz`
}

/**
 * The archive of the official distribution, checked against its SHASUMS256.txt; one that is in `cache` is checked again.
 * @param {{os: string, arch: string, version?: string, cache: string, distribution?: string}} wanted
 * @returns {Promise<string>} its path
 * @throws {Error} where it cannot be had or is not what the list says
 */
export async function downloadNode({ cache, distribution = NODE_DISTRIBUTION, version = NODE_VERSION, ...system }) {
  const name = distributionName({ ...system, version })
  const folder = join(cache, `v${version}`)
  mkdirSync(folder, { recursive: true })
  const kept = async (file) => {
    const path = join(folder, file)
    if (!existsSync(path)) writeFileSync(path, await download(`${distribution}/v${version}/${file}`))
    return path
  }
  const sums = readFileSync(await kept('SHASUMS256.txt'), 'utf8')
  const wanted = sums
    .split('\n')
    .find((line) => line.endsWith(`  ${name}`))
    ?.split(' ')[0]
  if (wanted === undefined) throw new Error(`SHASUMS256.txt of Node ${version} does not name ${name}`)
  const path = await kept(name)
  const found = sha256(readFileSync(path))
  if (found !== wanted)
    throw new Error(`${path}: SHA-256 is ${found}, SHASUMS256.txt says ${wanted}; delete it and try again`)
  return path
}

async function download(url) {
  const answer = await fetch(url).catch((error) => {
    throw new Error(`${url}: ${error.cause?.message ?? error.message}; without network name a Node with --node`)
  })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${answer.statusText}`)
  return new Uint8Array(await answer.arrayBuffer())
}

/**
 * Puts the program and its licence into `folder`.
 * @param {string} from an archive of the distribution, or the program itself, whose LICENSE stands beside it or one folder up
 * @param {string} os `win32` or `linux`
 * @returns {boolean} whether there is a licence with it
 */
export function placeNode(from, os, folder) {
  mkdirSync(folder, { recursive: true })
  const program = os === 'win32' ? 'node.exe' : 'node'
  if (from.endsWith('.zip')) return placeZipped(from, folder)
  if (from.endsWith('.tar.gz')) {
    const top = basename(from, '.tar.gz')
    execFileSync('tar', ['-xzf', from, '-C', folder, '--strip-components=1', `${top}/LICENSE`])
    execFileSync('tar', ['-xzf', from, '-C', folder, '--strip-components=2', `${top}/bin/node`])
    return true
  }
  cpSync(from, join(folder, program))
  const licence = [dirname(from), join(dirname(from), '..')].map((each) => join(each, 'LICENSE')).find(existsSync)
  if (licence !== undefined) cpSync(licence, join(folder, 'LICENSE'))
  return licence !== undefined
}

function placeZipped(from, folder) {
  const isWanted = ({ name }) => /^[^/]+\/(node\.exe|LICENSE)$/.test(name)
  const members = Object.entries(unzipSync(readFileSync(from), { filter: isWanted }))
  if (members.length !== 2) throw new Error(`${from}: not an archive of Node for Windows`)
  for (const [name, bytes] of members) writeFileSync(join(folder, basename(name)), bytes)
  return true
}
