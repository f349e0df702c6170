/** The XML Schema of a profile of a flat table: what packages carry and tests validate against. */
import type { Field, FlatTable, Requirement } from './shapes.ts'
import { element, type Element, printXml } from './xml.ts'

/** `xs:all`, since a reader must not depend on the order; an optional element may be empty. */
export function schemaOf(table: FlatTable, profile: string): string {
  const fields = Object.entries(table.profiles[profile] ?? {})
  const rows = fields.map(([name, requirement]) => elementOf(name, table.fields[name] as Field, requirement))
  return `${printXml(
    element(
      'xs:schema',
      { 'xmlns:xs': 'http://www.w3.org/2001/XMLSchema', elementFormDefault: 'qualified' },
      element('xs:annotation', {}, element('xs:documentation', {}, `${table.title} (${profile}): ${table.source}`)),
      element('xs:element', { name: table.root }, element('xs:complexType', {}, element('xs:all', {}, ...rows))),
    ),
  )}\n`
}

function elementOf(name: string, field: Field, requirement: Requirement): Element {
  const required = requirement === 'required'
  return element(
    'xs:element',
    { name: field.name ?? name, minOccurs: required ? 1 : 0 },
    element('xs:annotation', {}, element('xs:documentation', {}, field.label)),
    element('xs:simpleType', {}, element('xs:restriction', { base: 'xs:string' }, ...facets(field, required))),
  )
}

function facets({ type, length, pattern }: Field, required: boolean): Element[] {
  const shape = pattern ?? (type === 'number' ? `[0-9]{1,${length ?? 18}}` : undefined)
  return [
    ...(required ? [element('xs:minLength', { value: 1 })] : []),
    ...(length !== undefined && type === 'string' ? [element('xs:maxLength', { value: length })] : []),
    ...(shape === undefined ? [] : [element('xs:pattern', { value: required ? shape : `(${shape})?` })]),
  ]
}
