/**
 * The command, of its source: `npm run source -- letter.txt --json`, or `node scripts/source.mjs letter.txt --json` where
 * Node reads TypeScript itself (22.18 and later).
 */
import { run } from '../src/cli.ts'

process.exitCode = await run(process.argv, process)
