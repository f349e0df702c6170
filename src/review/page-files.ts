/** The browser's side of the review page, made of its source. Only the build loads this, and a run from the source. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'rolldown'

/** `main.ts` of a folder bundled to one script, and its style sheet. */
export async function readPage(folder: string): Promise<{ script: string; style: string }> {
  const style = readFileSync(join(folder, 'page.css'), 'utf8')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s*\n\s*/g, '\n')
  return { script: await bundle(folder), style }
}

/** The policy of the page lets no worker in: an archive is packed where it is. */
function zipWithoutWorkers(folder: string) {
  const zip = resolve(folder, '.zip-without-workers.js')
  return {
    name: 'zip-without-workers',
    resolveId: {
      filter: { id: /^fflate$|zip-without-workers/ },
      handler: (id: string, importer?: string) => (id === 'fflate' && importer === zip ? undefined : zip),
    },
    load: {
      filter: { id: /zip-without-workers/ },
      handler: () => `import { zipSync } from 'fflate'
export const zip = (files, options, done = options) => done(null, zipSync(files))
export * from 'fflate'`,
    },
  }
}

/** An old browser of an office must do: Chromium 103, Firefox 113, Safari 16.4. */
async function bundle(folder: string): Promise<string> {
  const { output } = await build({
    input: join(folder, 'main.ts'),
    write: false,
    platform: 'browser',
    plugins: [zipWithoutWorkers(folder)],
    transform: { target: ['chrome103', 'firefox113', 'safari16.4'] },
    output: { format: 'iife', minify: true },
    checks: { pluginTimings: false },
  })
  return output[0].code
    .trim()
    .replace(/<\/script/gi, '<\\/script')
    .replace(/<!--/g, '<\\!--')
}
