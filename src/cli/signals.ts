/** Ctrl-C and SIGTERM. */
import { EXIT } from './command.ts'

export type EndSignal = 'SIGINT' | 'SIGTERM'

/** Listens for both until the function it gives is called. */
export function onSignals(listener: (signal: EndSignal) => void): () => void {
  process.on('SIGINT', listener)
  process.on('SIGTERM', listener)
  return () => {
    process.off('SIGINT', listener)
    process.off('SIGTERM', listener)
  }
}

/** Ends the process as one that a signal ended. */
export function exitBy(signal: EndSignal): never {
  process.exit(signal === 'SIGINT' ? EXIT.interrupted : EXIT.terminated)
}
