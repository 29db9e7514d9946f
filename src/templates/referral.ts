import {
  branch,
  did,
  draw,
  enteredBy,
  exit,
  mail,
  not,
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
const happy = (op: 'atLeast' | 'is', value: number) =>
  op === 'is'
    ? [{ property: 'score', test: { op: 'is' as const, value } }]
    : [{ property: 'score', test: { op: 'atLeast' as const, value } }]

/** Asks whoever is at their happiest to bring a friend, and thanks both. */
export const referral: Template = {
  segments: {},
  journey: draw(
    {
      nps: onEvent('nps_answered', 'may_ask', { where: happy('atLeast', 9) }),
      csat: onEvent('csat_answered', 'may_ask', { where: happy('is', 5) }),
      milestone: onEvent('milestone_reached', 'may_ask'),
      second_order: onEvent('order_delivered', 'a_week', {
        where: [{ property: 'order_number', test: { op: 'is', value: 2 } }],
      }),
      a_week: wait('P7D', 'may_ask'),
      may_ask: branch(
        {
          'May be asked': [
            {
              all: [
                { if: 'subscribed', channel: 'email', topic: 'marketing' },
                not({ if: 'message', did: 'sent', node: 'ask', within: 'P90D' }),
                not({ if: 'attribute', attribute: 'open_tickets', test: { op: 'moreThan', value: 0 } }),
              ],
            },
            'not_just_bought',
          ],
        },
        'not_now',
      ),
      not_now: exit('Not now'),
      not_just_bought: waitForRule(not(did('ordered', { within: 'PT48H' })), 'P7D', {
        happened: 'ask',
        timeout: 'not_now',
      }),
      ask: mail(
        'Bring a friend: something for both of you',
        `${hello}[Your own link](https://shop.example/r/{{ contact.referral_code }})`,
        'shared',
      ),
      shared: waitForEvent('link_shared', 'P4D', { happened: 'friend', timeout: 'with_words' }),
      with_words: mail('A text you can simply send on', `${hello}“I like this shop, and so may you.”`, 'shared_late'),
      shared_late: waitForEvent('link_shared', 'P10D', { happened: 'friend', timeout: 'not_shared' }),
      not_shared: exit('Did not share'),
      friend: waitForEvent('invitee_qualified', 'P7D', { happened: 'reward', timeout: 'not_started' }),
      not_started: mail('Your friend has not started yet', `${hello}a word from you may help.`, 'friend_late'),
      friend_late: waitForEvent('invitee_qualified', 'P23D', { happened: 'reward', timeout: 'no_friend' }),
      no_friend: exit('Nobody came'),
      reward: mail('Here is your reward', `${hello}thank you. It is on your account.`, 'how_many', 'service'),
      how_many: branch({ 'Three friends': [did('invitee_qualified', { atLeast: 3 }), 'advocate'] }, 'rest'),
      advocate: update([setText('tier', 'advocate')], 'thank'),
      thank: task(
        'Thank {{ contact.first_name | default: "an advocate" }}',
        'They brought three friends.',
        'rest',
        'P3D',
      ),
      rest: wait('P60D', 'again'),
      again: exit('Brought a friend'),
    },
    {
      holdout: 0.1,
      reentry: { allow: 'after', rest: 'P90D' },
      goal: { event: { name: 'invitee_qualified', where: [] }, within: 'P30D' },
      exit: [{ on: 'event', event: { name: 'fraud_flagged', where: [] } }, { on: 'unsubscribed' }],
    },
  ),
}

/** What the invited friend hears: one mail in the language of the invitation, and no more without their wish. */
export const referralInvitee: Template = {
  segments: {},
  journey: draw(
    {
      invited: onEvent('invite_received', 'welcome'),
      welcome: mail(
        '{{ event.inviter_name | default: "A friend" }} thinks you may like this',
        'Hello,\n\nthis is the only mail about it, unless you want more.\n\n[Have a look](https://shop.example/welcome)',
        'qualified',
        'service',
      ),
      qualified: waitForEvent('qualified', 'P30D', { happened: 'reward', timeout: 'over' }),
      reward: mail('Your welcome gift', 'Hello,\n\nit is on your account.', 'came', 'service'),
      came: exit('Came'),
      over: exit('Did not come'),
      added: enteredBy({ on: 'manual' }, 'welcome'),
    },
    { holdout: 0.1, reentry: { allow: 'never' }, goal: { event: { name: 'qualified', where: [] }, within: 'P30D' } },
  ),
}
