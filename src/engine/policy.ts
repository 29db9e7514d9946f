/** The workspace's rules of sending, the same for all of its journeys. */
export interface SendingPolicy {
  /** Hours of the contact's day, as `HH:MM`, in which only messages of the class `urgent` go out; over midnight where reversed. */
  quietHours?: { from: string; to: string }
  /** At most so many messages of a class to one contact within a rolling ISO 8601 duration. */
  caps: readonly { capClass: string; most: number; per: string }[]
  /** How a contact who never said anything stands to a topic, and whether a subscription must be confirmed. */
  topics: Readonly<Record<string, { byDefault: 'subscribed' | 'unsubscribed'; doubleOptIn: boolean }>>
}

/** Nothing is held back. */
export const noPolicy: SendingPolicy = { caps: [], topics: {} }
