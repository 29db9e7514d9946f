import { randomFrom } from '../randomFrom.ts'
import type { Call } from '../replay/readCalls.ts'
import { demoPeople } from './demoPeople.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const PEOPLE = 240
const DAYS = 30

/** What the demo shop's people did in the weeks before `now`: sign-ups, looks at products, orders. The same for the same `now`. */
export function demoCalls(now: number): Call[] {
  const random = randomFrom(2026)
  const calls = Array.from({ length: PEOPLE }, (_, index) => onePerson(index, { random, now })).flat()
  return calls.filter(({ at }) => at < now).sort((one, other) => one.at - other.at)
}

function onePerson(index: number, { random, now }: { random: () => number; now: number }): Call[] {
  const home = pick(demoPeople, random)
  const signedUpAt = now - DAYS * DAY + Math.floor(random() * DAYS * DAY)
  const userId = `shop-${1000 + index}`
  const call = (at: number, type: Call['body']['type'], more: Record<string, unknown>): Call => {
    const timestamp = new Date(at).toISOString()
    return { at, body: { type, userId, timestamp, messageId: `demo-${userId}-${at}-${type}`, ...more } }
  }
  const orders = orderTimes(signedUpAt, random)
  const traits = {
    first_name: pick(home.names, random),
    email: `person-${1000 + index}@shop.example`,
    locale: home.locale,
    timezone: home.zone,
    plan: random() < 0.3 ? 'tea club' : 'guest',
  }
  return [
    call(signedUpAt, 'identify', { traits }),
    call(signedUpAt + 1000, 'track', {
      event: 'signed_up',
      properties: { source: pick(['search', 'friend', 'market'], random) },
    }),
    ...(random() < 0.45
      ? [
          call(signedUpAt + Math.floor(random() * 60) * HOUR, 'track', {
            event: 'Product Viewed',
            properties: { product: 'Smoky oolong' },
          }),
        ]
      : []),
    ...orders.map((at, number) =>
      call(at, 'track', {
        event: 'Order Completed',
        properties: { total: Math.round((12 + random() * 70) * 100) / 100, currency: 'EUR', number: number + 1 },
      }),
    ),
  ]
}

function orderTimes(signedUpAt: number, random: () => number): number[] {
  if (random() < 0.45) return []
  const first = signedUpAt + Math.floor((0.1 + random() * 9) * DAY)
  return random() < 0.35 ? [first, first + Math.floor((3 + random() * 25) * DAY)] : [first]
}

function pick<Item>(list: readonly Item[], random: () => number): Item {
  const item = list[Math.floor(random() * list.length)]
  if (item === undefined) throw new Error('Nothing to pick from')
  return item
}
