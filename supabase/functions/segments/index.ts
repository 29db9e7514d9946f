import { handle } from '../_shared/handle.ts'
import { segments } from './segments.ts'

export default handle({ auth: ['user'] }, segments)
