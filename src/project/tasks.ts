/**
 * Who does what by when, flat: one row an item that orders something, one more for each further deadline it states. An
 * actor named above holds for the items below, and so does who takes part; a row without a deadline says so with null.
 */
import type { Loose } from '../extract/extract.ts'
import type { DeadlineRecord, ItemRecord } from '../schema.ts'
import type { Item, RowDuty, Value } from '../tree.ts'
import { paragraphLabel, placeLabel, type Step } from './place-label.ts'

export interface Row {
  id: string
  label: string | null
  item: string
  action: string
  assignees: string[]
  supporting: Value[]
  deadline: DeadlineRecord | null
}

/** What items below take over. */
interface Above {
  path: string
  steps: Step[]
  assignees: string[]
  supporting: Value[]
}

/** The rows of the items, beside their nodes in the tree, and of the deadlines that stand in none. */
export function tasksOf(items: ItemRecord[], nodes: Item[], loose: readonly Loose[]): Row[] {
  const rows = [
    ...walk(items, nodes, { path: '', steps: [], assignees: [], supporting: [] }),
    ...loose.map(({ place, ...row }) => ({
      label: place && paragraphLabel(place.part, place.nth),
      item: '',
      ...row,
    })),
  ]
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const count = (seen.get(row.item) ?? 0) + 1
    seen.set(row.item, count)
    return { id: count > 1 || row.item === '' ? `${row.item}#${count}` : row.item, ...row }
  })
}

type Unnamed = Omit<Row, 'id'>

function walk(items: ItemRecord[], nodes: Item[], above: Above): Unnamed[] {
  let bullets = 0
  const alike = new Map<string, number>()
  return items.flatMap((item, index) => {
    const node = nodes[index] as Item
    const bullet = /^[-+]$/.test(item.label)
    const label = bullet ? `${item.label}${++bullets}` : item.label
    const nth = bullet ? (alike.get(item.label) ?? 0) + 1 : 0
    alike.set(item.label, nth)
    const named = item.assignees.length > 0
    const own = node.supporting ?? []
    const at: Above = {
      path: above.path === '' ? label : `${above.path}.${label}`,
      steps: [...above.steps, { label: item.label, nth }],
      assignees: named ? item.assignees : above.assignees,
      supporting: named || own.length > 0 ? own : above.supporting,
    }
    return [...rowsOf(item, node, at), ...walk(item.items, node.children, at)]
  })
}

/** What the row of a table says itself, in the place of its item's words. */
function ofTable(row: RowDuty | undefined): Partial<Unnamed> {
  if (!row) return {}
  const { action, assignees, supporting } = row
  const who = assignees.length > 0 ? { assignees: assignees.map(({ value }) => value), supporting } : {}
  return { ...(action !== '' && { action }), ...who }
}

/** An item with items below it orders something itself only when it states a deadline. */
function rowsOf(item: ItemRecord, node: Item, { path, steps, assignees, supporting }: Above): Unnamed[] {
  const action = item.text === '' ? (item.heading ?? '') : item.text
  const row = { label: placeLabel(steps), item: path, action, assignees, supporting }
  if (item.deadlines.length > 0)
    return item.deadlines.map((deadline, index) => ({ ...row, ...ofTable(node.deadlines?.[index]?.row), deadline }))
  const orders = assignees.length > 0 || node.orders === true
  return item.items.length === 0 && orders && item.text !== '' ? [{ ...row, deadline: null }] : []
}
