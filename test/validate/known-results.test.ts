import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/host.ts';
import { digestOf } from '../../src/kept-results.ts';
import { withChanges } from '../../src/model/diagnostic.ts';
import { rules } from '../../src/rules/index.ts';
import { type FileTree, memoryTree, type Stamp } from '../../src/source/file-tree.ts';
import { load } from '../../src/source/load.ts';
import { readFile } from '../../src/source/read-file.ts';
import { DEFAULT_SETTINGS } from '../../src/source/settings.ts';
import { workingTree } from '../../src/source/working-tree.ts';
import { type KnownFile, knownResults } from '../../src/validate/known-results.ts';
import { pack } from '../../src/validate/pack-results.ts';
import { checkAlone, putAway, WORTH_KEEPING } from '../../src/validate/put-away.ts';
import type { Kept } from '../../src/validate/results-layout.ts';
import { unpack } from '../../src/validate/unpack-results.ts';
import { validate } from '../../src/validate/validate.ts';
import { faultyPlan } from '../support/faulty-plans.ts';
import { temporaryFolder } from '../support/repository.ts';

const asOf = '2023-05-01';
/** Long after the files of a test were written, so that their stamps are settled. */
const later = () => Date.now() + 60_000;

/** Plans with faults of every kind, by themselves and across plans; 119 has the id of 0. */
const NUMBERS = [0, 1, 2, 3, 4, 6, 7, 50, 95, 97, 119, 207, 301, 302, 303, 304, 305, 306, 307, 308];
/** One that no rule across files needs to see again. */
const PLAIN = 'plan-301.yaml';

function plansIn(folder: string, numbers = NUMBERS): string {
  for (const one of numbers) writeFileSync(join(folder, `plan-${one}.yaml`), faultyPlan(one));
  writeFileSync(
    join(folder, 'owners.yaml'),
    'owners:\n  - id: records\n    organisation: Archive\n    role: Records team\n',
  );
  return folder;
}

/** A store in memory. */
function memoryStore(): { at: (began: number) => Store; kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  const at = (began: number): Store => ({
    began,
    digest: digestOf,
    read: (conditions) => kept.get(conditions)?.slice(),
    write: (conditions, bytes) => kept.set(conditions, bytes),
  });
  return { at, kept };
}

/** What is found with what a store has, and which files were opened for it. */
function check(
  tree: FileTree,
  store?: Store,
  { conditions = 'a', paths = ['.'] }: { conditions?: string; paths?: string[] } = {},
) {
  const opened = new Set<string>();
  const watched: FileTree = {
    ...tree,
    read: (path, limit) => {
      opened.add(path);
      return tree.read(path, limit);
    },
  };
  const results = store && (() => knownResults(store, conditions));
  const away = putAway(rules, { asOf }, { results });
  const loaded = load(watched, paths, { keep: away.keep });
  const { diagnostics, counts } = validate(loaded, rules, { asOf }, away);
  away.save();
  return { found: { diagnostics: diagnostics.map((one) => withChanges(one, {})), counts }, opened };
}

describe('what is kept of plans', () => {
  const kept = [...NUMBERS, 5].map((number): Kept => {
    const file = `plan-${number}.yaml`;
    const tree = memoryTree({ [file]: faultyPlan(number) });
    const { financialYear } = DEFAULT_SETTINGS;
    const read = readFile(tree, file, { maxBytes: 1e6, financialYear });
    const known = checkAlone(read, DEFAULT_SETTINGS, rules, { asOf }, number % 2 === 0);
    return {
      file,
      stamp: number % 3 === 0 ? undefined : [1, 2, 3.000244140625, 2 ** 50, -5, number],
      digest: Buffer.from(digestOf(new TextEncoder().encode(file))),
      known: JSON.parse(JSON.stringify(known)),
    };
  });
  /** All that is known of a file, which is read from the buffer as it is asked for. */
  const whole = ({ read, facts, checked }: KnownFile) => {
    const { id, ids, owners, standards, doubled, depends, waitsFor, refersOut } = facts;
    return {
      read,
      facts: { id, ids, owners, standards, doubled, depends, waitsFor, refersOut },
      checked: checked && {
        found: checked.found.map(({ diagnostic, path }) => ({
          diagnostic: withChanges(diagnostic, {}),
          path,
        })),
        waivers: checked.waivers,
      },
    };
  };

  it('comes back as it was put in', () => {
    const packed = unpack(pack(kept));
    expect(packed.files).toEqual(kept.map(({ file }) => file));
    for (const [at, one] of kept.entries()) {
      const { known, digest, ...rest } = packed.kept(at);
      const back = { ...rest, digest: Buffer.from(digest), known: whole(known) };
      expect(back).toEqual({ ...one, known: whole(one.known) });
      expect(packed.isChecked(at)).toBe(one.known.checked !== undefined);
      expect(packed.known(at, false).checked).toBeUndefined();
    }
  });

  it('has faults, findings, repairs and waivers in it', () => {
    const findings = kept.flatMap(({ known }) => known.checked?.found ?? []);
    expect(findings.length).toBeGreaterThan(10);
    expect(kept.some(({ known }) => known.read.diagnostics.length > 0)).toBe(true);
    expect(kept.some(({ known }) => known.checked?.waivers.length)).toBeTruthy();
    expect(kept.some(({ known }) => known.facts.depends)).toBe(true);
  });

  it('is told apart by stamp and digest', () => {
    const packed = unpack(pack(kept));
    for (const [at, { stamp, digest }] of kept.entries()) {
      const other = kept[at + 1]?.digest ?? new Uint8Array(32);
      expect(packed.hasDigest(at, digest)).toBe(true);
      expect(packed.hasDigest(at, other)).toBe(false);
      for (const mark of [0, 1, 2, 3, 4, 5]) {
        const changed = stamp?.map((one, index) => (index === mark ? one + 1 : one));
        expect(changed && packed.hasStamp(at, changed)).toBeFalsy();
      }
      expect(packed.hasStamp(at, stamp ?? [1, 2, 3, 4, 5, 6])).toBe(stamp !== undefined);
    }
  });
});

describe('results kept from one run to the next', () => {
  it('are the same as results worked out, and plans are not opened for them', () => {
    const tree = workingTree(plansIn(temporaryFolder()));
    const { at } = memoryStore();
    const { found } = check(tree);
    expect(found.diagnostics.length).toBeGreaterThan(20);
    const first = check(tree, at(later()));
    expect(first.found).toEqual(found);
    expect(first.opened).toContain(PLAIN);
    const second = check(tree, at(later()));
    expect(second.found).toEqual(found);
    expect(second.opened).not.toContain(PLAIN);
    // Owners are no results; rules across files see these plans again.
    expect([...second.opened].sort()).toEqual(
      ['owners.yaml', ...[0, 119, 207, 50, 6, 7, 97].map((one) => `plan-${one}.yaml`)].sort(),
    );
  });

  it('are not used under other conditions', () => {
    const tree = workingTree(plansIn(temporaryFolder()));
    const { at } = memoryStore();
    check(tree, at(later()));
    const other = check(tree, at(later()), { conditions: 'b' });
    expect(other.opened).toContain(PLAIN);
    expect(other.found).toEqual(check(tree).found);
  });

  it('of a plan that was touched and is the same hold: it is opened once, and then not', () => {
    const folder = plansIn(temporaryFolder());
    const tree = workingTree(folder);
    const { at } = memoryStore();
    check(tree, at(later()));
    utimesSync(join(folder, PLAIN), 1e9, 1e9);
    const again = [0, 1].map(() => check(tree, at(later())));
    expect(again.map(({ opened }) => opened.has(PLAIN))).toEqual([true, false]);
    expect(again.map(({ found }) => found)).toEqual([check(tree).found, check(tree).found]);
  });

  it('are those of the plans asked about, and those of their context', () => {
    const tree = workingTree(plansIn(temporaryFolder()));
    const { at } = memoryStore();
    const one = { paths: [PLAIN] };
    check(tree, at(later()), one);
    // As context, the others were read and not checked.
    const all = check(tree, at(later()));
    expect(all.found).toEqual(check(tree).found);
    expect(all.opened).toContain('plan-302.yaml');
    expect(all.opened).not.toContain(PLAIN);
    const again = check(tree, at(later()), one);
    expect(again.found).toEqual(check(tree, undefined, one).found);
    expect(again.opened).not.toContain('plan-302.yaml');
  });

  it('are not kept of few plans', () => {
    const few = NUMBERS.slice(0, WORTH_KEEPING - 2);
    const { at, kept } = memoryStore();
    check(workingTree(plansIn(temporaryFolder(), few)), at(later()));
    expect(kept.size).toBe(0);
    check(
      workingTree(plansIn(temporaryFolder(), NUMBERS.slice(0, WORTH_KEEPING - 1))),
      at(later()),
    );
    expect(kept.size).toBe(1);
  });

  it('go when the plans are gone, but for a few', () => {
    const { at } = memoryStore();
    const isKept = () => knownResults(at(later()), 'a').has(PLAIN, true);
    const checkOthers = (count: number, first: number): void => {
      const others = Array.from({ length: count }, (_, index) => first + index);
      check(workingTree(plansIn(temporaryFolder(), others)), at(later()));
    };
    check(workingTree(plansIn(temporaryFolder())), at(later()));
    checkOthers(60, 400);
    expect(isKept()).toBe(true);
    checkOthers(25, 600);
    expect(isKept()).toBe(false);
  });
});

/** A tree in which one file has whatever stamp is said. */
function stamped(tree: FileTree, stamp: () => Stamp): FileTree {
  return { ...tree, stamp: (path) => (path === PLAIN ? stamp() : tree.stamp?.(path)) };
}

describe('a stamp', () => {
  const NOW = 1_800_000_000_000;
  const aStamp = (content: number, itself = content): Stamp => [700, content, itself, 1, 2, 33188];

  /** A run, a change of the plan that keeps its stamp, and another run: is the change noticed? */
  function isNoticed(stamp: Stamp, first: number, second: number): boolean {
    const folder = plansIn(temporaryFolder());
    const tree = stamped(workingTree(folder), () => stamp);
    const { at } = memoryStore();
    check(tree, at(first));
    const text = faultyPlan(301);
    writeFileSync(join(folder, PLAIN), text.replace('Publish a guide', 'Explore a thing'));
    const { found } = check(tree, at(second));
    return JSON.stringify(found) === JSON.stringify(check(tree).found);
  }

  it('is believed where the file was touched long before: nothing is opened then', () => {
    expect(isNoticed(aStamp(NOW - 10_000), NOW, NOW + 1)).toBe(false);
  });

  it.each([
    ['its content was written as the run began', aStamp(NOW)],
    ['just before', aStamp(NOW - 1999)],
    ['its content or it itself was touched after that', aStamp(NOW - 10_000, NOW + 1)],
    ['a time says that it will be', aStamp(NOW + 1e9, NOW - 10_000)],
  ])('is not believed where %s', (_, stamp) => {
    expect(isNoticed(stamp, NOW, NOW + 60_000)).toBe(true);
  });

  it('is not believed once the clock was set back', () => {
    expect(isNoticed(aStamp(NOW - 10_000), NOW, NOW - 1)).toBe(true);
    expect(isNoticed(aStamp(NOW - 10_000), NOW, NOW - 9_000)).toBe(true);
  });

  it.each([0, 1, 2, 3, 4, 5])('is another when mark %i differs', (mark) => {
    const folder = plansIn(temporaryFolder());
    let stamp = aStamp(NOW - 10_000);
    const tree = stamped(workingTree(folder), () => stamp);
    const { at } = memoryStore();
    check(tree, at(NOW));
    stamp = stamp.map((one, index) => (index === mark ? one - 0.25 : one));
    expect(check(tree, at(NOW + 1)).opened).toContain(PLAIN);
  });
});

describe('a store', () => {
  const whole = () => {
    const tree = workingTree(plansIn(temporaryFolder()));
    const { at, kept } = memoryStore();
    const { found } = check(tree, at(later()));
    const bytes = kept.get('a') ?? new Uint8Array();
    /** Whether anything is believed of these bytes. */
    const believed = (changed: Uint8Array): boolean => {
      const store = { ...at(later()), read: () => changed };
      return knownResults(store, 'a').has(PLAIN, true);
    };
    return { tree, at, kept, found, bytes, believed };
  };

  it('is believed only where it is whole: not with a bit changed at every 64th byte', () => {
    const { bytes, believed } = whole();
    expect(believed(bytes.slice())).toBe(true);
    expect(bytes.length).toBeGreaterThan(5000);
    for (let at = 0; at < bytes.length; at += 64) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << ((at / 64) % 8));
      expect([at, believed(changed)]).toEqual([at, false]);
    }
  });

  it('nor cut short anywhere, nor with more at its end', () => {
    const { bytes, believed } = whole();
    for (let length = 0; length < bytes.length; length += 64) {
      expect([length, believed(bytes.slice(0, length))]).toEqual([length, false]);
    }
    expect(believed(bytes.slice(0, -1))).toBe(false);
    expect(believed(Uint8Array.from([...bytes, 0]))).toBe(false);
    expect(believed(readFileSync(import.meta.filename))).toBe(false);
  });

  it('nor in the place of one of other conditions', () => {
    const { bytes, at } = whole();
    const store = { ...at(later()), read: () => bytes.slice() };
    expect(knownResults(store, 'a').has(PLAIN, true)).toBe(true);
    expect(knownResults(store, 'b').has(PLAIN, true)).toBe(false);
  });

  it('that is not believed is written anew', () => {
    const { tree, at, kept, found, bytes } = whole();
    kept.set('a', bytes.slice(0, 999));
    expect(check(tree, at(later())).found).toEqual(found);
    expect(check(tree, at(later())).opened).not.toContain(PLAIN);
  });
});
