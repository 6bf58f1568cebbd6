import type { Place, Range } from '../model/diagnostic.ts';
import type { RuleLevel, SettingsFile } from '../model/settings-file.ts';
import { counted } from '../model/words.ts';

/** Something about the checks themselves that a change makes weaker, or moves. */
export interface SettingsChange {
  readonly at: Place;
  readonly message: string;
}

/** A comment that waives a rule. */
export interface PlacedRule {
  readonly file: string;
  /** What tells the file from others when it is moved: the id of its plan, else its path. */
  readonly owner: string;
  readonly rule: string;
  /** The value it holds for, by what stays the same when lines move: ids and dates. Empty: the file. */
  readonly place: readonly string[];
  /** The recommendation or action it stands at. */
  readonly item: string | null;
  readonly range: Range;
}

/** What one side says about the checks. */
export interface SettingsSide {
  /** The settings file; undefined where there is none. */
  readonly file: string | undefined;
  readonly value: SettingsFile;
  readonly waivers: readonly PlacedRule[];
}

const ORDER: readonly RuleLevel[] = ['off', 'info', 'warning', 'error'];

/** The stricter of two levels. */
export function stricter(a: RuleLevel, b: RuleLevel): RuleLevel {
  return ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b;
}

function isLower(level: RuleLevel, than: RuleLevel): boolean {
  return ORDER.indexOf(level) < ORDER.indexOf(than);
}

/** Every way in which the new side checks less than the old one. */
export function settingsChanges(
  before: SettingsSide,
  after: SettingsSide,
  /** What a rule counts where no settings say. */
  defaultOf: (rule: string) => RuleLevel | undefined,
): SettingsChange[] {
  const file = after.file ?? before.file;
  const changes: SettingsChange[] = [];
  if (file !== undefined) {
    const add = (path: readonly (string | number)[], message: string): void => {
      changes.push({ at: { file, path }, message });
    };
    levels(before, after, defaultOf, add);
    overrides(before, after, defaultOf, add);
    ignored(before, after, add);
    financialYear(before, after, add);
    if (before.file !== undefined && after.file !== before.file) {
      add(
        [],
        `the settings were those of ${before.file}: ${after.file === undefined ? 'there are none now' : 'another file takes their place'}`,
      );
    }
  }
  return [...changes, ...waivers(before, after)];
}

type Add = (path: readonly (string | number)[], message: string) => void;
type DefaultOf = (rule: string) => RuleLevel | undefined;

function levels(before: SettingsSide, after: SettingsSide, defaultOf: DefaultOf, add: Add): void {
  const [old, now] = [before.value.rules ?? {}, after.value.rules ?? {}];
  for (const rule of new Set([...Object.keys(old), ...Object.keys(now)])) {
    const from = own(old, rule) ?? defaultOf(rule);
    const to = own(now, rule) ?? defaultOf(rule);
    if (from === undefined || to === undefined || !isLower(to, from)) continue;
    add(['rules', rule], `rule ${rule} is lowered from ${from} to ${to}`);
  }
}

function overrides(
  before: SettingsSide,
  after: SettingsSide,
  defaultOf: DefaultOf,
  add: Add,
): void {
  const moved = before.file !== after.file;
  const [old, now] = [linesOf(before), linesOf(after)];
  const had = new Set(moved ? [] : old.map(({ key }) => key));
  const has = new Set(now.map(({ key }) => key));
  const general = (rule: string) => own(after.value.rules ?? {}, rule) ?? defaultOf(rule);
  for (const { key, index, rule, level, files } of now) {
    const elsewhere = general(rule);
    if (had.has(key) || elsewhere === undefined || !isLower(level, elsewhere)) continue;
    const message = `rule ${rule} is lowered from ${elsewhere} to ${level} in ${files}`;
    add(['overrides', index, 'rules', rule], message);
  }
  for (const { key, rule, level, files } of old) {
    const elsewhere = general(rule);
    if (has.has(key) || elsewhere === undefined || !isLower(elsewhere, level)) continue;
    add(['overrides'], `rule ${rule} is no longer raised to ${level} in ${files}`);
  }
  const kept = (list: readonly OverrideLine[], other: ReadonlySet<string>) =>
    JSON.stringify(list.map(({ key }) => key).filter((key) => other.has(key)));
  // The last override wins, so their order says which.
  if (!moved && kept(old, has) !== kept(now, had)) {
    add(['overrides'], 'the overrides stand in another order, and the last one wins');
  }
}

/** One level that an override sets. */
interface OverrideLine {
  readonly key: string;
  readonly index: number;
  readonly files: string;
  readonly rule: string;
  readonly level: RuleLevel;
}

function linesOf({ value }: SettingsSide): OverrideLine[] {
  return (value.overrides ?? []).flatMap((override, index) => {
    const files = [override.files].flat().join(', ');
    return Object.entries(override.rules).map(([rule, level]) => {
      const key = JSON.stringify([files, rule, level]);
      return { key, index, files, rule, level };
    });
  });
}

function ignored(before: SettingsSide, after: SettingsSide, add: Add): void {
  const list = ({ value }: SettingsSide) => [value.ignore ?? []].flat();
  const [old, now] = [before.file === after.file ? list(before) : [], list(after)];
  now.forEach((pattern, index) => {
    if (old.includes(pattern) || pattern.startsWith('!')) return;
    const path = typeof after.value.ignore === 'string' ? ['ignore'] : ['ignore', index];
    add(path, `files that match ${JSON.stringify(pattern)} are no longer read`);
  });
  for (const pattern of old) {
    if (!pattern.startsWith('!') || now.includes(pattern)) continue;
    add(
      ['ignore'],
      `files that match ${JSON.stringify(pattern.slice(1))} are no longer kept from being ignored`,
    );
  }
  const order = (patterns: readonly string[], other: readonly string[]) =>
    JSON.stringify(patterns.filter((one) => other.includes(one)));
  if (old.some((one) => one.startsWith('!')) && order(old, now) !== order(now, old)) {
    add(['ignore'], 'the patterns stand in another order, and the last one wins');
  }
}

function financialYear(before: SettingsSide, after: SettingsSide, add: Add): void {
  const start = ({ value }: SettingsSide) => value['financial-year'] ?? '04-01';
  if (start(before) === start(after)) return;
  add(
    ['financial-year'],
    `the financial year begins on ${start(after)} instead of ${start(before)}, which moves the last day of every target in financial years`,
  );
}

/** A waiver that was not there, nor one around its place: one finding for each rule and file. */
function waivers(before: SettingsSide, after: SettingsSide): SettingsChange[] {
  const had = grouped(before.waivers, ({ owner, rule }) => `${owner} ${rule}`);
  const isNew = ({ owner, rule, place }: PlacedRule): boolean =>
    !had.get(`${owner} ${rule}`)?.some((old) => old.place.every((step, at) => step === place[at]));
  const added = grouped(after.waivers.filter(isNew), ({ file, rule }) => `${file} ${rule}`);
  return [...added.values()].flatMap((some) => {
    const first = some.find(({ place }) => place.length === 0) ?? some[0];
    if (!first) return [];
    const { file, rule, range } = first;
    return { at: { file, path: [], range }, message: `rule ${rule} is waived ${placesOf(some)}` };
  });
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

/** So many places are named; of the others, the number. */
const MOST_NAMED = 3;

function placesOf(some: readonly PlacedRule[]): string {
  if (some.some(({ place }) => place.length === 0)) return 'in the whole file';
  const names = [...new Set(some.map(nameOf))];
  const named = names.slice(0, MOST_NAMED);
  const more = names.length - named.length;
  if (more > 0) return `at ${named.join(', ')} and ${counted(more, 'other place')}`;
  const last = named.pop() ?? '';
  return `at ${named.length > 0 ? `${named.join(', ')} and ` : ''}${last}`;
}

/** `1.2`, or `1.2 (target)`; what belongs to no item by its field. */
function nameOf({ place, item }: PlacedRule): string {
  if (item === null) return `\`${place[0] ?? ''}\``;
  const below = place.slice(place.lastIndexOf(item) + 1)[0];
  return below === undefined ? item : `${item} (${below})`;
}

function own(levelsOf: Readonly<Record<string, RuleLevel>>, rule: string): RuleLevel | undefined {
  return Object.hasOwn(levelsOf, rule) ? levelsOf[rule] : undefined;
}
