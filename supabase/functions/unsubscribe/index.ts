import { handle } from '../_shared/handle.ts'
import { unsubscribe } from './unsubscribe.ts'

export default handle({ auth: ['none'] }, unsubscribe)
