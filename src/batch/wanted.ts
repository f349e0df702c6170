/** Which files of a folder are documents: not what systems and programs leave there, nor what somebody left out. */
import picomatch from 'picomatch'

/** Why a file is no input: left by a program, hidden, or left out by `--include` and `--exclude`. */
export type Skipped = 'junk' | 'hidden' | 'excluded'

export interface Choice {
  /** Patterns of which a file's path below its folder must fit one. */
  include?: readonly string[] | undefined
  /** Patterns of which it must fit none. */
  exclude?: readonly string[] | undefined
}

/** Files that Windows, macOS and word processors put beside documents: lists of pictures, locks, links, leftovers. */
const JUNK = /^(?:~\$.*|thumbs\.db|ehthumbs.*\.db|desktop\.ini|icon\r|.*\.(?:lnk|tmp|temp|bak|part|crdownload))$/i

/** Says of a path below a folder, with `/`, why it is no input; null where it is one. */
export function skipping({ include = [], exclude = [] }: Choice): (path: string) => Skipped | null {
  const isIncluded = include.length === 0 ? null : matcher(include)
  const isExcluded = exclude.length === 0 ? null : matcher(exclude)
  return (path) => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    if (name.startsWith('.')) return 'hidden'
    if (JUNK.test(name)) return 'junk'
    return (isIncluded && !isIncluded(path)) || isExcluded?.(path) ? 'excluded' : null
  }
}

/** `*.pdf` fits at any depth, `box/*` below the folder; capitals are small letters. A folder's name fits all in it. */
function matcher(patterns: readonly string[]): (path: string) => boolean {
  const options = { nocase: true, dot: true }
  const matchers = patterns.flatMap((pattern) => {
    const plain = pattern.normalize('NFC').replace(/\\/g, '/').replace(/\/+$/, '')
    const anywhere = plain.includes('/') ? plain : `**/${plain}`
    return [picomatch(anywhere, options), picomatch(`${anywhere}/**`, options)]
  })
  return (path) => {
    const form = path.normalize('NFC')
    return matchers.some((matches) => matches(form))
  }
}
