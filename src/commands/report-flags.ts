import type { Day } from '../model/day.ts';
import type { Formats, Output } from './output.ts';

export const FORMATS = ['table', 'markdown', 'csv', 'json', 'html', 'xlsx'] as const;

export type Format = (typeof FORMATS)[number];

export const reportFormats: Formats<Format> = {
  all: FORMATS,
  usual: 'table',
  byEnding: { md: 'markdown', csv: 'csv', json: 'json', html: 'html', txt: 'table', xlsx: 'xlsx' },
};

/** What `report` is told on the command line. */
export interface ReportFlags {
  readonly asOf?: Day;
  readonly at?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly month?: string;
  readonly by?: 'owner' | 'organisation';
  readonly days?: number;
  readonly plan?: readonly string[];
  readonly owner?: readonly string[];
  readonly organisation?: readonly string[];
  readonly status?: readonly string[];
  readonly tag?: readonly string[];
  readonly theme?: readonly string[];
  readonly format?: Format;
  readonly output?: readonly Output<Format>[];
  readonly failIfAny?: boolean;
  readonly skipInvalid?: boolean;
}
