/**
 * `npm run train [-- --report] [-- --grades]`: learns the weights of the second reader (`src/label/weights.json`) and of the judge of
 * grades (`src/grade/weights.json`). The same seed, fixtures and corpus give the same files. The judge learns from a
 * corpus with gold alone (`DIRECTIVE_CORPUS`); without one its weights stay as they are, and so they do where the rules
 * were made with so much of the gold that it says nothing of what is certain any more. `--grades` learns the judge alone,
 * with the second readers of the run before: where only the first reader has changed.
 *
 * Each document is judged by a second reader that learned from other sources, and the tables are made of judgements that
 * learned from other sources too: leave one source out, by folds.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { printTable } from '../src/cli/table.ts'
import { currentGrammar } from '../src/grammar/grammar.ts'
import { isAsked } from '../src/label/classes.ts'
import { type StoredWeights, unpack } from '../src/label/weights.ts'
import { createLexicon } from '../src/lexicon/lexicon.ts'
import { corpusDocuments, fixtureDocuments } from './corpus.ts'
import { FOLDS, foldsOf, KEPT } from './folds.ts'
import { judgeTables, learnJudge, outOfFold } from './judge.ts'
import { knownExamples, learnWeights, madeExamples } from './labels.ts'
import { samplesOf } from './samples.ts'

const { values } = parseArgs({
  options: { report: { type: 'boolean', default: false }, grades: { type: 'boolean', default: false } },
})
const told = (line: string) => process.stderr.write(`${line}\n`)

const documents = corpusDocuments(process.env.DIRECTIVE_CORPUS)
if (documents.length === 0)
  told('DIRECTIVE_CORPUS is not set: learning from fixtures and made documents alone; grades stay as they are')
const folds = foldsOf(documents.map(({ source }) => source))
const made = values.grades ? [] : [...madeExamples(), ...knownExamples(fixtureDocuments())]
const known = values.grades ? [] : knownExamples(documents)

function learnWithout(fold: number): StoredWeights {
  return learnWeights([...made, ...known.filter(({ source }) => folds.get(source) !== fold)], (line) =>
    told(fold < 0 ? line : `without fold ${fold + 1} of ${FOLDS}: ${line}`),
  )
}

if (!values.grades) writeFileSync('src/label/weights.json', `${JSON.stringify(learnWithout(-1))}\n`)

if (documents.length > 0) {
  const lexicon = createLexicon(currentGrammar(), isAsked)
  mkdirSync(KEPT, { recursive: true })
  const samples = Array.from({ length: FOLDS }, (_, fold) => {
    const file = join(KEPT, `${fold}.json`)
    if (!values.grades) writeFileSync(file, JSON.stringify(learnWithout(fold)))
    const weights = JSON.parse(readFileSync(file, 'utf8')) as StoredWeights
    const readers = { lexicon, weights: unpack(weights) }
    return documents
      .filter(({ source }) => folds.get(source) === fold)
      .flatMap((document) => samplesOf(document, readers))
  }).flat()
  const judged = outOfFold(samples, folds)
  // a judge for whom nothing is certain is none
  const shipped = JSON.parse(readFileSync('src/grade/weights.json', 'utf8'))
  const usable = (judge: ReturnType<typeof learnJudge>) => (judge.certain < 1 ? judge : shipped)
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = <T extends { source: string }>(list: readonly T[]) =>
      list.filter(({ source }) => folds.get(source) !== fold)
    writeFileSync(
      join(KEPT, `${fold}.grades.json`),
      JSON.stringify(usable(learnJudge(others(samples), others(judged)))),
    )
  }
  const learned = learnJudge(samples, judged)
  if (learned.certain < 1) writeFileSync('src/grade/weights.json', `${JSON.stringify(learned, null, 1)}\n`)
  else
    told(
      'too few values of these documents are wrong to say from which probability on one is certain: the rules were made with them; src/grade/weights.json stays as it is, until documents are there that nobody opened',
    )
  if (values.report)
    for (const { head, rows } of judgeTables(judged))
      console.log(`\n${printTable(head, rows, { right: head.map((_, at) => at).slice(1) })}`)
}
