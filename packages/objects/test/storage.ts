/** An S3 server of its own for a test, and surroundings in which the SDK finds it and a command finds this package. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import S3rver from 's3rver'

export interface Storage {
  /** A folder for the test's own files. */
  root: string
  env: Record<string, string>
  stop(): Promise<void>
}

export async function startStorage(buckets: readonly string[]): Promise<Storage> {
  const root = mkdtempSync(join(tmpdir(), 'directive-parse-objects-'))
  const port = await freePort()
  const server = new S3rver({
    port,
    address: '127.0.0.1',
    silent: true,
    directory: join(root, 'storage'),
    configureBuckets: buckets.map((name) => ({ name, configs: [] })),
  })
  await server.run()
  mkdirSync(join(root, 'node_modules'))
  symlinkSync(resolve(import.meta.dirname, '..'), join(root, 'node_modules/directive-parse-objects'))
  const env = {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: 'S3RVER',
    AWS_SECRET_ACCESS_KEY: 'S3RVER',
    AWS_REGION: 'us-east-1',
    NODE_PATH: join(root, 'node_modules'),
  }
  return {
    root,
    env,
    stop: async () => {
      await server.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
