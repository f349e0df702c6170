/** XML in tests: parsed, asked by XPath, and validated offline. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XmlDocument, type XmlElement, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

xmlRegisterFsInputProviders()

/** What a schema finds wrong; empty where nothing is. */
export function faults(xml: string, schema: string): string[] {
  using document = XmlDocument.fromString(xml)
  const path = schema.startsWith('<') ? undefined : schema
  using grammar = XmlDocument.fromString(
    path === undefined ? schema : readFileSync(path, 'utf8'),
    path === undefined ? {} : { url: path },
  )
  using validator = XsdValidator.fromDoc(grammar)
  try {
    validator.validate(document)
    return []
  } catch (error) {
    return (error as Error).message.trim().split('\n')
  }
}

/** Our own description of the part of a public schema that we use. */
export const ownSchema = (name: string) => join('test/schemas', `${name}.xsd`)

/** A public schema in `SCHEMAS_DIR`; null where there is none, which a test says in its name. */
export function publicSchema(name: string): string | null {
  const folder = process.env.SCHEMAS_DIR
  if (!folder) return null
  const path = join(folder, name)
  return existsSync(path) ? path : null
}

export const NAMESPACES = {
  m: 'http://www.loc.gov/METS/',
  p: 'http://www.loc.gov/premis/v3',
  xlink: 'http://www.w3.org/1999/xlink',
  csip: 'https://DILCIS.eu/XML/METS/CSIPExtensionMETS',
  a: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0',
  e: 'http://ead3.archivists.org/schema/',
  d: 'http://www.mic.gov.vn/TBT/QCVN_102_2016',
  dc: 'http://purl.org/dc/elements/1.1/',
  o: 'http://www.openarchives.org/OAI/2.0/',
  s: 'http://www.openarchives.org/OAI/2.0/static-repository',
}

/** The strings of an XPath: text of elements, values of attributes. */
export function select(xml: string, path: string): string[] {
  using document = XmlDocument.fromString(xml)
  return document.find(path, NAMESPACES).map((node) => (node as XmlElement).content)
}
