/** The tools are built like the program, since Node 20 runs no TypeScript; each file keeps its own place in the project. */
import { pathToFileURL } from 'node:url'
import { defineConfig } from 'tsdown'
import { grammarsPlugin } from '../../src/grammar/plugin.ts'

/** Files that read data beside them go on doing so when they are bundled. */
export const keepPlaces = {
  name: 'keep-places',
  transform: (code: string, id: string) =>
    /[\\/](?:test|train)[\\/][^\0]*\.ts$/.test(id)
      ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
      : null,
}

export default defineConfig({
  cwd: process.cwd(),
  entry: ['test/accuracy/run.ts', 'test/accuracy/noise.ts'],
  outDir: 'node_modules/.accuracy',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: false,
  plugins: [grammarsPlugin('grammars'), keepPlaces],
  deps: { skipNodeModulesBundle: true },
})
