/** A value of a table: read by its paths, put into its form, coded, and held to its limits. */
import { type ExportContext, type Misfit, pointerOf, valuesAt } from './context.ts'
import { FORMS } from './forms.ts'
import type { CodeLists, Field, FlatTable, Requirement } from './shapes.ts'

export interface FillChoices {
  codes: CodeLists
  truncate: boolean
  misfit(misfit: Misfit): void
}

type Limited = Pick<Field, 'from' | 'form' | 'codes' | 'default'> & Partial<Pick<Field, 'type' | 'length' | 'pattern'>>

/** The text of one element; null where there is none, or none that it may hold. */
export function fill(element: string, row: Limited, context: ExportContext, choices: FillChoices): string | null {
  const pointer = pointerOf(row.from)
  const at = pointer === undefined ? {} : { pointer }
  const values = row.from.flatMap((path) => valuesAt(context, path)).map(String)
  if (values.length === 0) return row.default ?? null
  const text = FORMS[row.form](values)
  if (text === null) {
    choices.misfit({ rule: 'export-date-partial', element, text: values[0] as string, ...at })
    return row.default ?? null
  }
  const coded = row.codes === undefined ? text : codeOf(row.codes, text, choices.codes)
  if (coded === null || (row.pattern !== undefined && !new RegExp(`^(?:${row.pattern})$`, 'u').test(coded))) {
    choices.misfit({ rule: 'export-code', element, text, ...at })
    return row.default ?? null
  }
  return withinLength(element, coded, row, { ...choices, at })
}

function codeOf(list: string, text: string, lists: CodeLists): string | null {
  const { codes = {}, other } = lists[list] ?? {}
  return codes[text] ?? other ?? null
}

type WithPlace = FillChoices & { at: { pointer?: string } }

function withinLength(element: string, text: string, { length }: Limited, { truncate, misfit, at }: WithPlace): string {
  const size = [...text].length
  if (length === undefined || size <= length) return text
  misfit({ rule: 'export-too-long', element, length: size, limit: length, ...at })
  return truncate ? shortened(text, length) : text
}

/** At the end of a word, with an ellipsis, where that leaves most of it. */
function shortened(text: string, length: number): string {
  const letters = [...text]
  const head = letters.slice(0, length - 1).join('')
  const end = /\s/u.test(letters[length - 1] as string) ? head.length : head.search(/\s+\S*$/u)
  return `${(end > length / 2 ? head.slice(0, end) : head).trimEnd()}…`
}

export interface FilledField {
  name: string
  text: string | null
  /** The values one by one, where the field repeats. */
  values?: (string | null)[]
  requirement: Requirement
}

/**
 * The fields of a profile of a flat table, in its order, empty ones too. What is required and missing is reported, all
 * of it at once.
 */
export function fillFlat(
  table: FlatTable,
  profile: string,
  context: ExportContext,
  choices: FillChoices,
): FilledField[] {
  const fields = Object.entries(table.profiles[profile] ?? {}).map(([name, requirement]): FilledField => {
    const field = table.fields[name] as Field
    const values = field.repeat ? repeated(name, field, context, choices) : undefined
    const text = values
      ? values.filter((each) => each !== null).join('; ') || null
      : fill(name, field, context, choices)
    return { name: field.name ?? name, text, ...(values && { values }), requirement }
  })
  const missing = fields.filter(({ text, requirement }) => text === null && requirement === 'required')
  if (missing.length > 0)
    choices.misfit({ rule: 'export-missing', element: missing.map(({ name }) => name).join(', ') })
  return fields
}

/** Each value for itself; null where an entry of the list has none, so that the fields of a group stay side by side. */
function repeated(name: string, field: Field, context: ExportContext, choices: FillChoices): (string | null)[] {
  const path = field.from[0] ?? ''
  const [list, key] = [path.slice(0, path.lastIndexOf('.')), path.slice(path.lastIndexOf('.') + 1)]
  const row = { ...field, from: [`.${key}`] }
  return valuesAt(context, list).map((value) => fill(name, row, { ...context, '.': value }, choices))
}
