import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseAllDocuments, parseDocument } from 'yaml';
import { YamlDocument } from '../../src/source/document.ts';
import { SourceText } from '../../src/source/text.ts';
import type { Value } from '../../src/source/value.ts';
import { runProgram } from '../support/program.ts';
import suite from '../yaml-test-suite/cases.json' with { type: 'json' };
import { pageWith } from './figures.ts';
import { makeYard, removeYard } from './sandbox.ts';

interface SuiteCase {
  readonly yaml: string;
  readonly invalid?: true;
}

interface Finding {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
  readonly help: string | null;
  readonly line: number;
}

/** What becomes of a file of the suite. */
type Outcome = 'read' | 'refused by the dialect' | 'refused as no YAML';

const cases = Object.entries(suite as Readonly<Record<string, SuiteCase>>);

/** The two texts that are no YAML, and that the `yaml` package takes all the same. */
const MISSED_BY_PACKAGE = ['9MMA', 'SF5V'];

/** All findings of the real program, in one run over a file for each case. */
function findingsByCase(): ReadonlyMap<string, readonly Finding[]> {
  const folder = makeYard();
  onTestFinished(() => removeYard(folder));
  mkdirSync(join(folder, 'suite'));
  for (const [name, { yaml }] of cases) writeFileSync(join(folder, `suite/${name}.yaml`), yaml);
  const { stdout, stderr } = runProgram(folder, ['validate', 'suite', '--format', 'json']);
  expect(stderr).toContain(`${cases.length} files`);
  const findings = JSON.parse(stdout).findings as Finding[];
  return new Map(
    cases.map(([name]) => [name, findings.filter(({ file }) => file === `suite/${name}.yaml`)]),
  );
}

/** Whether a finding says that plain YAML alone is taken, rather than that this is none. */
function isOfDialect({ rule, message }: Finding): boolean {
  return (
    rule === 'yaml-plain' ||
    rule === 'yaml-unique-keys' ||
    (rule === 'yaml-syntax' && message.startsWith('a second YAML document'))
  );
}

function outcomeOf(findings: readonly Finding[]): Outcome {
  const faults = findings.filter(({ rule }) => rule.startsWith('yaml-'));
  if (faults.length === 0) return 'read';
  return faults.some(isOfDialect) ? 'refused by the dialect' : 'refused as no YAML';
}

/** What the `yaml` package says of a text: whether it is YAML at all. */
function isTakenByPackage(yaml: string): boolean {
  const documents = parseAllDocuments(yaml, { prettyErrors: false, logLevel: 'silent' });
  return Array.isArray(documents) && documents.every(({ errors }) => errors.length === 0);
}

/** The value as the package reads it where every scalar is text, with what is empty as ''. */
function valueByPackage(yaml: string): unknown {
  return plainOf(parseDocument(yaml, { schema: 'failsafe', logLevel: 'silent' }).toJS());
}

/** A value without prototypes, in which nothing and '' are the same: the field decides what it means. */
function plainOf(value: unknown): unknown {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainOf(inner)]));
}

describe('each case of the YAML test suite, through validate', () => {
  it('is read with its value, or refused with the reason; nothing in between', () => {
    const findings = findingsByCase();
    const counts = new Map<string, number>();
    const wrong: string[] = [];
    let compared = 0;
    for (const [name, { yaml, invalid }] of cases) {
      const found = findings.get(name) ?? [];
      const outcome = outcomeOf(found);
      const key = `${invalid ? 'no YAML' : 'YAML'}, ${outcome}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (found.length === 0) wrong.push(`${name}: nothing is said of it`);
      if (found.some(({ help, line }) => help === null || line > yaml.split('\n').length)) {
        wrong.push(`${name}: a finding without a place or a way out`);
      }
      if (invalid && outcome === 'read') wrong.push(`${name}: no YAML, and read`);
      if (!invalid && outcome === 'refused as no YAML')
        wrong.push(`${name}: YAML, and called none`);
      const byPackage = isTakenByPackage(yaml) && !MISSED_BY_PACKAGE.includes(name);
      if (outcome !== 'refused by the dialect' && (outcome === 'read') !== byPackage) {
        wrong.push(`${name}: ${outcome}, where the package says ${byPackage}`);
      }
      if (outcome === 'read') {
        const { value } = new YamlDocument(new SourceText(yaml.replace(/^\ufeff/, '')));
        expect([name, plainOf(value as Value)]).toEqual([name, valueByPackage(yaml)]);
        compared += 1;
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(100);
    const count = (key: string) => counts.get(key) ?? 0;
    const page = pageWith('conformance', [
      '| of the YAML test suite | read, with the value of the `yaml` package | refused by the dialect, with the reason | refused as no YAML |',
      '|---|---:|---:|---:|',
      ...['YAML', 'no YAML'].map(
        (kind) =>
          `| ${cases.filter(([, { invalid }]) => (kind === 'no YAML') === (invalid === true)).length} cases that are ${kind} | ${count(`${kind}, read`)} | ${count(`${kind}, refused by the dialect`)} | ${count(`${kind}, refused as no YAML`)} |`,
      ),
    ]);
    expect(page.is).toBe(page.counted);
  });
});
