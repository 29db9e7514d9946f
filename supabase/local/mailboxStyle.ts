export const mailboxStyle = `
:root { color-scheme: light dark; --ink: light-dark(#1c2321, #e8ecea); --soft: light-dark(#56615d, #a3afaa);
  --paper: light-dark(#fbfcfb, #121615); --card: light-dark(#fff, #1a201e); --line: light-dark(#dde3e0, #2c3532);
  --accent: light-dark(#0b6b4f, #5fd1a8); }
* { box-sizing: border-box }
body { margin: 0 auto; max-inline-size: 60rem; padding: 2rem 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif }
header { margin-block-end: 1.5rem }
h1 { font-size: 1.5rem; font-weight: 650; letter-spacing: -.01em; margin: 0 }
p { margin: 0; color: var(--soft) }
form { display: flex; gap: .5rem; margin-block-start: 1rem }
input, button { font: inherit; color: inherit; padding: .375rem .75rem; border: 1px solid var(--line); border-radius: .5rem;
  background: var(--card) }
button { cursor: pointer }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
a { color: var(--accent) }
ol { list-style: none; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: .75rem; overflow: hidden;
  background: var(--card) }
li + li { border-block-start: 1px solid var(--line) }
li a { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .75rem 1rem; color: inherit; text-decoration: none }
li a:hover { background: color-mix(in srgb, var(--accent) 8%, transparent) }
li a:focus-visible { outline-offset: -2px }
strong { font-weight: 600; overflow-wrap: anywhere }
.people { color: var(--soft); grid-row: 2; overflow-wrap: anywhere; font-size: .875rem }
time { color: var(--soft); font-size: .875rem; font-variant-numeric: tabular-nums }
.empty { border: 1px dashed var(--line); border-radius: .75rem; padding: 3rem 1rem; text-align: center }
dl { margin: .75rem 0 0; display: grid; gap: .25rem; font-size: .875rem }
dl div { display: flex; gap: .5rem } dt { color: var(--soft); min-inline-size: 3rem } dd { margin: 0; overflow-wrap: anywhere }
iframe { inline-size: 100%; block-size: 60vh; border: 1px solid var(--line); border-radius: .75rem; background: #fff;
  color-scheme: light }
details { margin-block-start: 1rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--card) }
summary { cursor: pointer; padding: .75rem 1rem; font-weight: 600 }
pre { margin: 0; padding: 0 1rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; font: .875rem/1.5 ui-monospace, monospace }
.scroll { overflow-x: auto; padding: 0 1rem 1rem }
table { font-size: .8125rem; border-collapse: collapse }
th { text-align: start; vertical-align: top; color: var(--soft); font-weight: 500; padding-inline-end: 1rem; white-space: nowrap }
td { overflow-wrap: anywhere }
@media (max-width: 36rem) { li a { grid-template-columns: 1fr } .people { grid-row: auto } }
`
