/**
 * Who may ask. A page of another site that a person has open must not speak to this server through the browser: neither by
 * its own origin (no CORS), nor by a name that it lets lead here (DNS rebinding).
 */
import { isIP } from 'node:net'

/** Whether the server is called by an address, by `localhost` or by one of its names: any other name may be somebody's who leads it here. */
export function isOwnHost(header: string | undefined, names: readonly string[]): boolean {
  const host = hostOf(`http://${header ?? ''}`)
  if (host === null) return false
  const name = host.hostname.replace(/^\[|\]$/g, '')
  return isIP(name) > 0 || name === 'localhost' || names.some((own) => own.toLowerCase() === name)
}

/** Whether a request comes from a page of this server, or from no page. */
export function isOwnOrigin(origin: string | undefined, header: string | undefined): boolean {
  if (origin === undefined) return true
  const from = hostOf(origin)
  return from !== null && from.host === hostOf(`${from.protocol}//${header ?? ''}`)?.host
}

function hostOf(url: string): URL | null {
  try {
    const parsed = new URL(url)
    const isPlain = parsed.username === '' && parsed.password === '' && parsed.pathname === '/'
    return isPlain && parsed.hostname !== '' ? parsed : null
  } catch {
    return null
  }
}

/** Whether nobody but this machine reaches an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}
