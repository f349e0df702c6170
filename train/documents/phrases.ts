/** Phrases made from the tables of `words/`: `{name}` is one of that name, `[..]` may be left out, `<a|b>` is one of several. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Random } from '../random.ts'

export type Table = Record<string, string[]>

const read = (file: string): Table =>
  parse(readFileSync(new URL(`words/${file}.yaml`, import.meta.url), 'utf8')) as Table

export const TOPICS = read('topics')
export const SUBJECTS = read('subjects')
export const RECIPIENTS = read('recipients')
export const ADDRESSEES = read('addressees')
export const STAMPS = read('stamps')
export const MENUS = read('menus').menu as string[]
export const NAMES = read('names')
export const RUBBLE = read('rubble')
export const SENTENCES = read('sentences')

/** What a document fills in itself; functions are asked anew each time. */
export type Values = Record<string, string | (() => string)>

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** One way of saying the template; names are looked for in `values`, then in `tables`, then among the topics. */
export function fill(template: string, options: { random: Random; values: Values; tables?: Table[] }): string {
  const { random, values, tables = [] } = options
  const chosen = template
    .replace(/\[([^\]]*)\]/gu, (_, inner: string) => (random.chance(0.5) ? inner : ''))
    .replace(/<([^>]*)>/gu, (_, inner: string) => random.pick(inner.split('|')))
  return chosen.replace(/\{(cap:)?([a-z-]+)\}/gu, (_, cap: string | undefined, name: string) => {
    const own = values[name]
    const list = own === undefined ? [...tables, TOPICS].find((table) => table[name])?.[name] : undefined
    if (own === undefined && !list) throw new RangeError(`No phrase is called "${name}"`)
    const said =
      own === undefined ? fill(random.pick(list as string[]), options) : typeof own === 'function' ? own() : own
    return cap ? capital(said) : said
  })
}
