import { createHash } from 'node:crypto';
import { type Host, UsageError } from '../host.ts';
import { type Day, isRealDay } from '../model/day.ts';
import { cleanText } from '../render/clean-text.ts';
import { jsonText } from '../render/json.ts';
import { joinPath } from '../source/file-tree.ts';

export const MANIFEST = '.actionplan-site.json';

/** The list of a site of a hundred thousand pages has a fifth of that. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What a folder says of the site in it: which files are the site's, and what they were. */
export interface Manifest {
  readonly asOf: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly revision: string | null;
  readonly version: string;
  /** The digest of each file. */
  readonly files: Readonly<Record<string, string>>;
  /** Files that a run was about to write which has not ended: whatever they hold, they are the site's. */
  readonly unfinished: readonly string[];
}

export function manifestText({ files, unfinished, ...facts }: Manifest): string {
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  return jsonText({
    kind: 'actionplan-site',
    manifestVersion: 1,
    ...facts,
    files: sorted,
    ...(unfinished.length > 0 && { unfinished }),
  });
}

/** The manifest of a folder; undefined where it has none. One that cannot be read is no leave to write. */
export function readManifest({ files }: Host, folder: string): Manifest | undefined {
  const path = joinPath(folder, MANIFEST);
  if (files.kind(path) === 'missing') return undefined;
  const bytes = files.read(path, MOST_BYTES);
  const found = 'fault' in bytes ? undefined : parse(new TextDecoder().decode(bytes));
  if (found) return found;
  throw new UsageError(
    `${cleanText(path)} is not what \`actionplan site\` writes`,
    'name another folder, or remove that file and what belongs to the site',
  );
}

function parse(text: string): Manifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || value['kind'] !== 'actionplan-site') return undefined;
  const { asOf, period, revision, version, files, unfinished = [] } = value;
  if (!isDay(asOf) || !isRecord(period) || !isRecord(files) || !Array.isArray(unfinished)) {
    return undefined;
  }
  const { from, to } = period;
  const names = [...Object.keys(files), ...unfinished];
  if (
    !isDay(from) ||
    !isDay(to) ||
    from > to ||
    typeof version !== 'string' ||
    !names.every(isOurName)
  ) {
    return undefined;
  }
  if (!Object.values(files).every((one) => typeof one === 'string')) return undefined;
  if (
    revision !== null &&
    (typeof revision !== 'string' || !/^[0-9a-f]{7,64}\+?$/.test(revision))
  ) {
    return undefined;
  }
  const digests = files as Record<string, string>;
  return { asOf, period: { from, to }, revision, version, files: digests, unfinished };
}

const OUR_NAME =
  /^(?:(?:(?:plans|owners|organisations|lists)\/)?[a-z0-9-]+\.html|data\/[a-z0-9-]+\.(?:json|csv)|assets\/[a-z0-9-]+\.(?:css|js))$/;

/** A manifest may have been written by anyone: it names nothing that a site cannot have. */
function isOurName(name: unknown): name is string {
  return typeof name === 'string' && OUR_NAME.test(name);
}

function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const [year = 0, month = 0, date = 0] = value.split('-').map(Number);
  return isRealDay(year, month, date);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
