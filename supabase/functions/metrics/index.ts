import { handle } from '../_shared/handle.ts'
import { metrics } from './metrics.ts'

export default handle({ auth: ['secret'] }, metrics)
