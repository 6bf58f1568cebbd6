import type { Change } from '../../changes/change.ts';
import type { Day } from '../../model/day.ts';
import type { Place } from '../../model/diagnostic.ts';
import type { Portfolio } from '../../model/portfolio.ts';
import type { Sources } from '../../render/report-json.ts';
import type { Period } from '../../reports/report.ts';
import type { Stamp } from '../document.ts';

/** What a site is made from. The same input gives the same files, byte for byte. */
export interface SiteInput {
  readonly portfolio: Portfolio;
  /** The day on which state is worked out. */
  readonly asOf: Day;
  /** The month whose movement is told, as far as the day. */
  readonly period: Period;
  /** What the site is called. */
  readonly title: string;
  /** What stands above the title of each plan. */
  readonly kicker: (plan: string) => string;
  /** What every page says it was made from. */
  readonly stamp: Stamp;
  readonly sources: Sources;
  readonly lineOf: (place: Place) => number;
  /** Where a line of a file can be looked at; undefined where nobody said. */
  readonly sourceLink?: ((file: string, line: number) => string) | undefined;
  /** What changed since a revision; undefined where that was not asked. */
  readonly comparison?: Comparison | undefined;
  /** The JSON Schemas of outputs, by the names of their files: for the data dictionary. */
  readonly schemas: Readonly<Record<string, object>>;
  readonly assets: { readonly style: string; readonly script: string };
}

/** What changed from one revision to what the site is made from. */
export interface Comparison {
  readonly base: { readonly rev: string; readonly commit: string };
  readonly changes: readonly Change[];
  readonly placeOf: (change: Change) => { readonly file: string; readonly line: number };
}

/** One file of the site; its content is made when it is asked for, and not held. */
export interface SiteFile {
  /** From the folder of the site, with forward slashes. */
  readonly path: string;
  readonly content: () => string;
}
