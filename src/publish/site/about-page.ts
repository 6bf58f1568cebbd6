import { dayInWords } from '../../model/day.ts';
import { type Html, html } from '../../render/html.ts';
import { endlessNote, leftOut } from '../../reports/action-row.ts';
import { FORMAT_VERSION } from '../cover.ts';
import { english } from '../words-en.ts';
import { behind, FIGURES } from './figures.ts';
import { sourceWords } from './frame.ts';
import { listPath } from './part-table.ts';
import { questionOf, type Site } from './site.ts';
import { numberLink, table } from './table.ts';

const MOVEMENT: readonly (readonly [term: string, meaning: string])[] = [
  ['Open at start', 'Open at the end of the day before the month began.'],
  ['Raised', 'Taken on in the month: on the day given as raised, else with the plan.'],
  ['Reopened', 'Closed before, and open again by an entry of the month.'],
  [
    'Completed',
    'Open before, and reported complete by an entry of the month, whenever it was done.',
  ],
  ['Superseded, withdrawn', 'Open before, and closed in that way by an entry of the month.'],
  [
    'Open at end',
    'Open at the end of the last day. It is what was open at the start, and what was raised and reopened, without what was completed, superseded and withdrawn.',
  ],
  ['Newly overdue', 'Overdue on the last day, and not on the day before the month began.'],
  [
    'Targets moved',
    'Moves of a target by an entry of the month; an action can have several. What a log says of days before its action was taken on counts on the day it was.',
  ],
];

/** How each figure is counted, and what it was made from. */
export function aboutPage(site: Site): Html {
  const { asOf, period, portfolio, rows, stamp, sources } = site;
  const missing = [...leftOut(portfolio, questionOf(site)), ...endlessNote(rows)];
  return html`<p class="govuk-body-l">Every figure is worked out from the plans as they are written: nothing is entered by hand, and no state is stored.</p>
<dl class="app-facts">
<div><dt>Day</dt><dd>${dayInWords(asOf)}</dd></div>
<div><dt>Month</dt><dd>${dayInWords(period.from)} to ${dayInWords(period.to)}</dd></div>
<div><dt>Made</dt><dd>${sourceWords(site)}</dd></div>
<div><dt>Files read</dt><dd>${sources.files}, of which plans: ${sources.plans}</dd></div>
<div><dt>Made by</dt><dd>actionplan ${stamp.version}, plan format version ${FORMAT_VERSION}</dd></div>
</dl>
${missing.length === 0 ? undefined : html`<h2 class="govuk-heading-m">What is not counted</h2>\n<ul>\n${missing.map((words) => html`<li>${words}</li>\n`)}</ul>\n`}<h2 class="govuk-heading-m" id="figures">How actions are counted</h2>
${table({
  id: 'figures-table',
  caption: 'How actions are counted',
  quiet: true,
  columns: [
    { heading: 'Figure', heads: true, cell: ({ heading }) => heading },
    { heading: 'Counts', words: true, cell: ({ meaning }) => meaning },
    {
      heading: 'Number now',
      align: 'right',
      cell: ({ id }) => numberLink(behind(id, rows, asOf).length, listPath(id)),
    },
  ],
  rows: FIGURES,
  empty: '',
})}<h2 class="govuk-heading-m" id="movement">How the movement of a month is counted</h2>
${table({
  id: 'movement-table',
  caption: 'How the movement of a month is counted',
  quiet: true,
  columns: [
    { heading: 'Figure', heads: true, cell: ([term]) => term },
    { heading: 'Counts', words: true, cell: ([, meaning]) => meaning },
  ],
  rows: MOVEMENT,
  empty: '',
})}<h2 class="govuk-heading-m" id="agreement">What the answers mean</h2>
${table({
  id: 'agreement-table',
  caption: 'What the answers mean',
  quiet: true,
  columns: [
    { heading: english.definitions.columns[0], heads: true, cell: ([term]) => term },
    { heading: english.definitions.columns[1], cell: ([, meaning]) => meaning },
  ],
  rows: (['agreed', 'partly-agreed', 'not-agreed'] as const).map(
    (key) => [english.agreement[key], english.definitions.rows[key][0]] as const,
  ),
  empty: '',
})}<h2 class="govuk-heading-m">Days, owners and sources</h2>
<ul>
<li>A target that is only a month, quarter, season or year ends on its last day. An action is overdue from the day after.</li>
<li>The first target of an action is kept; each later one is an entry of its log, with the reason.</li>
<li>An action that several own counts for each of them, and once in every total.</li>
<li>Each number leads to the actions it counts, each action to its place on the page of its plan, and from there to the file and line it is written in.</li>
<li>What plans keep as notes is internal and is on no page and in no data.</li>
</ul>
<p>The <a href="data.html">data</a> of every report, with the meaning of each field, is part of this site.</p>
`;
}
