import { chance } from './chance.ts'
import type { EarlyExit } from './exits.ts'
import type { RunInput } from './runUntilWaiting.ts'

/**
 * The end at the very entry, for a contact who is kept out of the journey to compare with; nothing for all others. It is
 * the same however often a contact enters: the key is made of contact and journey alone. Without a key nobody is held out.
 */
export function heldOut({ journey, position, holdoutKey }: RunInput): EarlyExit | undefined {
  if (holdoutKey === undefined || journey.nodes.get(position.nodeId)?.type.group !== 'entry') return undefined
  const isOut = chance(`holdout:${holdoutKey}`) < journey.settings.holdout
  return isOut ? { moment: position.entered, because: 'holdout' } : undefined
}
