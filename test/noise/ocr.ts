/** The truth as it stands in a text whose characters were misread. */
import type { Truth } from '../fixtures.ts'
import type { Edit } from '../../train/documents/noise/confuse.ts'

/**
 * The truth after the edits: verbatim values as they now stand in the text. Labels, kind, system, type and what is
 * worked out (dates, tasks) keep the meaning; parts of a misread number are dropped, for they are doubtful.
 */
export function truthAfter(truth: Truth, clean: string, edits: Edit[]): Truth {
  const squeezed = squeeze(clean)
  const follow = (value: string, options: Follow = {}) => followed(value, clean, squeezed, edits, options)
  const footer = clean.search(/^[\s|]*Nơi nhận/m)
  const after = Math.max(0, footer)
  const number = typeof truth.number === 'string' ? follow(truth.number, { spaces: 'none' }) : truth.number
  const result: Truth = { ...truth }
  if (number !== truth.number) for (const key of ['serial', 'notation', 'typeCode'] as const) delete result[key]
  if (number !== undefined) result.number = number
  for (const key of ['issuer', 'parentIssuer', 'place', 'subject', 'operative'] as const) {
    const value = truth[key]
    if (typeof value === 'string') result[key] = follow(value)
  }
  if (truth.archive !== undefined) result.archive = truth.archive === null ? null : follow(truth.archive, { after })
  if (truth.addressees) result.addressees = truth.addressees.map((entry) => follow(entry))
  if (truth.bases) result.bases = truth.bases.map((entry) => follow(entry))
  if (truth.recipients)
    result.recipients = truth.recipients.map((entry) => ({ text: follow(entry.text ?? '', { after }) }))
  if (truth.signatures) {
    result.signatures = truth.signatures.map((signature) => ({
      ...signature,
      ...(signature.authority ? { authority: signature.authority.map((line) => follow(line ?? '', { after })) } : {}),
      ...(signature.position ? { position: follow(signature.position, { after }) } : {}),
      ...(signature.name ? { name: follow(signature.name, { after }) } : {}),
    }))
  }
  if (truth.attachments)
    result.attachments = truth.attachments.map(({ title }) => ({ title: follow(title ?? '', { after }) }))
  if (truth.references) {
    result.references = truth.references.map(({ number: cited, date }) => ({
      ...(cited ? { number: follow(cited, { spaces: 'none' }) } : {}),
      ...(date !== undefined ? { date } : {}),
    }))
  }
  if (truth.items) result.items = labelsOnly(truth.items)
  delete result.tasks
  delete result.closing
  delete result.preamble
  return result
}

type Items = NonNullable<Truth['items']>
const labelsOnly = (items: Items): Items =>
  items.map(({ label, items: below }) => ({
    ...(label === undefined ? {} : { label }),
    items: labelsOnly(below ?? []),
  }))

interface Follow {
  /** Where to begin looking. */
  after?: number
  /** `none` for numbers, whose printed spaces the record leaves out. */
  spaces?: 'none'
}

/** The clean text without white space and the place of each unit that is left. */
function squeeze(text: string): { text: string; places: number[] } {
  const places: number[] = []
  for (let at = 0; at < text.length; at++) if (!/[\s*|]/.test(text[at] as string)) places.push(at)
  return { text: places.map((at) => text[at]).join(''), places }
}

function followed(
  value: string,
  clean: string,
  squeezed: ReturnType<typeof squeeze>,
  edits: Edit[],
  { after = 0, spaces }: Follow,
): string {
  const wanted = value.replace(/[\s*|]/g, '')
  const from = Math.max(
    0,
    squeezed.places.findIndex((place) => place >= after),
  )
  const at = squeezed.text.indexOf(wanted, from)
  if (wanted === '' || at < 0) return value
  const start = squeezed.places[at] as number
  const end = (squeezed.places[at + wanted.length - 1] as number) + 1
  let noisy = ''
  let done = start
  for (const edit of edits) {
    if (edit.end <= start || edit.start >= end) continue
    noisy += clean.slice(done, Math.max(done, edit.start)) + edit.text
    done = edit.end
  }
  noisy += clean.slice(Math.min(done, end), end)
  const joined = noisy
    .replace(/[*|]/g, ' ')
    .replace(/\s+/g, spaces === 'none' ? '' : ' ')
    .trim()
  return joined
}
