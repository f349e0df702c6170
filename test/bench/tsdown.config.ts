/** Benches are built like the program, since Node 20 runs no TypeScript. */
import { defineConfig } from 'tsdown'
import { exportsPlugin } from '../../src/export/plugin.ts'
import { formPlugin } from '../../src/form/plugin.ts'
import { lettersPlugin } from '../../src/grammar/letters-plugin.ts'
import { grammarsPlugin } from '../../src/grammar/plugin.ts'

export default defineConfig({
  cwd: process.cwd(),
  entry: ['test/bench/run.ts'],
  outDir: 'node_modules/.bench',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  checks: { pluginTimings: false, ineffectiveDynamicImport: false },
  plugins: [
    lettersPlugin(),
    grammarsPlugin('grammars'),
    exportsPlugin('grammars/exports'),
    formPlugin('grammars/form'),
  ],
  deps: { skipNodeModulesBundle: true },
})
