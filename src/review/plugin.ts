/**
 * Makes the browser's side of the review page one module at build time (tsdown and vitest both take this plugin):
 * `page/main.ts` bundled to one script, and the style sheet. A run of the program loads it only to write a page.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'rolldown'

const NAME = 'virtual:review-page'

export function reviewPagePlugin(folder: string) {
  return {
    name: 'review-page',
    resolveId: (id: string) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id: string) {
      if (id !== `\0${NAME}`) return undefined
      const style = readFileSync(join(folder, 'page.css'), 'utf8')
        .replace(/\/\*.*?\*\//gs, '')
        .replace(/\s*\n\s*/g, '\n')
      return `export default JSON.parse(${JSON.stringify(JSON.stringify({ script: await bundle(folder), style }))})`
    },
  }
}

/** The policy of the page lets no worker in: an archive is packed where it is. */
const zipWithoutWorkers = {
  name: 'zip-without-workers',
  resolveId: {
    filter: { id: /^fflate$|zip-without-workers/ },
    handler: (id: string, importer?: string) => (id === 'fflate' && importer === ZIP ? undefined : ZIP),
  },
  load: {
    filter: { id: /zip-without-workers/ },
    handler: () => `import { zipSync } from 'fflate'
export const zip = (files, options, done = options) => done(null, zipSync(files))
export * from 'fflate'`,
  },
}
const ZIP = join(process.cwd(), 'node_modules', '.zip-without-workers.js')

/** An old browser of an office must do: Chromium 103, Firefox 113, Safari 16.4. */
async function bundle(folder: string): Promise<string> {
  const { output } = await build({
    input: join(folder, 'main.ts'),
    write: false,
    platform: 'browser',
    plugins: [zipWithoutWorkers],
    transform: { target: ['chrome103', 'firefox113', 'safari16.4'] },
    output: { format: 'iife', minify: true },
    checks: { pluginTimings: false },
  })
  return output[0].code
    .trim()
    .replace(/<\/script/gi, '<\\/script')
    .replace(/<!--/g, '<\\!--')
}
