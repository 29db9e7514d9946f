export interface Sample {
  name: string
  labels: Record<string, string>
  value: number
}

const help: Record<string, string> = {
  lag_seconds: 'For how long the oldest of what is due has been due.',
  due: 'How much is due, counted as far as 10000.',
  retrying: 'What is tried again after an error, counted as far as 10000.',
  given_up: 'What was given up after repeated errors, counted as far as 10000.',
  counted: 'What journeys counted since the beginning of the hour before this one.',
  journeys: 'Journeys by status.',
  waiting_estimate: 'Enrollments on their way and messages queued, as the database estimates it.',
}

/** The text format of Prometheus, version 0.0.4: every metric once, with its samples below it; all are gauges. */
export function asPrometheus(samples: Sample[]): string {
  const names = [...new Set(samples.map(({ name }) => name))].sort()
  return names.map((name) => family(name, samples)).join('')
}

function family(name: string, samples: Sample[]): string {
  const own = samples.filter((sample) => sample.name === name).map((sample) => `${line(sample)}\n`)
  const full = `perennial_${name}`
  return `# HELP ${full} ${help[name] ?? ''}\n# TYPE ${full} gauge\n${own.sort().join('')}`
}

function line({ name, labels, value }: Sample): string {
  const named = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`)
  return `perennial_${name}{${named.join(',')}} ${value}`
}

const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
