import { describe, expect, it } from 'vitest';
import {
  type PlacedRule,
  type SettingsSide,
  settingsChanges,
  stricter,
} from '../../src/changes/settings-change.ts';
import type { RuleLevel, SettingsFile } from '../../src/model/settings-file.ts';

const DEFAULTS: Readonly<Record<string, RuleLevel>> = { a: 'error', b: 'warning', c: 'off' };

function side(
  value: SettingsFile,
  file: string | undefined = 'actionplan.yaml',
  waivers: readonly PlacedRule[] = [],
): SettingsSide {
  return { file, value, waivers };
}

/** What is weaker, each with where it stands. */
function weaker(before: SettingsSide, after: SettingsSide): [string, string][] {
  return settingsChanges(before, after, (rule) => DEFAULTS[rule]).map(({ at, message }) => [
    [at.file, ...at.path].join(' '),
    message,
  ]);
}

describe('the stricter of two levels', () => {
  const levels: readonly RuleLevel[] = ['off', 'info', 'warning', 'error'];
  it.each(levels.flatMap((one, i) => levels.map((other, j) => [one, other, i > j] as const)))(
    'of %s and %s',
    (one, other, first) => {
      expect(stricter(one, other)).toBe(first ? one : other);
    },
  );
});

describe('levels', () => {
  it('a level below the one that was set, or that holds where none is set', () => {
    expect(weaker(side({ rules: { b: 'error' } }), side({ rules: { b: 'warning' } }))).toEqual([
      ['actionplan.yaml rules b', 'rule b is lowered from error to warning'],
    ]);
    expect(weaker(side({}), side({ rules: { a: 'warning', b: 'info', c: 'off' } }))).toEqual([
      ['actionplan.yaml rules a', 'rule a is lowered from error to warning'],
      ['actionplan.yaml rules b', 'rule b is lowered from warning to info'],
    ]);
    // A level taken out again leaves the rule's own.
    expect(weaker(side({ rules: { b: 'error' } }), side({}))).toEqual([
      ['actionplan.yaml rules b', 'rule b is lowered from error to warning'],
    ]);
  });

  it('a higher level, the same, or one of a rule that nobody knows is nothing', () => {
    expect(
      weaker(
        side({ rules: { a: 'info', b: 'info', x: 'error' } }),
        side({ rules: { a: 'warning', b: 'info', x: 'off', y: 'off' } }),
      ),
    ).toEqual([['actionplan.yaml rules x', 'rule x is lowered from error to off']]);
    // A name that every object has is none of the settings.
    const odd = { rules: { constructor: 'off' } } as never;
    expect(settingsChanges(side(odd), side({}), () => 'error')).toEqual([]);
    expect(settingsChanges(side({}), side(odd), () => 'error')).toHaveLength(1);
  });
});

describe('overrides', () => {
  const override = (files: string | string[], rules: Record<string, RuleLevel>): SettingsFile => ({
    overrides: [{ files, rules }] as never,
  });

  it('one that lowers a rule somewhere', () => {
    expect(weaker(side({}), side(override(['x/**', 'y.yaml'], { b: 'info', a: 'error' })))).toEqual(
      [
        [
          'actionplan.yaml overrides 0 rules b',
          'rule b is lowered from warning to info in x/**, y.yaml',
        ],
      ],
    );
  });

  it('is measured against the level set for everything', () => {
    const general = { rules: { b: 'info' } } satisfies SettingsFile;
    expect(
      weaker(side(general), side({ ...general, ...override('x.yaml', { b: 'info' }) })),
    ).toEqual([]);
    expect(
      weaker(side(general), side({ ...general, ...override('x.yaml', { b: 'off' }) })),
    ).toEqual([
      ['actionplan.yaml overrides 0 rules b', 'rule b is lowered from info to off in x.yaml'],
    ]);
  });

  it('is nothing new where it stood before, nor where the rule is not known', () => {
    const same = override('x.yaml', { b: 'info' });
    expect(weaker(side(same), side(same))).toEqual([]);
    expect(weaker(side({}), side(override('x.yaml', { x: 'off' })))).toEqual([]);
    expect(weaker(side(override('x.yaml', { x: 'error' })), side({}))).toEqual([]);
  });

  it('one that raised a rule and is gone', () => {
    expect(weaker(side(override('x.yaml', { b: 'error', c: 'off' })), side({}))).toEqual([
      ['actionplan.yaml overrides', 'rule b is no longer raised to error in x.yaml'],
    ]);
  });

  it('the same ones in another order, which decides', () => {
    const one = { files: 'x*', rules: { b: 'error' } };
    const other = { files: '*y', rules: { b: 'warning' } };
    const more = { files: 'z', rules: { b: 'error' } };
    const sides = [[one, other] as never, [other, one] as never, [one, more, other] as never];
    const [before, turned, added] = sides.map((overrides) => side({ overrides }));
    if (!before || !turned || !added) throw new Error('three sides');
    expect(weaker(before, turned)).toEqual([
      ['actionplan.yaml overrides', 'the overrides stand in another order, and the last one wins'],
    ]);
    expect(weaker(before, added)).toEqual([]);
  });
});

describe('patterns of files that are not read', () => {
  it.each<[string, SettingsFile['ignore'], SettingsFile['ignore'], [string, string][]]>([
    ['one more', ['a'], ['a', 'b'], [['ignore 1', 'files that match "b" are no longer read']]],
    ['a single text', undefined, 'b', [['ignore', 'files that match "b" are no longer read']]],
    ['one less', ['a', 'b'], ['b'], []],
    ['an exception more', ['a'], ['a', '!b'], []],
    [
      'an exception less',
      ['a', '!b'],
      ['a'],
      [['ignore', 'files that match "b" are no longer kept from being ignored']],
    ],
    [
      'an exception before what it is excepted from',
      ['a', '!b'],
      ['!b', 'a'],
      [['ignore', 'the patterns stand in another order, and the last one wins']],
    ],
    ['another order where there are no exceptions', ['a', 'b'], ['b', 'a'], []],
    ['a mark that is not at the beginning', ['a', 'b!'], ['a'], []],
    ['an exception, and one pattern less', ['a', '!b', 'c'], ['a', '!b'], []],
  ])('%s', (_, before, after, found) => {
    const settings = (ignore: SettingsFile['ignore']) =>
      side(ignore === undefined ? {} : { ignore });
    expect(weaker(settings(before), settings(after))).toEqual(
      found.map(([path, message]) => [`actionplan.yaml ${path}`, message]),
    );
  });
});

describe('the financial year', () => {
  const message = (now: string, then: string) =>
    `the financial year begins on ${now} instead of ${then}, which moves the last day of every target in financial years`;

  it('that begins on another day is told', () => {
    const place = 'actionplan.yaml financial-year';
    expect(weaker(side({}), side({ 'financial-year': '01-01' }))).toEqual([
      [place, message('01-01', '04-01')],
    ]);
    expect(weaker(side({ 'financial-year': '01-01' }), side({}))).toEqual([
      [place, message('04-01', '01-01')],
    ]);
  });

  it('that is only written down is not', () => {
    expect(weaker(side({}), side({ 'financial-year': '04-01' }))).toEqual([]);
  });
});

describe('another settings file', () => {
  it('takes the place of the old one, and is read as if all in it were new', () => {
    const value = { ignore: ['a'], overrides: [{ files: 'x', rules: { b: 'info' } }] as never };
    expect(weaker(side(value, 'old.yaml'), side(value, 'new.yaml'))).toEqual([
      ['new.yaml overrides 0 rules b', 'rule b is lowered from warning to info in x'],
      ['new.yaml ignore 0', 'files that match "a" are no longer read'],
      ['new.yaml', 'the settings were those of old.yaml: another file takes their place'],
    ]);
  });

  it('or none at all is left', () => {
    const none: SettingsSide = { file: undefined, value: {}, waivers: [] };
    expect(weaker(side({}), none)).toEqual([
      ['actionplan.yaml', 'the settings were those of actionplan.yaml: there are none now'],
    ]);
    expect(weaker(none, side({}))).toEqual([]);
    expect(weaker(none, none)).toEqual([]);
  });
});

describe('waivers', () => {
  const range = { start: { line: 1, column: 1 }, end: { line: 1, column: 9 } };
  const waiver = (
    file: string,
    owner: string,
    rule: string,
    place: readonly string[] = [],
    item: string | null = null,
  ): PlacedRule => ({ file, owner, rule, place, item, range });
  const messages = (before: readonly PlacedRule[], after: readonly PlacedRule[]) =>
    settingsChanges(
      side({}, 'actionplan.yaml', before),
      side({}, 'actionplan.yaml', after),
      () => undefined,
    ).map(({ at, message }) => `${at.file}: ${message}`);
  const action = (id: string, ...below: string[]) =>
    waiver('b.yaml', 'y', 'a', ['recommendations', '1', 'actions', id, ...below], id);

  it('one that is new is told where it stands', () => {
    const before = side({}, 'actionplan.yaml', [waiver('a.yaml', 'x', 'a')]);
    const after = side({}, 'actionplan.yaml', [
      waiver('moved.yaml', 'x', 'a'),
      waiver('b.yaml', 'y', 'a'),
    ]);
    expect(settingsChanges(before, after, () => undefined)).toEqual([
      {
        at: { file: 'b.yaml', path: [], range },
        message: 'rule a is waived in the whole file',
      },
    ]);
  });

  it('of a rule in a file, one finding says where', () => {
    expect(messages([], [action('1.1')])).toEqual(['b.yaml: rule a is waived at 1.1']);
    expect(messages([], [action('1.1', 'target'), action('1.2')])).toEqual([
      'b.yaml: rule a is waived at 1.1 (target) and 1.2',
    ]);
    expect(messages([], [action('1.1'), action('1.2'), action('1.3'), action('1.4')])).toEqual([
      'b.yaml: rule a is waived at 1.1, 1.2, 1.3 and 1 other place',
    ]);
    expect(messages([], [action('1.1'), waiver('b.yaml', 'y', 'a')])).toEqual([
      'b.yaml: rule a is waived in the whole file',
    ]);
    expect(messages([], [waiver('b.yaml', 'y', 'a', ['recommendations'])])).toEqual([
      'b.yaml: rule a is waived at `recommendations`',
    ]);
    expect(messages([], [action('1.1'), waiver('b.yaml', 'y', 'b', ['title'])])).toEqual([
      'b.yaml: rule a is waived at 1.1',
      'b.yaml: rule b is waived at `title`',
    ]);
  });

  it('one that was there, or stands in the place of a wider one, is not new', () => {
    expect(messages([action('1.1')], [action('1.1')])).toEqual([]);
    expect(messages([action('1.1')], [action('1.1', 'target')])).toEqual([]);
    expect(messages([waiver('b.yaml', 'y', 'a')], [action('1.1')])).toEqual([]);
    expect(messages([action('1.1', 'target')], [action('1.1')])).toEqual([
      'b.yaml: rule a is waived at 1.1',
    ]);
    expect(messages([action('1.1')], [action('1.2')])).toEqual(['b.yaml: rule a is waived at 1.2']);
  });
});
