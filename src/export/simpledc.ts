/** The flat lists of Thông tư 05/2025/TT-BNV as XML. */
import type { FilledField } from './fill.ts'
import type { FlatTable } from './shapes.ts'
import { element, printXml } from './xml.ts'

/** An element a field, in the order of the print; one without a value is there and empty. */
export function simpleDc(table: FlatTable, fields: FilledField[]): string {
  return `${printXml(element(table.root, {}, ...fields.map(({ name, text }) => element(name, {}, text))))}\n`
}
