import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { profiles } from '../../src/exchange/profiles/index.ts';
import { YamlDocument } from '../../src/source/document.ts';
import { SourceText } from '../../src/source/text.ts';
import { run } from '../support/memory-host.ts';

const CSV =
  'Tracker of 2026,,,,,,,\nRef,Recommendation,Accepted?,Action,Lead,Due,Status,Cost: centre\n1,Keep,Accepted,Publish,Team,31/03/2026,Closure requested,F12\n2,Write,Noted,Send,Team,TBC,On track,\n';

async function schemaCheck() {
  const { stdout } = await run(['schema', 'profile'], {});
  return new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(stdout));
}

describe('a profile', () => {
  it('is told all its faults at once, each with its line and column', async () => {
    const files = {
      't.csv': CSV,
      'bad.yaml':
        'profile: bad\nextends: [hsabb, hmpps]\nheader: three\nas-of: 2023-02-30\ncolums: {}\ncolumns:\n  "What": actoin\nwords:\n  status: { "On": going }\nplan: { submitted: soon }\n',
    };
    const { exit, stderr } = await run(['import', 't.csv', '--map', 'bad.yaml'], files);
    expect(exit).toBe(2);
    const places = stderr
      .split('\n')
      .flatMap((line) => /^ {2}bad\.yaml:(\d+:\d+): /.exec(line)?.[1] ?? []);
    expect(places).toEqual(['2:11', '3:9', '4:8', '5:1', '7:11', '9:19', '10:20']);
    for (const words of [
      'did you mean "hsab"?',
      'did you mean `action`?',
      'did you mean `columns`?',
    ]) {
      expect(stderr).toContain(words);
    }
  });

  it.each([
    ['profile: a\ncolumns:\n  x: [\n', 'p.yaml:3:6: the `[` opened here'],
    ['', 'p.yaml:1:1: `profile` is missing'],
    ['- a\n', 'p.yaml:1:1: the file must be a group of fields'],
    ['profile: a\ndelimiter: ";;"\n', 'p.yaml:2:12: `delimiter` ";;" cannot part columns'],
    ['profile: a\nsheet: "  "\n', 'p.yaml:2:8: `sheet` is empty'],
  ])('that cannot be read says where: %j', async (text, message) => {
    const { exit, stderr } = await run(['import', 't.csv', '--map', 'p.yaml'], {
      't.csv': CSV,
      'p.yaml': text,
    });
    expect(exit).toBe(2);
    expect(stderr).toContain(`error: p.yaml is no profile:\n  ${message}`);
  });

  it('has a schema, which those that come with the tool keep', async () => {
    const check = await schemaCheck();
    for (const profile of profiles)
      expect([profile.profile, check(profile)]).toEqual([profile.profile, true]);
    expect(check({ profile: 'a', columns: { x: 'nonsense' } })).toBe(false);
    expect(check({ profile: 'a', header: 3, 'as-of': '2023-03' })).toBe(true);
    expect(check({ columns: {} })).toBe(false);
  });
});

describe('--save-map', () => {
  const read = ['import', 't.csv', '--submitted', '2026', '--dates', 'day-first', '--dry-run'];

  it('writes how a table was read, and that profile reads it so again', async () => {
    const made = await run(
      [
        'import',
        't.csv',
        '--map',
        'accepted',
        '--dates',
        'day-first',
        '--save-map',
        'maps/ours.yaml',
      ],
      { 't.csv': CSV },
    );
    expect(made).toMatchObject({ exit: 0, stdout: 'maps/ours.yaml\n' });
    expect(Object.keys(made.edited)).toEqual(['maps/ours.yaml']);
    const text = made.edited['maps/ours.yaml'] ?? '';
    expect(text).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/schemas\/profile\.schema\.json\n/,
    );
    expect(text).toContain('extends: [accepted]\n');
    expect(text).toContain('  # "Cost: centre": ignore\n');
    expect(text).toContain('#   status:\n#     Closure requested: none\n#     On track: none\n');
    const value = new YamlDocument(new SourceText(text)).value;
    expect((await schemaCheck())(value)).toBe(true);
    const before = await run([...read, '--map', 'accepted', '--id', 'p'], { 't.csv': CSV });
    const after = await run([...read, '--map', 'maps/ours.yaml', '--id', 'p'], {
      't.csv': CSV,
      'maps/ours.yaml': text,
    });
    expect(before.exit).toBe(0);
    expect(after.stdout).toBe(before.stdout);
    const known = text
      .replace('# words:', 'words:')
      .replace('#   status:', '  status:')
      .replace('#     Closure requested: none', '    Closure requested: in-progress')
      .replace('#     On track: none\n', '');
    const told = await run([...read, '--map', 'm.yaml', '--as-of', '2026-04-01'], {
      't.csv': CSV,
      'm.yaml': known,
    });
    expect(told.stdout).toContain('status: in-progress');
  });

  it('adds to a profile of one’s own, and writes over nothing', async () => {
    const files = {
      't.csv': CSV,
      'own.yaml':
        'profile: own\nextends: accepted\ndates: day-first\nwords:\n  status: { On track: in-progress }\n',
    };
    const made = await run(
      ['import', 't.csv', '--map', 'own.yaml', '--save-map', 'new.yaml'],
      files,
    );
    const text = made.edited['new.yaml'] ?? '';
    expect(text).toContain('dates: day-first\n');
    expect(text).toContain('On track: in-progress');
    expect(text).toContain('put them under `words:`');
    const again = await run(['import', 't.csv', '--save-map', 'own.yaml'], files);
    expect(again).toMatchObject({ exit: 2, edited: {} });
    expect(again.stderr).toContain('own.yaml is there already');
  });
});
