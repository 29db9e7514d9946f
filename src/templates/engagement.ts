import { branch, did, draw, enteredBy, exit, mail, split, type Template, wait, waitForEvent } from './draw.ts'

const ADOPTING = '00000000-0000-4000-8000-000000000201'
const hello = 'Hello {{ contact.first_name | default: "there" }},\n\n'

/** Leads people who are active to a feature they have not found yet. */
export const engagement: Template = {
  segments: {
    [ADOPTING]: {
      name: 'Active for two weeks, without the feature',
      rule: { all: [did('app_opened', { atLeast: 5, within: 'P14D' }), { not: did('feature_used') }] },
    },
  },
  journey: draw(
    {
      active: enteredBy({ on: 'segmentEntered', segment: ADOPTING, includePresent: true }, 'benefit'),
      benefit: mail('Do it in half the time', `${hello}this is how.\n\n[Show me](https://app.example/feature)`, 'used'),
      used: waitForEvent('feature_used', 'P4D', { happened: 'some_days', timeout: 'clicked' }),
      clicked: branch(
        { Clicked: [{ if: 'message', did: 'clicked', node: 'benefit', within: 'P7D' }, 'nudge'] },
        'other_angle',
      ),
      nudge: mail('You were nearly there', `${hello}one more click and it is set up.`, 'five_days'),
      other_angle: mail('How Mara saves an hour a day', `${hello}her story in two minutes.`, 'five_days'),
      five_days: wait('P5D', 'help'),
      help: split({ Video: 'video', 'A call': 'a_call' }),
      video: mail('See it in 40 seconds', `${hello}[Watch](https://app.example/video)`, 'some_days'),
      a_call: mail('Shall we show you?', `${hello}[Choose a time](https://app.example/call)`, 'some_days'),
      some_days: wait('P3D', 'often'),
      often: branch({ 'Three times': [did('feature_used', { atLeast: 3, within: 'P14D' }), 'milestone'] }, 'over'),
      milestone: mail(
        'Well done. How is it going?',
        `${hello}[Tell us from 1 to 5](https://app.example/csat)`,
        'adopted',
      ),
      adopted: exit('Adopted'),
      over: exit('Not yet'),
    },
    {
      holdout: 0.1,
      reentry: { allow: 'after', rest: 'P90D' },
      goal: { event: { name: 'feature_used', where: [] }, times: 2, within: 'P14D' },
      exit: [
        {
          on: 'event',
          event: { name: 'ticket_opened', where: [{ property: 'priority', test: { op: 'is', value: 'P1' } }] },
        },
        // Whoever may leave is talked to about that alone.
        {
          on: 'rule',
          rule: { if: 'attribute', attribute: 'risk_tier', test: { op: 'in', values: ['mild', 'moderate', 'high'] } },
          when: 'becomesTrue',
        },
      ],
    },
  ),
}
