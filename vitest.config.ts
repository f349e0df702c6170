import { defineConfig } from 'vitest/config'
import { frozen } from './scripts/build/frozen.ts'

export default defineConfig({
  plugins: [frozen()],
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
})
