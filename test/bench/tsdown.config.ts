/** Benches are built like the program: what they measure is what runs. */
import { defineConfig } from 'tsdown'
import { frozen } from '../../scripts/build/frozen.ts'
import { writeOut } from '../../scripts/build/write-out.ts'

export default defineConfig({
  cwd: process.cwd(),
  entry: ['test/bench/run.ts'],
  outDir: 'node_modules/.bench',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  checks: { pluginTimings: false, ineffectiveDynamicImport: false },
  plugins: [writeOut(), frozen()],
  deps: { skipNodeModulesBundle: true },
})
