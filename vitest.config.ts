import { defineConfig } from 'vitest/config'
import { exportsPlugin } from './src/export/plugin.ts'
import { formPlugin } from './src/form/plugin.ts'
import { lettersPlugin } from './src/grammar/letters-plugin.ts'
import { grammarsPlugin } from './src/grammar/plugin.ts'
import { reviewPagePlugin } from './src/review/plugin.ts'

export default defineConfig({
  plugins: [
    lettersPlugin(),
    grammarsPlugin('grammars'),
    exportsPlugin('grammars/exports'),
    formPlugin('grammars/form'),
    reviewPagePlugin('src/review/page'),
  ],
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
})
