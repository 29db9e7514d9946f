import { handle } from '../_shared/handle.ts'
import { publish } from './publish.ts'

export default handle({ auth: ['user'] }, publish)
