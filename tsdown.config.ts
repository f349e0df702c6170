import { defineConfig } from 'tsdown'
import { grammarsPlugin } from './src/grammar/plugin.ts'

export default defineConfig({
  entry: ['src/index.ts', 'src/cli.ts'],
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: { entry: 'src/index.ts' },
  plugins: [grammarsPlugin('grammars')],
})
