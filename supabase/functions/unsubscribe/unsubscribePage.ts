import { escapeHtml } from '../../../src/content/emailHtml.ts'
import { fillWords, type SystemWords } from '../../../src/content/systemWords.ts'
import { contactPage, htmlText } from '../_shared/contactPage.ts'

/** A topic as the page offers it. */
export interface OfferedTopic {
  id: string
  name: string
  state: 'subscribed' | 'pending' | 'unsubscribed'
}

/** Whose page it is. */
export interface Reader {
  workspace: string
  email: string
  topics: readonly OfferedTopic[]
}

type State = 'asks' | 'done' | 'undone' | 'saved'

/** The page behind the link of every message: leave everything with one button, or choose topic by topic. */
export function unsubscribePage(words: SystemWords, state: State, reader: Reader): Response {
  const names = { workspace: reader.workspace, email: reader.email }
  const text = (template: string) => htmlText(template, names)
  const { unsubscribePage: leaving, preferences } = words
  const heading = { asks: leaving.title, done: leaving.done, undone: leaving.undone, saved: preferences.saved }[state]
  const more = { asks: leaving.body, done: leaving.doneBody, undone: '', saved: preferences.savedBody }[state]
  const form = {
    asks: button('unsubscribe', text(leaving.button)),
    done: button('resubscribe', text(leaving.undo), 'quiet'),
    undone: '',
    saved: '',
  }[state]
  const content = `<h1>${text(heading)}</h1>${more && `<p>${text(more)}</p>`}${form}${choices(words, reader)}`
  return contactPage({ words, title: fillWords(heading, names), content })
}

/** What is said to somebody whose link is not ours. */
export const invalidPage = (words: SystemWords): Response => {
  const { invalid } = words.unsubscribePage
  return contactPage({ words, title: invalid, content: `<h1>${escapeHtml(invalid)}</h1>`, status: 404 })
}

const button = (action: string, label: string, look = '') =>
  `<form method="post"><button class="${look}" name="action" value="${action}">${label}</button></form>`

function choices({ preferences }: SystemWords, { topics }: Reader): string {
  if (topics.length === 0) return ''
  const rows = topics.map(({ id, name, state }) => {
    const note = state === 'pending' ? ` <small>(${escapeHtml(preferences.pending)})</small>` : ''
    const box = `<input type="checkbox" name="topic" value="${id}"${state === 'unsubscribed' ? '' : ' checked'}>`
    return `<label>${box}<span><bdi>${escapeHtml(name)}</bdi>${note}</span></label><input type="hidden" name="shown" value="${id}">`
  })
  return `<hr><h2 id="choose">${escapeHtml(preferences.title)}</h2><form method="post" aria-labelledby="choose"><div>${rows.join('')}</div>
<button class="quiet" name="action" value="save">${escapeHtml(preferences.save)}</button></form>`
}
