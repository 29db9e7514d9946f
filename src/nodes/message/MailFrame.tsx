import type { RenderedEmail } from '../../content/renderEmail'

export const mailWidths = ['desktop', 'mobile'] as const
export type MailWidth = (typeof mailWidths)[number]

/**
 * The mail, unable to run scripts, open windows or send forms; a click on a link asks for a window and so does nothing.
 * Nor can it be measured. Its plain text, unseen and in the same type, gives it about the height it needs; a long mail
 * scrolls inside.
 */
export function MailFrame({ mail, title }: { mail: Pick<RenderedEmail, 'html' | 'text'>; title: string }) {
  return (
    <div className="relative max-h-[34rem] overflow-hidden rounded-md border border-line bg-surface">
      <div
        aria-hidden
        className="invisible whitespace-pre-wrap px-8 pt-12 pb-14 text-base leading-[1.6] [overflow-wrap:anywhere]"
      >
        {mail.text}
      </div>
      <iframe
        title={title}
        sandbox=""
        srcDoc={mail.html.replace('<head>', '<head><base target="_blank">')}
        className="absolute inset-0 size-full"
      />
    </div>
  )
}
