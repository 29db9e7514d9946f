import { handle } from '../_shared/handle.ts'
import { deliver } from './deliver.ts'

export default handle({ auth: ['secret'] }, deliver)
