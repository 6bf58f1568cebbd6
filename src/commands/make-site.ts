import { type Host, UsageError } from '../host.ts';
import type { Day } from '../model/day.ts';
import { layoutOf } from '../model/publish-settings.ts';
import type { Comparison, SiteFile } from '../publish/site/input.ts';
import type { Period } from '../reports/report.ts';
import { type Loaded, load } from '../source/load.ts';
import { pathsOrDefault } from './flags.ts';
import { revisionOf } from './made-from.ts';
import {
  faultyFiles,
  type Reading,
  readable,
  readingAt,
  requirePlans,
  requireThere,
} from './reading.ts';
import { daysOf } from './report-period.ts';
import type { Session } from './session.ts';
import { changesSince } from './since.ts';
import type { Manifest } from './site-manifest.ts';
import { sourceLinks } from './source-url.ts';

/** What a site is to be. */
export interface SiteFlags {
  readonly asOf?: Day;
  readonly month?: string;
  readonly at?: string;
  readonly since?: string;
  readonly title: string;
  readonly sourceUrl?: string;
  readonly skipInvalid?: boolean;
}

/** A site, and what it was made of. */
export interface Made {
  readonly files: readonly SiteFile[];
  readonly facts: Omit<Manifest, 'files' | 'unfinished'>;
  readonly loaded: Loaded;
}

/** The files of the site; undefined where plans cannot be read. A check is of the day the site was made of. */
export async function makeSite(
  session: Session,
  given: readonly string[],
  flags: SiteFlags,
  stands: Manifest | undefined,
): Promise<Made | undefined> {
  const { host } = session;
  if (!/[^\s\p{C}]/u.test(flags.title)) {
    throw new UsageError('the title is empty', 'give it words, or leave --title out');
  }
  const reading = readingAt(host, flags.at);
  const paths = pathsOrDefault(reading.tree, given);
  requireThere(reading, paths);
  const { asOf, period } = daysOfSite(flags, host.today(), stands);
  const loaded = load(reading.tree, paths, { progress: host.progress });
  requirePlans(paths, loaded);
  if (!readable(session, loaded, flags.skipInvalid, 'site')) return undefined;
  const faulty = faultyFiles(loaded);
  const plans = loaded.portfolio.plans.filter((plan) => !faulty.has(plan.file));
  const documents = new Map(loaded.files.map((read) => [read.file, read.document]));
  const current = revisionOf(
    host,
    reading,
    plans.map(({ file }) => file),
    sourcesOf(loaded),
  );
  const revision = stands && flags.at === undefined ? stands.revision : current;
  const version = stands?.version ?? host.version;
  const { siteFiles } = await import('../publish/site/build-site.ts');
  const { outputJsonSchemas } = await import('../schema/json-schema.ts');
  const { english } = await import('../publish/words-en.ts');
  const assets = await import('site:assets');
  const files = siteFiles({
    portfolio: { ...loaded.portfolio, plans },
    asOf,
    period,
    title: flags.title,
    kicker: (plan) => layoutOf(loaded.settings.publish, plan).title ?? english.actionPlan,
    stamp: { day: asOf, revision, version },
    sources: {
      files: loaded.files.length,
      plans: plans.length,
      revision: reading.revision,
      skipped: [...faulty].map(([file, reason]) => ({ file, reason })),
    },
    lineOf: ({ file, path }) => documents.get(file)?.lineOf(path) ?? 1,
    sourceLink:
      flags.sourceUrl === undefined ? undefined : sourceLinks(host, flags.sourceUrl, revision),
    comparison: comparison(host, reading, flags.since, paths),
    schemas: outputJsonSchemas(),
    assets,
  });
  return { files, facts: { asOf, period, revision, version }, loaded };
}

function comparison(
  host: Host,
  reading: Reading,
  since: string | undefined,
  paths: readonly string[],
): Comparison | undefined {
  return since === undefined ? undefined : changesSince(host, reading, since, paths);
}

/** The day and the month: those asked for, else those of the site that is checked, else today's. */
function daysOfSite(
  { asOf: asked, month }: SiteFlags,
  today: Day,
  stands: Manifest | undefined,
): { asOf: Day; period: Period } {
  if (stands && asked === undefined && month === undefined) {
    return { asOf: stands.asOf, period: stands.period };
  }
  const limit = asked ?? (month === undefined ? today : undefined);
  const flags = {
    ...(limit !== undefined && { asOf: limit }),
    month: month ?? (limit ?? today).slice(0, 7),
  };
  const { asOf, period } = daysOf(flags, today);
  return { asOf, period: period ?? { from: asOf, to: asOf } };
}

/** All that the pages are made from, whose changes count as not committed. */
export function sourcesOf({ files, context, settingsRead }: Loaded): string[] {
  const read = [...files, ...context, ...(settingsRead ? [settingsRead] : [])];
  return [...new Set(read.map(({ file }) => file))];
}
