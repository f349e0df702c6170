/**
 * Who does what by when, flat: one row an item that orders something, one more for each further deadline it states. An
 * actor named above holds for the items below; a row without a deadline says so with null.
 */
import type { DirectiveRecord, ItemRecord } from '../schema.ts'

type Task = DirectiveRecord['tasks'][number]

export function tasksOf(items: ItemRecord[], loose: { action: string; deadline: Task['deadline'] }[]): Task[] {
  return [
    ...walk(items, '', []),
    ...loose.map(({ action, deadline }) => ({ item: '', action, assignees: [], deadline })),
  ]
}

function walk(items: ItemRecord[], path: string, inherited: string[]): Task[] {
  let bullets = 0
  return items.flatMap((item) => {
    const label = /^[-+]$/.test(item.label) ? `${item.label}${++bullets}` : item.label
    const own = path === '' ? label : `${path}.${label}`
    const assignees = item.assignees.length > 0 ? item.assignees : inherited
    return [...rowsOf(item, own, assignees), ...walk(item.items, own, assignees)]
  })
}

/** An item with items below it orders something itself only when it states a deadline. */
function rowsOf(item: ItemRecord, path: string, assignees: string[]): Task[] {
  const action = item.text === '' ? (item.heading ?? '') : item.text
  if (item.deadlines.length > 0) return item.deadlines.map((deadline) => ({ item: path, action, assignees, deadline }))
  return item.items.length === 0 && assignees.length > 0 && item.text !== ''
    ? [{ item: path, action, assignees, deadline: null }]
    : []
}
