import { parse as parseCsv } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { actionsOf, type Plan } from '../../../src/model/plan.ts';
import { entriesUntil, existsOn } from '../../../src/model/state.ts';
import { runHere } from '../../support/memory-host.ts';
import { ourPlans } from '../../support/published.ts';
import {
  attribute,
  elementsOf,
  linksIn,
  mainText,
  SitePage,
  siteOfRun,
  textIn,
} from '../../support/site.ts';

const DAY = '2025-06-01';
const MONTH = '2025-03';
const days = ['--as-of', DAY, '--month', MONTH];

let files: Map<string, string>;
const pages = new Map<string, SitePage>();
const page = (path: string): SitePage => {
  const found = pages.get(path);
  if (!found) throw new Error(`there is no page ${path}`);
  return found;
};

beforeAll(async () => {
  files = siteOfRun(await runHere(['site', 'out', 'plans', ...days]));
  for (const [path, text] of files) {
    if (path.endsWith('.html')) pages.set(path, new SitePage(text));
  }
});

async function report(...argv: readonly string[]) {
  const { stdout } = await runHere(['report', ...argv, '--format', 'json']);
  return JSON.parse(stdout);
}

/** Number cells of a row under a heading. */
function cell(rows: ReturnType<SitePage['table']>, line: string, heading: string): string {
  const at = rows[0]?.findIndex((head) => textIn(head) === heading) ?? -1;
  const row = rows.find((cells) => cells[0] && textIn(cells[0]) === line);
  const found = at < 0 ? undefined : row?.[at];
  if (!found) throw new Error(`there is no ${heading} of ${line}`);
  return textIn(found);
}

describe('figures of the site', () => {
  it('each count of the overview is that of the report', async () => {
    const { totals, rows } = await report('summary', 'plans', ...days);
    const overview = page('index.html');
    const rag = overview.table('Actions by RAG and plan');
    for (const { plan, rag: counts, overdue, withoutLastDay, actions } of rows) {
      const title = titleOf(plan);
      expect(
        ['Red', 'Amber', 'Green', 'No RAG', 'Overdue', 'No last day', 'Actions'].map((heading) =>
          Number(cell(rag, title, heading)),
        ),
      ).toEqual([
        counts.red,
        counts.amber,
        counts.green,
        counts.none,
        overdue,
        withoutLastDay,
        actions,
      ]);
    }
    expect(Number(cell(rag, 'All plans', 'Overdue'))).toBe(totals.overdue);
    const position = page('plans.html').table('Actions by status');
    for (const { plan, status } of [...rows, { ...totals, plan: null }]) {
      const line = plan === null ? 'All plans' : titleOf(plan);
      expect([
        Number(cell(position, line, 'Not started')),
        Number(cell(position, line, 'In progress')),
        Number(cell(position, line, 'Paused')),
        Number(cell(position, line, 'Complete')),
        Number(cell(position, line, 'Superseded')),
      ]).toEqual([
        status['not-started'],
        status['in-progress'],
        status.paused,
        status.complete,
        status.superseded,
      ]);
    }
    const agreement = overview.table('Answers by agreement');
    const [answering] = rows.filter((row: { plan: string }) => row.plan === 'hmpps-mental-health');
    expect(Number(cell(agreement, titleOf('hmpps-mental-health'), 'Partly Agreed'))).toBe(
      answering.agreement['partly-agreed'],
    );
  });

  it('the movement of the month is that of the report, in all and by plan', async () => {
    const { totals, rows } = await report('summary', 'plans', ...days);
    const table = page('month.html').table('Open actions');
    for (const { plan, movement } of [...rows, { ...totals, plan: null }]) {
      const line = plan === null ? 'All plans' : titleOf(plan);
      expect(
        [
          'Open at start',
          '+ Raised',
          '− Completed',
          '= Open at end',
          'Newly overdue',
          'Targets moved',
        ].map((heading) => Number(cell(table, line, heading))),
      ).toEqual([
        movement.opening,
        movement.raised,
        movement.completed,
        movement.closing,
        movement.newlyOverdue,
        movement.targetsMoved,
      ]);
    }
    expect(totals.movement.completed).toBeGreaterThan(0);
  });

  it('owners and organisations have the figures of the report', async () => {
    for (const [path, caption, ...by] of [
      ['owners.html', 'Actions by owner'],
      ['organisations.html', 'Actions by organisation', '--by', 'organisation'],
    ] as const) {
      const { rows } = await report('owners', 'plans', '--as-of', DAY, ...by);
      const table = page(path).table(caption).slice(1);
      expect(table.length).toBe(rows.length);
      const shown = table.map((cells) => cells.slice(1).map((one) => textIn(one)));
      const overdue = shown.reduce(
        (sum, cells) => sum + Number(cells[path === 'owners.html' ? 2 : 4]),
        0,
      );
      expect(overdue).toBe(
        rows.reduce((sum: number, row: { overdue: number }) => sum + row.overdue, 0),
      );
    }
  });

  it('every number that has a line of its own counts the items in that line', () => {
    let lines = 0;
    for (const [path, one] of pages) {
      const table = one.named('tr').filter((row) => attribute(row, 'id')?.startsWith('figure-'));
      for (const row of table) {
        const [, number, which] = elementsOf(row).filter(({ tagName }) => /^t[dh]$/.test(tagName));
        const links = which ? elementsOf(which).filter(({ tagName }) => tagName === 'a').length : 0;
        const more = which ? [...textIn(which).matchAll(/, (\d+) times/g)] : [];
        const times = more.reduce((sum, [, count]) => sum + Number(count) - 1, 0);
        expect([path, attribute(row, 'id'), Number(number && textIn(number))]).toEqual([
          path,
          attribute(row, 'id'),
          links + times,
        ]);
        lines += 1;
      }
    }
    expect(lines).toBeGreaterThan(100);
  });

  it('every list has the rows that it says, and the number that leads to it is their number', () => {
    const about = page('about.html').table('How actions are counted').slice(1);
    for (const [head, , number] of about) {
      const count = Number(number && textIn(number));
      const link = number && elementsOf(number).find(({ tagName }) => tagName === 'a');
      if (count === 0 || !link) continue;
      const list = page(attribute(link, 'href') ?? '');
      expect([
        head && textIn(head),
        list
          .named('tbody')
          .at(-1)
          ?.childNodes.filter((one) => one.nodeName === 'tr').length,
      ]).toEqual([head && textIn(head), count]);
    }
  });
});

describe('pages of the site', () => {
  it('every action and entry of every plan is on its page, in full', () => {
    for (const plan of plans()) {
      const one = page(`plans/${plan.id}.html`);
      const text = mainText(one);
      for (const { action } of actionsOf(plan)) {
        if (!existsOn(action, DAY)) continue;
        expect([action.id, one.byId(`action-${action.id}`)]).not.toEqual([action.id, undefined]);
        expect(text).toContain(said(action.action));
        for (const entry of entriesUntil(action, DAY)) expect(text).toContain(said(entry.text));
      }
      for (const item of plan.recommendations) {
        expect(text).toContain(said(item.text));
        if (item.response) expect(text).toContain(said(item.response));
        if (item.reason?.text) expect(text).toContain(said(item.reason.text));
      }
    }
  });

  it('every link leads to a page of the site, and to a place on it', () => {
    let links = 0;
    const lost: string[] = [];
    for (const [path, one] of pages) {
      for (const link of linksIn(one, path)) {
        links += 1;
        if (!files.has(link.path)) lost.push(`${path} → ${link.path}`);
        else if (link.place === '') continue;
        else if (!page(link.path).byId(link.place))
          lost.push(`${path} → ${link.path}#${link.place}`);
      }
    }
    expect(lost).toEqual([]);
    expect(links).toBeGreaterThan(2000);
  });

  it('every id is there once, every table has a caption and headings with a scope', () => {
    for (const [path, one] of pages) {
      const ids = one.all.flatMap((element) => attribute(element, 'id') ?? []);
      expect([path, ids.length - new Set(ids).size]).toEqual([path, 0]);
      for (const table of one.named('table')) {
        expect(elementsOf(table).filter(({ tagName }) => tagName === 'caption').length).toBe(1);
        for (const head of elementsOf(table).filter(({ tagName }) => tagName === 'th')) {
          expect(attribute(head, 'scope')).toMatch(/^(?:col|row)$/);
        }
      }
    }
  });

  it('the data are what the reports print, byte for byte', async () => {
    for (const [name, ...argv] of [
      ['overdue', 'overdue', '--as-of', DAY],
      ['completed', 'completed', ...days],
      ['owners', 'owners', '--as-of', DAY],
      ['owners-by-organisation', 'owners', '--by', 'organisation', '--as-of', DAY],
      ['summary', 'summary', ...days],
      ['upcoming', 'upcoming', '--as-of', DAY],
      ['slippage', 'slippage', '--as-of', DAY],
      ['stale', 'stale', '--as-of', DAY],
      ['smart', 'smart', '--as-of', DAY],
      ['standards', 'standards', '--as-of', DAY],
    ] as const) {
      for (const format of ['json', 'csv']) {
        const { stdout } = await runHere(['report', ...argv, '--format', format]);
        expect([name, format, files.get(`data/${name}.${format}`) === stdout]).toEqual([
          name,
          format,
          true,
        ]);
      }
    }
  });
});

describe('the data dictionary', () => {
  it('has a meaning and a type for every field of the data, and for no other', () => {
    const lines: string[][] = csv(files.get('data/dictionary.csv') ?? '');
    const [heading, ...entries] = lines;
    expect(heading).toEqual(['report', 'part', 'field', 'type', 'meaning']);
    expect(entries.filter((entry) => entry.some((one) => one.trim() === ''))).toEqual([]);
    for (const [path, text] of files) {
      const report = /^data\/(\w+?)(?:-by-organisation)?\.json$/.exec(path)?.[1];
      if (report === undefined) continue;
      const data = JSON.parse(text);
      const has = (part: string, field: string) =>
        entries.some((entry) => entry[0] === report && entry[1] === part && entry[2] === field);
      const found = [
        ...data.rows
          .flatMap((row: object) => fieldsOf(row, ''))
          .map((one: string) => ['rows', one]),
        ...fieldsOf(data.totals, '').map((one) => ['totals', one]),
      ] as [string, string][];
      expect(found.length).toBeGreaterThan(0);
      expect([...new Set(found.filter(([part, one]) => !has(part, one)).map(String))]).toEqual([]);
    }
  });

  it('is on the page of data as well, each field once', () => {
    const rows = page('data.html').table('Fields of the reports').slice(1);
    const shown = rows.map((cells) => cells[0] && textIn(cells[0]));
    const all = csv(files.get('data/dictionary.csv') ?? '').slice(1);
    for (const [, , field] of all) expect(shown).toContain(field);
    expect(rows.length).toBeLessThan(all.length / 2);
  });
});

function csv(text: string): string[][] {
  return parseCsv(text);
}

/** The fields of a value of JSON, as the dictionary writes them. */
function fieldsOf(value: object, before: string): string[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    const path = before === '' ? name : `${before}.${name}`;
    if (Array.isArray(inner)) {
      const records = inner.filter((one) => typeof one === 'object' && one !== null);
      return [path, ...records.flatMap((one) => fieldsOf(one, `${path}[]`))];
    }
    return typeof inner === 'object' && inner !== null ? fieldsOf(inner, path) : [path];
  });
}

function plans(): Plan[] {
  return [...ourPlans().portfolio.plans];
}

function titleOf(id: string): string {
  return (
    plans()
      .find((plan) => plan.id === id)
      ?.title.replace(/\s+/g, ' ') ?? ''
  );
}

/** A text as {@link textIn} gives it: a list has marks of its own there. */
function said(text: string): string {
  return text
    .replace(/^\s*[-*•–]\s+/gmu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
