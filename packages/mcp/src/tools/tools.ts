/** What all tools work with. */
import type { RequestHandlerExtra } from '@modelcontextprotocol/sdk/shared/protocol.js'
import type { ServerNotification, ServerRequest, ToolAnnotations } from '@modelcontextprotocol/sdk/types.js'
import type { Program } from '../program.ts'
import type { Reader } from '../reader.ts'
import type { Root } from '../root.ts'
import type { Secrecy } from '../secrecy.ts'

export interface Limits {
  /** Of one file, or of one text. */
  bytes: number
  seconds: number
}

export interface Workshop {
  root: Root
  program: Program
  reader: Reader
  secrecy: Secrecy
  limits: Limits
  /** For commands that read files: the limits, as they take them. */
  reading: readonly string[]
}

export type Call = RequestHandlerExtra<ServerRequest, ServerNotification>

/** Every tool looks and changes nothing, and talks to nobody. */
export const LOOKS: ToolAnnotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
}

/** In milliseconds. */
const SIGN_OF_LIFE = 1000

/** Does something that may take long; whoever asked for signs of life gets them meanwhile, and does not give up. */
export async function withProgress<T>({ _meta, sendNotification }: Call, work: () => Promise<T>): Promise<T> {
  const progressToken = _meta?.progressToken
  if (progressToken === undefined) return work()
  let progress = 0
  const clock = setInterval(() => {
    progress++
    sendNotification({ method: 'notifications/progress', params: { progressToken, progress } }).catch(() => {})
  }, SIGN_OF_LIFE)
  return work().finally(() => clearInterval(clock))
}
