import { postmark } from './postmark/postmark.ts'
import type { Provider } from './provider.ts'
import { resend } from './resend/resend.ts'
import { ses } from './ses/ses.ts'
import { smtp } from './smtp/smtp.ts'

/** Every kind of provider: a folder here, and a line. The contract test says what else is missing. */
export const providers: readonly Provider[] = [smtp, resend, postmark, ses]

export const providerOf = (kind: string): Provider | undefined => providers.find((each) => each.kind === kind)
