/** What one unit of work costs: the median of several rounds, and how far the rounds lie apart. */
export interface Cost {
  nanoseconds: number
  /** Half the distance between the quickest and the slowest of the middle rounds, as a part of the median. */
  spread: number
  bytes: number
}

const ROUNDS = 9
const ROUND_MS = 150

/** Runs work again and again and says what one of the units it counts costs. The first rounds only warm up. */
export function costOf(work: () => number): Cost {
  round(work, ROUND_MS * 2)
  const rounds = Array.from({ length: ROUNDS }, () => round(work, ROUND_MS)).sort((a, b) => a - b)
  const [low = 0, median = 0, high = 0] = [rounds[2], rounds[(ROUNDS - 1) / 2], rounds[ROUNDS - 3]]
  return { nanoseconds: median, spread: (high - low) / 2 / median, bytes: bytesOf(work) }
}

/** Time of the processor, so that what else the machine does counts as little as can be; the collector's counts too. */
function round(work: () => number, lasting: number): number {
  let units = 0
  const before = process.cpuUsage()
  const started = performance.now()
  while (performance.now() - started < lasting) units += work()
  const { user, system } = process.cpuUsage(before)
  return ((user + system) * 1000) / units
}

/** What a unit allocates. Rounds in which the garbage was collected show less than nothing and fall below the median. */
function bytesOf(work: () => number): number {
  const samples = Array.from({ length: 41 }, () => {
    const before = process.memoryUsage().heapUsed
    let units = 0
    while (units < 1000) units += work()
    return (process.memoryUsage().heapUsed - before) / units
  })
  return samples.sort((a, b) => a - b)[20] ?? 0
}
