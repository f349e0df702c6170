/** The shipped tables; the build puts them here (`scripts/build/frozen.ts`). */
import { fileURLToPath } from 'node:url'
import { readExportTables } from './files.ts'

export default readExportTables(fileURLToPath(new URL('../../grammars/exports', import.meta.url)))
