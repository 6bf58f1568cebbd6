import { describe, expect, it } from 'vitest';
import { YamlDocument } from '../../src/source/document.ts';
import { SourceText } from '../../src/source/text.ts';
import type { Value } from '../../src/source/value.ts';
import { run } from '../support/memory-host.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

async function imported(csv: string, argv: readonly string[] = [], files: Files = {}) {
  const result = await run(
    ['import', 't.csv', '--submitted', '2022-01-01', '--id', 'p', '--title', 'T', ...argv],
    { 't.csv': csv, ...files },
  );
  const text = result.edited['p.yaml'] ?? '';
  const plan = new YamlDocument(new SourceText(text)).value as { [key: string]: Value } | undefined;
  return { ...result, text, recommendations: plan?.['recommendations'] };
}

describe('import', () => {
  it('folds rows for each co-owner, and fills the cells that a merge left empty', async () => {
    const { recommendations, stderr } = await imported(
      'No,Recommendation,Action,Lead,Due\n1,Keep records,Publish,MoJ,March 2023\n1,Keep records,Publish,HMPPS,March 2023\n,,Train,HMPPS,\n',
    );
    expect(recommendations).toEqual([
      {
        id: '1',
        text: 'Keep records',
        actions: [
          { id: '1.1', action: 'Publish', owner: ['MoJ', 'HMPPS'], target: '2023-03' },
          { id: '1.2', action: 'Train', owner: 'HMPPS' },
        ],
      },
    ]);
    expect(stderr).toContain(
      '4 rows read: 1 naming the columns, 2 making an item, 1 adding to the item above',
    );
  });

  it('takes what a row for a co-owner says of agreement and its reason for the same', async () => {
    const row = '1,Keep,"Partly agreed\nBecause of cost",Publish';
    const { recommendations, stderr } = await imported(
      `No,Recommendation,Agreed?,Action,Lead\n${row},MoJ\n${row},HMPPS\n`,
    );
    expect(recommendations).toEqual([
      {
        id: '1',
        text: 'Keep',
        agreement: 'partly-agreed',
        reason: { text: 'Because of cost' },
        actions: [{ id: '1.1', action: 'Publish', owner: ['MoJ', 'HMPPS'] }],
      },
    ]);
    expect(stderr).not.toContain('not understood');
  });

  it('gives words to what has none, as a plan needs them', async () => {
    const { exit, recommendations, stderr } = await imported(
      'Id,Title,Owner,Due\na-1,,Team,2023-06\na-2,Write,Team,2023-06\n',
    );
    expect(exit).toBe(0);
    expect(recommendations).toMatchObject([
      { id: 'a-1', text: 'Recommendation a-1', actions: [{ action: 'Recommendation a-1' }] },
      { id: 'a-2', actions: [{ action: 'Write' }] },
    ]);
    expect(stderr).toContain('the text of recommendation a-1: "Recommendation a-1"');
  });

  it('writes a plan that validates, in the layout of fmt, with the line for editors', async () => {
    const { text } = await imported('No,Recommendation,Action\n1,Keep records,Publish\n');
    expect(text).toMatch(/^# yaml-language-server: \$schema=/);
    const check = await run(['fmt', '--check', 'p.yaml'], { 'p.yaml': text });
    expect(check.exit).toBe(0);
  });

  it('takes the number before an action for its id, but for a list of several in one cell', async () => {
    const { recommendations } = await imported(
      'No,Recommendation,Action\n1,Keep,1. Publish\n,,2. Train\n2,Write,"1. Draft\n2. Send"\n',
    );
    expect(recommendations).toMatchObject([
      {
        actions: [
          { id: '1.1', action: 'Publish' },
          { id: '1.2', action: 'Train' },
        ],
      },
      { actions: [{ id: '2.1', action: '1. Draft\n2. Send' }] },
    ]);
  });

  it('keeps words that it does not know, and closes nothing on request', async () => {
    const { recommendations, stderr, exit } = await imported(
      'No,Recommendation,Agreed?,Action,Status,Due,Priority\n1,Keep,Noted,Publish,Closure requested,TBC,High\n',
    );
    expect(exit).toBe(0);
    expect(recommendations).toEqual([
      {
        id: '1',
        text: 'Keep',
        notes: 'Agreed?: Noted',
        actions: [
          {
            id: '1.1',
            action: 'Publish',
            notes: 'Due: TBC\nPriority: High\nStatus: Closure requested',
          },
        ],
      },
    ]);
    for (const line of [
      't.csv line 2, column 3 Agreed?: "Noted" (a word that is not known)',
      't.csv line 2, column 5 Status: "Closure requested" (a word that is not known)',
      't.csv line 2, column 6 Due: "TBC" (no date that can be read)',
      'column "Priority" has no field: 1 cell kept in notes',
    ]) {
      expect(stderr).toContain(line);
    }
  });

  it('asks for the order of day and month where nothing shows it', async () => {
    const csv = 'No,Recommendation,Action,Due\n1,Keep,Publish,03/04/2022\n';
    const refused = await imported(csv);
    expect(refused).toMatchObject({ exit: 2, edited: {} });
    expect(refused.stderr).toContain(
      'line 2, column 4 (Due) "03/04/2022": 2022-04-03 or 2022-03-04',
    );
    expect(refused.stderr).toContain('--dates day-first');
    const told = await imported(csv, ['--dates', 'month-first']);
    expect(told.text).toContain('target: 2022-03-04');
  });

  it('asks where the year stands when all three numbers have two digits', async () => {
    const csv =
      'No,Recommendation,Action,Deadline\n1,Keep,Publish,23-10-31\n2,Write,Send,24-04-30\n';
    const refused = await imported(csv);
    expect(refused).toMatchObject({ exit: 2, edited: {} });
    expect(refused.stderr).toContain('2 dates can mean more than one day');
    expect(refused.stderr).toContain('(Deadline) "23-10-31": 2031-10-23 or 2023-10-31');
    const told = await imported(csv, ['--dates', 'year-first']);
    expect(told.text).toContain('target: 2023-10-31');
    expect(told.text).toContain('target: 2024-04-30');
    const one = await imported(csv.replace(/2,Write.*\n/, ''));
    expect(one.stderr).toContain('1 date can mean more than one day');
  });

  it('keeps the numbers of a list that stands in one line', async () => {
    const csv =
      'No,Recommendation,Action\nAFI 2,Keep,1) Audit logs 2) Report to board\n3,Write,1. Draft by 2. March\n4,Send,1.1 Post\n';
    const { text } = await imported(csv);
    expect(text).toContain('action: 1) Audit logs 2) Report to board');
    expect(text).toContain('action: 1. Draft by 2. March');
  });

  it('asks for the day of progress and of the plan where the table does not say it', async () => {
    const csv = 'No,Recommendation,Action,Progress\n1,Keep,Publish,Begun\n';
    expect((await imported(csv)).stderr).toContain('say --as-of DATE');
    expect((await imported(csv, ['--as-of', '2023-03'])).text).toContain('date: 2023-03');
    const undated = await run(['import', 't.csv', '--as-of', '2023-03'], { 't.csv': csv });
    expect(undated).toMatchObject({ exit: 2, edited: {} });
    expect(undated.stderr).toContain('--submitted DATE');
  });

  it('reads with a profile: headings, words, and where the table begins', async () => {
    const profile = `profile: ours
extends: hsab
header: 3
delimiter: ";"
dates: day-first
as-of: 2023-03-27
columns:
  "What we will do": action
  Cost: ignore
words:
  status: { "Nearly there": in-progress }
plan: { kind: case-review, by: HSAB }
`;
    const { recommendations, text, stderr } = await imported(
      'Plan of 2023;;;;\n;;;;\nRef;Key concern;What we will do;RAG;Cost\n1;Keep;Publish;Green;5\n2;Train;Teach;Nearly there;6\n3;X;Y;Red;\n',
      ['--map', 'ours.yaml'],
      { 'ours.yaml': profile },
    );
    expect(text).toContain('kind: case-review');
    expect(recommendations).toMatchObject([
      { actions: [{ progress: [{ date: '2023-03-27', status: 'complete', text: 'RAG: Green' }] }] },
      { actions: [{ progress: [{ status: 'in-progress' }] }] },
      { actions: [{ notes: 'RAG: Red' }] },
    ]);
    expect(stderr).toContain('What we will do -> action (profile)');
    expect(stderr).toContain('2 ignored, as the profile says');
    expect(stderr).toContain('"Plan of 2023" (above the table)');
  });

  it.each([
    ['an unknown profile', ['--map', 'hmps'], 'did you mean "hmpps"?'],
    [
      'a faulty profile',
      ['--map', 'bad.yaml'],
      '  bad.yaml:2:14: `x` cannot be "nonsense" (it is `recommendation-id`, ',
    ],
    ['a sheet that is not there', ['--sheet', 'x'], 'there is no sheet or table "x"'],
  ])('says the way out of %s', async (_, argv, message) => {
    const { exit, stderr } = await imported('No,Recommendation\n1,Keep\n', argv, {
      'bad.yaml': 'profile: a\ncolumns: {x: nonsense}\n',
    });
    expect(exit).toBe(2);
    expect(stderr).toContain(message);
  });

  it.each([
    ['No,Action,Action\n1,a,b\n', 'two columns "Action"'],
    ['No,Action,Milestone\n1,a,b\n', 'both look like action'],
    ['a,b\n1,2\n', 'no row of "t.csv" names columns that are known'],
    ['No,Due\n1,May 2022\n', 'no column of "t.csv" holds recommendations or actions'],
  ])('refuses the columns of %j', async (csv, message) => {
    const { exit, stderr, edited } = await imported(csv);
    expect({ exit, edited }).toEqual({ exit: 2, edited: {} });
    expect(stderr).toContain(message);
    expect(stderr).toContain('help: ');
  });

  it('shows the columns on a terminal and waits for a yes', async () => {
    const files = { 't.csv': 'No,Recommendation\n1,Keep\n' };
    const argv = ['import', 't.csv', '--submitted', '2022'];
    const no = await run(argv, files, { answers: ['n'] });
    expect(no).toMatchObject({ exit: 0, edited: {} });
    expect(no.stderr).toContain('Recommendation -> recommendation');
    const yes = await run(argv, files, { answers: [''] });
    expect(Object.keys(yes.edited)).toEqual(['t.yaml']);
  });

  describe('of two columns that look alike', () => {
    const files = {
      't.csv': 'No.,AFI / Rec,Action,Due\n1,AFI 1,Publish,2022-06\n2,AFI 2,Send,2022-07\n',
    };
    const argv = ['import', 't.csv', '--submitted', '2022', '--id', 'p'];
    const clash = 'the columns "No." and "AFI / Rec" of t.csv both look like recommendation-id';

    it('asks a terminal which is meant, and what the other holds', async () => {
      const answers = ['1', 'tema', 'theme', 'y'];
      const { stderr, edited } = await run(argv, files, { answers });
      expect(stderr).toContain(clash);
      expect(stderr).toContain('did you mean "theme"?');
      expect(stderr).toContain('  AFI / Rec -> theme');
      expect(edited['p.yaml']).toContain('theme: AFI 1');
      const other = await run(argv, files, { answers: ['AFI', '', 'y'] });
      expect(other.edited['p.yaml']).toContain('id: AFI-1');
      expect(other.stderr).toContain('  No. -> notes');
      expect((await run(argv, files, { answers: ['1'] })).exit).toBe(2);
    });

    it('refuses to guess without a terminal, and writes a profile to say it in', async () => {
      const refused = await run(argv, files);
      expect(refused).toMatchObject({ exit: 2, edited: {} });
      expect(refused.stderr).toContain(clash);
      expect(refused.stderr).toContain('--save-map');
      const saved = await run(['import', 't.csv', '--save-map', 'm.yaml'], files);
      expect(saved.exit).toBe(0);
      expect(saved.stderr).toContain(`note: ${clash}: say in the profile what each is`);
      expect(saved.edited['m.yaml']).toContain('No.: recommendation-id');
      expect(saved.edited['m.yaml']).toContain('# AFI / Rec: ignore');
    });

    it('takes the one with sentences for the recommendations', async () => {
      const { recommendations, stderr } = await imported(
        'No.,AFI / Rec,Action\n1,Keep all records up to date,Publish\n2,Write to every home,Send\n',
      );
      expect(stderr).toContain('AFI / Rec -> recommendation (by what it holds)');
      expect(recommendations).toMatchObject([
        { id: '1', text: 'Keep all records up to date' },
        { id: '2', text: 'Write to every home' },
      ]);
    });
  });

  it('never writes over a file, and names a plan that has the id', async () => {
    const csv = 'No,Recommendation\n1,Keep\n';
    const there = await imported(csv, [], { 'p.yaml': 'x' });
    expect(there).toMatchObject({ exit: 2, edited: {} });
    const plan = 'plan: p\ntitle: a\nkind: strategy\nsubmitted: 2022\nrecommendations: []\n';
    const same = await imported(csv, [], { 'q.yaml': plan });
    expect(same.stderr).toContain('there is a plan p already, in q.yaml');
    expect(same.edited).toEqual({});
  });

  it('prints the plan and writes nothing with --dry-run, and writes its account where asked', async () => {
    const csv = 'No,Recommendation\n1,Keep\n';
    const dry = await imported(csv, ['--dry-run', '--report', 'r.txt']);
    expect(dry).toMatchObject({ exit: 0, edited: {}, written: {} });
    expect(dry.stdout).toContain('text: Keep');
    const { written } = await imported(csv, ['--report', 'r.txt']);
    expect(written['r.txt']).toContain('4 cells with something in them');
  });

  it('takes the first date of a struck-through pair for the target, and the other for a move', async () => {
    const { edited } = await run(
      ['import', 't.md', '--submitted', '2022', '--as-of', '2022-06-01', '--output', 'p.yaml'],
      {
        't.md':
          '| No | Recommendation | Action | Due | Update |\n|-|-|-|-|-|\n| 1 | A | B | ~~May 2022~~ June 2023 | Late, since the vendor failed. |\n| 2 | C | D | ~~May 2022~~ June 2023 | |\n',
      },
    );
    const text = edited['p.yaml'] ?? '';
    expect(text).toContain(
      'target: 2022-05\n        progress:\n          - date: 2022-06-01\n            target: 2023-06\n            text: Late, since the vendor failed.',
    );
    expect(text).toContain('"Due: May 2022 struck through, June 2023 beside it"');
  });

  it('reads headings over rows as themes and as those addressed', async () => {
    const { edited } = await run(
      ['import', 't.html', '--submitted', '2022', '--output', 'p.yaml'],
      {
        't.html':
          '<table><tr><th>No<th>Recommendation<th>Action<tr><td colspan=3>Healthcare<tr><td colspan=3>The Home Office should:<tr><td>1<td>A<td>B<tr><td colspan=3>Nothing follows</table>',
      },
    );
    expect(edited['p.yaml']).toContain('to: The Home Office\n    theme: Healthcare');
  });

  it('makes two plans of the same table the same, byte for byte', async () => {
    const csv = 'No,Recommendation,Action,Status\n1,A,B,Complete\n';
    const one = await imported(csv, ['--as-of', '2023-01-01']);
    const two = await imported(csv, ['--as-of', '2023-01-01']);
    expect(one.text).toBe(two.text);
    const again = await run(['import', 't.csv', '--into', 'p.yaml', '--as-of', '2023-01-01'], {
      't.csv': csv,
      'p.yaml': one.text,
    });
    expect(again).toMatchObject({ exit: 0, stdout: '', edited: {} });
  });
});
