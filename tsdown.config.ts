import { defineConfig, type UserConfig } from 'tsdown'
import { exportsPlugin } from './src/export/plugin.ts'
import { formPlugin } from './src/form/plugin.ts'
import { lettersPlugin } from './src/grammar/letters-plugin.ts'
import { grammarsPlugin } from './src/grammar/plugin.ts'
import { reviewPagePlugin } from './src/review/plugin.ts'
import { builtinsPlugin } from './src/cli/builtins-plugin.ts'

/** Heavy or native packages that are loaded where they stand, when a format asks for them. */
const ELSEWHERE = [
  '@napi-rs/canvas',
  '@tesseract.js-data/vie',
  'pdfjs-dist',
  'sharp',
  'tesseract.js',
  'tinypool',
]

/** What every command needs and what every parse needs, each one file with all it imports: opening many costs time. */
const COMMAND = /src\/cli\/command\.ts$/
const PARSE = /src\/(cli\/(convert|plan)|batch\/(job|sinks)|emit\/json)\.ts$/

const common = {
  format: 'esm',
  platform: 'node',
  target: 'node20',
  checks: { pluginTimings: false, ineffectiveDynamicImport: false },
  plugins: [lettersPlugin(), grammarsPlugin('grammars'), exportsPlugin('grammars/exports'), formPlugin('grammars/form'), reviewPagePlugin('src/review/page')],
} satisfies UserConfig

export default defineConfig([
  /** The library: its dependencies stay imports, so that a program that has zod or unified too has them once. */
  { ...common, entry: { index: 'src/index.ts' }, dts: true },
  /**
   * The command: one bundle with lazy chunks, since each file that Node opens costs start-up time; CommonJS, since V8's
   * code cache is to be had for scripts alone on Node 20 (`bin/code-cache.cjs`).
   */
  {
    ...common,
    format: 'cjs',
    plugins: [...common.plugins, builtinsPlugin()],
    entry: { cli: 'src/cli.ts', worker: 'src/batch/worker.ts' },
    outDir: 'dist/command',
    dts: false,
    minify: true,
    deps: {
      alwaysBundle: (id) => !ELSEWHERE.some((name) => id === name || id.startsWith(`${name}/`)),
      neverBundle: ELSEWHERE,
      onlyBundle: false,
    },
    outputOptions: {
      codeSplitting: {
        groups: [
          { name: 'manifest', test: /package\.json$/, priority: 1 },
          { name: 'command', test: COMMAND, priority: 1 },
          { name: 'parse', test: PARSE },
        ],
      },
    },
  },
])
