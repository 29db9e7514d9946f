import { inBasicTerms } from '../../audience/inBasicTerms.ts'
import type { Rule } from '../../audience/rule.ts'
import { clash, type Wanted } from './clash.ts'

interface Claim {
  rule: Rule
  holds: boolean
}

interface Search {
  /** Ways still to be tried; who runs out of them cannot tell. */
  left: number
}

const MOST_WAYS = 400

/**
 * Says whether certainly no contact fulfils all these rules at one moment. Every way to fulfil them is followed until two of its
 * conditions clash (a tableau); where there are too many ways, or something is not known here, the answer is no.
 * The rules must be filled in.
 */
export const isContradiction = (rules: readonly Rule[]): boolean =>
  !mayHold({ claims: rules.map((rule) => ({ rule, holds: true })), choices: [], wanted: [] }, { left: MOST_WAYS })

interface Way {
  claims: readonly Claim[]
  choices: readonly (readonly Claim[])[]
  wanted: readonly Wanted[]
}

function mayHold(way: Way, search: Search): boolean {
  search.left -= 1
  if (search.left < 0) return true
  const claims = [...way.claims]
  const choices = [...way.choices]
  const wanted = [...way.wanted]
  for (let claim = claims.pop(); claim; claim = claims.pop()) {
    const { parts, isChoice } = taken(claim)
    if (!parts) wanted.push(...condition(claim))
    else if (isChoice) choices.push(parts)
    else claims.push(...parts)
  }
  if (wanted.length > way.wanted.length && clash(wanted)) return false
  const [first, ...rest] = choices.toSorted((one, other) => one.length - other.length)
  return !first || first.some((each) => mayHold({ claims: [each], choices: rest, wanted }, search))
}

/** What a claim comes down to: all of some parts, or one of them; none where it is a condition or empty. */
function taken({ rule, holds }: Claim): { parts?: Claim[]; isChoice?: boolean } {
  if ('not' in rule) return { parts: [{ rule: rule.not, holds: !holds }] }
  if (!('all' in rule) && !('any' in rule)) return {}
  const rules = 'all' in rule ? rule.all : rule.any
  const isChoice = 'all' in rule ? !holds : holds
  return { parts: rules.map((part) => ({ rule: part, holds })), isChoice: isChoice && rules.length > 0 }
}

const condition = ({ rule, holds }: Claim): Wanted[] => ('if' in rule ? [{ condition: inBasicTerms(rule), holds }] : [])
