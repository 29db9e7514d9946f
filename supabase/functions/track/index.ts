import { handle } from '../_shared/handle.ts'
import { track } from './track.ts'

export default handle({ auth: ['none'] }, track)
