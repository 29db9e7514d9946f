import { escapeHtml } from '../../../src/content/emailHtml.ts'
import { fillWords, type SystemWords } from '../../../src/content/systemWords.ts'

type State = 'asks' | 'done' | 'undone' | 'invalid'

interface Page {
  words: SystemWords
  state: State
  names?: { workspace: string; email: string }
}

const style = `:root{color-scheme:light dark;font:16px/1.5 Inter,system-ui,sans-serif}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:light-dark(#f6f6f4,#161618);color:light-dark(#1c1c1f,#ededf0)}
main{max-inline-size:28rem;margin:1.5rem;padding:2rem;border-radius:1rem;background:light-dark(#fff,#1f1f23);border:1px solid light-dark(#e4e4e0,#323238)}
h1{font-size:1.25rem;margin:0 0 .5rem}p{margin:0 0 1.25rem;color:light-dark(#55555c,#b3b3bb);overflow-wrap:anywhere}
button{font:inherit;font-weight:600;min-block-size:2.75rem;padding-inline:1.25rem;border-radius:.6rem;border:1px solid transparent;background:light-dark(#27272c,#ededf0);color:light-dark(#fff,#161618);cursor:pointer}
button.quiet{background:none;border-color:light-dark(#cfcfca,#4a4a52);color:inherit}button:focus-visible{outline:3px solid light-dark(#3a6ff0,#8fb0ff);outline-offset:2px}`

/** A plain page without scripts, in the contact's language and direction. */
export function unsubscribePage({ words, state, names = { workspace: '', email: '' } }: Page): string {
  const text = (template: string) => escapeHtml(fillWords(template, names))
  const { title, body, button, done, doneBody, undo, undone, invalid } = words.unsubscribePage
  const heading = { asks: title, done, undone, invalid }[state]
  const more = { asks: `<p>${text(body)}</p>`, done: `<p>${text(doneBody)}</p>`, undone: '', invalid: '' }[state]
  const form = {
    asks: `<form method="post"><button name="action" value="unsubscribe">${text(button)}</button></form>`,
    done: `<form method="post"><button class="quiet" name="action" value="resubscribe">${text(undo)}</button></form>`,
    undone: '',
    invalid: '',
  }[state]
  return `<!doctype html><html lang="${words.locale}" dir="${words.dir}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${text(heading)}</title>
<style>${style}</style></head><body><main><h1>${text(heading)}</h1>${more}${form}</main></body></html>`
}
