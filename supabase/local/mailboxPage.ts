import { mailboxStyle } from './mailboxStyle.ts'
import type { ReadableMail } from './readableMail.ts'

/** The list replaces itself when mail arrives; without JavaScript it is still a list of links. */
export function listPage(mails: ReadableMail[], to: string | undefined): string {
  const count = mails.length === 1 ? '1 mail' : `${mails.length} mails`
  return page(
    'Mailbox',
    `<header><h1>Mailbox</h1><p role="status" id="count">${count}${to ? ` to ${escapeHtml(to)}` : ''}</p>
    <form method="get" action="/mailbox"><label>To <input type="search" name="to" value="${escapeHtml(to ?? '')}"></label>
    <button>Show</button></form></header>
    <main id="mails">${mails.length ? `<ol>${mails.map(row).join('')}</ol>` : emptyState(to)}</main>
    <script>
      new EventSource('/mailbox/events').onmessage = async () => {
        const fresh = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html')
        const focused = document.activeElement?.getAttribute('href')
        for (const id of ['mails', 'count']) document.getElementById(id).innerHTML = fresh.getElementById(id).innerHTML
        if (focused) document.querySelector('a[href="' + focused + '"]')?.focus()
      }
    </script>`,
  )
}

export function messagePage(mail: ReadableMail): string {
  const headers = Object.entries(mail.headers).map(
    ([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td dir="auto">${escapeHtml(value)}</td></tr>`,
  )
  return page(
    mail.subject || 'Mail without a subject',
    `<header><p><a href="/mailbox">← Mailbox</a></p><h1 dir="auto">${escapeHtml(mail.subject || '(no subject)')}</h1>
    <dl><div><dt>From</dt><dd>${escapeHtml(mail.from.replaceAll('"', ''))}</dd></div><div><dt>To</dt><dd>${escapeHtml(mail.to.join(', '))}</dd></div>
    <div><dt>Date</dt><dd>${time(mail.date)}</dd></div></dl></header>
    <main>
    ${mail.html ? `<iframe title="The mail as sent" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mailbox/messages/${mail.id}/html"></iframe>` : ''}
    <details${mail.html ? '' : ' open'}><summary>Plain text</summary><pre dir="auto">${escapeHtml(mail.text)}</pre></details>
    <details><summary>Headers</summary><div class="scroll"><table>${headers.join('')}</table></div></details>
    </main>`,
  )
}

function row(mail: ReadableMail) {
  return `<li><a href="/mailbox/messages/${mail.id}"><strong><bdi>${escapeHtml(mail.subject || '(no subject)')}</bdi></strong>
    <span class="people">${escapeHtml(mail.from.replaceAll('"', ''))} → ${escapeHtml(mail.to.join(', '))}</span>${time(mail.date)}</a></li>`
}

function emptyState(to: string | undefined) {
  return `<p class="empty">${to ? 'No mail to this address yet.' : 'No mail yet. Sign-in links and the messages of your journeys arrive here.'}</p>`
}

const time = (date: string) => `<time datetime="${date}">${date.slice(0, 10)} ${date.slice(11, 19)} UTC</time>`

function page(title: string, body: string) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)} · Perennial mailbox</title>
    <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
    <style>${mailboxStyle}</style></head><body>${body}</body></html>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
