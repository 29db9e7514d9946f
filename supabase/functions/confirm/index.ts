import { handle } from '../_shared/handle.ts'
import { confirm } from './confirm.ts'

export default handle({ auth: ['none'] }, confirm)
