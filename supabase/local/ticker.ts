import { localKeys } from './localKeys.ts'

type TickerOptions = { functionsUrl: string; report: (line: string) => void; pause?: number }

/**
 * What a schedule does on hosted Supabase: calls `tick` and then `deliver`, and begins again about a second after both
 * are done. A function that does not exist is left alone; a failure is reported when it begins or changes.
 */
export function startTicker({ functionsUrl, report, pause = 1000 }: TickerOptions) {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const aborted = new AbortController()
  const lastFailure = new Map<string, string>()

  function schedule() {
    timer = setTimeout(() => {
      running = round().finally(() => {
        if (!aborted.signal.aborted) schedule()
      })
    }, pause)
  }

  async function round() {
    for (const name of ['tick', 'deliver']) {
      const failure = await call(name)
      if (aborted.signal.aborted) return
      if (failure && failure !== lastFailure.get(name)) report(`The function ${name} failed: ${failure}`)
      lastFailure.set(name, failure)
    }
  }

  async function call(name: string) {
    try {
      const response = await fetch(`${functionsUrl}/functions/v1/${name}`, {
        method: 'POST',
        headers: { apikey: localKeys.secret, 'content-type': 'application/json' },
        body: '{}',
        signal: aborted.signal,
      })
      const body = await response.text()
      return response.ok || response.status === 404 ? '' : `${response.status} ${body.slice(0, 500)}`
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  schedule()
  return {
    async stop() {
      clearTimeout(timer)
      aborted.abort()
      await running
    },
  }
}
