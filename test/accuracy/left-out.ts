/** The corpus, each document read by readers that learned from other sources: what to expect of documents of other hands. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { printTable } from '../../src/cli/table.ts'
import { createJudge } from '../../src/grade/judge.ts'
import { currentGrammar } from '../../src/grammar/grammar.ts'
import { isAsked } from '../../src/label/classes.ts'
import { unpack } from '../../src/label/weights.ts'
import { createLexicon } from '../../src/lexicon/lexicon.ts'
import { parseDirective } from '../../src/pipeline.ts'
import type { Readers } from '../../src/segment/read-twice.ts'
import { corpusDocuments, type KnownDocument } from '../../train/corpus.ts'
import { foldsOf, KEPT } from '../../train/folds.ts'
import { accuracyTable, groupFigures } from './accuracy-table.ts'
import type { Gold } from './gold.ts'
import { type Pair, type Score, score } from './score.ts'

export function leftOutTables(corpus: string | undefined): string[] {
  const documents = corpusDocuments(corpus)
  if (documents.length === 0) return ['DIRECTIVE_CORPUS names no corpus with gold']
  if (!existsSync(join(KEPT, '0.grades.json'))) return ['no folds yet: run npm run train first']
  const folds = foldsOf(documents.map(({ source }) => source))
  const readers = new Map<number, Readers>()
  const pairs = documents.map(({ text, gold, source }): Read => {
    const fold = folds.get(source) as number
    const own = readers.get(fold) ?? readersOf(fold)
    readers.set(fold, own)
    return { source, gold: gold as Gold, record: parseDirective(text, { readers: own }) }
  })
  const whole = score(pairs)
  return [
    accuracyTable(whole),
    byTable('quality', pairs, ({ gold }) => String((gold as { quality?: string }).quality)),
    byTable('source', pairs, ({ source }) => source),
  ].map((table) => `${table}\n`)
}

type Read = Pair & Pick<KnownDocument, 'source'>

function readersOf(fold: number): Readers {
  const read = (name: string) => JSON.parse(readFileSync(join(KEPT, name), 'utf8'))
  return {
    lexicon: createLexicon(currentGrammar(), isAsked),
    weights: unpack(read(`${fold}.json`)),
    judge: createJudge(read(`${fold}.grades.json`)),
  }
}

/** Soft F1 of each group, whole headers, and what is wrong of the header values graded certain, by kind of document. */
function byTable(title: string, pairs: readonly Read[], keyOf: (pair: Read) => string): string {
  const rows = [...new Set(pairs.map(keyOf))].sort().map((key) => {
    const own: Score = score(pairs.filter((pair) => keyOf(pair) === key))
    return [
      key,
      String(own.documents),
      ...Object.values(groupFigures(own)).map(String),
      String(own.wholeHeaders),
      `${own.certainWrong}/${own.certain}`,
    ]
  })
  return printTable([title, 'documents', ...Object.keys(score([]).groups), 'whole headers', 'certain wrong'], rows, {
    right: rows[0]?.map((_, at) => at).slice(1) ?? [],
  })
}
