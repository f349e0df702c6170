/** Built like the other tools, since Node 20 runs no TypeScript. */
import { defineConfig } from 'tsdown'
import { grammarsPlugin } from '../src/grammar/plugin.ts'
import { keepPlaces } from '../test/accuracy/tsdown.config.ts'

export default defineConfig({
  cwd: process.cwd(),
  entry: ['train/run.ts'],
  outDir: 'node_modules/.train',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  clean: false,
  dts: false,
  plugins: [grammarsPlugin('grammars'), keepPlaces],
  deps: { skipNodeModulesBundle: true },
})
