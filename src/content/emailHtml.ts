import type { Direction } from './locales.ts'
import type { Inline, Paragraph } from './markup.ts'
import { fillWords, type SystemWords } from './systemWords.ts'

interface HtmlParts {
  locale: string
  dir: Direction
  subject: string
  preheader: string
  paragraphs: readonly Paragraph[]
  words: SystemWords
  workspaceName: string
  unsubscribe: string | null
  open: string | null
}

const FONT = "-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Noto Sans','Noto Sans Arabic',Arial,sans-serif"
const TEXT = `margin:0 0 16px;font-family:${FONT};font-size:16px;line-height:1.6;color:#1c1917;text-align:start`
const SMALL = `margin:0;font-family:${FONT};font-size:13px;line-height:1.5;color:#57534e;text-align:start`
const HIDDEN =
  'display:none;max-height:0;max-width:0;opacity:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px'

// Inline styles hold for programs that drop this; the rest are for those that keep it.
const STYLE = `:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0;width:100%;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%}
@media (max-width:640px){.sheet{padding:24px 20px!important}.foot{padding:16px 20px 24px!important}}
@media (prefers-color-scheme:dark){.ground{background:#1c1917!important}.sheet{background:#292524!important}
.text{color:#f5f5f4!important}.small{color:#a8a29e!important}.link{color:#86c5a4!important}}`

// Fills the rest of the inbox line, so that the first words of the body do not follow the preheader there.
const FILLER = '&#847;&zwnj;&nbsp;'.repeat(40)

/**
 * The mail as a complete HTML page: one column of at most 600 px in tables that Outlook understands, direction on page,
 * tables and blocks, colours that hold in dark mode, and every value in its own `bdi`.
 */
export function emailHtml(parts: HtmlParts): string {
  const { locale, subject, preheader, open } = parts
  const dir = ` dir="${parts.dir}"`
  const body = parts.paragraphs.map((inlines) => paragraphHtml(inlines, dir)).join('\n')
  return `<!doctype html>
<html lang="${escapeHtml(locale)}"${dir} xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="x-apple-disable-message-reformatting">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>
${STYLE}
</style>
<!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->
</head>
<body class="ground"${dir} style="margin:0;padding:0;background:#f5f5f4">
${preheader ? `<div style="${HIDDEN}"${dir}>${escapeHtml(preheader)}${FILLER}</div>\n` : ''}${table(dir, 'width="100%" class="ground" style="background:#f5f5f4"')}
<tr><td align="center"${dir} style="padding:24px 12px">
<!--[if mso]>${table(dir, 'width="600" align="center"')}<tr><td><![endif]-->
${table(dir, 'width="100%" style="max-width:600px;margin:0 auto"')}
<tr><td class="sheet"${dir} style="padding:32px 32px 16px;background:#ffffff;border-radius:8px;text-align:start">
${body}
</td></tr>
${footerHtml(parts)}
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
${open ? `<img src="${escapeHtml(open)}" width="1" height="1" alt="" style="display:block;border:0;width:1px;height:1px">\n` : ''}</body>
</html>
`
}

const table = (dir: string, rest: string) =>
  `<table role="presentation"${dir} ${rest} cellpadding="0" cellspacing="0" border="0">`.replace(/ {2,}/g, ' ')

function footerHtml({ words, workspaceName, unsubscribe }: HtmlParts): string {
  const reason = fillWords(escapeHtml(words.footer.reason), { workspace: `<bdi>${escapeHtml(workspaceName)}</bdi>` })
  const label = escapeHtml(words.footer.unsubscribe)
  const link = unsubscribe
    ? `<br>\n<a class="small" href="${escapeHtml(unsubscribe)}" style="color:#57534e;text-decoration:underline">${label}</a>`
    : ''
  return `<tr><td class="foot" lang="${words.locale}" dir="${words.dir}" style="padding:16px 32px 24px;text-align:start">
<p class="small" dir="${words.dir}" style="${SMALL}">${reason}${link}</p>
</td></tr>`
}

const paragraphHtml = (inlines: Paragraph, dir: string): string =>
  `<p class="text"${dir} style="${TEXT}">${inlines.map(inlineHtml).join('')}</p>`

function inlineHtml(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return withBreaks(inline.text)
    case 'value':
      return inline.text ? `<bdi>${withBreaks(inline.text)}</bdi>` : ''
    case 'link':
      return `<a class="link" href="${escapeHtml(inline.url)}" style="color:#1f6b4a;text-decoration:underline">${inline.label.map(inlineHtml).join('')}</a>`
  }
}

const withBreaks = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>\n')

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as it may stand in HTML, between tags and within double quotes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter)
