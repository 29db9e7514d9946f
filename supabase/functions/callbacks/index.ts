import { handle } from '../_shared/handle.ts'
import { callbacks } from './callbacks.ts'

export default handle({ auth: ['none'] }, callbacks)
