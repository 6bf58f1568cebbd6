import type { Diagnostic } from '../model/diagnostic.ts';
import type { RuleLevel } from '../model/settings-file.ts';
import type { Rule } from '../rules/rule.ts';
import { cleanText } from './clean-text.ts';
import { fingerprints } from './fingerprint.ts';
import { jsonText } from './json.ts';
import { rulePage } from './rule-page.ts';
import type { RunNote } from './run-note.ts';

/** What SARIF is made from. */
export interface SarifRun {
  readonly diagnostics: readonly Diagnostic[];
  readonly notes: readonly RunNote[];
  /** Every rule; those with findings are described. */
  readonly rules: readonly Rule[];
  /** Whether all that was asked for could be checked. */
  readonly complete: boolean;
  readonly version: string;
  /** Where the project is at home, for links to the pages of rules; undefined where nobody said. */
  readonly homepage: string | undefined;
}

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Findings as SARIF 2.1.0, the form that code scanning services read. */
export function sarif(run: SarifRun): string {
  const { diagnostics } = run;
  const found = new Set(diagnostics.map(({ rule }) => rule));
  const rules = run.rules.filter(({ id }) => found.has(id));
  const marks = fingerprints(diagnostics);
  const indexes = new Map(rules.map((rule, index) => [rule.id, index]));
  const anyWaived = diagnostics.some(({ waived }) => waived);
  const driver = {
    name: 'actionplan',
    version: run.version,
    ...(run.homepage === undefined ? {} : { informationUri: run.homepage }),
    rules: rules.map((rule) => descriptor(rule, run.homepage)),
  };
  const results = diagnostics.map((one, at) => ({
    ruleId: one.rule,
    ...(indexes.has(one.rule) ? { ruleIndex: indexes.get(one.rule) } : {}),
    level: LEVELS[one.severity],
    message: { text: message(one) },
    locations: [location(one)],
    partialFingerprints: { 'actionplan/v1': marks[at] },
    // One result that says it is suppressed or not obliges all of them to.
    ...(anyWaived ? { suppressions: one.waived ? [{ kind: 'inSource' }] : [] } : {}),
    properties: { plan: one.plan, item: one.item },
  }));
  return jsonText({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        invocations: [
          {
            executionSuccessful: run.complete,
            ...(run.notes.length > 0
              ? { toolExecutionNotifications: run.notes.map(notification) }
              : {}),
          },
        ],
        columnKind: 'unicodeCodePoints',
        results,
      },
    ],
  });
}

function descriptor(rule: Rule, homepage: string | undefined): object {
  return {
    id: rule.id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.why },
    help: { text: `${rule.summary}\n\n${rule.why}`, markdown: rulePage(rule) },
    ...(homepage === undefined
      ? {}
      : { helpUri: `${homepage.replace(/\/$/, '')}/blob/main/docs/rules/${rule.id}.md` }),
    defaultConfiguration: configuration(rule.severity),
    properties: { tags: [rule.group] },
  };
}

function configuration(level: RuleLevel): object {
  return level === 'off' ? { enabled: false } : { level: LEVELS[level] };
}

/** In messages of SARIF `[text](place)` is a link; text from plans must not be one. */
function message({ message: text, help }: Diagnostic): string {
  return linesOf(text, help);
}

function linesOf(text: string, help: string | null): string {
  const lines = [text, ...(help === null ? [] : [`help: ${help}`])];
  return lines.map((line) => cleanText(line).replaceAll('](', '] (')).join('\n');
}

function notification({ file, message: text, help }: RunNote): object {
  const place = file === null ? {} : { artifactLocation: { uri: uriOf(file) } };
  return {
    level: 'warning',
    message: { text: linesOf(text, help) },
    ...(file === null ? {} : { locations: [{ physicalLocation: place }] }),
  };
}

function location({ file, range: { start, end }, plan, item }: Diagnostic): object {
  const name = [plan, item].filter((part) => part !== null).join('/');
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      region: {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
      },
    },
    ...(name === '' ? {} : { logicalLocations: [{ fullyQualifiedName: cleanText(name) }] }),
  };
}

/** A path as a URI relative to the repository, or as one of a file where it is absolute. */
function uriOf(file: string): string {
  const path = file
    .split('/')
    // What is half a character has no bytes to encode.
    .map((step) => encodeURIComponent(step.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');
  if (path.startsWith('/')) return `file://${path}`;
  return /^[A-Za-z]%3A\//.test(path) ? `file:///${path.replace('%3A', ':')}` : path;
}
