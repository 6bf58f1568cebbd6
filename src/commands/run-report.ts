import { ExitCode, UsageError } from '../host.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { cleanText } from '../render/clean-text.ts';
import type { Style } from '../render/colours.ts';
import type { Sources } from '../render/report-json.ts';
import { narrowingInWords } from '../reports/narrow.ts';
import type { Answer, Question, Report } from '../reports/report.ts';
import { load } from '../source/load.ts';
import { pathsOrDefault } from './flags.ts';
import { HeldPlans } from './held-plans.ts';
import { destinations, refuseToOverwrite, writeFiles } from './output.ts';
import {
  faultyFiles,
  noteAboutReading,
  readable,
  readingAt,
  requirePlans,
  requireThere,
} from './reading.ts';
import { type Format, type ReportFlags, reportFormats } from './report-flags.ts';
import { daysOf } from './report-period.ts';
import type { Session } from './session.ts';
import { requireKnown } from './unknown-narrowing.ts';
import { writeReport } from './write-report.ts';

/** Answers a question about plans, in the formats asked for. */
export async function runReport(
  session: Session,
  report: Report,
  paths: readonly string[],
  flags: ReportFlags,
): Promise<void> {
  const { host } = session;
  const { asOf, period } = daysOf(flags, host.today());
  const reading = readingAt(host, flags.at);
  const { tree, revision } = reading;
  const all = pathsOrDefault(tree, paths);
  requireThere(reading, all);
  const question: Question = {
    asOf,
    period,
    by: flags.by ?? 'owner',
    days: flags.days ?? 0,
    narrowing: flags,
    lineOf: (place) => held.lineOf(place, loaded),
  };
  const { files, screen } = destinations(reportFormats, flags.format, flags.output);
  // Pages have charts of all actions, also of those that a list does not show.
  const hasCharts = [screen, ...files.map(({ format }) => format)].includes('html');
  const held = new HeldPlans(question, hasCharts ? undefined : report.shows);
  const loaded = load(tree, all, { keep: held.keep, progress: host.progress });
  requirePlans(all, loaded);
  if (!readable(session, loaded, flags.skipInvalid, 'report')) return;
  const unreadable = new Set(faultyFiles(loaded).keys());
  const portfolio = {
    ...loaded.portfolio,
    plans: loaded.portfolio.plans.filter((plan) => !unreadable.has(plan.file)),
    spared: held.spared,
  };
  requireKnown(portfolio, question.narrowing);
  const sources: Sources = {
    files: loaded.files.length,
    plans: portfolio.plans.length,
    revision,
    skipped: [...faultyFiles(loaded)].map(([file, reason]) => ({ file, reason })),
  };
  const answer = told(report.answer(portfolio, question), portfolio, question, sources);
  const written = async (format: Format, style: Style) =>
    writeReport(format, report, answer, { portfolio, question, sources }, style);
  refuseToOverwrite(host, [...loaded.files, ...loaded.context], files);
  if (screen === 'xlsx' && host.terminal.columns !== undefined) {
    throw new UsageError('a workbook is no text to print', 'give --output FILE.xlsx');
  }
  await writeFiles(host, files, (format) => written(format, { columns: undefined, colour: 0 }));
  if (screen !== undefined) host.out(await written(screen, session.style()));
  noteAboutReading(host, loaded);
  // Tables, Markdown and pages have the notes in them.
  if (screen === undefined || screen === 'json' || screen === 'csv') {
    for (const note of answer.notes) host.note(`note: ${cleanText(note)}\n`);
  }
  if (flags.failIfAny && answer.rows.length > 0) session.exit(ExitCode.problems);
}

/** An answer with what it is narrowed to (it may be one owner's own sheet) and what was skipped. */
function told(
  answer: Answer,
  portfolio: Portfolio,
  { narrowing }: Question,
  { skipped }: Sources,
): Answer {
  const words = narrowingInWords(portfolio, narrowing);
  const notes = [
    ...answer.notes,
    ...skipped.map(({ file, reason }) => `${file} is left out: ${reason}`),
  ];
  if (words === '') return { ...answer, notes };
  return {
    ...answer,
    notes,
    title: `${answer.title}: ${words}`,
    empty: `${answer.empty} (${words})`,
  };
}
