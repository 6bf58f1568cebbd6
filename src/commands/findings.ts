import type { Host } from '../host.ts';
import { type Diagnostic, withChanges } from '../model/diagnostic.ts';
import type { Style } from '../render/colours.ts';
import { compactDiagnostics } from '../render/diagnostics-compact.ts';
import { diagnosticsJson, type ValidationRun } from '../render/diagnostics-json.ts';
import { type LineOf, prettyDiagnostics } from '../render/diagnostics-pretty.ts';
import { statistics } from '../render/statistics.ts';
import type { Section } from '../reports/report.ts';
import { rules } from '../rules/index.ts';
import type { Loaded } from '../source/load.ts';
import type { Against } from '../validate/against.ts';
import type { Validation } from '../validate/validate.ts';
import { placesOf } from './comparison.ts';
import {
  destinations,
  type Formats,
  type Output,
  refuseToOverwrite,
  writeFiles,
} from './output.ts';
import { repositoryPath } from './repository-path.ts';
import { runNotes } from './run-notes.ts';
import type { Session } from './session.ts';

/** More are not shown with their lines: nobody reads them, and the exact total is given. */
export const MOST_PRINTED = 100;

const FORMATS = [
  'pretty',
  'compact',
  'json',
  'github',
  'gitlab',
  'sarif',
  'junit',
  'markdown',
] as const;

export type FindingFormat = (typeof FORMATS)[number];

export const findingFormats: Formats<FindingFormat> = {
  all: FORMATS,
  usual: 'pretty',
  byEnding: { json: 'json', sarif: 'sarif', xml: 'junit', md: 'markdown', txt: 'pretty' },
};

/** What a run of `validate` found, and which of it is shown. */
export interface Findings {
  readonly loaded: Loaded;
  /** The change that was checked too, if there was one. */
  readonly change: Against | undefined;
  readonly lineOf: LineOf;
  readonly validation: Validation;
  readonly shown: readonly Diagnostic[];
  readonly run: ValidationRun;
  readonly strict: boolean;
}

/** Writes findings wherever they are wanted; says in which format standard output has them. */
export async function writeFindings(
  session: Session,
  findings: Findings,
  flags: {
    readonly format?: FindingFormat;
    readonly output?: readonly Output<FindingFormat>[];
    readonly statistics?: boolean;
  },
): Promise<FindingFormat | undefined> {
  const { host } = session;
  const { loaded, validation, shown } = findings;
  const { files, screen } = destinations(findingFormats, flags.format, flags.output);
  refuseToOverwrite(host, everythingRead(loaded), files);
  const plain = { columns: undefined, colour: 0 as const };
  await writeFiles(host, files, (format) => inFormat(session, findings, format, plain));
  if (flags.statistics) {
    const { reportTable } = await import('../render/report-table.ts');
    const ids = rules.map((rule) => rule.id);
    host.out(reportTable(statistics(validation.diagnostics, ids), session.style()));
    return undefined;
  }
  if (screen !== undefined) {
    const printed = screen === 'pretty' ? shown.slice(0, MOST_PRINTED) : shown;
    host.out(await inFormat(session, { ...findings, shown: printed }, screen, session.style()));
  }
  if (screen === 'github') await sayToGitHub(session, findings);
  return screen;
}

/** What GitHub cannot show beside lines goes to the page of the step. */
async function sayToGitHub(session: Session, findings: Findings): Promise<void> {
  const { host } = session;
  const { annotationsDropped } = await import('../render/diagnostics-github.ts');
  const notes = runNotes(findings.loaded, findings.validation);
  const dropped = annotationsDropped(findings.shown, notes.length);
  if (dropped !== undefined) host.note(`${dropped}\n`);
  host.ci.addToSummary?.(await inFormat(session, findings, 'markdown', session.style()));
}

async function inFormat(
  { host }: Session,
  findings: Findings,
  format: FindingFormat,
  style: Style,
): Promise<string> {
  const { loaded, change, lineOf, validation, shown, run, strict } = findings;
  const said = runNotes(loaded, validation);
  if (format === 'json') return diagnosticsJson(run, validation.counts, shown, said);
  if (format === 'compact') return compactDiagnostics(shown);
  if (format === 'pretty') return prettyDiagnostics(shown, lineOf, style);
  const complete = !validation.unread && !validation.settingsFailed;
  // The others are read by services, which name files from the folder of the repository.
  const diagnostics = shown.map((one) =>
    withChanges(one, { file: repositoryPath(host, one.file) }),
  );
  const notes = said.map(({ file, ...rest }) => ({
    ...rest,
    file: file === null ? null : repositoryPath(host, file),
  }));
  switch (format) {
    case 'github': {
      const { githubAnnotations } = await import('../render/diagnostics-github.ts');
      return githubAnnotations(diagnostics, notes);
    }
    case 'gitlab': {
      const { gitlabCodeQuality } = await import('../render/diagnostics-gitlab.ts');
      return gitlabCodeQuality(diagnostics, notes);
    }
    case 'sarif': {
      const { sarif } = await import('../render/diagnostics-sarif.ts');
      const { version, homepage } = host;
      return sarif({ diagnostics, notes, rules, complete, version, homepage });
    }
    case 'junit': {
      const files = loaded.files.map(({ file }) => repositoryPath(host, file));
      const { junit } = await import('../render/diagnostics-junit.ts');
      return junit({ files, diagnostics, notes, strict });
    }
    case 'markdown': {
      const { findingsMarkdown } = await import('../render/diagnostics-markdown.ts');
      const { counts } = validation;
      return findingsMarkdown({
        asOf: run.asOf,
        counts,
        complete,
        notes,
        diagnostics,
        rules: rules.map(({ id }) => id),
        ...(change && { changes: await changesOf(host, change, loaded) }),
      });
    }
  }
}

/** The changes of commitments, with the names of files as the service knows them. */
async function changesOf(host: Host, change: Against, loaded: Loaded): Promise<Section> {
  const { changesSection } = await import('../render/changes-section.ts');
  const { now } = placesOf([{ files: change.reads, context: [] }], [loaded]);
  return changesSection(change.changes, `since ${change.rev}`, (one) => {
    const { file, line } = now(one);
    return { file: repositoryPath(host, file), line };
  });
}

function everythingRead(loaded: Loaded): Loaded['files'] {
  const { files, context, settingsRead } = loaded;
  return [...files, ...context, ...(settingsRead ? [settingsRead] : [])];
}
