import { randomFrom } from '../randomFrom.ts'

/** Orders in the shape of the CDNOW file: most customers order once or twice, some on one day, some worth nothing. */
export function madeUpOrders({ customers, seed }: { customers: number; seed: number }): string {
  const random = randomFrom(seed)
  const lines = ['customer_id,date,number_of_cds,dollar_value']
  for (let customer = 1; customer <= customers; customer++) {
    let day = Math.floor(random() * 84)
    const orders = random() < 0.5 ? 1 : 1 + Math.floor(random() * 6)
    for (let order = 0; order < orders && day < 545; order++) {
      const date = new Date(Date.UTC(1997, 0, 1 + day)).toISOString().slice(0, 10)
      const cds = 1 + Math.floor(random() * 5)
      const value = random() < 0.02 ? 0 : cds * (8 + random() * 12)
      lines.push(`${String(customer).padStart(5, '0')},${date},${cds},${value.toFixed(2)}`)
      day += random() < 0.1 ? 0 : random() < 0.5 ? 29 + Math.floor(random() * 3) : Math.floor(random() * 200)
    }
  }
  return `${lines.join('\n')}\n`
}
