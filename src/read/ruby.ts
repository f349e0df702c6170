/** Ruby: small letters over others that say how these are read. In a line of text they stand behind them, in brackets. */

/** How Word 97 writes it, as a formula without a result: `EQ \* jc2 \o\ad(\s\up 9(over),base)`. Source: [MS-OE376] 2.1.1013. */
const FORMULA = /^\s*EQ\b[^(]*\\o(?:\\a[lcdr])?\s*\(\s*\\s\\up\s*\d*\s*\(([^)]*)\)\s*[,;](.*)\)\s*$/isu

export function withRuby(base: string, over: string): string {
  return over.trim() === '' ? base : `${base} (${over.trim()})`
}

/** The letters of a field that is ruby; empty for other instructions. */
export function rubyOfField(instruction: string): string {
  const [, over, base] = FORMULA.exec(instruction) ?? []
  return base === undefined ? '' : withRuby(base.trim(), over ?? '')
}
