import { handle } from '../_shared/handle.ts'
import { ingest } from './ingest.ts'

export default handle({ auth: ['secret', 'none'] }, ingest)
