/** The readers of the grammar in force, made when they are first asked for. */
import judged from './grade/weights.json' with { type: 'json' }
import { createJudge } from './grade/judge.ts'
import { isAsked } from './label/classes.ts'
import { perGrammar } from './grammar/grammar.ts'
import learned from './label/weights.json' with { type: 'json' }
import { unpack } from './label/weights.ts'
import { createLexicon } from './lexicon/lexicon.ts'
import type { Readers } from './segment/read-twice.ts'

export const readersInForce = perGrammar(
  (grammar): Readers => ({
    lexicon: createLexicon(grammar, isAsked),
    weights: unpack(learned),
    judge: createJudge(judged),
  }),
)
