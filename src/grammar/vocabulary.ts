/** What is known of the written language; the build puts it here (`scripts/build/frozen.ts`). */
import { fileURLToPath } from 'node:url'
import { readGrammars } from './files.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary-source.ts'

const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))

const vocabulary: Vocabulary = vocabularyOf(readGrammars(folder('grammars')), folder('fixtures'))
export default vocabulary
