import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPlan } from '../../src/model/build-plan.ts';
import { dayInWords } from '../../src/model/day.ts';
import type { Portfolio } from '../../src/model/portfolio.ts';
import { counted } from '../../src/model/words.ts';
import {
  ageOfOverdue,
  burnUp,
  type Chart,
  chartStyle,
  overdueByOwner,
  ragByOrganisation,
  ragByPlan,
  timeline,
} from '../../src/publish/charts/index.ts';
import { chartFigure } from '../../src/render/charts/figure.ts';
import { cleanLines } from '../../src/render/clean-text.ts';
import { completed } from '../../src/reports/completed.ts';
import { overdue } from '../../src/reports/overdue.ts';
import { owners } from '../../src/reports/owners.ts';
import type { JsonObject, Question } from '../../src/reports/report.ts';
import { summary } from '../../src/reports/summary.ts';
import { upcoming } from '../../src/reports/upcoming.ts';
import { anyDay } from '../support/arbitraries.ts';
import { textIn } from '../support/ask.ts';
import {
  chartsOf,
  drawingsOf,
  reachOf,
  realPortfolio as real,
  type Shape,
} from '../support/pictures.ts';
import { anyPortfolio } from '../support/plans-arbitrary.ts';

const DAYS = ['2008-04-01', '2022-03-04', '2023-03-31', '2023-05-01', '2025-06-01', '2040-01-01'];

function question(asOf: string, more: Partial<Question> = {}): Question {
  return { asOf, period: null, by: 'owner', days: 0, narrowing: {}, lineOf: () => 1, ...more };
}

/** The cells of a row as numbers, without its name. */
const numbers = ([, ...cells]: readonly string[]) => cells.map(Number);
const total = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

/** What holds for every picture, whatever it shows. */
function isSound(chart: Chart): void {
  const said = [
    chart.title,
    chart.description,
    ...chart.table.headings,
    ...chart.table.rows.flat(),
  ];
  for (const text of [chart.svg, ...said])
    expect(text).not.toMatch(/NaN|Infinity|undefined|\[object/);
  expect(new Set(chart.table.rows.map((row) => row.length))).toEqual(
    new Set([chart.table.headings.length]),
  );
  const drawings = drawingsOf(chart);
  expect(new Set(drawings.map(({ layout }) => layout))).toEqual(
    new Set(['chart-wide', 'chart-narrow']),
  );
  const [first] = drawings;
  expect(first?.shapes.find(({ name }) => name === 'desc')?.text).toBe(
    cleanLines(chart.description),
  );
  for (const { attributes, shapes, width, height } of drawings) {
    expect(attributes['role']).toBe('img');
    const ids = ['title', 'desc'].map(
      (name) => shapes.find((shape) => shape.name === name)?.attributes['id'],
    );
    expect(attributes['aria-labelledby']).toBe(ids.join(' '));
    expect(shapes.flatMap((shape) => faultsOf(shape, width, height))).toEqual([]);
    expect(overlapsIn(shapes)).toEqual([]);
  }
}

/** Texts that stand over one another. */
function overlapsIn(shapes: readonly Shape[]): string[] {
  const texts = shapes.flatMap((shape) => {
    const reach = shape.name === 'text' ? reachOf(shape) : undefined;
    return reach ? [{ said: shape.text, reach }] : [];
  });
  return texts.flatMap((one, at) =>
    texts
      .slice(at + 1)
      .filter(
        (other) =>
          one.reach[0] < other.reach[2] - 1 &&
          other.reach[0] < one.reach[2] - 1 &&
          one.reach[1] < other.reach[3] - 1 &&
          other.reach[1] < one.reach[3] - 1,
      )
      .map((other) => `${one.said} / ${other.said}`),
  );
}

/** What is wrong with a shape: a name or value that is not ours, or a place out of the box. */
function faultsOf(shape: Shape, width: number, height: number): object[] {
  const { name, attributes } = shape;
  const known = ['title', 'desc', 'rect', 'circle', 'path', 'text'].includes(name);
  const keys = Object.keys(attributes).some((key) => /^(?:style|href|on.*|class)$/.test(key));
  const values = Object.values(attributes).some((value) => /\.\d{3}|\de[+-]?\d|url\(/.test(value));
  const [left, top, right, bottom] = reachOf(shape) ?? [0, 0, 0, 0];
  const within = left >= 0 && top >= 0 && right <= width && bottom <= height;
  return known && !keys && !values && within ? [] : [{ shape, width, height }];
}

describe('every picture', () => {
  it('of any plans on any day is XML that keeps within its box, named in words', () => {
    fc.assert(
      fc.property(anyPortfolio, anyDay('2022-01-01', '2026-12-31'), (portfolio, day) => {
        const charts = chartsOf(portfolio, day);
        for (const chart of charts) isSound(chart);
        expect(charts.length).toBeLessThanOrEqual(portfolio.plans.length + 7);
      }),
      { numRuns: 25 },
    );
  });

  it.each(DAYS)('of the real plans on %s too', (day) => {
    const charts = chartsOf(real, day);
    for (const chart of charts) isSound(chart);
    const ids = charts.flatMap((chart) => [
      chart.id,
      ...[...chart.svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.join('\n')).not.toMatch(/[^a-z0-9_\n-]/);
    expect(chartsOf(real, day)).toEqual(charts);
  });

  it('of nothing is none', () => {
    expect(chartsOf({ ...real, plans: [] }, '2023-05-01')).toEqual([]);
    const [plan] = real.plans;
    expect(plan && timeline(plan, '1999-01-01')).toBeNull();
  });

  it('has only classes that its style has', () => {
    const classes = chartsOf(real, '2023-05-01').flatMap(({ svg }) =>
      [...svg.matchAll(/ class="([^"]*)"/g)].map(([, name]) => name ?? ''),
    );
    expect([...new Set(classes)].sort()).toEqual(['chart', 'chart-narrow', 'chart-wide']);
    for (const name of new Set(classes)) expect(chartStyle).toContain(`.${name} `);
  });
});

it('names that act or hide are text, and the table has the whole of what is cut', () => {
  const name = `<script>alert(1)</script>" onload="x &lt;b&gt; ]]> \u202e\u0000\u001b[31m \ufffe`;
  const owners = [name, 'שלום עולם', '相模原市'.repeat(20), `e${'\u0301'.repeat(400)}`];
  const value = {
    plan: '"><b>x</b>',
    title: 'T',
    kind: 'strategy' as const,
    submitted: '2022-03-04',
    recommendations: [
      {
        id: '1',
        text: 'T',
        actions: owners.map((owner, at) => ({
          id: `1.<i>${at}`,
          action: 'Do it.',
          owner: [owner],
          target: '2022-06',
        })),
      },
    ],
  };
  const { plan } = buildPlan('x.yaml', value, real.financialYear);
  const charts = chartsOf({ ...real, owners: undefined, plans: [plan] }, '2023-05-01');
  expect(charts.length).toBe(6);
  for (const chart of charts) {
    isSound(chart);
    const page = chartFigure(chart).toString();
    expect(page).not.toMatch(/<script|<b>|<i>|onload="|[\u0000-\u0009\u000b-\u001f\u202e\ufffe]/);
  }
  const byOwner = charts.find(({ id }) => id === 'overdue-by-owner');
  expect(
    byOwner?.table.rows
      .map(([owner]) => owner)
      .slice(0, 4)
      .sort(),
  ).toEqual([...owners].sort());
  expect(byOwner && wordsOf(byOwner).join(' ')).toContain('<script>alert(1)</script>" onload="x');
});

describe('what is drawn', () => {
  const shapes = chartsOf(real, '2023-05-01').flatMap((chart) =>
    drawingsOf(chart).flatMap((drawing) => drawing.shapes),
  );

  it('stands out of white by 3:1, but for lines that only guide the eye', () => {
    for (const { name, attributes } of shapes) {
      if (name === 'title' || name === 'desc') continue;
      const colours = [attributes['fill'], attributes['stroke']].filter((one) =>
        one?.startsWith('#'),
      );
      if (name === 'text') expect(colours).toEqual([]);
      else if (colours.every((one) => one === '#d9dcde'))
        expect(attributes['d']).toMatch(/^[MHV\d. ]+$/);
      // White lines are stripes of what is dark.
      else if (attributes['stroke'] === '#fff' && attributes['fill'] === 'none') continue;
      else expect(Math.max(...colours.map(contrastWithWhite))).toBeGreaterThanOrEqual(3);
    }
  });

  it('can be told apart without colours: by stripes and their direction', () => {
    const boxes = shapes.flatMap((shape, at) =>
      shape.name === 'rect' && Number(shape.attributes['width']) >= 14
        ? [{ fill: shape.attributes['fill'], next: shapes[at + 1] }]
        : [],
    );
    const stripesOf = (fill: string) =>
      boxes
        .filter((box) => box.fill === fill)
        .map(
          ({ next }) =>
            next?.name === 'path' && /^M[\d. ]+(?:L|V)/.exec(next.attributes['d'] ?? ''),
        )
        .map((found) => (found ? found[0].at(-1) : 'none'));
    expect(new Set(stripesOf('#ca3535'))).toEqual(new Set(['L']));
    expect(new Set(stripesOf('#f5a94b'))).toEqual(new Set(['V']));
    expect(boxes.some(({ fill }) => fill === '#0f7a52')).toBe(true);
  });

  it('has an arrow in place of a mark that is beyond the axis, and says how far', () => {
    const plan = real.plans.find(({ id }) => id === 'improving-health');
    const chart = plan && timeline(plan, '2023-05-01');
    const words = chart ? wordsOf(chart) : [];
    expect(words).toContain('before these years');
    expect(words).not.toContain('target');
    expect(words).toContain('5536 days overdue');
  });

  it('keeps to so many bars, and the last has all others together', () => {
    const chart = overdueByOwner(real, '2023-05-01');
    expect(chart && wordsOf(chart)).toContain('and 4 more together');
    expect(chart && countsOf(chart)).toHaveLength(13);
    expect(chart?.table.rows.filter((row) => Number(row[1]) > 0)).toHaveLength(17);
  });
});

/** The contrast of a colour with white, as WCAG has it. */
function contrastWithWhite(colour = ''): number {
  const hex = colour.length === 4 ? colour.replace(/[^#]/g, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

/** Plans and days on which the figures of pictures are held to those of reports. */
function onAll(holds: (portfolio: Portfolio, day: string) => void): void {
  for (const day of DAYS) holds(real, day);
  fc.assert(fc.property(anyPortfolio, anyDay('2022-01-01', '2026-12-31'), holds), { numRuns: 25 });
}

describe('the figures are those of the reports:', () => {
  it('red, amber and green by plan, in all and in what is drawn', () => {
    onAll((portfolio, day) => {
      const { rows, totals } = summary.answer(portfolio, question(day));
      const chart = ragByPlan(portfolio, day);
      if (!chart) {
        expect(totals['actions']).toBe(0);
        return;
      }
      const ofReport = (one: JsonObject) => {
        const { red, amber, green, none } = one['rag'] as Record<string, number>;
        return [red, amber, green, none, one['actions'], one['overdue']];
      };
      expect(chart.table.rows.map(numbers)).toEqual([...rows, totals].map(ofReport));
      expect(tonesIn(chart)).toEqual(ofReport(totals).slice(0, 4));
    });
  });

  it('red, amber and green by organisation', () => {
    onAll((portfolio, day) => {
      const by = question(day, { by: 'organisation' });
      const { rows, totals } = owners.answer(portfolio, by);
      const chart = ragByOrganisation(portfolio, day);
      const lines = chart?.table.rows.map(numbers) ?? [];
      expect(lines.slice(0, -1).map((line) => line.slice(4))).toEqual(
        rows.map((row) => [row['total'], row['overdue']]),
      );
      if (chart) expect(lines.at(-1)?.slice(4)).toEqual([totals['total'], totals['overdue']]);
      for (const line of lines) expect(total(line.slice(0, 4))).toBe(line[4]);
      const sums = [0, 1, 2, 3].map((at) => total(lines.slice(0, -1).map((line) => line[at] ?? 0)));
      if (chart) expect(tonesIn(chart)).toEqual(sums);
    });
  });

  it('overdue by owner, and the bars together have them all', () => {
    onAll((portfolio, day) => {
      const { rows, totals } = owners.answer(portfolio, question(day));
      const chart = overdueByOwner(portfolio, day);
      if (!chart) {
        expect(totals['overdue']).toBe(0);
        return;
      }
      expect(chart.table.rows.map(numbers)).toEqual(
        [...rows, totals].map((row) => [row['overdue'], row['total']]),
      );
      expect(total(countsOf(chart))).toBe(total(rows.map((row) => Number(row['overdue']))));
    });
  });

  it('age of what is overdue, and what can never be', () => {
    onAll((portfolio, day) => {
      const { rows, totals } = overdue.answer(portfolio, question(day));
      const chart = ageOfOverdue(portfolio, day);
      if (!chart) {
        expect(totals['actions']).toBe(0);
        return;
      }
      const bands = [30, 90, 180, 365, Number.POSITIVE_INFINITY];
      const expected = bands.map(
        (most, at) =>
          rows.filter(
            (row) =>
              Number(row['daysOverdue']) > (bands[at - 1] ?? 0) &&
              Number(row['daysOverdue']) <= most,
          ).length,
      );
      expect(chart.table.rows.slice(0, 5).map(numbers).flat()).toEqual(expected);
      expect(countsOf(chart)).toEqual(expected);
      expect(numbers(chart.table.rows[5] ?? [])).toEqual([totals['actions']]);
      const { withoutLastDay } = summary.answer(portfolio, question(day)).totals;
      expect(numbers(chart.table.rows[6] ?? ['', '0'])).toEqual([withoutLastDay]);
    });
  });

  it('what was due by month, and how much of that was done', () => {
    onAll((portfolio, day) => {
      const { totals } = summary.answer(portfolio, question(day));
      const months = totals['timeline'] as { month: string; due: number; done: number }[];
      const due = total(months.map((month) => month.due));
      const done = completed.answer(portfolio, question(day)).rows;
      const dueOf = (row: JsonObject) => (row['due'] === null ? undefined : textIn(row, 'due'));
      const doneDue = done.filter((row) => (dueOf(row) ?? '9999') <= day).length;
      const doneLater = done.filter((row) => (dueOf(row) ?? '') > day).length;
      const doneEndless = done.length - doneDue - doneLater;
      const chart = burnUp(portfolio, day);
      if (!chart) {
        expect(doneDue + Number(totals['overdue'])).toBe(0);
        return;
      }
      const { description, table } = chart;
      const { rows } = table;
      const dated = rows.filter(([name = '']) => !name.endsWith('in no month'));
      const [past, doneOfPast] = (rows.findLast(([name]) => name?.endsWith('to the day')) ?? [])
        .slice(3)
        .map(Number);
      // Like with like: the gap is what is overdue, and what has its last day.
      const today = upcoming
        .answer(portfolio, { ...question(day), days: 1 })
        .rows.filter((row) => row['due'] === day).length;
      expect(doneOfPast).toBe(doneDue);
      expect(past).toBe(doneDue + Number(totals['overdue']) + today);
      const words = [
        `By ${dayInWords(day)}, ${counted(Number(past), 'action')} had come due: `,
        `${doneDue || 'none'} of them `,
        `${Number(totals['overdue']) || 'none'} ${totals['overdue'] === 1 ? 'is' : 'are'} overdue`,
        ...(today > 0 ? [`${today} ha`] : []),
        ...(doneLater > 0 ? [`, of which ${doneLater} `] : []),
      ];
      for (const one of words) expect(description).toContain(one);
      expect(total(dated.map((row) => Number(row[1])))).toBe(due);
      expect(total(dated.map((row) => Number(row[2])))).toBe(doneDue + doneLater);
      expect(dated.at(-1)?.slice(3)).toEqual([String(due), String(doneDue + doneLater)]);
      // No month has more done than due by its end.
      for (const row of dated) expect(Number(row[4])).toBeLessThanOrEqual(Number(row[3]));
      const endless = rows.find(([name = '']) => name.endsWith('in no month'))?.[0] ?? '';
      const [open = 0] = /^(\d+) open/.exec(endless)?.slice(1).map(Number) ?? [];
      const [closed = 0] =
        /(\d+) (?:actions? )?that (?:is|are) done/.exec(endless)?.slice(1).map(Number) ?? [];
      expect([open, closed]).toEqual([totals['withoutLastDay'], doneEndless]);
      // Month by month, as far as both have it; the report has what is done "in 2023" in December.
      for (const { month, due: inMonth } of months.slice(1, -1)) {
        if (month > day.slice(0, 7)) continue;
        const row = dated.find(([name = '']) => name.startsWith(inWords(month)));
        if (row && month < day.slice(0, 7)) expect(Number(row[1])).toBe(inMonth);
      }
    });
  });

  it('every action of a plan on its timeline, drawn or said not to be', () => {
    onAll((portfolio, day) => {
      for (const plan of portfolio.plans.filter(({ submitted }) => submitted.day <= day)) {
        const { totals } = summary.answer({ ...portfolio, plans: [plan] }, question(day));
        const chart = timeline(plan, day);
        if (!chart) {
          expect((totals['status'] as Record<string, number>)['complete']).toBe(0);
          continue;
        }
        const { rows } = chart.table;
        expect(rows.length).toBe(totals['actions']);
        expect(rows.filter((row) => row[7] !== '0').length).toBe(totals['overdue']);
        const ids = rows.map(([id = '']) => id);
        const labels = drawingsOf(chart)
          .filter(({ layout }) => layout === 'chart-wide')
          .flatMap(({ shapes }) => shapes)
          .filter(({ name, attributes }) => name === 'text' && attributes['x'] === '0')
          .filter(({ attributes }) => 'font-weight' in attributes)
          .map(({ text }) => text);
        for (const label of labels) {
          const [start = '', cut] = label.split('…');
          expect(ids.some((id) => (cut === '' ? id.startsWith(start) : id === label))).toBe(true);
        }
        const absent = /(\d+) actions? without a last day/.exec(chart.description)?.[1] ?? 0;
        const left = /(\d+) more (?:is|are) in the table/.exec(chart.description)?.[1] ?? 0;
        expect(labels.length + Number(absent) + Number(left)).toBe(rows.length);
      }
    });
  });
});

function wordsOf(chart: Chart): string[] {
  const [first] = drawingsOf(chart);
  return (first?.shapes ?? []).filter(({ name }) => name === 'text').map(({ text }) => text);
}

/** What the words under all bars together count: red, amber, green and without RAG. */
function tonesIn(chart: Chart): number[] {
  const words = wordsOf(chart).join('\n');
  return ['red', 'amber', 'green', 'without RAG'].map((tone) =>
    total([...words.matchAll(new RegExp(`^(\\d+) ${tone}`, 'gm'))].map(([, n]) => Number(n))),
  );
}

/** The counts behind bars, which are bold. */
function countsOf(chart: Chart): number[] {
  const [first] = drawingsOf(chart);
  return (first?.shapes ?? [])
    .filter(({ attributes }) => 'font-weight' in attributes)
    .map(({ text }) => Number(text));
}

function inWords(month: string): string {
  const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  return `${names[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}
