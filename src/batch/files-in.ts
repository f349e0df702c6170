/** The files of a folder, for programs that go through one themselves. */
import { ruleOf, type Problem, say } from '../messages.ts'
import type { Language } from '../rules.ts'
import { filesBelow } from './inputs.ts'

export interface FilesInOptions {
  /** A folder out of which no link is followed. Without it links lead anywhere. */
  within?: string
  /** Of the messages. */
  language?: Language
}

export interface FolderFiles {
  /** Paths from the folder, sorted by name, without what is hidden and what systems and programs leave there. */
  files: string[]
  /** What is there and is none of them: links that lead out, pipes, folders that may not be read. */
  refused: { rule: string; message: string }[]
}

/**
 * All files of a folder and of the folders in it, as the command takes them.
 *
 * @throws what the file system throws, when there is no such folder.
 */
export async function filesIn(folder: string, { within, language = 'en' }: FilesInOptions = {}): Promise<FolderFiles> {
  const problems: Problem[] = []
  const files = await filesBelow(folder, new Set(), problems, { within })
  return { files, refused: problems.map((problem) => ({ rule: ruleOf(problem), message: say(problem, language) })) }
}
