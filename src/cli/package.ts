/** `directive-parse package DIR…`: packages for an archive, each folder one file (hồ sơ). */
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageTable } from '../export/tables.ts'
import { fileProblem, ProblemError } from '../messages.ts'
import { buildPackage, type BuiltPackage, type PackageSettings } from '../package/build.ts'
import { type CollectChoices, collect } from '../package/collect.ts'
import { writeFolder, writeZip } from '../package/write.ts'
import type { ReadChoices } from '../read/options.ts'
import type { Diagnostic } from '../schema.ts'
import { type Context, EXIT } from './command.ts'
import { type ExportChoices, exportSettings } from './export-options.ts'
import { Notes } from './notes.ts'
import { sayIn } from './options.ts'
import { formatNumber } from './numbers.ts'
import { showSteps, type Steps } from './progress/steps.ts'

export interface PackageChoices extends ExportChoices {
  output: string
  as: 'aip' | 'sip' | 'dip'
  loose?: true | undefined
  profile: string
  packageTime?: string | undefined
  records?: string | undefined
  order: 'date' | 'name'
  schemas?: string | undefined
  zip?: true | undefined
  report?: string | undefined
  quiet?: true | undefined
  reading: ReadChoices
}

export async function packageFolders(folders: string[], choices: PackageChoices, context: Context): Promise<void> {
  const schemas = choices.schemas === undefined ? new Map<string, Uint8Array>() : await schemasIn(choices.schemas)
  const report = choices.report === undefined ? null : (await import('../batch/report.ts')).openReport(choices.report)
  try {
    for (const [index, folder] of folders.entries())
      await packageFolder(folder, index, { choices, schemas, report }, context)
  } finally {
    report?.close()
  }
}

interface Run {
  choices: PackageChoices
  schemas: Map<string, Uint8Array>
  report: { note(notes: readonly Diagnostic[]): void } | null
}

async function packageFolder(
  folder: string,
  index: number,
  { choices, schemas, report }: Run,
  context: Context,
): Promise<void> {
  const { language, streams } = context
  const fonds =
    choices.fonds ?? ['fonds.yaml', 'fonds.yml'].map((name) => join(folder, name)).find((path) => existsSync(path))
  const settings = await exportSettings({ ...choices, fonds }, language)
  let shown: Steps | null = null
  const collecting: CollectChoices = {
    source: { read: choices.reading, language: context.recordLanguage, errorLanguage: language },
    order: choices.order,
    tell: (problem) => {
      shown?.clear()
      context.tell(problem)
    },
    watch: async (paths) => {
      shown = await showSteps(paths, context, { quiet: choices.quiet })
      return shown
    },
    ...(choices.records === undefined ? {} : { records: choices.records }),
  }
  const { documents, failed } = await collect(folder, collecting).finally(() => shown?.stop())
  if (failed > 0) context.exitCode = EXIT.unread
  if (documents.length === 0) throw new ProblemError('package-empty', { path: folder })
  const notes = new Notes(context, choices.quiet === true)
  const all: Diagnostic[] = []
  const packing: PackageSettings = {
    ...settings,
    type: choices.as === 'dip' ? 'dip' : `${choices.as}-${choices.loose ? 'loose' : 'file'}`,
    way: choices.profile,
    time: choices.packageTime ?? hanoiTime(new Date()),
    schemas,
    reportOf: (name, problem) => {
      notes.add(name === null ? folder : join(folder, name), [problem])
      all.push(name === null ? problem : { ...problem, message: `${name}: ${problem.message}` })
    },
  }
  const built = buildPackage(documents, packing)
  await mkdir(choices.output, { recursive: true }).catch((error) => {
    throw Object.assign(new ProblemError('cannot-write'), { problem: fileProblem(error, choices.output, 'write') })
  })
  const path = choices.zip
    ? await writeZip(built, choices.output, archiveName(built, index, choices), packing.time)
    : await writeFolder(built, choices.output)
  notes.close()
  report?.note(all)
  if (choices.quiet) return
  const t = sayIn(language)
  const { name = '' } = packageTable().types[packing.type] ?? {}
  const count = formatNumber(documents.length, language)
  const size = formatNumber(Math.ceil(built.members.reduce((sum, member) => sum + member.size, 0) / 1024), language)
  streams.stderr.write(
    t(`${path}: ${name}, ${count} documents, ${size} KB\n`, `${path}: ${name}, ${count} văn bản, ${size} KB\n`),
  )
}

/** An ordinal and the identifier (Thông tư 05/2025/TT-BNV), or the bare identifier in small letters. */
function archiveName({ folder }: BuiltPackage, index: number, { profile, as }: PackageChoices): string {
  const guid = /[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/.exec(folder)?.[0].toLowerCase() ?? folder
  if (packageTable().ways[profile]?.archiveName === 'guid') return guid
  return as === 'sip' ? `${index + 1}-${folder}` : folder
}

async function schemasIn(folder: string): Promise<Map<string, Uint8Array>> {
  try {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.xsd')).sort()
    return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)))
  } catch (error) {
    throw Object.assign(new ProblemError('cannot-read'), { problem: fileProblem(error, folder, 'read') })
  }
}

/** As Thông tư 05/2025/TT-BNV writes a moment: `2026-06-12T11:45:37.690+07:00`. */
function hanoiTime(now: Date): string {
  return new Date(now.getTime() + 7 * 3600 * 1000).toISOString().replace('Z', '+07:00')
}
