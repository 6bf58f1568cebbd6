import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { cleanText } from '../../src/render/clean-text.ts';
import { githubAnnotations } from '../../src/render/diagnostics-github.ts';
import { gitlabCodeQuality } from '../../src/render/diagnostics-gitlab.ts';
import { junit } from '../../src/render/diagnostics-junit.ts';
import { findingsMarkdown } from '../../src/render/diagnostics-markdown.ts';
import { sarif } from '../../src/render/diagnostics-sarif.ts';
import { fingerprints } from '../../src/render/fingerprint.ts';
import type { RunNote } from '../../src/render/run-note.ts';
import { type Section, tableOf } from '../../src/reports/report.ts';
import { rules } from '../../src/rules/index.ts';
import { hostileDiagnostic, hostileText } from '../support/hostile.ts';
import { activeMarkdown } from '../support/markdown.ts';
import { run, runHere } from '../support/memory-host.ts';
import { runnerCommands } from '../support/runner-commands.ts';
import { sarifFaults } from '../support/sarif-schema.ts';
import { type Element, readXml } from '../support/xml.ts';

const findings = fc.array(hostileDiagnostic, { maxLength: 12 });
const ACTING =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;
const ids = rules.map(({ id }) => id);
const counts = { files: 1, plans: 1, error: 1, warning: 1, info: 0, waived: 0 };

function holds(property: (found: readonly Diagnostic[]) => void): void {
  fc.assert(fc.property(findings, property), { numRuns: 300 });
}

function toSarif(
  diagnostics: readonly Diagnostic[],
  homepage?: string,
  notes: readonly RunNote[] = [],
): string {
  return sarif({ diagnostics, notes, rules, complete: true, version: '1', homepage });
}

function toMarkdown(diagnostics: readonly Diagnostic[], more: object = {}): string {
  return findingsMarkdown({
    asOf: '2023-05-01',
    counts,
    complete: true,
    notes: [],
    diagnostics,
    rules: ids,
    ...more,
  });
}

describe('github', () => {
  it('a finding is one command, whatever its texts', () => {
    holds((found) => {
      const log = githubAnnotations(found);
      const commands = runnerCommands(log);
      expect(log).not.toMatch(ACTING);
      expect(log.split('\n')).toHaveLength(found.length + 1);
      const got = commands.map(({ name, properties, message }) => [
        name,
        properties['file'],
        properties['line'],
        message,
      ]);
      const wanted = found.map((one) => [
        one.waived || one.severity === 'info' ? 'notice' : one.severity,
        cleanText(one.file),
        String(one.range.start.line),
        cleanText(one.message) + (one.help === null ? '' : `\nhelp: ${cleanText(one.help)}`),
      ]);
      expect(new Set(got.map(String))).toEqual(new Set(wanted.map(String)));
    });
  });

  it('errors come before warnings, warnings before notices, what is waived last', () => {
    holds((found) => {
      const names = runnerCommands(githubAnnotations(found)).map(({ name }) => name);
      const order = ['error', 'warning', 'notice'];
      expect(names).toEqual(names.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
      expect(githubAnnotations(found)).not.toMatch(/waived::[\s\S]*^::(error|warning)/m);
    });
  });

  it('gives no columns to a finding over several lines, which GitHub would refuse', () => {
    const one = { ...aFinding, range: { ...aFinding.range, end: { line: 9, column: 2 } } };
    expect(githubAnnotations([one])).toContain('line=3,endLine=9,title');
  });
});

describe('gitlab', () => {
  it('has the fields that GitLab asks for, and no two fingerprints alike', () => {
    holds((found) => {
      const text = gitlabCodeQuality(found);
      expect(text).not.toMatch(ACTING);
      const issues: Record<string, unknown>[] = JSON.parse(text);
      expect(issues).toHaveLength(found.length);
      expect(new Set(issues.map((one) => one['fingerprint'])).size).toBe(found.length);
      for (const [at, one] of issues.entries()) {
        expect(one).toEqual({
          description: expect.stringContaining(cleanText(found[at]?.message ?? '')),
          check_name: found[at]?.rule,
          fingerprint: expect.stringMatching(/^[\da-f]{32}$/),
          severity: expect.stringMatching(/^(info|minor|major)$/),
          location: { path: found[at]?.file, lines: { begin: found[at]?.range.start.line } },
        });
      }
    });
  });
});

describe('sarif', () => {
  it('keeps the official schema, whatever the texts', () => {
    holds((found) => {
      const text = toSarif(found);
      expect(text).not.toMatch(ACTING);
      const log = JSON.parse(text);
      expect(sarifFaults(log)).toEqual([]);
      const [{ results, tool }] = log.runs;
      expect(results).toHaveLength(found.length);
      for (const [at, result] of results.entries()) {
        expect(tool.driver.rules[result.ruleIndex].id).toBe(found[at]?.rule);
        expect(result.message.text).not.toContain('](');
        const { uri } = result.locations[0].physicalLocation.artifactLocation;
        expect(decodeURIComponent(uri)).toBe(found[at]?.file.replace(/\p{Cs}/gu, '\ufffd'));
      }
    });
  });

  it('of the plans here keeps the official schema', async () => {
    const { stdout } = await runHere(
      'validate plans --as-of 2023-05-01 --format sarif --show-waived'.split(' '),
    );
    const log = JSON.parse(stdout);
    expect(log.runs[0].results.length).toBeGreaterThan(100);
    expect(sarifFaults(log)).toEqual([]);
  });

  it('the schema finds what is wrong', () => {
    const log = JSON.parse(toSarif([aFinding]));
    log.runs[0].results[0].level = 'fatal';
    log.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0;
    log.runs[0].extra = 1;
    expect(sarifFaults(log)).toHaveLength(3);
  });

  it('describes every rule so that the schema holds, with a link where there is a home', () => {
    const one = (rule: string) => ({ ...aFinding, rule });
    const log = JSON.parse(toSarif(ids.map(one), 'https://example.org/actionplan/'));
    expect(sarifFaults(log)).toEqual([]);
    const { informationUri, rules: described } = log.runs[0].tool.driver;
    expect(informationUri).toBe('https://example.org/actionplan/');
    expect(described.map(({ helpUri }: { helpUri: string }) => helpUri)).toEqual(
      ids.map((id) => `https://example.org/actionplan/blob/main/docs/rules/${id}.md`),
    );
    const off = described.find(({ id }: { id: string }) => id === 'complete-evidence');
    expect(off.defaultConfiguration).toEqual({ enabled: false });
  });

  it('suppresses what is waived, and says of the others that they are not', () => {
    const log = JSON.parse(toSarif([aFinding, { ...aFinding, waived: true }]));
    expect(log.runs[0].results.map((one: { suppressions: unknown }) => one.suppressions)).toEqual([
      [],
      [{ kind: 'inSource' }],
    ]);
    expect(toSarif([aFinding])).not.toContain('suppressions');
  });

  it('says that a check of unreadable plans did not succeed', async () => {
    const argv = ['validate', 'nowhere.yaml', '--format', 'sarif'];
    const { stdout, exit } = await run(argv, { 'plan.yaml': '' });
    const log = JSON.parse(stdout);
    expect([exit, log.runs[0].invocations]).toEqual([2, [{ executionSuccessful: false }]]);
    expect(sarifFaults(log)).toEqual([]);
  });

  it.each([
    ['a b/c%d.yaml', 'a%20b/c%25d.yaml'],
    ['x:y.yaml', 'x%3Ay.yaml'],
    ['../ü/#1?.yaml', '../%C3%BC/%231%3F.yaml'],
    ['/tmp/a.yaml', 'file:///tmp/a.yaml'],
    ['C:/plans/a.yaml', 'file:///C:/plans/a.yaml'],
  ])('names the file %s as %s', (file, uri) => {
    expect(toSarif([{ ...aFinding, file }])).toContain(`"uri": "${uri}"`);
  });
});

describe('junit', () => {
  it('is XML, whatever the texts, and counts right', () => {
    holds((found) => {
      const root = readXml(
        junit({ files: ['clean.yaml'], diagnostics: found, notes: [], strict: false }),
      );
      const tests = root.children.flatMap((suite) => suite.children);
      const outcomes = (of: Element[], name: string) =>
        String(of.filter((test) => test.children[0]?.name === name).length);
      for (const [{ attributes }, cases] of [
        [root, tests] as const,
        ...root.children.map((suite) => [suite, suite.children] as const),
      ]) {
        expect(attributes['tests']).toBe(String(cases.length));
        expect(attributes['failures']).toBe(outcomes(cases, 'failure'));
        expect(attributes['skipped']).toBe(outcomes(cases, 'skipped'));
      }
      expect(tests).toHaveLength(found.length + 1);
      expect(root.attributes['failures']).toBe(
        String(found.filter((one) => one.severity === 'error' && !one.waived).length),
      );
      const names = tests.map(
        ({ attributes }) => `${attributes['classname']} ${attributes['name']}`,
      );
      expect(new Set(names).size).toBe(new Set(found).size + 1);
    });
  });

  it('keeps the words', () => {
    const message = 'a < b & "c" ]]> \u0000 \ufffe';
    const root = readXml(
      junit({ files: [], diagnostics: [{ ...aFinding, message }], notes: [], strict: false }),
    );
    const failure = root.children[0]?.children[0]?.children[0];
    expect(failure?.attributes['message']).toBe('a < b & "c" ]]> <U+0000> <U+FFFE>');
    expect(failure?.text).toContain('a < b & "c" ]]> <U+0000> <U+FFFE>');
  });
});

describe('notes on the check itself', () => {
  const note = fc.record({
    file: fc.option(hostileText.filter((text) => text !== '')),
    message: hostileText,
    help: fc.option(hostileText),
  });

  it('are in every format, and do nothing there', () => {
    fc.assert(
      fc.property(fc.array(note, { minLength: 1, maxLength: 5 }), (notes) => {
        const log = githubAnnotations([aFinding], notes);
        expect(log).not.toMatch(ACTING);
        expect(
          runnerCommands(log).map(({ name, properties, message }) => [
            name,
            properties['file'] ?? null,
            message,
          ]),
        ).toEqual([
          ...notes.map(({ file, message, help }) => [
            'warning',
            file === null ? null : cleanText(file),
            cleanText(message) + (help === null ? '' : `\nhelp: ${cleanText(help)}`),
          ]),
          expect.anything(),
        ]);
        const quality = gitlabCodeQuality([aFinding], notes);
        expect(quality).not.toMatch(ACTING);
        const placed = notes.filter(({ file }) => file !== null);
        expect(JSON.parse(quality)).toHaveLength(placed.length + 1);
        const log210 = toSarif([aFinding], undefined, notes);
        expect(log210).not.toMatch(ACTING);
        expect(sarifFaults(JSON.parse(log210))).toEqual([]);
        expect(JSON.parse(log210).runs[0].invocations[0].toolExecutionNotifications).toHaveLength(
          notes.length,
        );
        const root = readXml(junit({ files: [], diagnostics: [aFinding], notes, strict: true }));
        expect(root.attributes).toMatchObject({
          tests: String(notes.length + 1),
          failures: '1',
          skipped: String(notes.length),
        });
        const comment = toMarkdown([aFinding], { notes });
        expect(comment).not.toMatch(ACTING);
        expect(activeMarkdown(comment)).toEqual([]);
        expect(comment).toContain('### About this check');
      }),
      { numRuns: 200 },
    );
  });
});

describe('settings that are not used', () => {
  const files = {
    'a/plan.yaml': 'plan: a\ntitle: T\nkind: strategy\nsubmitted: 2022\nrecommendations: []\n',
    'a/actionplan.yaml': 'rules:\n  smart-measurable: off\n',
    'b/plan.yaml': 'plan: b\ntitle: T\nkind: strategy\nsubmitted: 2022\nrecommendations: []\n',
    'b/actionplan.yaml': 'rules:\n  smart-measurable: error\n',
  };

  it.each([
    [
      'github',
      '::warning file=b/actionplan.yaml,title=about this check::these settings are not used',
    ],
    ['gitlab', '"check_name": "about-this-check"'],
    [
      'junit',
      '<skipped message="these settings are not used: the settings are those of a/actionpl',
    ],
    [
      'markdown',
      '- On b/actionplan.yaml: these settings are not used: the settings are those of a/',
    ],
    ['sarif', '"text": "these settings are not used: the settings are those of a/actionplan.yaml'],
    [
      'json',
      '"message": "these settings are not used: the settings are those of a/actionplan.yaml"',
    ],
  ])('are named in %s', async (format, words) => {
    const { stdout, exit } = await run(['validate', 'a', 'b', '--format', format], files);
    expect([exit, stdout]).toEqual([0, expect.stringContaining(words)]);
    expect((await run(['validate', 'a', '--format', format], files)).stdout).not.toContain(words);
  });
});

describe('markdown', () => {
  const inert = (text: string) => {
    expect(text).not.toMatch(ACTING);
    expect(activeMarkdown(text)).toEqual([]);
    for (const line of text.split('\n')) {
      const cells = line.replace(/\\./g, '').split('|').length - 1;
      if (line.startsWith('|')) expect([4, 5, 7]).toContain(cells);
    }
  };

  it('texts do nothing: no HTML, links, images, mentions, references, nor cells of their own', () => {
    holds((found) => {
      const text = toMarkdown(found);
      inert(text);
      expect(text).toMatch(/^## Action plans: 1 error, 1 warning\n/);
    });
  });

  const change = fc.record({ item: hostileText, what: hostileText });
  const section = (rows: readonly { item: string; what: string }[]): Section => ({
    ...tableOf(
      rows,
      [
        { heading: 'Item', cell: ({ item }) => item },
        { heading: 'Change', cell: ({ what }) => what },
        { heading: 'Reason', cell: () => '' },
      ],
      'Changes of commitments',
    ),
    empty: 'No commitment changed.',
  });

  it('nor in the changes; and it keeps its limit and accounts for every row', () => {
    const many = fc.array(hostileDiagnostic, { maxLength: 60 });
    fc.assert(
      fc.property(
        many,
        fc.array(change, { maxLength: 40 }),
        fc.integer({ min: 2_500, max: 20_000 }),
        (found, changed, limit) => {
          const text = toMarkdown(found, { changes: section(changed), limit });
          inert(text);
          expect(text.length).toBeLessThanOrEqual(limit);
          const left = (noun: string) =>
            Number(new RegExp(`^\\*\\*(\\d+) more ${noun}s? `, 'm').exec(text)?.[1] ?? 0);
          const [, changePart = '', findingPart = ''] = text.split(/^### .*$/m);
          const rows = (part: string) => part.split('\n').filter((line) => line.startsWith('| '));
          expect(
            rows(findingPart).filter((row) => /^\| \d/.test(row)).length + left('finding'),
          ).toBe(found.length);
          expect(Math.max(0, rows(changePart).length - 2) + left('change')).toBe(changed.length);
          if (changed.length === 0) expect(text).toContain('No commitment changed.');
        },
      ),
      { numRuns: 200 },
    );
  });

  it('of ten thousand findings says how many are left out, within what GitHub takes', () => {
    const found = Array.from({ length: 10_000 }, (_, at) => ({
      ...aFinding,
      file: `plans/${at % 500}.yaml`,
      message: `finding ${at}`,
    }));
    const text = toMarkdown(found);
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text.length).toBeGreaterThan(60_000);
    const shownRows = text.match(/finding \d+ \|/g)?.length ?? 0;
    expect(text).toContain(`**${10_000 - shownRows} more findings are left out**`);
  });
});

describe('fingerprints', () => {
  it('stay when lines shift and files are renamed, and tell findings apart', () => {
    holds((found) => {
      const inPlans = found.map((one) => ({ ...one, plan: one.plan ?? 'p' }));
      const moved = inPlans.map((one) => ({
        ...one,
        file: `other/${one.file}`,
        range: { start: { line: 99, column: 1 }, end: { line: 99, column: 2 } },
      }));
      expect(fingerprints(moved)).toEqual(fingerprints(inPlans));
      expect(new Set(fingerprints(found)).size).toBe(found.length);
    });
  });

  it.each(['rule', 'plan', 'item', 'message'])('another %s is another finding', (field) => {
    const [before] = fingerprints([aFinding]);
    expect(fingerprints([{ ...aFinding, [field]: 'other' }])).not.toEqual([before]);
  });

  it('what is in no plan goes by its file', () => {
    const one = { ...aFinding, plan: null };
    expect(fingerprints([one])).not.toEqual(fingerprints([{ ...one, file: 'other.yaml' }]));
  });

  it('stay when what is gone was on another line, of another base', () => {
    const gone = (where: string) => ({
      ...aFinding,
      message: `action 2.2 is gone; it was at ${where}: "Replace the index in it."`,
    });
    const [one] = fingerprints([gone('line 40 of plans/a.yaml in main')]);
    expect(fingerprints([gone('line 9 of plans/b in c.yaml in 1f2e3d')])).toEqual([one]);
    expect(fingerprints([{ ...gone(''), message: 'action 2.2 is gone' }])).not.toEqual([one]);
  });

  it('of a plan with lines put above are those of before', async () => {
    const plan = `plan: x
title: T
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide.
`;
    const marks = async (files: Record<string, string>) => {
      const { stdout } = await run(['validate', '.', '--format', 'gitlab'], files);
      return JSON.parse(stdout).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    };
    const before = await marks({ 'x.yaml': plan });
    expect(before.length).toBeGreaterThan(1);
    expect(await marks({ 'moved.yaml': `# a\n# b\n${plan}` })).toEqual(before);
  });
});

const aFinding: Diagnostic = {
  rule: 'owner-required',
  severity: 'error',
  message: 'action 1.1 has no owner',
  help: null,
  file: 'plans/a.yaml',
  range: { start: { line: 3, column: 5 }, end: { line: 3, column: 9 } },
  plan: 'a',
  item: '1.1',
  fixable: false,
  waived: false,
};
