import { describe, expect, it } from 'vitest';
import { ownerLabel } from '../../src/model/owner.ts';
import type { Action, Entry, Plan, Recommendation } from '../../src/model/plan.ts';
import { isMissingFrom } from '../../src/model/round.ts';
import { existsOn } from '../../src/model/state.ts';
import { ourPlans, publishOurs } from '../support/published.ts';
import { oneLine, tablesIn, textOf } from '../support/tables.ts';

const DAY = '2023-05-01';
const { portfolio } = ourPlans();
const plan = portfolio.plans.find(({ id }) => id === 'hmpps-mental-health') as Plan;
const published = await publishOurs('hmpps-mental-health', DAY);
const actions = plan.recommendations.flatMap((item) => item.actions);
const entries = actions.flatMap((action) => action.progress.map((entry) => ({ action, entry })));

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** A date or target of this plan in words, worked out here without the code under test. */
function words(written: string | undefined): string {
  if (written === undefined) return 'No date given';
  if (written === 'ongoing') return 'Ongoing';
  if (written.startsWith('when: ')) return `When: ${written.slice(6)}`;
  if (written === 'from FY2022-Q1') return 'From first quarter of 2022-23';
  if (written.startsWith('from ')) return `From ${words(written.slice(5))}`;
  const fiscal = /^FY(\d\d)(\d\d)$/.exec(written);
  if (fiscal) {
    const next = Number(fiscal[2]) + 1;
    return `Financial year ${fiscal[1]}${fiscal[2]}-${next} (31 March ${fiscal[1]}${next})`;
  }
  const season = /^(\d{4})-([a-z]+)$/.exec(written);
  if (season) return `${season[2]?.replace(/^./, (c) => c.toUpperCase())} ${season[1]}`;
  const [year, month, date] = written.split('-');
  return [date && String(Number(date)), month && MONTHS[Number(month) - 1], year]
    .filter((part) => part)
    .join(' ');
}

function owners(written: readonly string[]): string {
  const labels = written.map((one) => ownerLabel(portfolio.owners?.name(one) ?? never()));
  return labels.length === 0 ? 'No owner given' : labels.join(' ');
}

function never(): never {
  throw new Error('the plans have an owners file');
}

/** The rows of the tables with six columns, without their headings. */
function rowsOf(html: string): string[][] {
  return tablesIn(html)
    .filter(([head]) => head?.length === 6)
    .flatMap(([, ...rows]) => rows);
}

const narrated = (item: Recommendation): boolean =>
  [item.reason, item.agreedPart, item.response].some((one) => one !== undefined) ||
  item.see.length > 0;

/** A row, by what it must hold: text, owner and target or state, in the last cells. */
function actionRow(row: readonly string[], action: Action): boolean {
  const [text, owner, target] = row.slice(-3);
  return (
    text?.startsWith(`${action.id} ${oneLine(action.action)}`) === true &&
    owner === owners(action.owner) &&
    target?.startsWith(words(action.target?.written)) === true
  );
}

function entryRow(row: readonly string[], action: Action, entry: Entry): boolean {
  const [text = '', owner, state = ''] = row.slice(-3);
  const status =
    entry.status &&
    { complete: 'Complete', 'in-progress': 'In progress' }[entry.status as 'complete'];
  return (
    text.startsWith(`${action.id} `) &&
    text.includes(oneLine(entry.text)) &&
    owner === owners(entry.by.length > 0 ? entry.by : action.owner) &&
    state.startsWith(status ?? 'No status given') &&
    (entry.target === undefined || state.endsWith(`New target: ${words(entry.target.written)}`))
  );
}

describe.each([
  ['page', published.html],
  ['DOCX, as another program reads it', published.docxHtml],
])('the published action plan on mental health: %s', (_, html) => {
  const rows = rowsOf(html);

  it('holds every recommendation with its agreement, once', () => {
    const agreement = {
      agreed: 'Agreed',
      'partly-agreed': 'Partly Agreed',
      'not-agreed': 'Not Agreed',
    };
    for (const item of plan.recommendations) {
      const found = rows.filter(
        (row) =>
          row[0] === item.id &&
          row[1] === oneLine(item.text) &&
          row[2] === agreement[item.agreement as 'agreed'],
      );
      expect({ item: item.id, times: found.length }).toEqual({ item: item.id, times: 1 });
    }
    expect(plan.recommendations).toHaveLength(22);
  });

  it('holds every action with its owners and its first target, once', () => {
    for (const action of actions) {
      const found = rows.filter((row) => actionRow(row, action));
      expect({ action: action.id, times: found.length }).toEqual({ action: action.id, times: 1 });
    }
    expect(actions).toHaveLength(94);
  });

  it('holds every progress entry with who reports it and the state, once', () => {
    for (const { action, entry } of entries) {
      const found = rows.filter((row) => entryRow(row, action, entry));
      const about = `${action.id} ${entry.date.written} ${entry.text.slice(0, 40)}`;
      expect({ about, times: found.length }).toEqual({ about, times: 1 });
    }
    expect(entries).toHaveLength(71);
  });

  it('holds no other rows than these, what is said before them, and what heads or lacks an update', () => {
    const [round] = plan.rounds;
    const bands = plan.recommendations.flatMap((item) => {
      const dates = item.actions.flatMap((action) =>
        action.progress.map((one) => one.date.written),
      );
      const missing = item.actions.some((action) => round && isMissingFrom(round, action));
      const inRound = dates.includes('2023-03-27') || missing;
      return [
        ...(dates.includes('2022-03-04') ? [1] : []),
        ...(inRound ? [1] : []),
        ...(missing ? [1] : []),
      ];
    });
    const narratives = plan.recommendations.filter(narrated).length;
    expect(rows).toHaveLength(narratives + actions.length + entries.length + bands.length);
  });

  it('says what was answered, by whom and when, and the definitions in their own words', () => {
    const text = textOf(html);
    for (const fact of [
      "Her Majesty's Inspectorate of Probation",
      '17 November 2021',
      '4 March 2022',
    ]) {
      expect(text).toContain(fact);
    }
    expect(text).toMatch(/Final Action Plan update:? 27 March 2023/);
    expect(text).toMatch(/Position on:? 1 May 2023/);
    expect(text).toContain(
      'All of the recommendation is agreed with, can be achieved and is affordable.',
    );
    expect(text).toContain(
      'Only part of the recommendation is agreed with, is achievable, affordable and',
    );
    expect(text).toContain('The recommendation is not agreed and will not be implemented.');
  });

  it('closes with the recommendations by agreement', () => {
    const closing = tablesIn(html).find(([, first]) => first?.join() === 'Agreed,16');
    expect(closing?.slice(1)).toEqual([
      ['Agreed', '16'],
      ['Partly Agreed', '4'],
      ['Not Agreed', '2'],
      ['Total', '22'],
    ]);
  });

  it('says of each action that nothing was reported of it in the round, where nothing was', () => {
    const [round] = plan.rounds;
    const missing = actions.filter((action) => round && isMissingFrom(round, action));
    const said = rows
      .flat()
      .filter((text) => text.startsWith('No update in this round:'))
      .flatMap((text) => text.replace(/^[^:]*: /, '').split(', '));
    expect(said).toEqual(missing.map((action) => action.id));
  });
});

it('on an earlier day it holds what was there then', async () => {
  const { html } = await publishOurs('hmpps-mental-health', '2022-06-01');
  const rows = rowsOf(html);
  const then = actions.filter((action) => existsOn(action, '2022-06-01'));
  expect(then).toHaveLength(87);
  expect(rows.filter((row) => then.some((action) => actionRow(row, action)))).toHaveLength(87);
  expect(textOf(html)).not.toContain('Final Action Plan update');
});
