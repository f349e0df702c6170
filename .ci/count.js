/** The last line of the runs: how many tests passed and failed. What stopped before the tests counts as one failure. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder] = process.argv.slice(2)
const total = { passed: 0, failed: 0 }
for (const name of readdirSync(folder).filter((each) => each.endsWith('.code'))) {
  const run = { passed: 0, failed: 0 }
  try {
    const results = JSON.parse(readFileSync(join(folder, name.replace('.code', '.json')), 'utf8'))
    run.passed = results.numPassedTests
    const brokenFiles = results.testResults.filter((each) => each.status === 'failed' && each.assertionResults.length === 0)
    run.failed = results.numFailedTests + brokenFiles.length
  } catch {
    // The build, the types or the lint failed: no test has run.
  }
  const code = readFileSync(join(folder, name), 'utf8').trim()
  if (code !== '0' && run.failed === 0) run.failed = 1
  total.passed += run.passed
  total.failed += run.failed
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
