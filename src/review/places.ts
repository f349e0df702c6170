/** Files below a folder, named by a list that anybody may have edited. */
import { realpath } from 'node:fs/promises'
import { isAbsolute, join, normalize, relative, sep } from 'node:path'

/** Does a name lead out of its folder, or to no file of records? */
export function leavesFolder(name: string): boolean {
  const path = normalize(name)
  return isOutside(path) || !/\.(json|ndjson)$/.test(path) || path.includes('\0')
}

/**
 * Where a file of `folder` really stands, links followed; null where one leads out of the folder.
 *
 * @throws what the file system throws, when there is no such file.
 */
export async function placeWithin(folder: string, name: string): Promise<string | null> {
  const [root, path] = await Promise.all([realpath(folder), realpath(join(folder, name))])
  return isOutside(relative(root, path)) ? null : path
}

function isOutside(path: string): boolean {
  return isAbsolute(path) || path === '..' || path.startsWith(`..${sep}`)
}
