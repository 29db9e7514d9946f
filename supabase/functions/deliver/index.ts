import { handle } from '../_shared/handle.ts'
import { logCalls } from '../_shared/logCalls.ts'
import { deliver } from './deliver.ts'

export default handle({ auth: ['secret'] }, logCalls('deliver', deliver))
