/** A document as Markdown: what a register needs as front matter, divisions as headings, orders as lists. */
import type { BlockContent, List, ListItem, PhrasingContent, Root, RootContent } from 'mdast'
import { toMarkdown } from 'mdast-util-to-markdown'
import { stringify } from 'yaml'
import type { Document, PrintSettings } from '../emit/emitter.ts'
import { latin } from '../latin.ts'
import { withholdsSubject } from '../record/policy.ts'
import { diagnose } from '../rules.ts'
import type { DirectiveRecord, ItemRecord } from '../schema.ts'
import { onlyCertain } from './certain.ts'
import { doubts } from './report.ts'

/** Null, and reported, for a text that may not leave. */
export function markdownOf({ record: whole }: Document, settings: PrintSettings): string | null {
  const { language } = settings
  if (withholdsSubject(whole, settings)) {
    settings.report(diagnose('export-withheld', { mark: whole.secrecy ?? '', option: '--secret-subjects' }, language))
    return null
  }
  for (const doubt of doubts(whole, language)) settings.report(doubt)
  const record = settings.onlyCertain ? onlyCertain(whole) : whole
  const body = toMarkdown({ type: 'root', children: contentOf(record) } satisfies Root, {
    bullet: '-',
    listItemIndent: 'one',
  })
  return `---\n${stringify(frontMatter(record), { lineWidth: 0, compat: 'yaml-1.1' })}---\n\n${body.trimEnd()}`
}

/** Null and empty values are left out: a reader of front matter asks whether a key is there. */
function frontMatter(record: DirectiveRecord): Record<string, unknown> {
  const { type, number, date, issuer, parentIssuer, place, subject, urgency, secrecy, addressees, signatures, source } =
    record
  const all = {
    type,
    number,
    date,
    issuer,
    parentIssuer,
    place,
    subject,
    urgency,
    secrecy,
    addressees,
    signers: signatures.flatMap(({ name }) => name ?? []),
    source: source.path,
    sha256: source.sha256,
  }
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  )
}

function contentOf({
  type,
  number,
  subject,
  addressees,
  preamble,
  items,
  closing,
  recipients,
  signatures,
  attachments,
}: DirectiveRecord): RootContent[] {
  const title = [[type, number].filter(Boolean).join(' '), subject].filter(Boolean).join(': ')
  return [
    ...(title === '' ? [] : [heading(1, title)]),
    ...(addressees.length === 0 ? [] : [paragraph('Kính gửi:'), bullets(addressees)]),
    ...preamble.map(paragraph),
    ...blocksOf(items, 2),
    ...closing.map(paragraph),
    ...(recipients.length === 0 ? [] : [paragraph('Nơi nhận:'), bullets(recipients.map(({ text }) => text))]),
    ...signatures.map(({ authority, position, name }) =>
      paragraph([...authority, position, name].filter(Boolean).join(', ')),
    ),
    ...attachments.flatMap((attachment) => [
      heading(2, attachment.title),
      ...(attachment.text ?? '').split('\n').filter(Boolean).map(paragraph),
    ]),
  ]
}

const words = (value: string): PhrasingContent[] => [{ type: 'text', value }]
const heading = (depth: number, value: string): RootContent => ({
  type: 'heading',
  depth: Math.min(6, depth) as 1,
  children: words(value),
})
const paragraph = (value: string): BlockContent => ({ type: 'paragraph', children: words(value) })
const bullets = (values: string[]): List => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: values.map((value) => listItem([paragraph(value)])),
})
const listItem = (children: BlockContent[]): ListItem => ({ type: 'listItem', spread: false, children })

/** What has divisions below it or is called a part, chapter, article is a heading; the rest are lists. */
function blocksOf(items: readonly ItemRecord[], depth: number): RootContent[] {
  const blocks: RootContent[] = []
  for (const item of items) {
    if (isDivision(item)) {
      blocks.push(
        heading(depth, labelled(item.label, item.heading ?? '')),
        ...paragraphsOf(item.text),
        ...blocksOf(item.items, depth + 1),
      )
      continue
    }
    const last = blocks.at(-1)
    const ordered = numberOf(item.label) !== null
    if (last?.type === 'list' && last.ordered === ordered) last.children.push(entryOf(item))
    else blocks.push(listOf([item]))
  }
  return blocks
}

function isDivision({ label, heading: title, items }: ItemRecord): boolean {
  return latin(/^\p{L}+ /u).test(label) || (title !== null && items.length > 0 && !/^[-+•a-zđ]$/.test(label))
}

/** Markdown numbers a list by its first entry: what counts by one is numbered, other labels are kept in the text. */
function listOf(items: readonly ItemRecord[]): List {
  const start = numberOf(items[0]?.label ?? '')
  return {
    type: 'list',
    ordered: start !== null,
    ...(start === null ? {} : { start }),
    spread: false,
    children: items.map(entryOf),
  }
}

const numberOf = (label: string): number | null => (/^\d+$/.test(label) ? Number(label) : null)

function entryOf({ label, heading: title, text, items }: ItemRecord): ListItem {
  const own = [title, ...text.split('\n')].filter((line): line is string => line !== null && line !== '')
  const shown =
    numberOf(label) !== null || /^[-+•*–]$/.test(label) ? own : [labelled(label, own[0] ?? ''), ...own.slice(1)]
  const inner = items.length === 0 ? [] : groups(items).map(listOf)
  return listItem([...shown.map(paragraph), ...inner])
}

/** Runs of entries that are numbered and of those that are not. */
function groups(items: readonly ItemRecord[]): ItemRecord[][] {
  const all: ItemRecord[][] = []
  for (const item of items) {
    const last = all.at(-1)
    if (last && (numberOf(last[0]?.label ?? '') === null) === (numberOf(item.label) === null)) last.push(item)
    else all.push([item])
  }
  return all
}

const paragraphsOf = (text: string): BlockContent[] => text.split('\n').filter(Boolean).map(paragraph)
const labelled = (label: string, text: string) =>
  /^[-+•*–]$/.test(label) ? text : `${label}${/^[a-zđ]$/.test(label) ? ')' : '.'} ${text}`.trim()
