/** The browser's side of the review page; the build puts it here (`scripts/build/frozen.ts`). */
import { fileURLToPath } from 'node:url'
import { readPage } from './page-files.ts'

export default await readPage(fileURLToPath(new URL('page', import.meta.url)))
