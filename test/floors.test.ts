/** The house keeps its floors: imports go downwards only, siblings never import each other, nothing goes in circles. */
import { describe, expect, test } from 'vitest'
import { type Import, importsIn } from './imports.ts'

/** From the top down; what stands on one floor are siblings. A name is a folder of `src/` or a file in it. */
const FLOORS = [
  ['cli', 'index'],
  ['serve', 'parser'],
  ['review', 'package'],
  ['batch'],
  ['bundle', 'searchable', 'form'],
  ['pipeline', 'trace'],
  ['plugins'],
  ['readers'],
  ['read', 'segment', 'extract', 'project', 'emit', 'diagnostics', 'corrections'],
  ['export'],
  ['record'],
  ['grade'],
  ['label'],
  ['calendar'],
  ['lexicon'],
  ['words'],
  ['grammar'],
  ['text', 'tree', 'schema', 'rules', 'messages', 'arrays', 'latin', 'remembered', 'schema-fault', 'spans'],
]

/** Files of the foundation, of which some stand on others. */
const GROUND = FLOORS.at(-1) as string[]

const imports = importsIn('src')
const part = (path: string) => path.replace(/[/.].*$/, '')
const floor = (path: string) => FLOORS.findIndex((names) => names.includes(part(path)))
/** The page of the review is a program of its own, for browsers. */
const inPage = (path: string) => path.startsWith('review/page/')

describe('imports', () => {
  test('come from parts that have a floor', () => {
    expect(
      [...new Set(imports.flatMap(({ from, to }) => [from, to]))].filter(
        (path) => !path.startsWith('../') && floor(path) < 0,
      ),
    ).toEqual([])
  })

  test('go downwards only', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (to.startsWith('../') || inPage(from) || part(from) === part(to)) return false
      if (GROUND.includes(part(from)) && GROUND.includes(part(to))) return false
      return floor(to) <= floor(from)
    })
    expect(wrong.map(told)).toEqual([])
  })

  test('reach into the page from nowhere', () => {
    expect(imports.filter(({ from, to }) => inPage(to) && !inPage(from)).map(told)).toEqual([])
  })

  test('of the page leave it only for what runs in a browser', () => {
    const outside = imports.filter(({ from, to }) => inPage(from) && !inPage(to)).map(({ to }) => to)
    expect([...new Set(outside)].sort()).toEqual([
      'corrections/pointer.ts',
      'corrections/rebase.ts',
      'export/contents.ts',
      'export/sheets.ts',
      'record/fields.ts',
      'record/policy.ts',
      'text.ts',
    ])
  })

  test('leave the folder only for package.json', () => {
    expect([...new Set(imports.map(({ to }) => to).filter((to) => to.startsWith('../')))]).toEqual(['../package.json'])
  })

  /** What is loaded on demand may know who asked for it. */
  test('make no circle', () => {
    expect(circles(imports.filter(({ lazy }) => !lazy))).toEqual([])
  })
})

const told = ({ from, to }: Import) => `${from} → ${to}`

/** Each circle once, as the files it runs through. */
function circles(all: Import[]): string[] {
  const targets = new Map<string, string[]>()
  for (const { from, to } of all) targets.set(from, [...(targets.get(from) ?? []), to])
  const done = new Set<string>()
  const found: string[] = []
  const visit = (file: string, path: string[]): void => {
    const at = path.indexOf(file)
    if (at >= 0) found.push([...path.slice(at), file].join(' → '))
    if (at >= 0 || done.has(file)) return
    for (const to of targets.get(file) ?? []) visit(to, [...path, file])
    done.add(file)
  }
  for (const file of targets.keys()) visit(file, [])
  return found
}
