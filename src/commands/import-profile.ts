import { mergeProfiles, type ProfileFile, profileFile } from '../exchange/profile.ts';
import { base, profiles } from '../exchange/profiles/index.ts';
import { type Host, UsageError } from '../host.ts';
import { isFault, parseDate } from '../model/date.ts';
import type { Range } from '../model/diagnostic.ts';
import { suggest } from '../model/suggest.ts';
import { YamlDocument } from '../source/document.ts';
import type { ValueFault } from '../source/fault.ts';
import { faultsAgainst } from '../source/schema-faults.ts';
import { SourceText } from '../source/text.ts';
import { type Value, valueAt } from '../source/value.ts';
import { openFile } from './editing.ts';

/** The profiles of an import, as they are put one upon the other. */
export interface ImportProfiles {
  /** All of them, upon the format's own words. */
  readonly whole: ProfileFile;
  /** The names of those that come with the tool. */
  readonly builtIn: readonly string[];
  /** What is a person's own of them. */
  readonly own: ProfileFile;
}

/** The profiles named by `--map`, with what other flags say upon them. */
export function profilesOf(
  host: Host,
  maps: readonly string[],
  flags: Partial<ProfileFile>,
): ImportProfiles {
  const named = maps.flatMap((name) => namedProfile(host, name));
  const isOwn = (one: ProfileFile) => builtInNamed(one.profile) !== one;
  const last: ProfileFile = { profile: 'flags', ...flags };
  return {
    whole: mergeProfiles([base, ...named, last]),
    builtIn: [...new Set(named.filter((one) => !isOwn(one)).map(({ profile }) => profile))],
    own: mergeProfiles([...named.filter(isOwn), last]),
  };
}

function namedProfile(host: Host, name: string): ProfileFile[] {
  const builtIn = profiles.find(({ profile }) => profile === name.toLowerCase());
  if (builtIn) return [builtIn];
  if (!/\.ya?ml$/i.test(name)) {
    throw new UsageError(`--map: there is no profile "${name}"`, nearOr(name, 'a file in .yaml, '));
  }
  const { text } = openFile(host, name);
  const document = new YamlDocument(new SourceText(text));
  const value = document.value ?? {};
  const faults = [
    ...document.faults.map((fault) => ({ range: fault.range, fault })),
    ...valueFaults(document.faults.length > 0 ? undefined : value).map((fault) => ({
      range: document.locate(fault.path, fault.part),
      fault,
    })),
  ].sort((a, b) => a.range.start.line - b.range.start.line);
  if (faults.length > 0) {
    throw new UsageError(
      `${name} is no profile:`,
      '`actionplan schema profile` prints what one may say, and docs/import.md tells of it',
      faults.map(({ range, fault }) => `${name}:${placed(range, fault)}`),
    );
  }
  const profile = profileFile.parse(value);
  const extended = [profile.extends ?? []].flat().flatMap((one) => builtInNamed(one) ?? []);
  return [...extended, profile];
}

/** All that is wrong with the values of a profile: its form, its dates and what it builds on. */
function valueFaults(value: Value | undefined): ValueFault[] {
  if (value === undefined) return [];
  const faults = faultsAgainst(profileFile, value);
  for (const path of [['as-of'], ['plan', 'submitted']]) {
    const written = valueAt(value, path);
    const date = typeof written === 'string' ? parseDate(written) : undefined;
    if (!date || !isFault(date)) continue;
    faults.push({ rule: 'date-real', message: date.message, help: date.help, path });
  }
  const given = valueAt(value, ['extends']);
  for (const [index, one] of [given ?? []].flat().entries()) {
    if (typeof one !== 'string' || builtInNamed(one)) continue;
    faults.push({
      rule: 'schema',
      message: `there is no profile "${one}" to extend`,
      help: nearOr(one, ''),
      path: Array.isArray(given) ? ['extends', index] : ['extends'],
    });
  }
  return faults;
}

function placed({ start }: Range, fault: { message: string; help: string | null }): string {
  return `${start.line}:${start.column}: ${fault.message}${fault.help === null ? '' : ` (${fault.help})`}`;
}

function builtInNamed(name: string): ProfileFile | undefined {
  return profiles.find(({ profile }) => profile === name);
}

function nearOr(name: string, also: string): string {
  const names = profiles.map(({ profile }) => profile);
  const near = suggest(name, names);
  return near === undefined ? `name ${also}one of ${names.join(', ')}` : `did you mean "${near}"?`;
}
