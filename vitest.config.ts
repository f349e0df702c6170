import { defineConfig } from 'vitest/config'
import { grammarsPlugin } from './src/grammar/plugin.ts'

export default defineConfig({
  plugins: [grammarsPlugin('grammars')],
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000 },
})
