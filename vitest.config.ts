import { defineConfig } from 'vitest/config'
import { lettersPlugin } from './src/grammar/letters-plugin.ts'
import { grammarsPlugin } from './src/grammar/plugin.ts'
import { reviewPagePlugin } from './src/review/plugin.ts'

export default defineConfig({
  plugins: [lettersPlugin(), grammarsPlugin('grammars'), reviewPagePlugin('src/review/page')],
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
})
