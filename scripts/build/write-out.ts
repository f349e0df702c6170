/**
 * Writes out at build time what `latin` of a literal gives, so that a run of the program does not work it out: the
 * pattern is the one that the source makes of itself (`src/latin.ts`).
 */
import { parseAst } from 'rolldown/parseAst'
import { latin } from '../../src/latin.ts'

export function writeOut() {
  return {
    name: 'write-out',
    transform(code: string, id: string) {
      if (!/[\\/]src[\\/][^?]*\.ts$/.test(id) || !code.includes('latin(')) return undefined
      const calls = [...callsIn(parseAst(code, { lang: 'ts', sourceType: 'module' }))]
      let out = code
      for (const { start, end, arguments: words } of calls.sort((a, b) => b.start - a.start))
        out = out.slice(0, start) + written(words[0]) + out.slice(end)
      return { code: out, map: null }
    },
  }
}

interface Call {
  start: number
  end: number
  arguments: [Literal]
}

interface Literal {
  type: 'Literal'
  value: unknown
  regex?: { pattern: string; flags: string }
}

/** Calls of `latin` with a literal. */
function* callsIn(node: unknown): Generator<Call> {
  if (typeof node !== 'object' || node === null) return
  const {
    type,
    callee,
    arguments: words,
  } = node as { type?: string; callee?: { name?: string }; arguments?: Literal[] }
  if (type === 'CallExpression' && callee?.name === 'latin' && words?.[0]?.type === 'Literal') yield node as Call
  else for (const child of Object.values(node)) yield* callsIn(child)
}

function written({ value, regex }: Literal): string {
  return regex ? String(latin(new RegExp(regex.pattern, regex.flags))) : JSON.stringify(latin(value as string))
}
