import { handle } from '../_shared/handle.ts'
import { invite } from './invite.ts'

export default handle({ auth: ['user'] }, invite)
