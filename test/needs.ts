/**
 * What some tests need of the system. Where it is missing they are skipped, and their names say what to install.
 *
 * ```ts
 * needing('chromium').describe('the review page', () => { … })   // or: the review page [skipped: needs chromium, …]
 * ```
 */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, test } from 'vitest'

const TOOLS = {
  chromium: { programs: ['chromium', 'chromium-browser', 'google-chrome'], install: 'apt install chromium' },
  parallel: { programs: ['parallel'], install: 'apt install parallel' },
  slurmctld: { programs: ['slurmctld'], install: 'apt install slurmctld slurmd slurm-client munge' },
  python3: { programs: ['python3'], install: 'apt install python3' },
  jq: { programs: ['jq'], install: 'apt install jq' },
  curl: { programs: ['curl'], install: 'apt install curl' },
  tesseract: { programs: ['tesseract'], install: 'apt install tesseract-ocr' },
  soffice: { programs: ['soffice'], install: 'apt install libreoffice-calc' },
} as const

export type Tool = keyof typeof TOOLS

/** Where a program stands; undefined where it is not installed. `CHROMIUM` and the like name one elsewhere. */
export function pathOf(tool: Tool): string | undefined {
  const named = process.env[tool.toUpperCase()]
  if (named) return named
  const folders = (process.env.PATH ?? '').split(delimiter)
  return TOOLS[tool].programs.flatMap((program) => folders.map((folder) => join(folder, program))).find(isRunnable)
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

interface Needing {
  describe(name: string, body: () => void): void
  test(name: string, body: () => Promise<void> | void, timeout?: number): void
}

/** `describe` and `test` for what needs tools. */
export function needing(...tools: Tool[]): Needing {
  const missing = tools.filter((tool) => pathOf(tool) === undefined)
  return unless(missing.length === 0, missing.map((tool) => `needs ${tool}: ${TOOLS[tool].install}`).join(', '))
}

/** The same for anything else, with its reason. */
export function unless(isThere: boolean, reason: string): Needing {
  const named = (name: string) => (isThere ? name : `${name} [skipped: ${reason}]`)
  return {
    describe: (name, body) => void describe.skipIf(!isThere)(named(name), body),
    test: (name, body, timeout) => void test.skipIf(!isThere)(named(name), body, timeout),
  }
}
