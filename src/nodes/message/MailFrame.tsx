export const mailWidths = ['desktop', 'mobile'] as const
export type MailWidth = (typeof mailWidths)[number]

/** The mail, unable to run scripts, open windows or send forms; a click on a link asks for a window and so does nothing. */
export function MailFrame({ html, title }: { html: string; title: string }) {
  return (
    <iframe
      title={title}
      sandbox=""
      srcDoc={html.replace('<head>', '<head><base target="_blank">')}
      className="h-[28rem] w-full rounded-md border border-line bg-surface"
    />
  )
}
