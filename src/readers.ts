/** The readers of the grammar in force, made when they are first asked for. */
import judged from './grade/weights.json' with { type: 'json' }
import { createJudge } from './grade/judge.ts'
import { isAsked } from './label/classes.ts'
import { perGrammar, SHIPPED } from './grammar/grammar.ts'
import shipped from './label/shipped-lexicon.ts'
import learned from './label/weights.json' with { type: 'json' }
import { unpack } from './label/weights.ts'
import { createLexicon, restoredLexicon } from './lexicon/lexicon.ts'
import type { Readers } from './segment/read-twice.ts'

export const readersInForce = perGrammar(
  (grammar): Readers => ({
    lexicon: grammar === SHIPPED ? restoredLexicon(shipped) : createLexicon(grammar, isAsked),
    weights: unpack(learned),
    judge: createJudge(judged),
  }),
)
