/** The lexicon of the shipped grammar, with the classes that are asked for; the build puts it here (`scripts/build/frozen.ts`). */
import { SHIPPED } from '../grammar/grammar.ts'
import { createLexicon, type StoredLexicon, storedLexicon } from '../lexicon/lexicon.ts'
import { isAsked } from './classes.ts'

const shipped: StoredLexicon = storedLexicon(createLexicon(SHIPPED, isAsked))
export default shipped
