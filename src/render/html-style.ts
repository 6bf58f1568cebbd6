/** Widths of columns are classes: a strict policy allows no style beside the one of the page. */
const WIDTHS = Array.from({ length: 100 }, (_, at) => `.w${at + 1}{width:${at + 1}%}`).join('');

/**
 * The look of pages: plain, dark on light, close to that of public services, in the fonts of the
 * reader's system. On paper: A4 across, headings of tables on every page.
 */
export const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: #fff; color: #0b0c0c; font: 1rem/1.5 Arial, "Liberation Sans", "Helvetica Neue", Helvetica, sans-serif; overflow-wrap: break-word; }
header, main, footer { max-width: 84rem; margin: 0 auto; padding: 0 1.25rem; }
header { border-top: .625rem solid #1d70b8; padding-top: 1.5rem; }
footer { margin-top: 3rem; padding-bottom: 2rem; color: #484949; font-size: .9375rem; }
.logo { display: block; max-width: 15rem; max-height: 6rem; height: auto; margin-bottom: 1.25rem; }
.kicker { margin: 0 0 .25rem; color: #484949; font-size: 1.25rem; }
h1 { margin: 0 0 1.5rem; max-width: 50rem; font-size: 2.25rem; line-height: 1.15; }
h2 { margin: 2.75rem 0 1rem; font-size: 1.5rem; line-height: 1.25; border-bottom: 1px solid #b1b4b6; padding-bottom: .375rem; }
h3 { margin: 2rem 0 .75rem; font-size: 1.1875rem; line-height: 1.3; }
h1, h2, h3, caption { text-wrap: balance; break-after: avoid; }
p { margin: 0 0 .75rem; }
main > p, main > ul { max-width: 50rem; }
ul { margin: 0 0 .75rem; padding-left: 1.25rem; }
a { color: #1a65a6; text-decoration-thickness: max(1px, .0625rem); text-underline-offset: .1578em; }
a:visited { color: #54319f; }
a:hover { text-decoration-thickness: max(3px, .1875rem); }
:focus-visible { outline: 3px solid #0b0c0c; outline-offset: 2px; background: #fd0; color: #0b0c0c; }
.table:focus-visible { background: none; }
dl { display: grid; grid-template-columns: minmax(9rem, 17rem) 1fr; margin: 0 0 2rem; border-top: 1px solid #b1b4b6; }
dt, dd { margin: 0; padding: .5rem 1rem .5rem 0; border-bottom: 1px solid #b1b4b6; }
dt { font-weight: 700; }
.table { overflow-x: auto; margin: 0 0 2rem; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; line-height: 1.4; }
.wide { min-width: 60rem; table-layout: fixed; }
.plain { width: auto; min-width: 24rem; max-width: 100%; }
caption { text-align: left; font-weight: 700; padding-bottom: .5rem; }
th, td { padding: .5rem .625rem; border: 1px solid #8a8d8f; text-align: left; vertical-align: top; }
thead th { background: #dce6ee; vertical-align: bottom; }
th[scope=row], th[scope=rowgroup] { font-weight: inherit; }
.band { background: #f0f1f2; }
tbody + tbody { border-top: 3px solid #484949; }
tfoot th[scope], tfoot td { border-top: 2px solid #0b0c0c; font-weight: 700; }
td p, td ul, td li { margin-bottom: .375rem; }
td > :last-child, th > :last-child { margin-bottom: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.small { color: #484949; font-size: .9333em; }
.hidden { position: absolute; width: 1px; height: 1px; margin: 0; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
nav ul { columns: 22rem 2; column-gap: 2rem; list-style: none; padding: 0; }
nav li { margin-bottom: .375rem; break-inside: avoid; }
.id { white-space: nowrap; }
.red, .amber, .green { border-left-width: .3125rem; }
td.red, th.red { border-left-color: #ca3535; background: #fbeaea; }
td.amber, th.amber { border-left-color: #e67a00; border-left-style: double; background: #fdf2e4; }
td.green, th.green { border-left-color: #0f7a52; border-left-style: dashed; background: #e7f3ee; }
.picture { display: inline-block; vertical-align: middle; height: 1.125em; width: 8em; margin-right: .5em; }
.strip { width: 12em; margin: 0; }
.lead { font-size: 1.1875rem; max-width: 50rem; }
.notes { color: #484949; }
@media (max-width: 40em) {
  h1 { font-size: 1.75rem; }
  dl { display: block; }
  dt { border-bottom: 0; padding-bottom: 0; }
  dd { padding-top: 0; }
}
@page { size: A4 landscape; margin: 12mm 12mm 15mm; }
@media print {
  body { font-size: 9.5pt; }
  header, main, footer { max-width: none; padding: 0; }
  header { border-top-width: 2mm; padding-top: 5mm; }
  nav { display: none; }
  /* Not the first of a body: with it goes what reaches down over all of them. */
  tr:not(:first-child), .plain tr { break-inside: avoid; }
  thead, .band { break-after: avoid; }
  h1 { font-size: 22pt; }
  h2 { font-size: 14pt; margin-top: 8mm; }
  h3 { font-size: 11pt; margin-top: 5mm; }
  .kicker { font-size: 12pt; }
  table { font-size: 8.5pt; }
  .table { overflow: visible; }
  .wide { min-width: 0; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  th, td { padding: 1.2mm 1.5mm; orphans: 3; widows: 3; }
  a { color: inherit; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
${WIDTHS}
`;
