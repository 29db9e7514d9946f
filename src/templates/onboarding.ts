import {
  branch,
  did,
  draw,
  exit,
  is,
  mail,
  not,
  onEvent,
  type Template,
  task,
  wait,
  waitForEvent,
  waitForRule,
} from './draw.ts'

const hello = 'Hello {{ contact.first_name | default: "there" }},\n\n'

/** From signing up to being active: one action per mail, and none for a step that is done already. */
export const onboarding: Template = {
  segments: {},
  journey: draw(
    {
      signed_up: onEvent('signed_up', 'welcome'),
      welcome: mail(
        'Welcome: one thing to do first',
        `${hello}it takes two minutes and shows you what this is for.\n\n[Do it now](https://app.example/start)`,
        'first_action',
        'service',
      ),
      first_action: waitForRule(did('key_action_1'), 'P1D', { happened: 'second_action', timeout: 'set_up' }),
      set_up: mail(
        'Your two-minute set-up',
        `${hello}here is your checklist; the first line is all you need today.\n\n[Open the checklist](https://app.example/setup)`,
        'until_day_ten',
      ),
      second_action: waitForRule(did('key_action_2'), 'P2D', { happened: 'persona', timeout: 'persona' }),
      persona: branch(
        { Teams: [is('persona', 'team'), 'for_teams'], Makers: [is('persona', 'maker'), 'for_makers'] },
        'most_used',
      ),
      for_teams: mail('How teams like yours work with it', `${hello}plan the week together in one view.`, 'activated'),
      for_makers: mail(
        'How makers like you work with it',
        `${hello}start from an idea and publish it today.`,
        'activated',
      ),
      most_used: mail(
        'What most people use first',
        `${hello}this is the feature most people come back for.`,
        'activated',
      ),
      activated: waitForRule(did('activated'), 'P2D', { happened: 'invite', timeout: 'opened_lately' }),
      invite: mail(
        'Nice: now invite a teammate',
        `${hello}it is better together.\n\n[Invite somebody](https://app.example/invite)`,
        'until_day_ten',
      ),
      opened_lately: branch({ 'Opened the app': [did('app_opened', { within: 'PT48H' }), 'tour'] }, 'what_stops_you'),
      tour: mail('A tour of what you have not seen yet', `${hello}three stops, one minute.`, 'until_day_ten'),
      what_stops_you: mail(
        'What is stopping you?',
        `${hello}no time, something is missing, or not what you expected? Just answer this mail.`,
        'answered',
        'service',
      ),
      answered: waitForEvent('replied', 'P3D', { happened: 'call', timeout: 'until_day_ten' }),
      call: task(
        'Help {{ contact.first_name | default: "a new user" }} to get started',
        'They answered “What is stopping you?”',
        'until_day_ten',
      ),
      // Ten days after signing up, however long the steps before took.
      until_day_ten: waitForRule(not(did('signed_up', { within: 'P10D' })), 'P10D', {
        happened: 'proof',
        timeout: 'proof',
      }),
      proof: mail('What others in your field do with it', `${hello}three customers, three results.`, 'before_the_end'),
      before_the_end: {
        type: 'wait',
        data: {
          until: 'date',
          date: { in: 'attribute', attribute: 'trial_ends_on' },
          shift: { direction: 'before', by: 'P3D' },
          at: '09:00',
        },
        to: { next: 'still_on_trial' },
      },
      still_on_trial: branch(
        {
          'Trial ends soon': [
            {
              all: [
                not(did('paid')),
                { if: 'attribute', attribute: 'trial_ends_on', test: { op: 'withinNext', lasting: 'P4D' } },
              ],
            },
            'trial_ends',
          ],
        },
        'done',
      ),
      trial_ends: mail(
        'Trial ends {{ contact.trial_ends_on }}: keep your work',
        `${hello}choose a plan and nothing is lost.`,
        'two_days',
        'service',
      ),
      two_days: wait('P2D', 'last_day'),
      last_day: mail(
        'The last day',
        `${hello}need more time? [Extend once](https://app.example/extend)`,
        'done',
        'service',
      ),
      done: exit('Saw everything'),
    },
    {
      holdout: 0.1,
      reentry: { allow: 'never' },
      goal: { event: { name: 'activated', where: [] }, within: 'P14D' },
      exit: [
        { on: 'rule', rule: { all: [did('activated'), did('paid')] }, when: 'becomesTrue' },
        { on: 'event', event: { name: 'account_deleted', where: [] } },
      ],
    },
  ),
}
