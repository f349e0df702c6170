/** The parts of the pipeline as unified plugins: each a thin adapter over a plain function. */
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import { diagnosticsOf } from './diagnostics.ts'
import { extract, type Findings } from './extract/extract.ts'
import { heedPaper } from './project/paper.ts'
import { project } from './project/project.ts'
import type { Decoded } from './read/decoded.ts'
import type { Language } from './rules.ts'
import type { DirectiveRecord, SourceInfo } from './schema.ts'
import { recordSchema } from './schema.ts'
import { createGrader } from './grade/grade.ts'
import type { Surroundings } from './grade/doubts.ts'
import { readersInForce } from './readers.ts'
import { type Readers, readTwice } from './segment/read-twice.ts'
import type { Directive } from './tree.ts'

declare module 'vfile' {
  interface DataMap {
    /** Put there before the text is parsed: what the reader made of the bytes, and where they came from. */
    decoded: Decoded
    source: SourceInfo
    language: Language
    /** Readers that learned otherwise than those in force; put there before the text is parsed. */
    readers?: Readers
    /** Written by `directiveParse`: what was observed around the values, for their grades. */
    around: Surroundings
    /** Written by `directiveExtract`. */
    findings: Findings
  }
}

/** Parser: the decoded text to a tree of the form's parts (`tree.ts`). */
export const directiveParse: Plugin<[], string, Directive> = function () {
  this.parser = (document, file) => {
    const { tree, around } = readTwice(document, file.data.readers ?? readersInForce())
    file.data.around = around
    return tree as never
  }
}

/** Transformer: dates, deadlines, references, agencies and actors, written on the tree and into `file.data.findings`. */
export const directiveExtract: Plugin<[], Directive> = () => (tree, file) => {
  file.data.findings = extract(String(file), tree)
}

/** Compiler: the tree to a record that the schema has accepted; its diagnostics are the file's messages too. */
export const directiveRecord: Plugin<[], Directive, DirectiveRecord> = function () {
  this.compiler = (tree, file) => {
    const { decoded, source, findings, language, around } = file.data as Required<typeof file.data>
    const text = String(file)
    heedPaper(tree as never, decoded)
    const diagnostics = [...decoded.diagnostics, ...diagnosticsOf(tree as never, findings, { text, language })]
    for (const diagnostic of diagnostics) report(file, diagnostic)
    return recordSchema.parse(
      project(tree as never, findings, {
        text,
        source,
        places: decoded.places,
        diagnostics,
        grader: createGrader(around, (file.data.readers ?? readersInForce()).judge),
      }),
    ) as never
  }
}

function report(file: VFile, { rule, level, message, line, column }: DirectiveRecord['diagnostics'][number]): void {
  const place = line === undefined ? undefined : { line, column: column ?? 1 }
  const told = file.message(message, { ...(place && { place }), ruleId: rule, source: 'directive-parse' })
  told.fatal = level === 'info' ? undefined : level === 'error'
}
