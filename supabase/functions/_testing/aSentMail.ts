import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney } from './aLiveJourney.ts'
import { aWorkspace } from './aWorkspace.ts'
import { aContact, start, track } from './events.ts'
import { linksIn, mailTo } from './mailbox.ts'
import { deliver, tick } from './worker.ts'

const text = { subject: 'Hello', preheader: '', body: 'See [the tea](https://shop.example/tea?a=1&b=ceai-ș).' }

/** A mail that reached a contact, with the addresses it links to. */
export async function aSentMail({ locale = 'en', name = 'Kettle & Leaf' } = {}) {
  const workspace = await aWorkspace({ name })
  const content = { en: text, ro: text, ar: text }
  const journey = await aLiveJourney(workspace, aJourney().trigger('Opened').email('Hello', content).exit())
  const contact = await aContact(workspace, { locale })
  await track(workspace, contact.userId, 'Opened')
  await tick(start)
  await deliver(start)
  const mail = await mailTo(contact.email)
  const [open = ''] = linksIn(mail, 'track/o')
  const [click = ''] = linksIn(mail, 'track/c')
  const [unsubscribe = ''] = linksIn(mail, 'unsubscribe')
  return { workspace, journey, mail, ...contact, open, click, unsubscribe }
}
