import { expect, test } from 'vitest'
import { asPrometheus } from './asPrometheus.ts'

test('writes every metric once, its samples together, with what it means', () => {
  const text = asPrometheus([
    { name: 'due', labels: { kind: 'enrollments' }, value: 3 },
    { name: 'lag_seconds', labels: { kind: 'enrollments' }, value: 0.5 },
    { name: 'due', labels: { kind: 'deliveries' }, value: 0 },
  ])
  expect(text.split('\n')).toEqual([
    '# HELP perennial_due How much is due, counted as far as 10000.',
    '# TYPE perennial_due gauge',
    'perennial_due{kind="deliveries"} 0',
    'perennial_due{kind="enrollments"} 3',
    '# HELP perennial_lag_seconds For how long the oldest of what is due has been due.',
    '# TYPE perennial_lag_seconds gauge',
    'perennial_lag_seconds{kind="enrollments"} 0.5',
    '',
  ])
})

test('escapes what would end a label', () => {
  const text = asPrometheus([{ name: 'due', labels: { kind: 'a"b\\c\nd' }, value: 1 }])
  expect(text).toContain('perennial_due{kind="a\\"b\\\\c\\nd"} 1\n')
})
