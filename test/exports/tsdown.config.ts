/** Built like the program, since Node 20 runs no TypeScript; each file keeps its own place in the project. */
import { pathToFileURL } from 'node:url'
import { defineConfig } from 'tsdown'
import { exportsPlugin } from '../../src/export/plugin.ts'
import { formPlugin } from '../../src/form/plugin.ts'
import { grammarsPlugin } from '../../src/grammar/plugin.ts'
import { lettersPlugin } from '../../src/grammar/letters-plugin.ts'

const keepPlaces = {
  name: 'keep-places',
  transform: (code: string, id: string) =>
    /[\\/]test[\\/][^\0]*\.ts$/.test(id)
      ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
      : null,
}

export default defineConfig({
  cwd: process.cwd(),
  entry: ['test/exports/run.ts'],
  outDir: 'node_modules/.exports',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: false,
  plugins: [
    lettersPlugin(),
    grammarsPlugin('grammars'),
    exportsPlugin('grammars/exports'),
    formPlugin('grammars/form'),
    keepPlaces,
  ],
  deps: { skipNodeModulesBundle: true },
})
