import { expect } from 'vitest';
import { decode } from '../../../src/source/decode.ts';
import { YamlDocument } from '../../../src/source/document.ts';
import { SourceText } from '../../../src/source/text.ts';
import { NASTY_TEXTS } from '../../support/nasty-files.ts';
import { attempt, commentsOf, isPartOf } from '../../support/random-edits.ts';
import { quiet } from '../expectations.ts';
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

function valueOf(text: string): unknown {
  return new YamlDocument(new SourceText(text)).value;
}

export const editingTargets: readonly Target[] = [
  {
    id: 'edit',
    promises: 'an edit changes what is meant and not one byte more, or is refused',
    ending: 'yaml',
    seeds: [...yamlSeeds('plan'), ...yamlSeeds('owners')],
    check(input, chance) {
      const text = soundText(input);
      if (text === undefined) return;
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
      expect(commentsOf(after)).toEqual(commentsOf(before));
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
      const [ours, theirs] = [input, from].map((bytes) =>
        Buffer.from(bytes).toString().split('\n'),
      );
      const at = chance(Math.max(1, ours?.length ?? 0));
      const to = at + chance(12);
      const part = (lines: readonly string[] = []) => lines.slice(at, to);
      const text = [
        ...(ours ?? []).slice(0, at),
        '<<<<<<< ours',
        ...part(ours),
        '=======',
        ...part(theirs),
        '>>>>>>> theirs',
        ...(ours ?? []).slice(to),
      ].join('\n');
      await quiet(['fmt', '--resolve-log', 'plan.yaml'], { 'plan.yaml': text });
    },
  },
];
