/** The server: listening, and stopping without losing what it has in hand. */
import { type AddressInfo, isIPv6, type Socket } from 'node:net'
import type { IncomingMessage, Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { ProblemError, reasonOf } from '../messages.ts'
import { createApp, type Serving } from './app.ts'
import type { ServeOptions } from './options.ts'
import { openReader } from './reader.ts'

export interface RunningServer {
  /** `http://127.0.0.1:8020`. */
  url: string
  /** Takes nothing new, and resolves when what has been taken is answered. */
  stop(): Promise<void>
  /** Ends as it stands. */
  kill(): void
}

/** A client may take so long to send a document, in milliseconds. */
const SENDING = 120_000
/** A connection without a request is kept so long, in milliseconds. */
const IDLE = 5_000

/** @throws {ProblemError} `cannot-listen` where the address is taken or not this machine's. */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const reader = await openReader(options)
  const serving: Serving = { options, reader, stopping: false }
  const server = createAdaptorServer({
    fetch: createApp(serving).fetch,
    overrideGlobalObjects: false,
    serverOptions: { requestTimeout: SENDING, headersTimeout: SENDING / 4, keepAliveTimeout: IDLE },
  }) as Server
  try {
    await listen(server, options)
  } catch (error) {
    reader.kill()
    throw error
  }
  const silent = silentConnections(server)
  const { address, port } = server.address() as AddressInfo
  return {
    url: `http://${isIPv6(address) ? `[${address}]` : address}:${port}`,
    stop: async () => {
      serving.stopping = true
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of silent) socket.destroy()
      await closed
      await reader.close()
    },
    kill: () => {
      server.closeAllConnections()
      reader.kill()
    },
  }
}

/** Connections on which nothing was asked yet: a browser opens some to be quicker, and Node holds them for busy ones. */
function silentConnections(server: Server): ReadonlySet<Socket> {
  const silent = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  server.on('request', ({ socket }: IncomingMessage) => silent.delete(socket))
  return silent
}

function listen(server: Server, { host, port }: ServeOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) =>
      reject(new ProblemError('cannot-listen', { address: `${host}:${port}`, reason: reasonOf(code, message) })),
    )
    server.listen(port, host, resolve)
  })
}
