import { describe, expect, it } from 'vitest';
import { actionsOf, type Plan } from '../../src/model/plan.ts';
import { stateOn } from '../../src/model/state.ts';
import { ourPlans, publishOurs } from '../support/published.ts';
import { oneLine, tablesIn, textOf } from '../support/tables.ts';

const { plans } = ourPlans().portfolio;

function planOf(id: string): Plan {
  const plan = plans.find((one) => one.id === id);
  if (!plan) throw new Error(`there is no plan ${id}`);
  return plan;
}

/** The rows of the tables that have this heading, without their heads. */
function rowsUnder(html: string, heading: string): string[][] {
  return tablesIn(html)
    .filter(([head]) => head?.includes(heading))
    .flatMap(([, ...rows]) => rows);
}

describe('a case review', async () => {
  const plan = planOf('hsab-case-review');
  const { html, docxHtml } = await publishOurs('hsab-case-review', '2019-02-01');

  it.each([
    ['page', html],
    ['DOCX', docxHtml],
  ])('has a row for each SMART action with lead, timescale, progress and RAG: %s', (_, text) => {
    const heads = tablesIn(text).map(([head]) => head?.join(' | '));
    const actions = [...actionsOf(plan)].map(({ action }) => action);
    expect(heads).toContain('SMART action | Lead organisation | Timescale | Progress | RAG');
    const rows = rowsUnder(text, 'SMART action');
    expect(rows).toHaveLength(actions.length);
    actions.forEach((action, at) => {
      const [what = '', , , progress = '', rag = ''] = rows[at] ?? [];
      const state = stateOn(action, '2019-02-01');
      expect(what).toContain(`${action.id} ${oneLine(action.action)}`);
      for (const entry of action.progress) expect(progress).toContain(oneLine(entry.text));
      expect(rag.toLowerCase().startsWith(state?.rag ?? '?')).toBe(true);
      expect(rag.includes('past its target')).toBe(state?.overdue);
    });
  });

  it('says what each colour means', () => {
    expect(rowsUnder(html, 'Meaning').map((row) => row.join(': '))).toEqual([
      'Green: Completed',
      'Amber: In progress, and within its timescale',
      'Red: Not complete: not started, paused or past its timescale',
    ]);
  });

  it('has no definitions of agreement, since it gives none', () => {
    expect(textOf(html)).not.toContain('All of the recommendation is agreed with');
  });
});

describe('a thematic review', async () => {
  const plan = planOf('long-wait');
  const { html, docxHtml } = await publishOurs('long-wait', '2025-06-01');

  it.each([
    ['page', html],
    ['DOCX', docxHtml],
  ])('has its three columns, with progress beside each action: %s', (_, text) => {
    const heads = tablesIn(text).map(([head]) => head?.join(' | '));
    expect(heads).toContain('Key concern | Response and actions | Progress update');
    const rows = rowsUnder(text, 'Response and actions');
    for (const item of plan.recommendations) {
      const start = `Key concern ${item.id}: ${oneLine(item.text)}`;
      expect(rows.filter(([first]) => first === start)).toHaveLength(1);
    }
    for (const { action } of actionsOf(plan)) {
      const [row, ...others] = rows.filter((cells) =>
        cells.at(-2)?.startsWith(`${action.id} ${oneLine(action.action)}`),
      );
      expect(others).toEqual([]);
      for (const entry of action.progress) expect(row?.at(-1)).toContain(oneLine(entry.text));
      expect(row?.at(-2)).toMatch(/Owner: .+ Target: .+/);
    }
  });
});

describe('a strategy', async () => {
  const plan = planOf('improving-health');
  const { html, docxHtml } = await publishOurs('improving-health', '2008-01-01');

  it.each([
    ['page', html],
    ['DOCX', docxHtml],
  ])('has its commitments under its themes: %s', (_, text) => {
    const themes = [...new Set(plan.recommendations.map((item) => item.theme))];
    const headings = [...text.matchAll(/<h([123])[^>]*>(.*?)<\/h\1>/g)].map(([, , one = '']) =>
      textOf(one),
    );
    expect(headings.filter((one) => themes.includes(one))).toEqual(themes);
    expect(headings).toContain('2. How to respond');
    const rows = rowsUnder(text, 'Commitment');
    expect(rows).toHaveLength([...actionsOf(plan)].length);
  });
});
