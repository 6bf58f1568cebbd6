import { describe, expect, it } from 'vitest';
import { YamlDocument } from '../../src/source/document.ts';
import { SourceText } from '../../src/source/text.ts';
import type { Value } from '../../src/source/value.ts';
import { run } from '../support/memory-host.ts';

/** Trackers in the shapes that bodies publish them in; the words are made up. */
async function imported(file: string, text: string, argv: readonly string[] = [], files = {}) {
  const result = await run(
    ['import', file, '--submitted', '2021-01-01', '--output', 'p.yaml', ...argv],
    { [file]: text, ...files },
  );
  const made = result.edited['p.yaml'] ?? '';
  const plan = new YamlDocument(new SourceText(made)).value as { [key: string]: Value } | undefined;
  return { ...result, made, plan, recommendations: plan?.['recommendations'] };
}

/** The counts of cells in an account, and that they add up. */
function balanced(stderr: string): boolean {
  const line = stderr.split('\n').find((one) => /^\d+ cells? with something/.test(one)) ?? '';
  const [all = 0, ...parts] = [...line.matchAll(/(?<=^|: |, )\d+(?= )/g)].map(Number);
  return all > 0 && parts.reduce((sum, one) => sum + one, 0) === all;
}

const GOVERNMENT_PAGE = `---
title: "Plan for better records"
layout: page
---

# Records programme

Some words of introduction.

### Action 3: Registers of data

Why registers matter.

| **Milestone** |	**Measurement** |	**Channel** |	**Target Date**	| **Responsible Party** |
|---------------|-----------------|-------------------------|-----------------|-----------------------|
| **3.1** Publish the register |	Completion | The register	| September 30, 2021	| Records Council |
| **3.2** Report on the register | Completion	| As decided |	Within 60 days of publication	| Records Council
|

### Action 4: Training

| **Milestone** |	**Measurement** |	**Channel** |	**Target Date**	| **Responsible Party** |
|---------------|-----------------|-------------------------|-----------------|-----------------------|
| **4.1** Train all <abbr title="information governance">IG</abbr> leads | Count | The portal	| October 31, 2021	| Records Council |
`;

describe('a page of milestones under numbered headings', () => {
  it('takes each heading for what its milestones serve, and their numbers', async () => {
    const { exit, stderr, plan, recommendations } = await imported('page.md', GOVERNMENT_PAGE);
    expect(exit).toBe(0);
    expect(plan?.['title']).toBe('Plan for better records');
    expect(recommendations).toMatchObject([
      {
        id: '3',
        text: 'Registers of data',
        actions: [
          {
            id: '3.1',
            action: 'Publish the register',
            measure: 'Completion',
            owner: 'Records Council',
            target: '2021-09-30',
            notes: 'Channel: The register',
          },
          {
            id: '3.2',
            notes: expect.stringContaining('Target Date: Within 60 days of publication'),
          },
        ],
      },
      {
        id: '4',
        text: 'Training',
        actions: [{ id: '4.1', action: 'Train all IG (information governance) leads' }],
      },
    ]);
    expect(stderr).toContain('table 1: lines 1 to 4 are settings of the page');
    expect(stderr).toContain('"Within 60 days of publication" (no date that can be read)');
    expect(balanced(stderr)).toBe(true);
  });
});

describe('milestones that agencies publish as JSON', () => {
  const JSON_MILESTONES = `{
  "milestoneDocument": [ { "updatedDate": "2016-04-30", } ],
  "milestones": [
    { "milestoneID": "1", "milestoneDesc": "Adopt the policy", "milestoneTargetCompletionDate": "2016-09-01",
      "milestoneStatus": "InProgress", "milestoneStatusDesc": "With counsel until May.", "commonBaselineArea": "acquisition" },
    { "milestoneID": "2", "milestoneDesc": "Train budget officers", "milestoneTargetCompletionDate": "2016-02-01",
      "milestoneStatus": "Completed", "milestoneStatusDesc": "65 were trained.", "commonBaselineArea": "budget" },
    { "milestoneID": "3", "milestoneDesc": "Buy once", "milestoneTargetCompletionDate": "2016-12-01",
      "milestoneStatus": "Deferred", "milestoneStatusDesc": "", "commonBaselineArea": "acquisition" }
  ]
}`;

  it('are read by names that programs join', async () => {
    const argv = ['--map', 'federal', '--as-of', '2016-04-30'];
    const { exit, stderr, recommendations } = await imported('m.json', JSON_MILESTONES, argv);
    expect(exit).toBe(0);
    expect(recommendations).toMatchObject([
      {
        actions: [
          {
            id: '1.1',
            action: 'Adopt the policy',
            target: '2016-09-01',
            notes: 'commonBaselineArea: acquisition',
            progress: [
              { date: '2016-04-30', status: 'in-progress', text: 'With counsel until May.' },
            ],
          },
          { id: '1.2', progress: [{ status: 'complete', text: '65 were trained.' }] },
          { id: '1.3', notes: expect.stringContaining('milestoneStatus: Deferred') },
        ],
      },
    ]);
    expect(stderr).toContain('"milestoneDocument" is not read (2 rows');
    expect(balanced(stderr)).toBe(true);
  });
});

describe('a plan of action and milestones', () => {
  const TEMPLATE = `# Plan of Action and Milestones

|CSP|System|
|--|--|
|Us|Records|

|POAM ID|Controls|Weakness Name|Weakness Description|Point of Contact|Resources Required|Overall Remediation Plan|Original Detection Date|Scheduled Completion Date|Planned Milestones|Milestone Changes|Status Date|Vendor Dependence|Supporting Documents|Comments|
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
V-1|AC-1|Open port|A port is open|Network team|None|Close the port|5/5/2014|8/3/2014|(1) 2014/05/23: Ask<br> (2) 2014/06/12: Close|(2) Update 2014/06/18: delayed by the vendor|8/5/2014|Yes|Scan : scan.doc|Closed in test|
`;

  it('is read by the columns of the template', async () => {
    const { exit, stderr, recommendations } = await imported('p.md', TEMPLATE, [
      '--map',
      'fedramp',
    ]);
    expect(exit).toBe(0);
    expect(recommendations).toMatchObject([
      {
        id: 'V-1',
        text: 'Open port',
        notes: 'A port is open',
        actions: [
          {
            action: 'Close the port',
            achievable: 'None',
            owner: 'Network team',
            raised: '2014-05-05',
            target: '2014-08-03',
            notes: expect.stringContaining('delayed by the vendor'),
            progress: [
              {
                date: '2014-08-05',
                text: 'Closed in test',
                evidence: [{ title: 'Scan : scan.doc' }],
              },
            ],
          },
        ],
      },
    ]);
    expect(stderr).toContain('"table 1" is not read (2 rows');
    expect(balanced(stderr)).toBe(true);
  });

  it('says which table it could not read, and how to have it read', async () => {
    const unnamed = TEMPLATE.replace('Weakness Name', 'W').replace('Weakness Description', 'X');
    const { exit, stderr } = await imported('p.md', unnamed, ['--dates', 'month-first']);
    expect(exit).toBe(2);
    expect(stderr).toContain('no column of "table 2" holds recommendations or actions');
    expect(stderr).toContain('such as `columns: { "What we will do": action }`\n');
  });

  it('names every date that it cannot tell, each on a line', async () => {
    const dates = 'No,Recommendation,Due,Revised due date\n1,Keep,03/04/2022,05/04/2022\n';
    const { stderr } = await imported('p.csv', dates);
    expect(stderr).toContain(
      'tells which:\n  p.csv line 2, column 3 (Due) "03/04/2022": 2022-04-03 or 2022-03-04\n  p.csv line 2, column 4',
    );
  });

  it('names all progress that has no day, of whichever action', async () => {
    const rows =
      'No,Recommendation,Action,Status\n1,Keep,Keep,In progress\n2,Write,Write,Complete\n';
    const { exit, stderr } = await imported('p.csv', rows);
    expect(exit).toBe(2);
    expect(stderr).toContain(
      '(Status) "In progress"\n  p.csv line 3, column 4 (Status) "Complete"\n',
    );
  });
});

describe('findings of an audit that are followed in the open', () => {
  const FINDINGS = `## Current state

| **\\#** | **Title** | **Issue** | **Status** |
| ------ | --------- | --------- | ---------- |
| 1      | Records are open in \`tmp\` | [#110](https://example.org/issues/110) | closed, fixed by [#120](https://example.org/pull/120) |
| 2      | Keys do not expire | [#111](https://example.org/issues/111) | **Needs a proposal** |

## Remaining work

| Title | Issue | Complexity |
| ----- | ----- | ---------- |
| Keys do not expire | [#111](https://example.org/issues/111) | High |
`;

  it('have their title for a text, and a status in words kept as it is', async () => {
    const { exit, stderr, recommendations } = await imported('f.md', FINDINGS);
    expect(exit).toBe(0);
    expect(recommendations).toMatchObject([
      {
        id: '1',
        text: 'Records are open in tmp',
        actions: [
          {
            notes: expect.stringContaining(
              'Status: closed, fixed by #120 (https://example.org/pull/120)',
            ),
          },
        ],
      },
      { id: '2', text: 'Keys do not expire' },
    ]);
    expect(stderr).toContain('# -> recommendation-id');
    expect(stderr).toContain('Issue -> notes');
    expect(balanced(stderr)).toBe(true);
  });
});

describe('an export of a tool', () => {
  const EXPORT = `_id,title,risk_id,owner,status,dueDate
"a-1","Manage access","","Head of Security","In Progress","2026-10-26T18:28:58.201Z"
"a-2","Patch weekly","r-4","IT","Closed","2026-08-17T18:28:58.201Z"
`;

  it('is read by the names that programs give', async () => {
    const { exit, stderr, recommendations } = await imported('e.csv', EXPORT, [
      '--as-of',
      '2026-06-01',
    ]);
    expect(exit).toBe(0);
    expect(recommendations).toMatchObject([
      {
        id: 'a-1',
        text: 'Manage access',
        actions: [{ owner: 'Head of Security', target: '2026-10-26' }],
      },
      { id: 'a-2', actions: [{ notes: expect.stringContaining('status: Closed') }] },
    ]);
    expect(balanced(stderr)).toBe(true);
  });
});

describe('recommendations of states to a state', () => {
  const REVIEW = `paragraph,recommending_state,position,primary_theme,grade,text,rationale
60.1,Italy; Cuba,supported,Treaties,A,Ratify the convention,"It was ratified, on 13 January 2022."
60.10,Italy,noted,Treaties,C,Consider the protocol,It is not.
`;
  const PROFILE = `profile: review
columns: { paragraph: recommendation-id, primary_theme: theme, recommending_state: recommendation-notes }
words: { agreement: { supported: agreed, noted: none } }
`;

  it('are read with a profile, and 60.10 is not 60.1', async () => {
    const { exit, stderr, recommendations } = await imported('r.csv', REVIEW, ['--map', 'r.yaml'], {
      'r.yaml': PROFILE,
    });
    expect(exit).toBe(0);
    expect(recommendations).toMatchObject([
      { id: '60.1', theme: 'Treaties', text: 'Ratify the convention', agreement: 'agreed' },
      { id: '60.10', notes: expect.stringContaining('position: noted') },
    ]);
    expect(stderr).toContain('"noted" (it says neither of what is agreed)');
    expect(balanced(stderr)).toBe(true);
  });

  it('is not read by guessing what is no tracker', async () => {
    const { exit, stderr } = await imported('r.csv', 'Department,Done?\nTreasury,Yes\n');
    expect(exit).toBe(2);
    expect(stderr).toContain('no row of "r.csv" names columns that are known');
  });
});
