/** The last line of a run: how many tests passed and failed. What stopped before the tests counts as one failure. */
import { readFileSync } from 'node:fs'

const [file, code] = process.argv.slice(2)
let passed = 0
let failed = 0
try {
  const results = JSON.parse(readFileSync(file, 'utf8'))
  passed = results.numPassedTests
  const brokenFiles = results.testResults.filter((each) => each.status === 'failed' && each.assertionResults.length === 0)
  failed = results.numFailedTests + brokenFiles.length
} catch {
  // The build, the types or the lint failed: no test has run.
}
if (code !== '0' && failed === 0) failed = 1
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
