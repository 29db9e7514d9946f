import { handle } from '../_shared/handle.ts'
import { providers } from './providers.ts'

export default handle({ auth: ['user'] }, providers)
