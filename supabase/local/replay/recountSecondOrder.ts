import { readFileSync } from 'node:fs'

const DAY = 86_400_000

/**
 * What the journey "Second order" must come to, counted straight from the order file and without the engine: how many
 * people left each step by each way, and how many reached the goal. The file is in the order of customer and date.
 */
export function recountSecondOrder(file: string): Record<string, number> {
  const counts: Record<string, number> = {}
  const count = (...keys: string[]) => {
    for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  }

  for (const [first, ...later] of ordersByCustomer(file)) {
    if (!first) continue
    const isWithin = (days: number) => later.some(({ at }) => at < first.at + days * DAY)
    count('n_first left next')
    if (isWithin(60)) count('converted')
    if (isWithin(30)) {
      count('n_next left happened', 'n_again ended Ordered again')
      continue
    }
    count('n_next left timeout')
    if (first.total >= 50) count('n_size left p_large', 'n_a left next')
    else count('n_size left else', 'n_b left next')
    count(isWithin(60) ? 'n_last left happened' : 'n_last left timeout', 'n_done ended Finished')
  }
  return counts
}

function ordersByCustomer(file: string): { at: number; total: number }[][] {
  const customers = new Map<string, { at: number; total: number }[]>()
  for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const [customer = '', date = '', , total = ''] = line.split(',')
    const orders = customers.get(customer) ?? []
    orders.push({ at: Date.parse(date), total: Number(total) })
    customers.set(customer, orders)
  }
  return [...customers.values()].map((orders) => orders.sort((one, other) => one.at - other.at))
}
