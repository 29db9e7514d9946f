import type { Condition } from '../../audience/rule'

/** What the fields of one kind of condition are given. `number` is its place, as `2` or, in a group, `2.1`. */
export interface ConditionProps<Kind extends Condition['if']> {
  number: string
  condition: Extract<Condition, { if: Kind }>
  workspaceId: string
  onCommit: (condition: Condition) => void
  disabled: boolean
  inSegment?: boolean | undefined
}
