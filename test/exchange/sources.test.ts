import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import type { Action, Plan, Recommendation } from '../../src/model/plan.ts';
import { nameOwner, type Portfolio } from '../../src/model/portfolio.ts';
import { memoryTree } from '../../src/source/file-tree.ts';
import { load } from '../../src/source/load.ts';
import { Colleague, capital, entryDates, entryOf } from '../support/colleague.ts';
import { run } from '../support/memory-host.ts';
import { wordDocument, wordParagraph, wordTable } from '../support/office.ts';

const read = (name: string) => readFileSync(join(import.meta.dirname, '../../plans', name), 'utf8');
const owners = { 'plans/owners.yaml': read('owners.yaml') };

function portfolioOf(name: string, text: string): { portfolio: Portfolio; plan: Plan } {
  const file = `plans/${name}.yaml`;
  const { portfolio, diagnostics } = load(memoryTree({ ...owners, [file]: text }), [file]);
  const [plan] = portfolio.plans;
  if (!plan) throw new Error(diagnostics[0]?.message);
  return { portfolio, plan };
}

/** A plan as far as a table can hold it: without references, notes, evidence and comments. */
function held({ portfolio, plan }: { portfolio: Portfolio; plan: Plan }, parts: readonly string[]) {
  const words = (text: string | undefined) => text?.replace(/\s+/g, ' ').trim();
  const names = (list: readonly string[]) =>
    list.map((name) => {
      const { id, organisation, role } = nameOwner(portfolio, name);
      return id ?? `${organisation}: ${role}`;
    });
  const action = (one: Action) => ({
    id: one.id,
    action: words(one.action),
    owner: names(one.owner),
    target: one.target?.written,
    progress: one.progress.map((entry) => ({
      date: entry.date.written,
      status: entry.status,
      target: entry.target?.written,
      text: words(entry.text),
      ...(parts.includes('by') && { by: names(entry.by) }),
    })),
  });
  return plan.recommendations.map((one: Recommendation) => ({
    id: one.id,
    text: words(one.text),
    agreement: one.agreement,
    ...(parts.includes('reason') && {
      reason: words(one.reason?.text),
      part: words(one.agreedPart),
    }),
    ...(parts.includes('to') && { to: one.to }),
    ...(parts.includes('response') && { response: words(one.response) }),
    actions: one.actions.map(action),
  }));
}

async function imported(name: string, file: string, bytes: string | Uint8Array, more: string[]) {
  const argv = ['import', file, '--id', name, '--map', 'hmpps', '--submitted', '2018-09', ...more];
  const result = await run(argv, { ...owners, [file]: bytes });
  const text = result.edited[`plans/${name}.yaml`];
  if (text === undefined) throw new Error(result.stderr);
  return { ...portfolioOf(name, text), stderr: result.stderr };
}

describe('the tables of the sources, as colleagues keep them', () => {
  it('the plan of HMPPS in Excel, with merged cells', async () => {
    const original = portfolioOf('hmpps-mental-health', read('hmpps-mental-health.yaml'));
    const say = new Colleague(original.portfolio);
    const dates = entryDates(original.plan);
    expect(dates).toEqual(['2022-03-04', '2023-03-27']);
    const rounds = dates.map((date) => say.when(date));
    const head = [
      'No',
      'Addressed to',
      'Recommendation',
      'Agreed / Partly Agreed / Not Agreed',
      'Reason',
      'Agreed part',
      'Response – Action Taken/Planned',
      'Responsible Owner',
      'Target Date',
      ...rounds.flatMap((day) => [
        `Progress (${day})`,
        `Status (${day})`,
        `Revised target (${day})`,
        `Update by (${day})`,
      ]),
    ];
    const data = original.plan.recommendations.flatMap((one) => {
      const { id, to, text, reason, agreedPart, actions } = one;
      const said = [id, to.join('\n'), text, say.agreement(one), reason?.text, agreedPart];
      // A second update of one day stands in a row of its own below the action.
      const lines = actions.flatMap((action) =>
        [0, 1]
          .filter((place) => place === 0 || dates.some((date) => entryOf(action, date, place)))
          .map((place) => ({ action, place })),
      );
      const rowSpan = Math.max(1, lines.length);
      return Array.from({ length: rowSpan }, (_, index) => {
        const line = lines[index];
        const left = said.map((value) =>
          index === 0 && value ? { value, type: String, ...(rowSpan > 1 && { rowSpan }) } : null,
        );
        const own =
          line?.place === 0
            ? [
                line.action.action,
                say.owners(line.action.owner),
                say.when(line.action.target?.written),
              ]
            : ['', '', ''];
        const updates = dates.flatMap((date) => {
          const entry = line && entryOf(line.action, date, line.place);
          return entry
            ? [entry.text, say.status(entry), say.when(entry.target?.written), say.owners(entry.by)]
            : ['', '', '', ''];
        });
        return [
          ...left,
          ...[...own, ...updates].map((value) => (value ? { value, type: String } : null)),
        ];
      });
    });
    const title = [{ value: 'HMPPS action plan', type: String, columnSpan: 9 }];
    const bytes = await writeExcelFile(
      [title, [], head.map((value) => ({ value, type: String })), ...data],
      { sheet: 'Plan' },
    ).toBuffer();
    const result = await imported('hmpps', 'hmpps.xlsx', bytes, []);
    const parts = ['by', 'reason', 'to'];
    expect(held(result, parts)).toEqual(held(original, parts));
    expect(result.plan.title).toBe('HMPPS action plan');
    expect(result.stderr).toContain('22 recommendations, 94 actions');
    expect(result.stderr).not.toContain('not understood, kept in notes');
  });

  it('the plan of HSAB in Word, a table under each recommendation', async () => {
    const original = portfolioOf('hsab-case-review', read('hsab-case-review.yaml'));
    const say = new Colleague(original.portfolio);
    const body = original.plan.recommendations.map(({ id, text, actions }) => {
      const rows = actions.map((action, index) => [
        `${index + 1}. ${action.action}`,
        say.owners(action.owner),
        say.when(action.target?.written),
        action.progress
          .map((entry) => `${say.when(entry.date.written)}: ${entry.text.replace(/\s+/g, ' ')}`)
          .join('\n'),
        action.progress.map((entry) => say.status(entry)).at(-1) ?? '',
      ]);
      const head = ['Smart Action', 'Lead organisation', 'Timescale', 'Progress', 'Status'];
      return (
        wordParagraph(`Recommendation ${id}:`) + wordParagraph(text) + wordTable([head, ...rows])
      );
    });
    const document = wordDocument(wordParagraph('HSAB Action Plan Sept 2018') + body.join(''));
    const result = await imported('hsab', 'hsab.docx', document, []);
    const latest = (plan: ReturnType<typeof held>) =>
      plan.map((one) => ({
        ...one,
        actions: one.actions.map((action) => ({
          ...action,
          // A column of statuses tells the latest alone.
          progress: action.progress.map((entry, index) =>
            index === action.progress.length - 1 ? entry : { ...entry, status: undefined },
          ),
        })),
      }));
    expect(latest(held(result, []))).toEqual(latest(held(original, [])));
    expect(result.plan.title).toBe('HSAB Action Plan Sept 2018');
  });

  it('the long wait in Markdown, without ids', async () => {
    const original = portfolioOf('long-wait', read('long-wait.yaml'));
    const say = new Colleague(original.portfolio);
    const dates = entryDates(original.plan);
    const cell = (text: string | undefined) =>
      (text ?? '')
        .trim()
        .replaceAll('|', '\\|')
        .replace(/\n/g, '<br>')
        .replace(/([*_~`])/g, '\\$1');
    const head = [
      'Thematic review key concerns',
      'NHSE/HMPPS Response',
      'Actions',
      'Lead',
      'By when',
      ...dates.flatMap((date) =>
        ['Progress update', 'Status', 'New target'].map((name) => `${name} (${say.when(date)})`),
      ),
    ];
    const rows = original.plan.recommendations.flatMap((one) =>
      one.actions.map((action, index) => [
        ...(index === 0 ? [one.text, one.response] : ['', '']),
        action.action,
        say.owners(action.owner),
        say.when(action.target?.written),
        ...dates.flatMap((date) => {
          const entry = entryOf(action, date);
          return entry
            ? [entry.text, say.status(entry), say.when(entry.target?.written)]
            : ['', '', ''];
        }),
      ]),
    );
    const line = (cells: readonly (string | undefined)[]) => `| ${cells.map(cell).join(' | ')} |`;
    const markdown = [
      `# ${capital('the long wait')}`,
      '',
      line(head),
      line(head.map(() => '---')),
      ...rows.map(line),
      '',
    ].join('\n');
    const result = await imported('long-wait', 'long-wait.md', markdown, []);
    expect(held(result, ['response'])).toEqual(held(original, ['response']));
    expect(result.stderr).toContain('8 recommendations, 33 actions and 32 progress entries');
  });
});
