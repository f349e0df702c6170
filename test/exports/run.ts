/**
 * `npm run exports`: makes every target from the fixtures, validates it, and says what a thousand records cost.
 * With a folder as argument the files are kept there. Exit code 1 where one is not valid.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Document,
  entryOf,
  FORMATS,
  type OutputFormat,
  type PrintSettings,
  type TextFormat,
  textEmitter,
} from '../../src/emit/index.ts'
import type { Fonds } from '../../src/export/fonds.ts'
import { registersEmitter } from '../../src/export/registers.ts'
import { EXPORT_SETTINGS } from '../../src/export/settings.ts'
import { judge } from '../../src/form/judge.ts'
import tables from '../../src/form/shipped.ts'
import { buildPackage } from '../../src/package/build.ts'
import { parseDirective } from '../../src/pipeline.ts'
import type { Diagnostic } from '../../src/schema.ts'
import { loadFixtures } from '../fixtures.ts'
import { faults, ownSchema, publicSchema } from '../xml.ts'

const THOUSAND = 1000
const TIME = '2026-11-28T09:00:00.000+07:00'
const FONDS: Fonds = {
  archiveCode: 'LTLS',
  agencyCode: 'H49.64.33',
  fileCode: 'H39.2021.01.001',
  title: 'Hồ sơ mẫu',
  maintenance: '01',
  mode: '01',
  riskRecovery: '0',
  repository: { name: 'Kho mẫu', baseURL: 'http://luutru.example.vn/oai', adminEmail: 'a@example.vn' },
}

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'directive-parse-exports-'))
mkdirSync(folder, { recursive: true })

/** As it comes from a source, with its text. */
type Parsed = Document & { text: string }

const documents: Parsed[] = loadFixtures().map(({ path, text }) => {
  const record = parseDirective(text, { path })
  return { text, record: { ...record, source: { ...record.source, pages: 2 } } }
})
/** Those whose date is whole: EAD_doc can hold no other. */
const dated = documents.filter(
  ({ record }) =>
    record.kind === 'directive' &&
    record.date?.length === 10 &&
    record.issuer !== null &&
    record.type !== null &&
    record.subject !== null,
)
const thousand = Array.from({ length: THOUSAND }, (_, index) => documents[index % documents.length] as Parsed)

const notes: Diagnostic[] = []
const settings: PrintSettings = {
  ...EXPORT_SETTINGS,
  fonds: FONDS,
  time: TIME,
  report: (problem) => void notes.push(problem),
}

interface Row {
  target: string
  files: number
  invalid: string[]
  /** Of a thousand records: CPU milliseconds, and kilobytes. */
  cost: number
  size: number
}

const rows: Row[] = []

/** CPU milliseconds of a piece of work. */
async function timed(work: () => Promise<void> | void): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const SCHEMAS: Record<string, [own: string, published: string]> = {
  akn: ['akn', 'akomantoso30.xsd'],
  dc: ['oai_dc', 'oai_dc.xsd'],
  ead3: ['ead3', 'ead3.xsd'],
  oai: ['static-repository', 'static-repository.xsd'],
}

function wrong(name: string, xml: string): string[] {
  const [own, published] = SCHEMAS[name] ?? []
  const schemas = [own && ownSchema(own), published && publicSchema(published)].filter(
    (schema): schema is string => typeof schema === 'string',
  )
  return schemas.flatMap((schema) => faults(xml, schema))
}

async function textTarget(name: TextFormat): Promise<void> {
  const emitter = await textEmitter(name)
  const { holds, extension } = entryOf(name as OutputFormat)
  const frame = typeof emitter.several === 'function' ? emitter.several(settings) : emitter.several
  const invalid: string[] = []
  let files = 0
  const keep = (file: string, content: string) => {
    files++
    writeFileSync(join(folder, file), content)
    if (/^<\?xml/.test(content)) invalid.push(...wrong(name, content).map((fault) => `${file}: ${fault}`))
  }
  const printed = documents.flatMap((document) => emitter.print(document, settings) ?? [])
  if (holds === 'collection') keep(`${name}${extension}`, frame.open + printed.join(frame.between) + frame.close)
  else
    for (const [index, content] of printed.entries())
      keep(`${name}-${index + 1}${extension}`, emitter.single.open + content + emitter.single.close)
  let size = 0
  const cost = await timed(() => {
    for (const document of thousand) size += Buffer.byteLength(emitter.print(document, settings) ?? '')
  })
  rows.push({ target: `--${name}`, files, invalid, cost, size: size / 1024 })
}

async function registersTarget(): Promise<void> {
  const place = join(folder, 'registers')
  const gathered = (all: Document[]) => all.flatMap((document) => registersEmitter.gather(document, settings) ?? [])
  await registersEmitter.write(gathered(documents), place, settings)
  const files = readdirSync(place)
  const scratch = mkdtempSync(join(tmpdir(), 'directive-parse-registers-'))
  const cost = await timed(async () => void (await registersEmitter.write(gathered(thousand), scratch, settings)))
  const size = readdirSync(scratch).reduce((sum, name) => sum + statSync(join(scratch, name)).size, 0) / 1024
  rmSync(scratch, { recursive: true })
  rows.push({
    target: '--registers',
    files: files.length,
    invalid: files.filter((name) => statSync(join(place, name)).size === 0),
    cost,
    size,
  })
}

async function packageTarget(type: string): Promise<void> {
  const packing = { ...settings, type, way: 'tt05', time: TIME, schemas: new Map(), reportOf: () => {} }
  const entry = ({ record, text }: Parsed, index: number) => ({
    record,
    name: `${index + 1}.txt`,
    bytes: Buffer.from(text ?? ''),
  })
  const built = buildPackage(dated.map(entry), packing)
  const invalid: string[] = []
  const contentOf = (path: string) =>
    Buffer.from(built.members.find((member) => member.path === path)?.bytes ?? []).toString()
  for (const { path, bytes } of built.members) {
    const file = join(folder, built.folder, path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, bytes)
    const schema = /METS\.xml$/.test(path)
      ? ownSchema('mets')
      : /PREMIS/.test(path)
        ? ownSchema('premis')
        : /EAD_doc_/.test(path)
          ? contentOf('schemas/EAD_doc.xsd')
          : null
    const unknowable = type !== 'aip-file' && /EAD_doc_/.test(path)
    if (schema && !unknowable)
      invalid.push(...faults(Buffer.from(bytes).toString(), schema).map((fault) => `${path}: ${fault}`))
  }
  let size = 0
  const cost = await timed(() => {
    size = buildPackage(thousand.map(entry), packing).members.reduce((sum, member) => sum + member.size, 0)
  })
  rows.push({ target: `package ${type}`, files: built.members.length, invalid, cost, size: size / 1024 })
}

async function formTarget(): Promise<void> {
  let size = 0
  const cost = await timed(() => {
    for (const { record, text } of thousand)
      size += JSON.stringify(judge(record, text ?? '', { tables, look: null, language: 'en' })).length
  })
  const errors = documents.flatMap(({ record, text }) =>
    judge(record, text ?? '', { tables, look: null, language: 'en' }).findings.filter(({ level }) => level === 'error'),
  )
  rows.push({
    target: 'form',
    files: 0,
    invalid: errors.map(({ rule, found }) => `${rule}: ${found}`),
    cost,
    size: size / 1024,
  })
}

for (const { name, holds } of FORMATS) if (holds === 'documents' || holds === 'collection') await textTarget(name)
await registersTarget()
for (const type of ['aip-file', 'aip-loose', 'sip-file', 'sip-loose', 'dip']) await packageTarget(type)
await formTarget()

const number = (value: number) => Math.round(value).toLocaleString('en-US')
console.log(
  `| target | files from ${documents.length} fixtures | not valid | CPU ms / 1,000 records | KB / 1,000 records |\n| --- | --: | --: | --: | --: |`,
)
for (const { target, files, invalid, cost, size } of rows)
  console.log(`| ${target} | ${files} | ${invalid.length} | ${number(cost)} | ${number(size)} |`)
for (const { target, invalid } of rows) for (const fault of invalid.slice(0, 5)) console.error(`${target}: ${fault}`)
const kinds = new Map<string, number>()
for (const { rule } of notes) kinds.set(rule, (kinds.get(rule) ?? 0) + 1)
console.log(`\nSaid of what did not fit: ${[...kinds].map(([rule, count]) => `${rule} ${count}`).join(', ')}`)
console.log(process.argv[2] === undefined ? '' : `Kept in ${folder}`)
if (process.argv[2] === undefined) rmSync(folder, { recursive: true })
if (rows.some(({ invalid }) => invalid.length > 0)) process.exitCode = 1
