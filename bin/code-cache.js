'use strict'
/**
 * Half of a short run goes into compiling the program. V8 keeps what it compiled in a cache beside each built file
 * (`node bin/code-cache.js` writes them, at the end of the build); where its version or flags are others, it compiles
 * as usual. Node 22 does this by itself (`module.enableCompileCache`), Node 20 does not.
 */
const { readFileSync, writeFileSync } = require('node:fs')
const { wrap } = require('node:module')
const { dirname, join, sep } = require('node:path')
const { PassThrough } = require('node:stream')
const { setFlagsFromString } = require('node:v8')
const { Script } = require('node:vm')

/**
 * Bytes of bytecode that a function runs before V8 thinks of optimising it, seven times V8's own: there is much code, each part
 * run a little, and what V8 optimises early is not run often enough to earn its compilation. Workers are started with what this
 * process was started with, so with this too. Node 22 and later do not know the flag, and a process that is started with it
 * ends at once.
 */
const OPTIMISE_LATE = process.versions.node.startsWith('20.') ? ['--interrupt-budget=500000'] : []

const scripts = new Map()

/** Files of `folder` that are required from now on come with their caches. */
exports.useCodeCache = (folder) => {
  // patterns run many times from the first document on: to compile them twice is slower (`--no-regexp-tier-up`
  // says the same, but set when V8 already runs it crashes Node 20 at some patterns, one of a name with `*` among them)
  setFlagsFromString('--regexp-tier-up-ticks=0')
  for (const flag of OPTIMISE_LATE) setFlagsFromString(flag)
  process.execArgv.push(...OPTIMISE_LATE)
  require.extensions['.cjs'] = (module, path) => {
    const source = readFileSync(path, 'utf8')
    if (!path.startsWith(folder + sep)) return module._compile(source, path)
    const script = new Script(wrap(source), { filename: path, cachedData: cacheOf(path) })
    scripts.set(path, script)
    const own = Object.assign((id) => module.require(id), { import: (id) => import(id) })
    script.runInThisContext().call(module.exports, module.exports, own, module, path, dirname(path))
  }
}

function cacheOf(path) {
  try {
    return readFileSync(`${path}.cache`)
  } catch {
    return undefined
  }
}

async function writeCaches() {
  const folder = join(__dirname, '..', 'dist', 'command')
  exports.useCodeCache(folder)
  const silent = () => new PassThrough().resume()
  const streams = { stdin: process.stdin, stdout: silent(), stderr: silent(), env: process.env }
  await require(join(folder, 'cli.cjs')).run(
    ['', '', join(__dirname, '..', 'fixtures', 'cong-van', 'state-khan-many-deadlines.txt'), '--json'],
    streams,
  )
  for (const [path, script] of scripts) writeFileSync(`${path}.cache`, script.createCachedData())
}

if (require.main === module) void writeCaches()
