import { AsyncLocalStorage } from 'node:async_hooks'
import { type EmailDriver, SmtpEmailDriver } from '@supabase/lite'

const wanted = new AsyncLocalStorage<string>()

/**
 * Sends auth mails by SMTP. @supabase/lite forgets which page a magic link should lead back to (`redirect_to`), so the
 * link is mended on its way out; pages of other origins are not led to.
 */
export function createAuthMail({ siteUrl, smtpPort }: { siteUrl: string; smtpPort: number }) {
  const smtp = new SmtpEmailDriver({
    host: '127.0.0.1',
    port: smtpPort,
    secure: false,
    from: { name: 'Perennial', address: 'accounts@perennial.example' },
  })
  const siteLink = `redirect_to=${encodeURIComponent(siteUrl)}`
  const driver: EmailDriver = {
    send({ to, subject, text = '', html = '' }) {
      const link = `redirect_to=${encodeURIComponent(wanted.getStore() ?? siteUrl)}`
      return smtp.send({ to, subject, text: text.replaceAll(siteLink, link), html: html.replaceAll(siteLink, link) })
    },
  }
  return {
    driver,
    remembering<Result>(request: Request, answer: () => Result): Result {
      const target = new URL(request.url).searchParams.get('redirect_to') ?? ''
      const isOurs = URL.canParse(target) && new URL(target).origin === new URL(siteUrl).origin
      return isOurs ? wanted.run(target, answer) : answer()
    },
  }
}
