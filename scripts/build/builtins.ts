/**
 * For the build: packages that import a module of Node by its default export get the module itself, which a bundle in
 * CommonJS else gives them without one. What they load and a conversion never uses is loaded when it is asked for.
 */
import type { Plugin } from 'rolldown'

const PREFIX = '\0builtin:'

/** Modules that packages load at once for one function: Commander's subcommands in files of their own. */
const LATE: Record<string, string> = { child_process: 'spawn' }

export function builtins(): Plugin {
  return {
    name: 'builtins',
    resolveId: (id, importer) =>
      id.startsWith('node:') && importer?.includes('node_modules') ? PREFIX + id.slice('node:'.length) : null,
    /** A script from V8's cache cannot import by itself: `bin/code-cache.js` lends it its own `import`. */
    renderChunk: (code) => code.replace(/(?<![\w$.])import\((?=[`'"])/g, '(require.import||(id=>import(id)))('),
    load(id) {
      if (!id.startsWith(PREFIX)) return null
      const name = id.slice(PREFIX.length)
      const late = LATE[name]
      return late
        ? `exports.${late} = (...words) => require('${name}').${late}(...words)`
        : `module.exports = require('${name}')`
    },
  }
}
