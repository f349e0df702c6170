/** Benches are built like the program: what they measure is what runs. */
import { pathToFileURL } from 'node:url'
import { defineConfig } from 'tsdown'
import { frozen } from '../../scripts/build/frozen.ts'
import { writeOut } from '../../scripts/build/write-out.ts'

/** Files that read data beside them go on doing so when they are bundled. */
const keepPlaces = {
  name: 'keep-places',
  transform: (code: string, id: string) =>
    /[\\/](?:test|train)[\\/][^\0]*\.ts$/.test(id)
      ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
      : null,
}

export default defineConfig({
  cwd: process.cwd(),
  entry: ['test/bench/run.ts'],
  outDir: 'node_modules/.bench',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  checks: { pluginTimings: false, ineffectiveDynamicImport: false },
  plugins: [writeOut(), frozen(), keepPlaces],
  deps: { skipNodeModulesBundle: true },
})
