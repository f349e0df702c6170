/** The last lines of the runs: each test that failed, by name, then how many passed and failed. What stopped before the tests counts as one failure. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const [folder] = process.argv.slice(2)
/** The beginning of an error: what was expected, not the whole stack. */
const firstLines = (message) => (message ?? '').split('\n').slice(0, 12).join('\n  ')
const total = { passed: 0, failed: 0 }
for (const file of readdirSync(folder).filter((each) => each.endsWith('.code'))) {
  const name = file.replace('.code', '')
  const run = { passed: 0, failed: 0 }
  try {
    const results = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
    run.passed = results.numPassedTests
    const brokenFiles = results.testResults.filter((each) => each.status === 'failed' && each.assertionResults.length === 0)
    run.failed = results.numFailedTests + brokenFiles.length
    for (const suite of results.testResults) {
      if (brokenFiles.includes(suite)) console.log(`failed (${name}): ${relative('.', suite.name)}\n  ${firstLines(suite.message)}`)
      for (const test of suite.assertionResults.filter((each) => each.status === 'failed'))
        console.log(`failed (${name}): ${relative('.', suite.name)}: ${test.fullName}\n  ${firstLines(test.failureMessages.join('\n'))}`)
    }
  } catch {
    // The build, the types or the lint failed: no test has run.
  }
  const code = readFileSync(join(folder, file), 'utf8').trim()
  if (code !== '0' && run.failed === 0) {
    run.failed = 1
    console.log(`failed (${name}): ended with ${code} though no test failed: its output above says why`)
  }
  total.passed += run.passed
  total.failed += run.failed
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
