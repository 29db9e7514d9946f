import type { ContentIssue } from './issue.ts'

const MOST_WARNINGS = 50

/** Collects each issue once: a loop over a hundred items misses the same variable a hundred times. */
export function issueList(): { issues: ContentIssue[]; add: (issue: ContentIssue) => void } {
  const issues: ContentIssue[] = []
  const seen = new Set<string>()
  const add = (issue: ContentIssue) => {
    const key = JSON.stringify(issue)
    if (seen.has(key) || (issues.length >= MOST_WARNINGS && issue.severity === 'warns')) return
    seen.add(key)
    issues.push(issue)
  }
  return { issues, add }
}
