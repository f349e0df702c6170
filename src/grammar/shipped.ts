/** The shipped entries. The build puts them here in the form that `readShipped` gives them (`scripts/build/frozen.ts`). */
import { fileURLToPath } from 'node:url'
import { readShipped } from './files.ts'
import type { Grammar } from './shapes.ts'

const shipped: Grammar = readShipped(fileURLToPath(new URL('../../grammars', import.meta.url)))
export default shipped
