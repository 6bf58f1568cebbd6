import { expect } from 'vitest';
import { EditError } from '../../../src/edit/edit-error.ts';
import { layoutOf } from '../../../src/edit/layout.ts';
import { decode } from '../../../src/source/decode.ts';
import { YamlDocument } from '../../../src/source/document.ts';
import { SourceText } from '../../../src/source/text.ts';
import { NASTY_TEXTS } from '../../support/nasty-files.ts';
import { attempt, commentsOf, isPartOf } from '../../support/random-edits.ts';
import { quiet } from '../expectations.ts';
import type { Chance } from '../mutate.ts';
import { yamlSeeds } from '../seeds.ts';
import type { Target } from '../target.ts';

const DAY = '2023-05-01';

/** The text of a file without faults of YAML. */
function soundText(input: Uint8Array): string | undefined {
  const source = decode(input);
  if (!(source instanceof SourceText)) return undefined;
  const { faults, value } = new YamlDocument(source);
  return faults.length > 0 || value === undefined ? undefined : source.text;
}

/** Keys behind `?`, and what else no plan has, are left to people. */
function isEditable(text: string): boolean {
  try {
    return layoutOf(text).root !== undefined;
  } catch (error) {
    if (error instanceof EditError) return false;
    throw error;
  }
}

function valueOf(text: string): unknown {
  return new YamlDocument(new SourceText(text)).value;
}

/** A conflict in a file: two entries of a log, or some lines as they are and as they were. */
function conflictIn(input: Uint8Array, from: Uint8Array, chance: Chance): string {
  const [lines, old] = [input, from].map((bytes) => Buffer.from(bytes).toString().split('\n'));
  const ours = lines ?? [];
  const entries = ours.flatMap((line, at) => (/^ *- +date: /.test(line) ? [at] : []));
  const at = entries[chance(entries.length + 1)];
  const conflict = (one: readonly string[], other: readonly string[]) => [
    '<<<<<<< ours',
    ...one,
    '=======',
    ...other,
    '>>>>>>> theirs',
  ];
  if (at === undefined) {
    const start = chance(ours.length);
    const end = start + chance(12);
    const both = conflict(ours.slice(start, end), (old ?? []).slice(start, end));
    return [...ours.slice(0, start), ...both, ...ours.slice(end)].join('\n');
  }
  const pad = (ours[at] ?? '').replace(/-.*/, '');
  const entry = (said: string) => [
    `${pad}- date: 2023-0${1 + chance(9)}-01`,
    `${pad}  text: ${said}`,
  ];
  return ours.toSpliced(at, 0, ...conflict(entry('Ours.'), entry('Theirs.'))).join('\n');
}

/** The entries of all logs in a value. */
function entriesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'progress' && Array.isArray(inner)
      ? inner.map((entry) => JSON.stringify(entry))
      : entriesIn(inner),
  );
}

export const editingTargets: readonly Target[] = [
  {
    id: 'edit',
    promises: 'an edit changes what is meant and not one byte more, or is refused',
    ending: 'yaml',
    seeds: [...yamlSeeds('plan'), ...yamlSeeds('owners')],
    check(input, chance) {
      const text = soundText(input);
      if (text === undefined || !isEditable(text)) return;
      for (let count = 0; count < 4; count += 1) {
        const value = NASTY_TEXTS[chance(NASTY_TEXTS.length)] ?? '';
        attempt(text, { where: chance(100_000), what: chance(4), value });
      }
    },
  },
  {
    id: 'fmt',
    promises:
      'laid out, a file says what it said; laid out again it stays; else it is left as it was',
    ending: 'yaml',
    seeds: ['plan', 'owners', 'standards', 'settings'].flatMap(yamlSeeds),
    async check(input) {
      const { edited } = await quiet(['fmt', 'plan.yaml'], { 'plan.yaml': input });
      const after = edited['plan.yaml'];
      if (after === undefined) return;
      expect(valueOf(after)).toEqual(valueOf(soundText(input) ?? ''));
      const again = await quiet(['fmt', 'plan.yaml'], { 'plan.yaml': after });
      expect(again.edited).toEqual({});
    },
  },
  {
    id: 'fix',
    promises:
      '`validate --fix` leaves nothing to repair for a second run, no new fault of YAML, and every comment',
    ending: 'yaml',
    seeds: yamlSeeds('plan'),
    async check(input) {
      const fix = ['validate', 'plan.yaml', '--fix', '--format', 'json', '--as-of', DAY];
      const { edited } = await quiet(fix, { 'plan.yaml': input });
      const after = edited['plan.yaml'];
      if (after === undefined) return;
      expect((await quiet(fix, { 'plan.yaml': after })).edited).toEqual({});
      const before = soundText(input);
      if (before === undefined) return;
      expect(soundText(Buffer.from(after))).not.toBe(undefined);
      // Entries that are put into order take theirs with them.
      expect([...commentsOf(after)].sort()).toEqual([...commentsOf(before)].sort());
    },
  },
  {
    id: 'progress',
    promises: 'a new entry is added and nothing taken away, or nothing is written',
    ending: 'yaml',
    seeds: yamlSeeds('plan'),
    async check(input, chance) {
      const text = soundText(input);
      const ids = [...(text ?? '').matchAll(/^ +- id: "?([\w.-]+\.[\w.-]+)"?/gm)];
      const plan = /^plan: *(\S+)/m.exec(text ?? '')?.[1];
      const id = ids[chance(Math.max(1, ids.length))]?.[1];
      if (text === undefined || plan === undefined || id === undefined) return;
      const said = NASTY_TEXTS[chance(NASTY_TEXTS.length)] ?? '';
      const argv = ['progress', `${plan}/${id}`, 'plan.yaml', '--status', 'paused'];
      const flags = [`--text=${said}`, '--date', '2023-04-30'];
      const { edited } = await quiet([...argv, ...flags], { 'plan.yaml': input });
      const after = edited['plan.yaml'];
      if (after !== undefined) expect(isPartOf(text.replace(/\[ *\]/g, ''), after)).toBe(true);
    },
  },
  {
    id: 'resolve-log',
    promises: 'a conflict of two logs is resolved with every entry of both, or left as it was',
    ending: 'yaml',
    seeds: yamlSeeds('plan'),
    async check(input, chance, from) {
      const text = conflictIn(input, from, chance);
      const { edited } = await quiet(['fmt', '--resolve-log', 'plan.yaml'], { 'plan.yaml': text });
      const after = edited['plan.yaml'];
      if (after === undefined) return;
      const kept = entriesIn(valueOf(after));
      for (const side of [/^<{7}.*\n|^={7}[^]*?^>{7}.*\n?/gm, /^<{7}[^]*?^={7}\n|^>{7}.*\n?/gm]) {
        expect(kept).toEqual(expect.arrayContaining(entriesIn(valueOf(text.replace(side, '')))));
      }
    },
  },
];
