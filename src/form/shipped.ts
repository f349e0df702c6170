/** The shipped rules of form; the build puts them here (`scripts/build/frozen.ts`). */
import { fileURLToPath } from 'node:url'
import { readFormTables } from './files.ts'

export default readFormTables(fileURLToPath(new URL('../../grammars/form', import.meta.url)))
