import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { signRequest } from './signRequest.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

test('signs as the published example of Standard Webhooks does', () => {
  const signed = signRequest('{"test": 2432232314}', {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    now: 1_614_265_330_999,
    secrets: [secret],
  })
  expect(signed).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

test('signs with every secret that is still good, over the bytes of the body', () => {
  const other = `whsec_${Buffer.from('another secret').toString('base64')}`
  const { 'webhook-signature': both } = signRequest('héllo', { id: 'a', now: 0, secrets: [secret, other] })
  const expected = createHmac('sha256', 'another secret').update('a.0.héllo').digest('base64')
  expect(both.split(' ')[1]).toBe(`v1,${expected}`)
})
