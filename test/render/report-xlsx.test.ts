import { unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { HOSTILE } from '../support/hostile.ts';
import { run, runHere } from '../support/memory-host.ts';

async function workbookOf(argv: readonly string[]): Promise<Uint8Array> {
  const { bytes: made, stderr } = await runHere([...argv, '--output', 'x.xlsx']);
  const bytes = made['x.xlsx'];
  if (!bytes) throw new Error(stderr);
  return bytes;
}

const overdue = ['report', 'overdue', '--as-of', '2023-05-01'];

describe('a report as a workbook', () => {
  it('has the rows of the JSON, with dates as dates and numbers as numbers', async () => {
    const json = JSON.parse((await runHere([...overdue, '--format', 'json'])).stdout);
    const [rows, about] = await readExcelFile(Buffer.from(await workbookOf(overdue)));
    const [head = [], ...body] = rows?.data ?? [];
    const column = (name: string) => body.map((row) => row[head.indexOf(name)]);
    expect(rows?.sheet).toBe('overdue');
    expect(column('Action')).toEqual(json.rows.map((row: { action: string }) => row.action));
    expect(column('Days overdue')).toEqual(
      json.rows.map((row: { daysOverdue: number }) => row.daysOverdue),
    );
    expect(
      column('Due').map((day) => (day instanceof Date ? day.toISOString().slice(0, 10) : day)),
    ).toEqual(json.rows.map((row: { due: string }) => row.due));
    expect(about?.data.flat().join('\n')).toContain('Overdue actions on 1 May 2023');
  });

  it('freezes the headings, filters, and fills the colours that it names', async () => {
    const parts = unzipSync(await workbookOf(overdue));
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toMatch(/<autoFilter ref="A1:[A-Z]+\d+"\/>/);
    const styles = new TextDecoder().decode(parts['xl/styles.xml']);
    expect(styles).toContain('F4C7C3');
    const texts = new TextDecoder().decode(parts['xl/sharedStrings.xml']);
    expect(texts).toContain('<t>red</t>');
  });

  it('is the same bytes at every hour and in every time zone', async () => {
    const first = await workbookOf(overdue);
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Kiritimati';
    const second = await workbookOf(overdue).finally(() => {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it.each(HOSTILE)('holds no formula and no acting character of %j', async (text) => {
    const value = JSON.stringify(text);
    const plan = `plan: a\ntitle: ${value}\nkind: strategy\nsubmitted: 2022\nrecommendations:\n  - id: "1"\n    text: ${value}\n    actions:\n      - {id: "1.1", action: ${value}, owner: ${value}, target: 2023-01}\n`;
    const files = { 'plans/a.yaml': plan };
    const made = [
      await run(['report', 'overdue', '--output', 'x.xlsx'], files),
      await run(['export', 'a', '--output', 'x.xlsx'], files),
    ];
    for (const { bytes: all, exit, stderr } of made) {
      const bytes = all['x.xlsx'];
      // What is no plan makes no workbook, and says so.
      if (!bytes) {
        expect({ exit, stderr }).toMatchObject({ exit: 2 });
        continue;
      }
      for (const part of Object.values(unzipSync(bytes))) {
        const xml = new TextDecoder('utf-8', { fatal: true }).decode(part);
        expect(xml).not.toMatch(/<f[ >]/);
        expect(xml).not.toMatch(
          /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b]/,
        );
      }
      const [sheet] = await readExcelFile(Buffer.from(bytes));
      expect(sheet?.data.length).toBe(2);
    }
  });

  it('is no text to print', async () => {
    const printed = await runHere([...overdue, '--format', 'xlsx'], { columns: 80 });
    expect(printed).toMatchObject({ exit: 2, stdout: '' });
    expect(printed.stderr).toContain('--output FILE.xlsx');
  });
});
