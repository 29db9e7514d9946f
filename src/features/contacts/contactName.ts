import type { Contact } from '@/data/contacts'

/** What a contact is called in lists: the address, else the id of the customer's own systems, else ours. */
export const contactName = ({ email, external_id, id }: Pick<Contact, 'email' | 'external_id' | 'id'>) =>
  email ?? external_id ?? `#${id}`
