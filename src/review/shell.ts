/**
 * The page as text: its head with the policy that lets nothing in, and blocks of data that cannot end early.
 *
 * Nothing of a document reaches the markup: a block is base64, or JSON without `<`; the page's own script builds every
 * element and writes texts as text.
 */
import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { GENERATOR } from '../batch/own-page.ts'
import page from './page-built.ts'

/** Everything before the blocks. `title` is the only text that a caller gives. A page that is served may ask its own server. */
export function pageHead(title: string, language: string, { served = false } = {}): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hashSource(page.script)}`,
    `style-src ${hashSource(page.style)}`,
    'img-src blob:',
    ...(served ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ]
  return `<!doctype html>
<html lang="${escapeText(language)}">
<head>
<meta charset="utf-8">
${GENERATOR}
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escapeText(title)}</title>
<style>${page.style}</style>
</head>
<body>
<main id="app"><p class="wait">…</p></main>
`
}

/** Everything after the blocks. The script comes last, when all blocks are there. */
export function pageTail(): string {
  return `<script>${page.script}</script>\n</body>\n</html>\n`
}

/** Small data, read when the page opens. */
export function jsonBlock(id: string, data: unknown): string {
  const json = JSON.stringify(data).replace(
    /[<\u2028\u2029]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `<script type="application/json" id="${escapeText(id)}">${json}</script>\n`
}

/** Large data, compressed (zlib), read when it is asked for. */
export function packedBlock(id: string, data: unknown): string {
  return bytesBlock(id, deflateSync(JSON.stringify(data)))
}

/** Bytes, with numbers beside them as `data-` attributes. */
export function bytesBlock(id: string, bytes: Uint8Array, numbers: Record<string, number> = {}): string {
  const attributes = Object.entries(numbers).map(([name, value]) => ` data-${name}="${Number(value)}"`)
  return `<script type="text/plain" id="${escapeText(id)}"${attributes.join('')}>${Buffer.from(bytes).toString('base64')}</script>\n`
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (unit) => `&#${unit.charCodeAt(0)};`)
}
