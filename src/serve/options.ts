/** What a server is told. */
import type { JobSettings } from '../batch/job.ts'
import type { RecordsFolder } from './records-folder.ts'
import type { Language } from '../rules.ts'

export interface ServeOptions {
  /** Address to listen on. */
  host: string
  /** 0 for one that is free. */
  port: number
  /** Further names by which the server may be called. */
  names: readonly string[]
  /** Documents read at a time, each in a process of its own. */
  jobs: number
  /** Requests that may wait for one of these. */
  queue: number
  /** Of one document, in bytes. */
  maxBytes: number
  /** Of one document, in seconds. */
  secondsPerFile: number
  /** Of one document, in bytes. */
  memoryPerFile: number
  /** How documents are read and printed. */
  settings: JobSettings
  /** Of messages, where a request asks for none. */
  language: Language
  /** The records that the page shows; null for a service without a page. */
  records: RecordsFolder | null
  /** Told of each request that was answered; never of what was in it. */
  onAnswer?: (answered: Answered) => void
}

export interface Answered {
  method: string
  /** The address as the server knows it (`/records`), or null where it knows none: what was asked for may tell something. */
  route: string | null
  status: number
  seconds: number
  /** The rule of the error. */
  rule?: string
}
