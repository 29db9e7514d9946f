/** Milliseconds one call takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** The median of several calls, in milliseconds. */
export async function medianOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const all: number[] = []
  for (let turn = 0; turn < times; turn += 1) all.push(await timed(work))
  return all.sort((one, other) => one - other)[Math.floor(times / 2)] ?? 0
}
