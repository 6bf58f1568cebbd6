import type { Change } from '../changes/change.ts';
import { counted } from '../model/words.ts';
import { type Section, tableOf } from '../reports/report.ts';
import { changeWords } from './change-words.ts';
import type { LineOfChange } from './changes-pretty.ts';
import { html } from './html.ts';
import { htmlPage } from './html-page.ts';
import { htmlSection } from './html-section.ts';

/** Changes as one page that needs nothing beside itself, a table for each plan: for mailing and for printing. */
export function changesHtml(
  title: string,
  changes: readonly Change[],
  lineOf: LineOfChange,
): string {
  const plans = [...new Set(changes.map(({ plan }) => plan))];
  const tables = plans.map((plan, at) => htmlSection(changesOf(plan, changes, lineOf), at));
  return htmlPage({
    language: 'en-GB',
    title,
    meta: [],
    body: html`<header>
<h1>${title}</h1>
</header>
<main>
<p class="lead">${changes.length === 0 ? 'No commitment changed.' : `${counted(changes.length, 'change')} of commitments in ${counted(plans.length, 'plan')}.`}</p>
${tables}</main>
<footer>
<p>Made by actionplan.</p>
</footer>`,
  });
}

function changesOf(plan: string, changes: readonly Change[], lineOf: LineOfChange): Section {
  return tableOf(
    changes.filter((change) => change.plan === plan),
    [
      {
        heading: 'Item',
        whole: true,
        cell: ({ recommendation, action }) => action ?? recommendation ?? 'plan',
      },
      { heading: 'Change', cell: (change) => changeWords(change) },
      {
        heading: 'Place',
        cell: (change) => {
          const { file, line } = lineOf(change);
          return `${file}:${line}`;
        },
      },
    ],
    plan,
  );
}
