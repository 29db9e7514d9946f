import { handle } from '../_shared/handle.ts'
import { logCalls } from '../_shared/logCalls.ts'
import { tick } from './tick.ts'

export default handle({ auth: ['secret'] }, logCalls('tick', tick))
