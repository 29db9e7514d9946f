// Counts what the tests and gates wrote down. A run that broke off elsewhere counts as one failure more.
import { existsSync, readFileSync } from 'node:fs'

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)
const tests = read('test-results/vitest.json')
const gates = read('test-results/gates.json')

// A file that could not be loaded has no tests to fail.
const unloadable = (tests?.testResults ?? []).filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
).length
const passed = (tests?.numPassedTests ?? 0) + (gates?.passed ?? 0)
const failed = (tests?.numFailedTests ?? 0) + unloadable + (gates?.failed ?? 0)
const brokeOff = failed === 0 && process.argv[2] !== '0' ? 1 : 0
process.stdout.write(`${passed} passed, ${failed + brokeOff} failed\n`)
