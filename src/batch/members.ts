/**
 * The members of a JSON object as they are written: what is only handed on is not read and printed again, which would
 * round long numbers.
 */

/** Each key with its value as written; the last one where a key is there twice. `json` must be a valid object. */
export function membersOf(json: string): Map<string, string> {
  const members = new Map<string, string>()
  let at = json.indexOf('{') + 1
  for (;;) {
    const quote = json.indexOf('"', at)
    if (quote < 0) return members
    const colon = json.indexOf(':', endOfString(json, quote))
    const end = endOfValue(json, colon + 1)
    members.set(JSON.parse(json.slice(quote, colon)), json.slice(colon + 1, end).trim())
    if (json[end] === '}') return members
    at = end + 1
  }
}

/** Where a value ends: at the comma or bracket behind it. */
function endOfValue(json: string, from: number): number {
  let depth = 0
  for (let at = from; at < json.length; at++) {
    const character = json[at]
    if (character === '"') at = endOfString(json, at) - 1
    else if (character === '{' || character === '[') depth++
    else if (depth === 0 && (character === ',' || character === '}')) return at
    else if (character === '}' || character === ']') depth--
  }
  return json.length
}

/** Behind the quote that closes the string which begins at `quote`. */
function endOfString(json: string, quote: number): number {
  for (let end = json.indexOf('"', quote + 1); ; end = json.indexOf('"', end + 1)) {
    let slashes = 0
    while (json[end - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return end + 1
  }
}
