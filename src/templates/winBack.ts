import {
  branch,
  did,
  draw,
  enteredBy,
  exit,
  is,
  mail,
  not,
  setText,
  split,
  type Template,
  task,
  update,
  wait,
  waitForEvent,
} from './draw.ts'

const LAPSED = '00000000-0000-4000-8000-000000000401'
const ADS = '00000000-0000-4000-8000-000000000402'
const hello = 'Hello {{ contact.first_name | default: "there" }},\n\n'

/** Brings back whoever has not bought for long: a reminder, an offer, a last word, and then silence. */
export const winBack: Template = {
  segments: {
    [LAPSED]: {
      name: 'Bought before, not for four months',
      rule: {
        all: [
          did('ordered'),
          not(did('ordered', { within: 'P120D' })),
          { if: 'subscribed', channel: 'email', topic: 'marketing' },
          { if: 'reachable', channel: 'email' },
        ],
      },
    },
    [ADS]: { name: 'Ads: similar to customers' },
  },
  journey: draw(
    {
      lapsed: enteredBy({ on: 'segmentEntered', segment: LAPSED, includePresent: false }, 'last_time'),
      last_time: branch({ 'Went wrong': [is('last_experience', 'bad'), 'make_good'] }, 'news'),
      make_good: task(
        'Make good with {{ contact.first_name | default: "a customer" }}',
        'Their last order went wrong.',
        'in_service',
      ),
      in_service: exit('Handed to service'),

      news: mail(
        'What is new since you were here',
        `${hello}three things you have not seen.\n\n[Look](https://shop.example)`,
        'came_by',
      ),
      came_by: waitForEvent('site_visited', 'P7D', { happened: 'who', timeout: 'nudge' }),
      nudge: mail('Still with us?', `${hello}one line only: we kept your size.`, 'some_days'),
      some_days: wait('P3D', 'who'),
      who: branch(
        {
          'Best customers': [is('value_tier', 'vip'), 'perk'],
          'Had an offer before': [is('won_back_with', 'discount'), 'perk'],
        },
        'offer',
      ),
      perk: mail('Something for you', `${hello}early access, this week only.`, 'until_expiry'),
      offer: split({ 'Ten percent': 'ten_percent', 'Free shipping': 'free_shipping' }),
      ten_percent: mail(
        '10 % for the next seven days',
        `${hello}your code: {{ contact.code | default: "BACK10" }}`,
        'remember',
      ),
      free_shipping: mail(
        'Free shipping for the next seven days',
        `${hello}your code: {{ contact.code | default: "SHIP0" }}`,
        'remember',
      ),
      remember: update([setText('won_back_with', 'discount')], 'until_expiry'),
      until_expiry: wait('P5D', 'code_used'),
      code_used: branch({ Unused: [not(did('code_used', { within: 'P7D' })), 'two_days_left'] }, 'two_weeks'),
      two_days_left: mail('Two days left', `${hello}then it is gone.`, 'two_weeks'),
      two_weeks: wait('P14D', 'last_chance'),
      last_chance: mail(
        'Fewer mails, a pause, or goodbye?',
        `${hello}[Choose](https://shop.example/preferences)`,
        'two_more_weeks',
      ),
      two_more_weeks: wait('P14D', 'any_sign'),
      any_sign: branch(
        {
          'Some sign': [
            { any: [did('site_visited', { within: 'P45D' }), { if: 'message', did: 'clicked', within: 'P45D' }] },
            'engaged',
          ],
        },
        'let_go',
      ),
      engaged: exit('Engaged'),
      let_go: update(
        [
          { do: 'set', attribute: 'sunset', value: { is: 'yesNo', value: true } },
          { do: 'unsubscribe', channel: 'email', topic: 'marketing' },
          { do: 'leave', list: ADS },
        ],
        'sunset',
      ),
      sunset: exit('Sunset'),
    },
    {
      holdout: 0.1,
      reentry: { allow: 'after', rest: 'P180D' },
      goal: { event: { name: 'ordered', where: [] }, within: 'P45D', value: { property: 'total', currency: 'EUR' } },
      exit: [
        { on: 'event', event: { name: 'support_case_opened', where: [] } },
        { on: 'goal' },
        { on: 'unsubscribed' },
      ],
    },
  ),
}
