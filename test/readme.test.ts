/** The examples of both READMEs are run as a reader would run them. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chmod, cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { delimiter, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from './command.ts'
import { needing } from './needs.ts'

const run = promisify(execFile)

interface Block {
  language: string
  text: string
}

function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({ language, text }))
}

/** `$ command` lines, each with the lines that follow it. */
function sessionsOf(blocks: Block[]): { command: string; printed: string }[] {
  return blocks
    .filter(({ language }) => language === 'console')
    .flatMap(({ text }) => text.split(/^\$ /m).slice(1))
    .map((session) => {
      const end = session.indexOf('\n')
      return { command: session.slice(0, end), printed: session.slice(end + 1) }
    })
}

/** The service on a free port. */
async function serving(cwd: string, env: NodeJS.ProcessEnv): Promise<{ server: ChildProcess; port: string }> {
  const server = spawn('directive-parse', ['serve', '--port', '0'], { cwd, env })
  const port = await new Promise<string>((done) =>
    server.stderr.on('data', (data) => {
      const [, found] = /127\.0\.0\.1:(\d+)/.exec(String(data)) ?? []
      if (found !== undefined) done(found)
    }),
  )
  return { server, port }
}

describe.each(['README.md', 'README.vi.md'])('%s', async (name) => {
  const blocks = blocksOf(await readFile(name, 'utf8'))
  const block = (language: string) => blocks.find((each) => each.language === language)?.text as string

  async function place(): Promise<{ folder: string; env: NodeJS.ProcessEnv }> {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'bin'))
    await chmod('bin/directive-parse.js', 0o755)
    await symlink(resolve('bin/directive-parse.js'), join(folder, 'bin/directive-parse'))
    await writeFile(join(folder, 'letter.txt'), block('text'))
    return {
      folder,
      env: { ...process.env, LC_ALL: 'C.UTF-8', PATH: join(folder, 'bin') + delimiter + process.env.PATH },
    }
  }

  for (const { command, printed } of sessionsOf(blocks)) {
    const session = async () => {
      const { folder, env } = await place()
      const { stdout } = await run('sh', ['-c', `{ ${command}; } 2>&1 || true`], { cwd: folder, env })
      expect(stdout).toBe(printed)
    }
    if (command.includes('| jq')) needing('jq').test(command, session)
    else test(command, session)
  }

  needing('jq', 'curl').test(
    'the scripts, line by line',
    async () => {
      const { folder, env } = await place()
      const lines = blocks.filter(({ language }) => language === 'sh').flatMap(({ text }) => text.split('\n'))
      const commands = lines.filter((line) => /^(?:directive-parse|curl) /.test(line))
      expect(commands).toHaveLength(10)
      await cp('demo/documents', join(folder, commands[0]?.split(/ +/)[2] as string), {
        recursive: true,
        // OCR has tests of its own
        filter: (name) => !name.endsWith('.pdf'),
      })
      // what the page saves
      await writeFile(join(folder, 'corrections.ndjson'), '')
      const { server, port } = await serving(folder, env)
      try {
        for (const command of commands) {
          const { stdout, stderr } = await run('sh', ['-c', command.replace(':8020', `:${port}`)], { cwd: folder, env })
          if (command.startsWith('curl')) expect(stdout, command).toMatch(/^"(?:12-CV\/HU|letter\.txt)"\n$/)
          else expect(stdout + stderr, command).not.toBe('')
        }
      } finally {
        server.kill()
      }
      const workbook = /\S+\.xlsx/.exec(commands.join(' '))?.[0] as string
      expect((await readFile(join(folder, workbook))).toString('latin1', 0, 2)).toBe('PK')
    },
    300_000,
  )

  test('the script with the library', async () => {
    const script = block('js')
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script])
    expect(script).toContain(`// ${stdout.trim()}`)
  })

  test('the entry of one’s own', async () => {
    const { folder, env } = await place()
    await mkdir(join(folder, 'own'))
    await writeFile(join(folder, 'own/types.yaml'), block('yaml'))
    await writeFile(join(folder, 'open.txt'), 'HUYỆN ỦY SUỐI NGÀN\nSố 05-TN/HU\n\nTHƯ NGỎ\nVề phòng cháy rừng\n')
    const { stdout } = await run('directive-parse', ['open.txt', '--grammars', 'own'], { cwd: folder, env })
    expect(JSON.parse(stdout).type).toBe('Thư ngỏ')
  })

  test('names every option that it mentions', async () => {
    const { env } = await place()
    const help = (await run('directive-parse', ['--help'], { env })).stdout
    const text = blocks.reduce((rest, each) => rest.replace(each.text, ''), await readFile(name, 'utf8'))
    const mentioned = new Set([...text.matchAll(/`(--[a-z-]+)/g)].map((match) => match[1] as string))
    mentioned.delete('--update')
    mentioned.delete('--baseline')
    for (const option of mentioned) expect(help).toContain(option)
  })
})
