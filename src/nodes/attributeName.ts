/** Attributes that are told with `identify`: what they hold is used as an address, a language or a zone. */
const FIXED = ['id', 'email', 'phone', 'locale', 'time_zone']

/** What keeps a step from writing an attribute of this name: there is none yet, or it is not a step's to write. */
export function attributeNameProblem(name: string): 'noAttribute' | 'fixedAttribute' | undefined {
  if (name.trim() === '') return 'noAttribute'
  return FIXED.includes(name) ? 'fixedAttribute' : undefined
}
