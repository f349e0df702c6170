/** RTF as a flat run of tokens. Source: Rich Text Format specification 1.9.1. */

export type Token =
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'word'; name: string; value: number | null }
  /** Bytes as they stand in the file, as latin1. */
  | { kind: 'text'; text: string }
  /** One byte written as `\'hh`. */
  | { kind: 'byte'; value: number }

const WORD = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y
const PLAIN = /[^{}\\\r\n]+/y

/** @param source the bytes as latin1. */
export function* tokensOf(source: string): Generator<Token> {
  let at = 0
  while (at < source.length) {
    const char = source[at] as string
    if (char === '{' || char === '}') {
      yield char === '{' ? { kind: 'open' } : { kind: 'close' }
      at++
    } else if (char === '\r' || char === '\n') at++
    else if (char !== '\\') {
      PLAIN.lastIndex = at
      const text = PLAIN.exec(source)?.[0] ?? char
      yield { kind: 'text', text }
      at += text.length
    } else {
      WORD.lastIndex = at + 1
      const word = WORD.exec(source)
      if (word) {
        const [whole, name, digits] = word
        const value = digits === undefined ? null : Number(digits)
        at += 1 + whole.length
        if (name === 'bin') at += Math.max(0, value ?? 0)
        else yield { kind: 'word', name: name as string, value }
        continue
      }
      const symbol = source[at + 1] ?? ''
      at += 2
      if (symbol === "'") {
        const value = Number.parseInt(source.slice(at, at + 2), 16)
        at += 2
        if (!Number.isNaN(value)) yield { kind: 'byte', value }
      } else if ('{}\\'.includes(symbol) && symbol) yield { kind: 'text', text: symbol }
      else if (symbol === '\r' || symbol === '\n') yield { kind: 'word', name: 'par', value: null }
      else yield { kind: 'word', name: symbol, value: null }
    }
  }
}
