import type { Mail } from '../deliver/composeEmail.ts'

export const deliveryId = '0d9cf1f0-52f5-4ba3-9c33-3d2b1f6f3a10'

/** A mail that is ready to be handed over. */
export const aMail: Mail = {
  from: { name: 'Kettle "&" Leaf ș', address: 'hello@teashop.example' },
  to: 'ana@people.example',
  subject: 'Bună, Ana',
  html: '<p>Ceai</p>',
  text: 'Ceai',
  messageId: `<${deliveryId}@teashop.example>`,
  headers: { 'List-Unsubscribe': '<https://app.example/u/1>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
}
