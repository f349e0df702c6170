/** `directive-parse [inputs…]`: from the options to a run, and from its outcomes to words and an exit code. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from '../batch/atomic.ts'
import { findInputs, type Input } from '../batch/inputs.ts'
import { outputNames } from '../batch/outputs.ts'
import { readDocuments } from '../batch/source.ts'
import { isTableFormat, OUTPUT_FORMATS, type OutputFormat, type TextFormat, textEmitter } from '../emit/index.ts'
import { fileProblem, ProblemError } from '../messages.ts'
import type { ReadChoices } from '../read/options.ts'
import type { Context } from './command.ts'
import type { convertOptions, OptionsOf } from './options.ts'

export type ConvertOptions = OptionsOf<typeof convertOptions> & { reading: ReadChoices }

export async function convert(names: string[], options: ConvertOptions, context: Context): Promise<void> {
  if (names.length === 0) throw new ProblemError('no-input')
  if (names.filter((name) => name === '-').length > 1) throw new ProblemError('stdin-twice')
  const asked = askedFormat(options)
  if (options.grammars !== undefined) {
    const { useGrammars } = await import('../grammar/grammar.ts')
    await useGrammars(options.grammars)
  }
  const { inputs, problems, several } = await findInputs(names, options.output ? { except: [options.output] } : {})
  for (const problem of problems) {
    context.tell(problem)
    if (problem.id !== 'folder-empty') context.exitCode = 1
  }
  const format = asked ?? (several && options.output === undefined ? 'ndjson' : 'json')
  if (isTableFormat(format))
    throw new ProblemError('wrong-value', { option: '--format', value: format, expected: 'json' })
  await convertEach(inputs, several, format, options, context)
}

async function convertEach(
  inputs: Input[],
  several: boolean,
  format: TextFormat,
  options: ConvertOptions,
  context: Context,
): Promise<void> {
  const emitter = await textEmitter(format)
  const names = options.output === undefined ? null : outputNames(inputs, emitter.extension)
  const frame = several ? emitter.several : emitter.single
  let printed = 0
  for (const [index, input] of inputs.entries()) {
    if (context.output.closed) break
    let documents: Awaited<ReturnType<typeof readDocuments>>
    try {
      const bytes = input.path === null ? await readStream(context.streams.stdin) : await readFile(input.path)
      documents = await readDocuments(bytes, input.path, { read: options.reading, language: context.recordLanguage })
    } catch (error) {
      context.tell(fileProblem(error, input.path ?? 'stdin', 'read'))
      context.exitCode = 1
      continue
    }
    for (const document of documents) {
      if (options.strict && Object.values(document.record.evidence).some(({ grade }) => grade === 'doubtful')) {
        context.exitCode = 1
      }
      if (options.evidence === false) document.record = { ...document.record, evidence: {} }
    }
    if (names) {
      const own = documents.length > 1 ? emitter.several : emitter.single
      const text = own.open + documents.map((document) => emitter.print(document)).join(own.between) + own.close
      await writeAtomic(join(options.output as string, names[index] as string), text)
    } else {
      for (const document of documents) {
        await context.output.write((printed++ === 0 ? frame.open : frame.between) + emitter.print(document))
      }
    }
  }
  if (!names) await context.output.write(printed > 0 ? frame.close : several ? frame.open + frame.close : '')
}

function askedFormat(options: ConvertOptions): OutputFormat | undefined {
  const asked = new Set(OUTPUT_FORMATS.filter((format) => options[format]))
  if (options.format) asked.add(options.format)
  if (asked.size > 1)
    throw new ProblemError('one-format', { formats: [...asked].map((name) => `--${name}`).join(', ') })
  return [...asked][0]
}

async function readStream(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
