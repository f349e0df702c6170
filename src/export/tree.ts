/** A tree of elements, as a table says. */
import { type ExportContext, pointerOf, valuesAt } from './context.ts'
import { type FillChoices, fill } from './fill.ts'
import type { ElementRow } from './shapes.ts'
import { type Element, element } from './xml.ts'

/** The elements that a row of a tree table becomes: none, one, or one for each value. */
export function buildTree(row: ElementRow, context: ExportContext, choices: FillChoices): Element[] {
  if (row.when !== undefined && valuesAt(context, row.when).length === 0) return []
  if (row.each === undefined) return built(row, context, choices)
  return valuesAt(context, row.each).flatMap((value) => built(row, { ...context, '.': value }, choices))
}

function built(row: ElementRow, context: ExportContext, choices: FillChoices): Element[] {
  const text = row.from.length === 0 && row.default === undefined ? null : fill(row.element, row, context, choices)
  const children = (row.children ?? []).flatMap((child) => buildTree(child, context, choices))
  const attributes = Object.fromEntries(
    Object.entries(row.attributes).map(([name, value]) => [
      name,
      fill(`${row.element}/@${name}`, value, context, choices),
    ]),
  )
  if (text === null && children.length === 0 && row.empty === 'omit' && !hasOwn(row, attributes)) {
    if (row.requirement === 'required') {
      const pointer = pointerOf(row.from)
      choices.misfit({
        rule: 'export-missing',
        element: row.element,
        ...(pointer === undefined ? {} : { pointer }),
      })
    }
    return []
  }
  return [element(row.element, attributes, text, ...children)]
}

/** Whether an attribute says something that is not in the table itself. */
function hasOwn(row: ElementRow, attributes: Record<string, string | null>): boolean {
  return Object.entries(row.attributes).some(([name, { from }]) => from.length > 0 && attributes[name] !== null)
}
