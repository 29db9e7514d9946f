import { escapeHtml } from '../../../src/content/emailHtml.ts'
import { fillWords, type SystemWords } from '../../../src/content/systemWords.ts'

const style = `:root{color-scheme:light dark;font:16px/1.5 Inter,system-ui,sans-serif}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:light-dark(#f6f6f4,#161618);color:light-dark(#1c1c1f,#ededf0)}
main{max-inline-size:28rem;margin:1.5rem;padding:2rem;border-radius:1rem;background:light-dark(#fff,#1f1f23);border:1px solid light-dark(#e4e4e0,#323238)}
h1{font-size:1.25rem;margin:0 0 .5rem}h2{font-size:1rem;margin:0 0 .75rem}p{margin:0 0 1.25rem;color:light-dark(#55555c,#b3b3bb);overflow-wrap:anywhere}
hr{margin-block:1.75rem 1.5rem;border:0;border-block-start:1px solid light-dark(#e4e4e0,#323238)}
label{display:flex;gap:.75rem;align-items:center;min-block-size:2.75rem}label small{color:light-dark(#55555c,#b3b3bb)}
input{inline-size:1.25rem;block-size:1.25rem;flex:none;accent-color:light-dark(#27272c,#ededf0)}form div{margin-block-end:1rem}
button{font:inherit;font-weight:600;min-block-size:2.75rem;padding-inline:1.25rem;border-radius:.6rem;border:1px solid transparent;background:light-dark(#27272c,#ededf0);color:light-dark(#fff,#161618);cursor:pointer}
button.quiet{background:none;border-color:light-dark(#cfcfca,#4a4a52);color:inherit}button:focus-visible,input:focus-visible{outline:3px solid light-dark(#3a6ff0,#8fb0ff);outline-offset:2px}`

/** A text of ours as HTML: what people and workspaces are called is kept apart from the line's direction, and never markup. */
export const htmlText = (template: string, names: Record<string, string>): string =>
  fillWords(
    escapeHtml(template),
    Object.fromEntries(Object.entries(names).map(([name, value]) => [name, `<bdi>${escapeHtml(value)}</bdi>`])),
  )

interface Page {
  words: Pick<SystemWords, 'locale' | 'dir'>
  /** Plain text. */
  title: string
  /** HTML. */
  content: string
  status?: number
}

/** A plain page without scripts for contacts, in their language and direction, which nobody keeps or embeds. */
export function contactPage({ words, title, content, status = 200 }: Page): Response {
  const html = `<!doctype html><html lang="${words.locale}" dir="${words.dir}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title>
<style>${style}</style></head><body><main>${content}</main></body></html>`
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
    },
  })
}
