/**
 * Modules that read data from the disk become that data at build time, so that a run of the program reads no YAML and
 * validates nothing: an entry that is wrong fails the build. Run from its source, the program reads them itself.
 */
import { resolve, sep } from 'node:path'
import { readExportTables } from '../../src/export/files.ts'
import { readFormTables } from '../../src/form/files.ts'
import { readGrammars, readShipped } from '../../src/grammar/files.ts'
import { vocabularyOf } from '../../src/grammar/vocabulary-source.ts'
import { isAsked } from '../../src/label/classes.ts'
import { createLexicon, storedLexicon } from '../../src/lexicon/lexicon.ts'
import { readPage } from '../../src/review/page-files.ts'

const lexicon = () => storedLexicon(createLexicon(readShipped('grammars'), isAsked))

/** What a module has as its default export. */
const FROZEN: Record<string, () => unknown> = {
  'src/grammar/shipped.ts': () => readShipped('grammars'),
  'src/grammar/vocabulary.ts': () => vocabularyOf(readGrammars('grammars'), 'fixtures'),
  'src/label/shipped-lexicon.ts': lexicon,
  'src/export/shipped.ts': () => readExportTables('grammars/exports'),
  'src/form/shipped.ts': () => readFormTables('grammars/form'),
  'src/review/page-built.ts': () => readPage('src/review/page'),
}

export function frozen() {
  const makers = new Map(Object.entries(FROZEN).map(([path, make]) => [resolve(path).replaceAll(sep, '/'), make]))
  return {
    name: 'frozen',
    async load(id: string) {
      const make = makers.get(id.replaceAll(sep, '/'))
      if (!make) return undefined
      // V8 reads JSON faster than a literal
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(await make()))})`
    },
  }
}
