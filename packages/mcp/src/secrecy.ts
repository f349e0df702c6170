/** What agents are not shown. Which documents these are is said by the program's one policy. */
import type { DirectiveRecord, SecrecyLevel } from 'directive-parse'
import type { Library } from './program.ts'

export class Secrecy {
  readonly #library: Library
  readonly #secretDocuments: boolean

  constructor(library: Library, secretDocuments: boolean) {
    this.#library = library
    this.#secretDocuments = secretDocuments
  }

  /**
   * Sources, by SHA-256, that are withheld, and their level: where one document of a source is secret, all of it is, for
   * where it ends is a matter of reading.
   */
  withheld(records: readonly DirectiveRecord[]): Map<string, SecrecyLevel> {
    const { levelOf, withholdsDocument, SECRECY_LEVELS } = this.#library
    const levels = new Map<string, SecrecyLevel>()
    for (const record of records) {
      if (!withholdsDocument(record, { secretDocuments: this.#secretDocuments })) continue
      const told = [levelOf(record), levels.get(record.source.sha256)]
      levels.set(record.source.sha256, SECRECY_LEVELS.find((level) => told.includes(level)) ?? SECRECY_LEVELS[0])
    }
    return levels
  }
}
