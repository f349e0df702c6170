/** What the arguments of a command stand for: files, in an order that is the same everywhere. */
import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, extname, join, relative, resolve, sep } from 'node:path'
import { fileProblem, type Problem } from '../messages.ts'
import { asWalked, byName } from './merge/order.ts'
import { isObjectUrl, objectAt, objectsAt } from './objects.ts'
import { asTyped, nameOf, onDisk } from './names.ts'
import { isOwnPage } from './own-page.ts'
import { type Choice, type Skipped, skipping } from './wanted.ts'

export interface Input {
  /** As it is given back in `source.path`; null for standard input. */
  path: string | null
  /** Where it stands below the argument that named it: the path that `-o` mirrors. */
  relative: string
  /** Whether it lies in a folder that was to be left out: it was named, or what holds it is inside that folder. */
  endangered: boolean
}

export interface Inputs {
  inputs: Input[]
  /** Arguments that stand for nothing. */
  problems: Problem[]
  /** Whether a folder, a glob or a list was named, or more than one argument: a batch, even if it holds one file. */
  several: boolean
  /** How many files in folders are no inputs, by reason. */
  skipped: Record<Skipped, number>
}

export interface InputChoices extends Choice {
  /** Folders left out: where the output goes. */
  except?: string[]
}

const STDIN = '-'

/**
 * The inputs behind `names`: files, folders (all files in them that are not hidden, without the expected records of
 * `check` beside them), globs, `-`. Each file once.
 */
export async function findInputs(
  names: readonly string[],
  { except = [], ...choice }: InputChoices = {},
): Promise<Inputs> {
  const found: Inputs = {
    inputs: [],
    problems: [],
    several: names.length > 1,
    skipped: { junk: 0, hidden: 0, excluded: 0 },
  }
  const reasonOf = skipping(choice)
  const isWanted = (path: string) => {
    const reason = reasonOf(path)
    if (reason) found.skipped[reason]++
    return reason === null
  }
  // One folder holds no file twice.
  const seen = names.length > 1 ? new Set<string>() : null
  const left = new Set(except.map((folder) => resolve(folder)))
  const isLeft = (path: string) =>
    except.some((folder) => join(resolve(path), sep).startsWith(join(resolve(folder), sep)))
  const add = (path: string, below: string, endangered = isLeft(path)) => {
    if (seen) {
      const absolute = resolve(path)
      if (seen.has(absolute)) return
      seen.add(absolute)
    }
    found.inputs.push({ path, relative: below, endangered })
  }
  for (const name of names.map(asTyped)) {
    if (name === STDIN) {
      found.inputs.push({ path: null, relative: 'stdin', endangered: false })
      continue
    }
    if (isObjectUrl(name)) {
      found.several = true
      for (const { url, relative } of await objectsBelow(name, isWanted, found.problems)) add(url, relative, false)
      continue
    }
    try {
      const kind = await stat(onDisk(name))
      if (kind.isDirectory()) {
        found.several = true
        const files = await filesBelow(name, left, found.problems, { isWanted })
        if (files.length === 0) found.problems.push({ id: 'folder-empty', values: { path: name } })
        const folder = prefixOf(name)
        const endangered = isLeft(name)
        for (const file of await withoutPages(folder, withoutExpected(files), found.skipped))
          add(folder + file, file, endangered)
      } else if (kind.isFile()) add(name, basename(name))
      else found.problems.push({ id: 'not-a-file', values: { path: name } })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || !isGlob(name)) {
        found.problems.push(fileProblem(error, name, 'read'))
        continue
      }
      found.several = true
      const matches = await expandGlob(name)
      if (matches.length === 0) found.problems.push({ id: 'glob-empty', values: { path: name } })
      for (const match of matches) add(match.path, match.relative)
    }
  }
  return found
}

/** The objects below a prefix, in the order of a folder; or the one that bears the name itself. */
async function objectsBelow(
  url: string,
  isWanted: (path: string) => boolean,
  problems: Problem[],
): Promise<{ url: string; relative: string }[]> {
  const found: { url: string; relative: string }[] = []
  const folder = await objectsAt(url)
  try {
    for await (const each of folder.list()) if (isWanted(each.relative)) found.push(each)
    if (found.length > 0) return found.sort((one, other) => asWalked(one.relative, other.relative))
    const { objects, name } = await objectAt(url)
    if (name !== '' && (await objects.metadata(name)) !== null) return [{ url, relative: basename(name) }]
    problems.push({ id: 'not-found', values: { path: url } })
  } catch (error) {
    problems.push(fileProblem(error, url, 'read'))
  }
  return []
}

const reasonUnasked = skipping({})
const isDocument = (path: string) => reasonUnasked(path) === null

export interface WalkChoices {
  /** Says of a path below the folder, with `/`, whether it is wanted; by default what is not hidden and no leftover. */
  isWanted?: (path: string) => boolean
  /** A folder out of which no link is followed; links are followed wherever they lead where there is none. */
  within?: string | undefined
}

/** All files below `folder` that are not hidden, as paths from there. Links are followed once; a folder is sorted by name. */
export async function filesBelow(
  folder: string,
  except: ReadonlySet<string>,
  problems: Problem[],
  { isWanted = isDocument, within }: WalkChoices = {},
): Promise<string[]> {
  const bounds = within === undefined ? null : prefixOf(String(await realpath(onDisk(within))))
  const files: string[] = []
  const visited = new Set<string>()
  const walk = async (within: string): Promise<void> => {
    const path = join(folder, within)
    const prefix = prefixOf(within)
    if (except.has(resolve(path))) return
    const real = String(await realpath(onDisk(path)))
    if (visited.has(real)) return
    visited.add(real)
    const entries = await entriesOf(path)
    entries.sort((one, other) => byName(one.name, other.name))
    for (const entry of entries) {
      if (entry.name.startsWith('.') && !entry.isFile()) continue
      const below = prefix + entry.name
      try {
        if (entry.isSymbolicLink() && bounds !== null && (await leadsOut(join(folder, below), bounds))) {
          problems.push({ id: 'leads-out', values: { path: join(folder, below) } })
          continue
        }
        const kind = entry.isSymbolicLink() ? await stat(onDisk(join(folder, below))) : entry
        if (kind.isDirectory()) await walk(below)
        else if (kind.isFile()) {
          if (isWanted(slashes(below))) files.push(below)
        } else problems.push({ id: 'not-a-file', values: { path: join(folder, below) } })
      } catch (error) {
        problems.push(fileProblem(error, join(folder, below), 'read'))
      }
    }
  }
  await walk('')
  return files
}

async function leadsOut(link: string, bounds: string): Promise<boolean> {
  return !prefixOf(String(await realpath(onDisk(link)))).startsWith(bounds)
}

type Listed = Pick<Dirent, 'name' | 'isFile' | 'isDirectory' | 'isSymbolicLink'>

/** What a folder holds; names that are no UTF-8 as their bytes. */
async function entriesOf(path: string): Promise<Listed[]> {
  const entries = await readdir(onDisk(path), { withFileTypes: true })
  if (!entries.some(({ name }) => name.includes('\ufffd'))) return entries
  const inBytes = await readdir(onDisk(path), { withFileTypes: true, encoding: 'buffer' })
  return inBytes.map((entry) => ({
    name: nameOf(entry.name as unknown as Buffer),
    isFile: () => entry.isFile(),
    isDirectory: () => entry.isDirectory(),
    isSymbolicLink: () => entry.isSymbolicLink(),
  }))
}

function slashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/')
}

/** What stands before the name of a file in `folder`: joining a hundred thousand paths one by one fills the memory. */
function prefixOf(folder: string): string {
  return join(folder, '-').slice(0, -1)
}

/** Without the `.json` and `.report` that `check` keeps beside a document of the same name. */
function withoutExpected(files: string[]): string[] {
  const stem = (file: string) => file.slice(0, file.length - extname(file).length)
  const beside = (file: string) => extname(file) === '.json' || extname(file) === '.report'
  if (!files.some(beside)) return files
  const documents = new Set(files.filter((file) => !beside(file)).map(stem))
  return files.filter((file) => !beside(file) || !documents.has(stem(file)))
}

function isGlob(name: string): boolean {
  return /[*?[\]{}!]/.test(name)
}

async function expandGlob(pattern: string): Promise<{ path: string; relative: string }[]> {
  const { glob } = await import('tinyglobby')
  const base = pattern.slice(0, pattern.search(/[*?[\]{}!]/)).replace(/[^/]*$/, '')
  const files = await glob(pattern, { absolute: false, expandDirectories: false })
  return files.sort(asWalked).map((path) => ({ path, relative: relative(base || '.', path) }))
}

/** `files` without the review pages that this program wrote among them, which are counted as left out. */
async function withoutPages(folder: string, files: readonly string[], skipped: Inputs['skipped']): Promise<string[]> {
  const kept: string[] = []
  for (const file of files)
    if (await isOwnPage(folder + file)) skipped.junk++
    else kept.push(file)
  return kept
}
