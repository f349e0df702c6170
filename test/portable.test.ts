/** The folder that runs without installation, with a stand-in for Node and one for the package: nothing is downloaded. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, cp, mkdir, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from './command.ts'

const run = promisify(execFile)
const script = (name: string) => import(join(process.cwd(), 'scripts/portable', name))
const [
  { layOut },
  { writeTar, writeZip },
  { NODE_VERSION, distributionName, downloadNode, placeNode },
  { droppedIn, placesOf },
] = await Promise.all(['layout.mjs', 'archive.mjs', 'runtime.mjs', 'desktop.mjs'].map(script))

/** Tells how it was called: one word a line. */
const STAND_IN = '#!/bin/sh\nprintf "%s\\n" "$@"\n'

/** A portable folder whose Node only tells how it was called. */
async function folderFor(os: 'win32' | 'linux', name = 'công cụ (1) & bản sao') {
  const folder = join(await temporaryFolder(), name)
  await mkdir(join(folder, 'app/node_modules/some'), { recursive: true })
  await writeFile(join(folder, 'app/LICENSE'), 'of the package')
  for (const file of ['index.mjs', 'index.mjs.map']) await writeFile(join(folder, 'app/node_modules/some', file), '')
  const program = join(await temporaryFolder(), 'bin/node')
  await mkdir(join(program, '..'))
  await writeFile(program, STAND_IN)
  await chmod(program, 0o755)
  await writeFile(join(program, '../../LICENSE'), 'of Node')
  expect(placeNode(program, os, join(folder, 'node'))).toBe(true)
  layOut(folder, os)
  return folder
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

const SHARED = [
  'HUONG-DAN.txt',
  'LICENSES/READ-ME.txt',
  'LICENSES/directive-parse.txt',
  'LICENSES/node.txt',
  'app/LICENSE',
  'app/node_modules/some/index.mjs',
  'desktop.mjs',
  'node/LICENSE',
]

describe('what goes in', () => {
  test.each([
    ['win32', ['directive-parse-serve.cmd', 'directive-parse.cmd', 'install-send-to.cmd', 'node/node.exe']],
    ['linux', ['directive-parse', 'directive-parse-drop', 'node/node']],
  ] as const)('for %s: starters, words, licences, Node, the package without maps', async (os, own) => {
    expect(await filesOf(await folderFor(os))).toEqual([...SHARED, ...own].sort())
  })

  test('for Windows commands are ASCII with its ends of lines, the words have the mark that Notepad looks for', async () => {
    const folder = await folderFor('win32')
    for (const name of (await readdir(folder)).filter((each) => each.endsWith('.cmd'))) {
      const text = await readFile(join(folder, name), 'latin1')
      expect([name, /^@echo off\r\n/.test(text), /[^\r]\n|[^\r\n -~]/.test(text)]).toEqual([name, true, false])
    }
    const words = await readFile(join(folder, 'HUONG-DAN.txt'), 'utf8')
    expect(words).toMatch(/^\uFEFFdirective-parse: biên mục văn bản[^\n]*\r\n/)
  })
})

describe('one folder as one file', () => {
  test('the same bytes again, with all that was in it', async () => {
    const folder = await folderFor('win32', 'directive-parse')
    const [one, other] = [join(folder, '../one.zip'), join(folder, '../other.zip')]
    writeZip(folder, one)
    await cp(folder, join(folder, '../again/directive-parse'), { recursive: true })
    writeZip(join(folder, '../again/directive-parse'), other)
    expect((await readFile(one)).equals(await readFile(other))).toBe(true)
    const names = (await filesOf(folder)).map((file) => `directive-parse/${file}`)
    expect(Object.keys(unzipSync(await readFile(one))).sort()).toEqual(names.sort())
  })

  test.skipIf(process.platform !== 'linux')('a tar, that runs where it is unpacked', async () => {
    const folder = await folderFor('linux', 'directive-parse')
    const [one, other] = [join(folder, '../one.tar.gz'), join(folder, '../other.tar.gz')]
    writeTar(folder, one)
    await cp(folder, join(folder, '../again/directive-parse'), { recursive: true })
    await utimes(join(folder, '../again/directive-parse/desktop.mjs'), 0, 0)
    writeTar(join(folder, '../again/directive-parse'), other)
    expect((await readFile(one)).equals(await readFile(other))).toBe(true)
    const place = await temporaryFolder()
    await run('tar', ['-xzf', one, '-C', place])
    const { stdout } = await run(join(place, 'directive-parse/directive-parse'), ['văn bản.txt', '--json'])
    expect(stdout.split('\n').slice(1, 3)).toEqual(['văn bản.txt', '--json'])
  })
})

describe.skipIf(process.platform === 'win32')('the command of Linux', () => {
  const COMMAND = 'app/bin/directive-parse.js'

  test.each([
    ['named whole', (folder: string) => [join(folder, 'directive-parse'), '/'] as const],
    ['from its folder', (folder: string) => ['./directive-parse', folder] as const],
  ])('%s, with nothing in the environment', async (_, how) => {
    const folder = await folderFor('linux')
    const [command, cwd] = how(folder)
    const { stdout } = await run(command, ['a b.pdf', '--text'], { cwd, env: {} })
    expect(stdout.split('\n')[0]?.endsWith(COMMAND)).toBe(true)
    expect(stdout.split('\n').slice(1, 3)).toEqual(['a b.pdf', '--text'])
  })

  test('by a link to a link', async () => {
    const folder = await folderFor('linux')
    const place = await temporaryFolder()
    await symlink(join(folder, 'directive-parse'), join(place, 'one'))
    await symlink('one', join(place, 'two'))
    const { stdout } = await run(join(place, 'two'), ['x'])
    expect(stdout).toBe(`${join(folder, COMMAND)}\nx\n`)
  })
})

describe('what was dropped', () => {
  const STARTER = 'D:\\Công cụ\\directive-parse.cmd'

  test.each([
    ['a name with spaces', ' "D:\\Kho\\văn bản 1.pdf"', ['D:\\Kho\\văn bản 1.pdf']],
    ['an ampersand that Explorer leaves bare', ' D:\\GD&ĐT.pdf', ['D:\\GD&ĐT.pdf']],
    ['several', ' D:\\a.pdf "D:\\b c" D:\\d.docx', ['D:\\a.pdf', 'D:\\b c', 'D:\\d.docx']],
    ['nothing', '', []],
  ])('%s', (_, words, expected) => {
    expect(droppedIn(`C:\\WINDOWS\\system32\\cmd.exe /c ""${STARTER}"${words}"`, STARTER)).toEqual(expected)
    expect(droppedIn(`cmd /c ""${STARTER.toUpperCase()}"${words}"`, STARTER)).toEqual(expected)
  })

  test('goes beside, a single folder into its own place', async () => {
    const place = await temporaryFolder()
    await mkdir(join(place, 'hộp 1'))
    await writeFile(join(place, 'a.txt'), '')
    expect(placesOf([join(place, 'a.txt')])).toEqual({
      output: join(place, 'bieu-ghi'),
      page: join(place, 'ra-soat.html'),
    })
    expect(placesOf([join(place, 'hộp 1')])).toEqual({
      output: join(place, 'bieu-ghi/hộp 1'),
      page: join(place, 'ra-soat hộp 1.html'),
    })
    expect(placesOf([join(place, 'hộp 1'), join(place, 'a.txt')]).output).toBe(join(place, 'bieu-ghi'))
  })
})

describe('Node from its distribution', () => {
  const SYSTEM = { os: 'win32', arch: 'x64', version: '1.2.3' }
  const name = distributionName(SYSTEM)
  const archive = zipSync({
    'node-v1.2.3-win-x64/node.exe': strToU8('program'),
    'node-v1.2.3-win-x64/LICENSE': strToU8('of Node'),
    'node-v1.2.3-win-x64/npm': strToU8('not needed'),
  })

  async function distribution(sum: string) {
    const files = new Map<string, string | Uint8Array>([
      ['/v1.2.3/SHASUMS256.txt', `${'0'.repeat(64)}  win-x64/node.exe\n${sum}  ${name}\n`],
      [`/v1.2.3/${name}`, archive],
    ])
    const asked: string[] = []
    const server = createServer(({ url = '' }, answer) => {
      asked.push(url)
      answer.writeHead(files.has(url) ? 200 : 404).end(files.get(url))
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const wanted = { ...SYSTEM, cache: await temporaryFolder(), distribution: `http://127.0.0.1:${port}` }
    return { wanted, asked }
  }

  test('is fetched once, checked, and its program placed with its licence', async () => {
    const { wanted, asked } = await distribution(createHash('sha256').update(archive).digest('hex'))
    const path = await downloadNode(wanted)
    expect(await downloadNode(wanted)).toBe(path)
    expect(asked).toEqual(['/v1.2.3/SHASUMS256.txt', `/v1.2.3/${name}`])
    const folder = await temporaryFolder()
    expect(placeNode(path, 'win32', folder)).toBe(true)
    expect(await filesOf(folder)).toEqual(['LICENSE', 'node.exe'])
    await writeFile(path, 'changed meanwhile')
    await expect(downloadNode(wanted)).rejects.toThrow('SHASUMS256.txt says')
  })

  test.each([
    ['another sum', { sum: 'f'.repeat(64) }, 'SHASUMS256.txt says'],
    ['a version that is not there', { version: '9.9.9' }, '404'],
    ['a system that is not listed', { arch: 'mips' }, 'does not name node-v1.2.3-win-mips.zip'],
    ['no network', { distribution: 'http://127.0.0.1:1' }, 'without network name a Node with --node'],
  ])('%s is refused', async (_, change, message) => {
    const { wanted } = await distribution('sum' in change ? change.sum : '')
    await expect(downloadNode({ ...wanted, ...change })).rejects.toThrow(message)
  })
})

describe('the Dockerfile', async () => {
  const text = await readFile('Dockerfile', 'utf8')
  const ignored = await readFile('.dockerignore', 'utf8')
  const { scripts, files } = JSON.parse(await readFile('package.json', 'utf8'))
  /** `COPY a b to`: a and b. */
  const copied = (pattern: RegExp) =>
    [...text.matchAll(pattern)].flatMap(([, words = '']) => words.trim().split(/\s+/).slice(0, -1))
  const fromContext = copied(/^COPY (?!--)(.*)$/gm)
  const fromBuild = copied(/^COPY --from=build (.*)$/gm).map((path) => path.replace('/build/', ''))

  test('what it copies is there, and is let through', async () => {
    const entries = await readdir('.')
    expect(fromContext.filter((path) => !entries.includes(path))).toEqual([])
    expect(ignored.split('\n').filter(Boolean).sort()).toEqual(['*', ...fromContext.map((path) => `!${path}`)].sort())
  })

  test('the image holds what npm publishes, with its dependencies', () => {
    expect(fromBuild.sort()).toEqual(['LICENSE', 'node_modules', 'package.json', ...files].sort())
  })

  test('it runs scripts that there are, on the Node that the portable folder carries', () => {
    for (const [, name = ''] of text.matchAll(/npm run (\S+)/g)) expect(scripts).toHaveProperty(name)
    const images = [...text.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)
    expect(new Set(images)).toEqual(new Set([`node:${NODE_VERSION}-slim`]))
    expect(text).toMatch(/^USER node$/m)
  })
})
