/** Packages by the command, opened again as a reader of METS would. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readExportTables } from '../src/export/files.ts'
import { schemaOf } from '../src/export/xsd.ts'
import { parseDirective } from '../src/pipeline.ts'
import { runCommand, temporaryFolder } from './command.ts'
import { loadFixtures } from './fixtures.ts'
import { unless } from './needs.ts'
import { faults, ownSchema, publicSchema, select } from './xml.ts'

const FONDS = `
archiveCode: LTLS
fondsCode: P01
fileCode: H39.2021.01.001
title: Hồ sơ phòng chống thiên tai
maintenance: '01'
mode: '01'
riskRecovery: '0'
numberOfPaper: 40
`
const TIME = ['--package-time', '2026-11-28T09:00:00+07:00']

/** Twenty documents with the records that an earlier run made, in which a person has put down the pages. */
async function folderOfTwenty(place: string) {
  const [folder, records] = [join(place, 'in'), join(place, 'records')]
  for (const each of [folder, records]) await mkdir(each)
  const known = loadFixtures().filter(({ text, expected }) => {
    const { date, subject, type, issuer, secrecy } = parseDirective(text)
    return date?.length === 10 && subject && type && issuer && !secrecy && expected.kind !== 'news'
  })
  for (const [index, { text }] of known.slice(0, 20).entries()) {
    await writeFile(join(folder, `văn bản ${index + 1}.txt`), text)
    const record = parseDirective(text)
    await writeFile(
      join(records, `văn bản ${index + 1}.json`),
      JSON.stringify({ ...record, source: { ...record.source, pages: 2 } }),
    )
  }
  await writeFile(join(folder, 'fonds.yaml'), FONDS)
  return { folder, records }
}

const packed = async (folder: string, ...words: string[]) => packedInto(await temporaryFolder(), folder, ...words)

async function packedInto(output: string, folder: string, ...words: string[]) {
  const ran = await runCommand(['package', folder, '-o', output, ...words])
  const [name = ''] = await readdir(output)
  return { ran, name, path: join(output, name), read: (path: string) => readFile(join(output, name, path), 'utf8') }
}

/** What a METS file refers to, each with its size and hash as stated, resolved as a reader resolves it. */
async function membersOf(path: string, mets: string): Promise<string[]> {
  const xml = await readFile(join(path, mets), 'utf8')
  const found: string[] = []
  for (const place of ['//m:mdRef', '//m:file']) {
    const link = place === '//m:file' ? `${place}/m:FLocat/@xlink:href` : `${place}/@xlink:href`
    const [links, sizes, sums] = [select(xml, link), select(xml, `${place}/@SIZE`), select(xml, `${place}/@CHECKSUM`)]
    for (const [index, href] of links.entries()) {
      const inside = join(dirname(mets), decodeURIComponent(href))
      const bytes = await readFile(join(path, inside))
      expect([inside, String(bytes.length), createHash('sha256').update(bytes).digest('hex').toUpperCase()]).toEqual([
        inside,
        sizes[index],
        sums[index],
      ])
      found.push(inside)
    }
  }
  return found
}

const { rules: CSIP } = parse(readFileSync('test/schemas/csip.yaml', 'utf8')) as {
  rules: { id: string; in?: 'package'; at: string; must: string }[]
}

/** The requirements of CSIP that a METS file does not meet. */
const unmet = (mets: string, file: 'package' | 'representation') =>
  CSIP.filter((rule) => rule.in === undefined || rule.in === file)
    .filter(({ at, must }) => select(mets, `${at}[not(${must})]`).length > 0)
    .map(({ id }) => id)

/** Prints of each file that a METS file lists its link, size and digest, as a reader of others sees them. */
const READER = `
  use strict; use HTTP::OAI; use HTTP::OAI::Metadata::METS; use XML::LibXML;
  my $mets = HTTP::OAI::Metadata::METS->new;
  $mets->dom(XML::LibXML->load_xml(location => $ARGV[0]));
  print "$_->{url} $_->{SIZE} $_->{CHECKSUM}\\n" for $mets->files;
`
const perl = (...words: string[]) => spawnSync('perl', words, { encoding: 'utf8' })
const hasReader = perl('-MHTTP::OAI', '-MHTTP::OAI::Metadata::METS', '-e', '1').status === 0

async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
}

describe('an AIP of a folder of twenty documents', async () => {
  const place = await mkdtemp(join(tmpdir(), 'directive-parse-'))
  afterAll(() => rm(place, { recursive: true, force: true }))
  const { folder, records } = await folderOfTwenty(place)
  const { ran, path, name, read } = await packedInto(join(place, 'out'), folder, '--records', records, ...TIME)
  const rep = 'representations/rep1'

  test('is made, with nothing to say', () => {
    expect(ran).toMatchObject({ code: 0, stdout: '' })
    expect(
      ran.stderr
        .split('\n')
        .filter((line) => line && !line.includes('AIP_hoso, 20 documents') && !/doubtful/.test(line)),
    ).toEqual([])
    expect(name).toMatch(/^urn_P01_uuid-[0-9A-F-]{36}$/)
  })

  test('a reader of METS finds every file, whole, and there is no other', async () => {
    const referred = [...(await membersOf(path, 'METS.xml')), ...(await membersOf(path, `${rep}/METS.xml`))]
    expect([...referred, 'METS.xml'].sort()).toEqual((await filesOf(path)).sort())
    expect(referred.filter((file) => file.startsWith(`${rep}/data/`))).toHaveLength(20)
  })

  test.each(['METS.xml', `${rep}/METS.xml`])(
    '%s is valid, its identifiers unique, its references met',
    async (file) => {
      expect(faults(await read(file), ownSchema('mets'))).toEqual([])
    },
  )

  unless(hasReader, 'needs libhttp-oai-perl: apt install libhttp-oai-perl').test(
    'the reader of METS of another hand lists every file, each as it lies there',
    async () => {
      for (const [file, count] of [
        ['METS.xml', 3],
        [`${rep}/METS.xml`, 20],
      ] as const) {
        const listed = perl('-e', READER, join(path, file)).stdout.trim().split('\n')
        expect([file, listed.length]).toEqual([file, count])
        for (const line of listed) {
          const [link = '', size, digest] = line.split(' ')
          const bytes = await readFile(join(path, dirname(file), decodeURIComponent(link)))
          const found = createHash('sha256').update(bytes).digest('hex').toUpperCase()
          expect([link, String(bytes.length), found]).toEqual([link, size, digest])
        }
      }
    },
  )

  test('meets what CSIP asks, requirement by requirement', async () => {
    const [mets, inner] = [await read('METS.xml'), await read(`${rep}/METS.xml`)]
    expect(unmet(mets, 'package')).toEqual([])
    expect(unmet(inner, 'representation')).toEqual([])
    const spoilt = mets.replace(' csip:CONTENTINFORMATIONTYPE="MIXED">', '>').replace('ROLE="CREATOR"', 'ROLE="EDITOR"')
    expect(unmet(spoilt, 'package')).toEqual(['CSIP10 and 11', 'CSIP62'])
  })

  test('says what it is as CSIP asks for it', async () => {
    const mets = await read('METS.xml')
    expect(select(mets, '/m:mets/m:metsHdr/@csip:OAISPACKAGETYPE')).toEqual(['AIP'])
    expect(select(mets, '/m:mets/@OBJID')).toEqual([name.replaceAll('_', ':')])
    expect(select(mets, '/m:mets/@PROFILE')).toEqual(['http://www.ra.ee/METS/v01/IP.xml'])
    expect(select(mets, '//m:fileGrp/@USE')).toEqual(['Schemas', 'Representations/rep1'])
    expect(select(mets, '//m:mptr/@xlink:title')).toEqual(select(mets, "//m:fileGrp[@USE='Representations/rep1']/@ID"))
    expect(select(await read(`${rep}/METS.xml`), '//m:structMap/m:div/@TYPE')).toEqual(['NORMALIZED'])
  })

  test('ties each document to its description and to our record', async () => {
    const mets = await read(`${rep}/METS.xml`)
    const links = select(mets, "//m:div[@LABEL='MetadataLink/File']/@DMDID")
    expect(links).toHaveLength(20)
    for (const link of links) {
      const [ead, own] = link.split(' ').map((id) => select(mets, `//m:dmdSec[@ID='${id}']/m:mdRef/@xlink:href`)[0])
      expect(ead).toMatch(/^metadata\/descriptive\/EAD_doc_/)
      expect(own?.replace('metadata/other/', '').replace('.directive.json', '.xml')).toBe(
        ead?.replace('metadata/descriptive/EAD_doc_', ''),
      )
    }
    expect(select(mets, "//m:mdRef[@MDTYPE='OTHER']/@OTHERMDTYPE")).toEqual(Array(20).fill('directive/1'))
  })

  test('the schemas that are in it accept its descriptions', async () => {
    const [ead, document] = [await read('schemas/EAD.xsd'), await read('schemas/EAD_doc.xsd')]
    expect(faults(await read('metadata/descriptive/EAD.xml'), ead)).toEqual([])
    for (const file of await readdir(join(path, rep, 'metadata/descriptive'))) {
      expect([file, faults(await read(`${rep}/metadata/descriptive/${file}`), document)]).toEqual([file, []])
    }
  })

  test('PREMIS is valid and knows the hash of each file', async () => {
    const premis = await read(`${rep}/metadata/preservation/PREMIS_rep1.xml`)
    expect(faults(premis, ownSchema('premis'))).toEqual([])
    expect(faults(await read('metadata/preservation/PREMIS.xml'), ownSchema('premis'))).toEqual([])
    expect(select(premis, '//p:messageDigest')).toEqual(select(await read(`${rep}/METS.xml`), '//m:file/@CHECKSUM'))
  })

  test.skipIf(!publicSchema('mets.xsd'))('METS is valid by the public schema (SCHEMAS_DIR)', async () => {
    for (const file of ['METS.xml', `${rep}/METS.xml`])
      expect(faults(await read(file), publicSchema('mets.xsd') as string)).toEqual([])
  })

  test.skipIf(!publicSchema('premis.xsd'))('PREMIS is valid by the public schema (SCHEMAS_DIR)', async () => {
    expect(
      faults(await read(`${rep}/metadata/preservation/PREMIS_rep1.xml`), publicSchema('premis.xsd') as string),
    ).toEqual([])
  })

  test('is the same again, byte for byte, and is not replaced', async () => {
    const again = await packed(folder, '--records', records, ...TIME)
    expect(again.name).toBe(name)
    for (const file of await filesOf(path))
      expect([file, (await readFile(join(again.path, file))).equals(await readFile(join(path, file)))]).toEqual([
        file,
        true,
      ])
    const twice = await runCommand(['package', folder, '-o', dirname(path), '--records', records, ...TIME])
    expect(twice).toMatchObject({ code: 2, stderr: expect.stringContaining('a package is never replaced') })
  })

  test('is the same wherever the folder lies', async () => {
    const [here, there] = [await folderOf({ 'a.txt': LETTER() }), await folderOf({ 'a.txt': LETTER() })]
    const [one, other] = [await packed(here, ...TIME), await packed(there, ...TIME)]
    expect(other.name).toBe(one.name)
    for (const file of await filesOf(one.path))
      expect([file, await other.read(file)]).toEqual([file, await one.read(file)])
    const inside = JSON.parse(await one.read(`${rep}/metadata/other/H39.2021.01.001.001.directive.json`))
    expect(inside.source.path).toBe('a.txt')
  })

  test('another time is another package', async () => {
    const other = await packed(folder, '--records', records, '--package-time', '2026-11-29T09:00:00+07:00')
    expect(other.name).not.toBe(name)
  })
})

const LETTER = (mark = '') => `HUYỆN ỦY SUỐI NGÀN                 ĐẢNG CỘNG SẢN VIỆT NAM
        *                      Suối Ngàn, ngày 05 tháng 8 năm 2021
  Số 12-CV/HU
${mark}V/v kiểm tra hồ chứa

Kính gửi: Ủy ban nhân dân huyện.

1. Ủy ban nhân dân huyện kiểm tra các hồ chứa.

Nơi nhận:                              T/M BAN THƯỜNG VỤ
- Như trên.                                 BÍ THƯ
                                         Vàng Seo Lử
`

async function folderOf(files: Record<string, string>, fonds = FONDS) {
  const folder = await temporaryFolder()
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  await writeFile(join(folder, 'fonds.yaml'), fonds)
  return folder
}

describe('the kinds of packages', () => {
  test.each([
    [[], 'AIP', 'aip', 'aip-file', true],
    [['--loose'], 'AIP', 'aip', 'aip-loose', true],
    [['--as', 'sip'], 'SIP', 'sip', 'sip-file', false],
    [['--as', 'sip', '--loose'], 'SIP', 'sip', 'sip-loose', false],
    [['--as', 'dip'], 'DIP', 'dip', 'dip', false],
  ] as const)('%j: the elements of its tables, in their order', async (words, oais, document, ead, premis) => {
    const { path, read } = await packed(await folderOf({ 'a.txt': LETTER() }), ...words, ...TIME)
    const mets = await read('METS.xml')
    expect(select(mets, '//@csip:OAISPACKAGETYPE')).toEqual([oais])
    expect(faults(mets, ownSchema('mets'))).toEqual([])
    expect(unmet(mets, 'package')).toEqual([])
    expect(unmet(await read('representations/rep1/METS.xml'), 'representation')).toEqual([])
    const tables = readExportTables('grammars/exports')
    const elementsOf = async (id: string, profile: string, file: string) => {
      const table = tables.find((each) => each.kind === 'flat' && each.id === id)
      const names =
        table?.kind === 'flat'
          ? Object.keys(table.profiles[profile] ?? {}).map((key) => table.fields[key]?.name ?? key)
          : []
      const printed = [...(await read(file)).matchAll(/^ {2}<(\w+)/gm)].map((match) => match[1])
      expect(printed).toEqual(names)
    }
    await elementsOf('ead', ead, 'metadata/descriptive/EAD.xml')
    await elementsOf('ead-doc', document, 'representations/rep1/metadata/descriptive/EAD_doc_H39.2021.01.001.001.xml')
    expect((await filesOf(path)).some((file) => file.includes('PREMIS'))).toBe(premis)
  })

  test('--profile archivenex writes as the known sample does', async () => {
    const { path, read } = await packed(await folderOf({ 'a.txt': LETTER() }), '--profile', 'archivenex', ...TIME)
    expect(select(await read('representations/rep1/METS.xml'), '/m:mets/@OBJID')).toEqual(['rep1'])
    expect(unmet(await read('METS.xml'), 'package')).toEqual([])
    expect(unmet(await read('representations/rep1/METS.xml'), 'representation')).toEqual([])
    expect(select(await read('METS.xml'), '//m:altRecordID')).toEqual(['H39.2021.01.001'])
    expect(await filesOf(path)).toEqual(
      expect.arrayContaining([
        'schemas/ead_doc.xsd',
        'representations/rep1/metadata/descriptive/EAD_DOC_H39.2021.01.001.001.xml',
      ]),
    )
  })

  test('--zip is the same package in one file', async () => {
    const folder = await folderOf({ 'a.txt': LETTER() })
    const { path: zip, name } = await packed(folder, '--zip', '--as', 'sip', ...TIME)
    const { path } = await packed(folder, '--as', 'sip', ...TIME)
    expect(name).toMatch(/^1-uuid-[0-9A-F-]{36}\.zip$/)
    const inside = Object.keys(unzipSync(await readFile(zip))).map((file) => file.slice(file.indexOf('/') + 1))
    expect(inside.sort()).toEqual((await filesOf(path)).sort())
  })

  test('--schemas puts those of the operator beside ours', async () => {
    const schemas = await temporaryFolder()
    await writeFile(join(schemas, 'METS.xsd'), '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>')
    const { path } = await packed(await folderOf({ 'a.txt': LETTER() }), '--schemas', schemas, ...TIME)
    expect(await readdir(join(path, 'schemas'))).toEqual(['EAD.xsd', 'EAD_doc.xsd', 'METS.xsd'])
    expect(await membersOf(path, 'METS.xml')).toContain('schemas/METS.xsd')
  })
})

describe('what is not known', () => {
  test('stays empty and is said; nothing is filled in', async () => {
    const { ran, read } = await packed(await folderOf({ 'a.txt': LETTER() }, 'fileCode: A.1\n'), ...TIME)
    const ead = await read('metadata/descriptive/EAD.xml')
    expect(select(ead, '//title | //maintenance | //mode')).toEqual(['', '', ''])
    expect(ran.stderr).toContain('title, maintenance, mode, riskRecovery: required by the target')
    expect(ead).not.toMatch(/N\/A|2026/)
  })

  test('the schema does not accept it', async () => {
    const { read } = await packed(await folderOf({ 'a.txt': LETTER() }, 'fileCode: A.1\n'), ...TIME)
    expect(faults(await read('metadata/descriptive/EAD.xml'), await read('schemas/EAD.xsd')).join()).toContain('title')
  })
})

describe('secrecy', () => {
  const texts = {
    'a.txt': LETTER(),
    'b.txt': LETTER('MẬT\n').replace('12-CV', '13-CV'),
    'c.txt': LETTER('TUYỆT MẬT\n').replace('12-CV', '14-CV').replace('hồ chứa', 'đoàn khách'),
  }

  test('a TUYỆT MẬT document is kept without its subject and without our record', async () => {
    const { ran, path } = await packed(await folderOf(texts), ...TIME)
    const files = (await filesOf(path)).filter((file) => !file.includes('/data/'))
    for (const file of files) expect(await readFile(join(path, file), 'utf8'), file).not.toContain('đoàn khách')
    expect(ran.stderr).toContain('c.txt: The document is marked "Tuyệt mật"')
  })

  test('the file that holds one is secret, whatever the operator says', async () => {
    const { read } = await packed(await folderOf(texts), ...TIME)
    expect(select(await read('metadata/descriptive/EAD.xml'), '//mode')).toEqual(['03'])
  })

  test('a package for a reader holds none of them, unless asked', async () => {
    const folder = await folderOf(texts)
    const data = async (...words: string[]) =>
      (await filesOf((await packed(folder, '--as', 'dip', ...words, ...TIME)).path)).filter((file) =>
        file.includes('/data/'),
      )
    expect(await data()).toHaveLength(1)
    expect(await data('--secret-documents')).toHaveLength(3)
  })
})

describe('schemas made of the tables', () => {
  const table = readExportTables('grammars/exports').find((each) => each.kind === 'flat' && each.id === 'ead-doc')
  const valid = `<simpledc><arcFileCode>A</arcFileCode><mode>01</mode><language>01</language><numberOfPage>3</numberOfPage><docCode>A.1</docCode>
    <docOrdinal>1</docOrdinal><typeName>03</typeName><issuedDate>05/08/2021</issuedDate><organName>X</organName><subject>Y</subject></simpledc>`
  const schema = table?.kind === 'flat' ? schemaOf(table, 'aip') : ''

  test('accept any order', () => {
    expect(faults(valid, schema)).toEqual([])
    expect(
      faults(valid.replace('<mode>01</mode>', '').replace('</simpledc>', '<mode>01</mode></simpledc>'), schema),
    ).toEqual([])
  })

  test.each([
    ['<mode>01</mode>', '<mode>04</mode>', 'mode'],
    ['05/08/2021', '2021-08-05', 'issuedDate'],
    ['<typeName>03</typeName>', '<typeName>33</typeName>', 'typeName'],
    ['<subject>Y</subject>', `<subject>${'y'.repeat(501)}</subject>`, 'maxLength'],
    ['<subject>Y</subject>', '<subject/>', 'subject'],
    ['<organName>X</organName>', '', 'organName'],
    ['<simpledc>', '<simpledc><docId>1</docId>', 'docId'],
  ])('refuse %s as %s', (from, to, named) => {
    expect(faults(valid.replace(from, to), schema).join()).toContain(named)
  })
})

describe('fonds.yaml', () => {
  test('init writes one that says nothing until it is filled in, and then is read', async () => {
    const folder = await temporaryFolder()
    expect(await runCommand(['init', folder, '--lang', 'vi'])).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('điền những gì đã biết'),
    })
    const path = join(folder, 'fonds.yaml')
    const template = await readFile(path, 'utf8')
    const schema = JSON.parse((await runCommand(['schema', 'fonds'])).stdout)
    for (const key of Object.keys(schema.properties)) expect(template).toContain(`#${key}:`)
    expect(await runCommand(['init', folder])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is there already'),
    })
    await writeFile(join(folder, 'a.txt'), LETTER())
    expect((await packed(folder, ...TIME)).ran.code).toBe(0)
    // every key that takes a text, uncommented as a person would
    await writeFile(
      path,
      template
        .replace(/^#title:/m, 'title: Hồ sơ X')
        .replace(/^#edxml:/m, 'edxml:')
        .replace(/^# {3}typeCodes:/m, '  typeCodes: { Công văn: "18" }'),
    )
    const { read } = await packed(folder, ...TIME)
    expect(select(await read('metadata/descriptive/EAD.xml'), '//title')).toEqual(['Hồ sơ X'])
  })
})
