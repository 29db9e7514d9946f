import type { PeopleWanted } from '@/data/journeyNumbers'
import type { NodeTally, Tally } from '../numbers/tally'
import type { EditorSlice } from './editorState'

export interface NumbersSlice {
  numbers: Tally | undefined
  people: PeopleWanted | undefined
  setNumbers: (numbers: Tally) => void
  showPeople: (people: PeopleWanted) => void
}

export const createNumbersSlice: EditorSlice<NumbersSlice> = (set) => ({
  numbers: undefined,
  people: undefined,
  setNumbers: (next) => set(({ numbers }) => ({ numbers: numbers ? keepingSame(numbers, next) : next })),
  showPeople: (people) => set({ people, panel: 'people' }),
})

/** A step whose numbers are as before keeps its object, so that only cards with news are drawn again. */
function keepingSame(before: Tally, next: Tally): Tally {
  const byNode = new Map(
    [...next.byNode].map(([id, tally]): [string, NodeTally] => {
      const known = before.byNode.get(id)
      return [id, known && JSON.stringify(known) === JSON.stringify(tally) ? known : tally]
    }),
  )
  return { ...next, byNode }
}
