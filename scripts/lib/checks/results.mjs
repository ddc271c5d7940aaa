/**
 * @typedef {object} Step
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} ms
 * @property {string[]} notes why something counts as failed that is not a failed test
 */

/**
 * What Vitest's JSON report says. A test that was skipped or left to do did not pass: it counts as failed, so that
 * nothing is switched off in silence. So does a file that could not be loaded, and a run that ended badly by itself.
 * @param {unknown} report
 * @param {number} exitCode
 * @returns {{passed: number, failed: number, notes: string[]}}
 */
export function countTests(report, exitCode) {
  const files = /** @type {{testResults?: TestFile[]} | null | undefined} */ (report)?.testResults
  if (!files)
    return { passed: 0, failed: 1, notes: [`no results (exit code ${exitCode}); are there any tests?`] }
  let passed = 0
  let failed = 0
  const notes = []
  for (const file of files) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed += 1
      else failed += 1
      if (test.status !== 'passed' && test.status !== 'failed') notes.push(`${test.status}: ${test.fullName}`)
    }
    const hasFailedTest = file.assertionResults.some((test) => test.status === 'failed')
    if (file.status === 'failed' && !hasFailedTest) {
      failed += 1
      notes.push(`the file failed as a whole: ${file.name}`)
    }
  }
  if (passed + failed === 0) return { passed, failed: 1, notes: ['no tests found'] }
  if (exitCode !== 0 && failed === 0) {
    failed = 1
    notes.push(
      `all tests passed, but Vitest ended with exit code ${exitCode} (an error outside of the tests?)`,
    )
  }
  return { passed, failed, notes }
}

/** @typedef {{name: string, status: string, assertionResults: {status: string, fullName: string}[]}} TestFile */

/**
 * The table at the end; its last line is the sum.
 * @param {Step[]} steps
 * @returns {string}
 */
export function summary(steps) {
  const rows = steps.flatMap(({ name, passed, failed, ms, notes }) => [
    `${name.padEnd(8)}${String(passed).padStart(6)} passed${String(failed).padStart(6)} failed${(ms / 1000).toFixed(1).padStart(8)} s`,
    ...notes.map((note) => `          ${note}`),
  ])
  const sum = (/** @type {'passed' | 'failed'} */ key) => steps.reduce((total, step) => total + step[key], 0)
  return ['', ...rows, '', `${sum('passed')} passed, ${sum('failed')} failed`].join('\n')
}
