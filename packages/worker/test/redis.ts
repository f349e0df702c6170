/** A Redis of its own for a test or a trial, with all its files in one folder. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface OwnRedis {
  url: string
  /** Ends it as a fault does, and starts it again on what it has on disk. */
  restart(): Promise<void>
  stop(): void
}

export function hasRedis(): boolean {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

export async function startRedis(folder: string): Promise<OwnRedis> {
  const port = await freePort()
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes', '--save', '']
  let child: ChildProcess
  const start = async () => {
    child = spawn('redis-server', words, { stdio: 'ignore' })
    for (let tries = 0; tries < 400 && !answers(port); tries++) await sleep(50)
  }
  const stop = () => void child.kill('SIGKILL')
  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    restart: async () => {
      const ended = new Promise((resolve) => child.once('close', resolve))
      stop()
      await ended
      await start()
    },
    stop,
  }
}

function answers(port: number): boolean {
  try {
    return (
      execFileSync('redis-cli', ['-p', String(port), 'ping'], { encoding: 'utf8', stdio: 'pipe' }).trim() === 'PONG'
    )
  } catch {
    return false
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
