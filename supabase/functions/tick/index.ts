import { handle } from '../_shared/handle.ts'
import { tick } from './tick.ts'

export default handle({ auth: ['secret'] }, tick)
