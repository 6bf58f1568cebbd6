import { FORMAT_VERSION } from './cover.ts';
import type { Stamp } from './document.ts';

const DAY = 'actionplan-as-of';
const REVISION = 'actionplan-revision';
const VERSION = 'actionplan-version';
const FORMAT = 'actionplan-format';

/** What a document keeps of its stamp for programs, by name. */
export function stampFields({ day, revision, version }: Stamp): Record<string, string> {
  return {
    [DAY]: day,
    [REVISION]: revision ?? 'none',
    [FORMAT]: String(FORMAT_VERSION),
    [VERSION]: version,
  };
}

/** The stamp of a published document; undefined where it has none that can be read. */
export function readStamp(fields: ReadonlyMap<string, string>): Stamp | undefined {
  const day = fields.get(DAY);
  const revision = fields.get(REVISION);
  const version = fields.get(VERSION);
  if (day === undefined || revision === undefined || version === undefined) return undefined;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^(?:none|[0-9a-f]{7,64}\+?)$/.test(revision)) {
    return undefined;
  }
  return { day, revision: revision === 'none' ? null : revision, version };
}
