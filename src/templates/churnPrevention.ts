import type { Rule } from '../audience/rule.ts'
import {
  branch,
  did,
  draw,
  enteredBy,
  exit,
  is,
  mail,
  onEvent,
  setText,
  type Template,
  task,
  update,
  wait,
  waitForEvent,
  waitForRule,
} from './draw.ts'

const hello = 'Hello {{ contact.first_name | default: "there" }},\n\n'
const recovered: Rule = did('logged_in', { atLeast: 5, within: 'P14D' })
const card = '[Update your card](https://app.example/billing)'

/** Graduated help for whoever slides away, over as soon as they are back; and reminders where only a payment failed. */
export const churnPrevention: Template = {
  segments: {},
  journey: draw(
    {
      at_risk: enteredBy(
        { on: 'attribute', attribute: 'risk_tier', to: { op: 'in', values: ['mild', 'moderate', 'high'] } },
        'why',
      ),
      payment_failed: onEvent('payment_failed', 'why'),
      why: branch({ 'Payment failed': [did('payment_failed', { within: 'P1D' }), 'card_first'] }, 'tier'),

      card_first: mail('Your payment did not go through', `${hello}${card}`, 'three_days', 'service'),
      three_days: wait('P3D', 'card_again'),
      card_again: mail('A reminder about your card', `${hello}${card}`, 'four_days', 'service'),
      four_days: wait('P4D', 'card_soon'),
      card_soon: mail('Your account will be paused', `${hello}in a week. ${card}`, 'seven_days', 'service'),
      seven_days: wait('P7D', 'card_last'),
      card_last: mail('Your account is paused', `${hello}nothing is lost. ${card}`, 'unpaid', 'service'),
      unpaid: exit('Not paid'),

      tier: branch(
        { Mild: [is('risk_tier', 'mild'), 'check_in'], Moderate: [is('risk_tier', 'moderate'), 'use_case'] },
        'worth',
      ),
      check_in: mail('What you have achieved', `${hello}your last month in numbers, and one idea.`, 'back_from_mild'),
      back_from_mild: waitForRule(recovered, 'P7D', { happened: 'well', timeout: 'to_moderate' }),
      to_moderate: update([setText('risk_tier', 'moderate')], 'use_case'),
      use_case: mail('20 minutes with us?', `${hello}we look at your case together.`, 'back_from_moderate'),
      back_from_moderate: waitForRule(recovered, 'P7D', { happened: 'well', timeout: 'to_high' }),
      to_high: update([setText('risk_tier', 'high')], 'worth'),
      worth: branch(
        { 'A large account': [{ if: 'attribute', attribute: 'value', test: { op: 'atLeast', value: 5000 } }, 'owner'] },
        'founder',
      ),
      owner: task('Call {{ contact.first_name | default: "the customer" }} today', 'High risk of leaving.', 'replied'),
      founder: mail(
        'A question from the founder',
        `${hello}what would you change first? I read every answer.`,
        'replied',
      ),
      replied: waitForEvent('replied', 'P5D', { happened: 'human', timeout: 'reason' }),
      human: exit('A person took over'),
      reason: branch(
        { Price: [is('churn_reason', 'price'), 'downgrade'], Missing: [is('churn_reason', 'missing'), 'roadmap'] },
        'concierge',
      ),
      downgrade: mail('A smaller plan, or a pause', `${hello}both keep your data.`, 'last_look'),
      roadmap: mail('What is coming', `${hello}and what you can do until then.`, 'last_look'),
      concierge: mail('We set it up for you', `${hello}tell us what you need.`, 'last_look'),
      last_look: waitForRule(recovered, 'P14D', { happened: 'well', timeout: 'lost' }),
      well: update([{ do: 'unset', attribute: 'risk_tier' }], 'recovered'),
      recovered: exit('Recovered'),
      lost: exit('Not recovered'),
    },
    {
      holdout: 0.1,
      reentry: { allow: 'after', rest: 'P60D' },
      goal: { event: { name: 'renewed', where: [] }, within: 'P90D', value: { property: 'amount', currency: 'EUR' } },
      exit: [
        { on: 'event', event: { name: 'payment_succeeded', where: [] } },
        { on: 'event', event: { name: 'cancelled', where: [] } },
        { on: 'event', event: { name: 'owner_took_over', where: [] } },
      ],
    },
  ),
}
