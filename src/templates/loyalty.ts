import type { Rule } from '../audience/rule.ts'
import {
  branch,
  did,
  draw,
  enteredBy,
  exit,
  is,
  mail,
  not,
  onEvent,
  type Template,
  wait,
  waitForEvent,
} from './draw.ts'

const hello = 'Hello {{ contact.first_name | default: "there" }},\n\n'
const hasPoints: Rule = { if: 'attribute', attribute: 'points', test: { op: 'moreThan', value: 0 } }
const stillTheirs: Rule = { all: [hasPoints, not(did('ordered', { within: 'P14D' }))] }

const untilExpiry = (days: string, next: string) => ({
  type: 'wait',
  data: {
    until: 'date',
    date: { in: 'entryEvent', property: 'expires_on' },
    shift: { direction: 'before', by: days },
    at: '10:00',
  },
  to: { next },
})

/**
 * Lanes beside one another in one journey: each begins with its own trigger, and its key lets several run at once, such as two
 * lots of points that expire on different days.
 */
export const loyalty: Template = {
  segments: {},
  journey: draw(
    {
      joined: onEvent('loyalty_joined', 'first_time', { key: 'membership_id' }),
      first_time: branch({ 'Joined before': [did('loyalty_joined', { atLeast: 2 }), 'over'] }, 'welcome'),
      welcome: mail(
        'Welcome: how points work',
        `${hello}you are {{ contact.tier | default: "in" }}. Your first points are one order away.`,
        'a_week',
        'service',
      ),
      a_week: wait('P7D', 'earned_any'),
      earned_any: branch({ Earned: [did('points_earned'), 'over'] }, 'tip'),
      tip: mail('The easiest 50 points', `${hello}complete your profile.`, 'over'),

      earned: onEvent('points_earned', 'lately_told', { key: 'transaction_id' }),
      // One mail a day about points, however many come in.
      lately_told: branch(
        { 'Told today': [{ if: 'message', did: 'sent', node: 'points', within: 'P1D' }, 'over'] },
        'points',
      ),
      points: mail(
        '{{ event.points }} points for you',
        `${hello}that makes {{ contact.points }} in all.`,
        'over',
        'service',
      ),

      near_tier: onEvent('tier_near', 'gap', { key: 'tier_period_id' }),
      gap: mail('Only {{ event.missing }} points to {{ event.tier }}', `${hello}one order is enough.`, 'reached'),
      reached: waitForEvent('tier_changed', 'P10D', { happened: 'over', timeout: 'gap_again' }),
      gap_again: mail('Still {{ event.missing }} points to go', `${hello}there is time.`, 'over'),

      reward_ready: onEvent('reward_available', 'ready', { key: 'reward_id' }),
      ready: mail('A reward is waiting', `${hello}choose it now.`, 'redeemed'),
      redeemed: waitForEvent('reward_redeemed', 'P7D', { happened: 'used', timeout: 'ready_again' }),
      ready_again: mail('Your reward is still there', `${hello}take it whenever you like.`, 'redeemed_late'),
      redeemed_late: waitForEvent('reward_redeemed', 'P21D', { happened: 'used', timeout: 'soft' }),
      soft: mail('No hurry', `${hello}we keep it for you.`, 'over'),

      points_expiring: onEvent('points_expiring', 'day_14', { key: 'lot_id' }),
      day_14: untilExpiry('P14D', 'still_14'),
      still_14: branch({ 'Still theirs': [stillTheirs, 'expire_14'] }, 'over'),
      expire_14: mail('Points expire on {{ event.expires_on }}', `${hello}use them in two weeks.`, 'day_5'),
      day_5: untilExpiry('P5D', 'still_5'),
      still_5: branch({ 'Still theirs': [stillTheirs, 'expire_5'] }, 'over'),
      expire_5: mail('Five days left for your points', `${hello}[Use them](https://shop.example)`, 'day_1'),
      day_1: untilExpiry('P1D', 'still_1'),
      still_1: branch({ 'Still theirs': [stillTheirs, 'expire_1'] }, 'over'),
      expire_1: mail('Tomorrow your points expire', `${hello}[Use them](https://shop.example)`, 'over'),

      tier_change: onEvent('tier_changed', 'up_or_down', { key: 'tier_change_id' }),
      up_or_down: branch(
        { Up: [{ if: 'entryEvent', property: 'direction', test: { op: 'is', value: 'up' } }, 'up'] },
        'down',
      ),
      up: mail('Congratulations: {{ event.tier }}', `${hello}this is what you get from now on.`, 'over'),
      down: mail('How to keep your tier', `${hello}you have 30 days.`, 'over'),

      birthday: enteredBy({ on: 'date', attribute: 'birthday', anniversary: true, at: '09:00' }, 'bonus'),
      anniversary: enteredBy({ on: 'date', attribute: 'joined_on', anniversary: true, at: '09:00' }, 'bonus'),
      bonus: mail('A gift on your day', `${hello}bonus points for five days.`, 'bonus_used'),
      bonus_used: waitForEvent('bonus_used', 'P5D', { happened: 'used', timeout: 'bonus_again' }),
      bonus_again: mail('Your gift is still there today', `${hello}have you seen it?`, 'over'),

      used: exit('Redeemed'),
      over: exit('Told'),
    },
    {
      holdout: 0.1,
      reentry: { allow: 'always' },
      goal: { event: { name: 'ordered', where: [] }, within: 'P30D', value: { property: 'total', currency: 'EUR' } },
      exit: [
        { on: 'event', event: { name: 'loyalty_left', where: [] } },
        { on: 'rule', rule: is('loyalty', 'left'), when: 'becomesTrue' },
      ],
    },
  ),
}
