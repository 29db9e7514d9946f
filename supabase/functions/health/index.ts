import { handle } from '../_shared/handle.ts'
import { health } from './health.ts'

export default handle({ auth: ['user', 'secret'] }, health)
