import { type Case, type CaseClass, type Content, VALIDATE } from '../case.ts';
import { at, PLAN, planAnd, planWith } from '../plans.ts';

const MIB = 1024 * 1024;
const utf8 = new TextEncoder();

/** One file, and what is said of it. */
type Row = readonly [
  id: string,
  content: Content,
  says: string | RegExp | readonly (string | RegExp)[],
  options?: Partial<Case>,
];

function cases(wrong: string, rows: readonly Row[], shared: Partial<Case> = {}): Case[] {
  return rows.map(([id, content, says, options]) => ({
    id,
    files: { 'plan.yaml': content },
    argv: VALIDATE,
    exit: 1,
    says: [says].flat(),
    wrong,
    ...shared,
    ...options,
  }));
}

/** A finding of a rule at a place of the file. */
function found(rule: string, place: string, words: string): RegExp {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^plan\\.yaml:${place}: error: .*${escaped}.* \\[${rule}\\]$`, 'm');
}
const plain = (place: string, words: string) => found('yaml-plain', place, words);
const syntax = (place: string, words: string) => found('yaml-syntax', place, words);
const schema = (place: string, words: string) => found('schema', place, words);

const SOUND = 'checked: 0 errors, 0 warnings';
const FINE: Partial<Case> = { exit: 0 };

/** Where the last line of the sound plan ends, and what is added begins. */
const NEXT = PLAN.split('\n').length;

const bombs = cases('what is small in the file grows in memory, or an alias is followed', [
  [
    'bomb-of-ten-laughs',
    `a: &a [x, x]\n${'bcdefghij'.replace(/./g, (name) => `${name}: &${name} [*${String.fromCharCode(name.charCodeAt(0) - 1)}, *${String.fromCharCode(name.charCodeAt(0) - 1)}]\n`)}`,
    plain('1:4', '`&` begins an anchor'),
  ],
  [
    'bomb-in-a-plan',
    planAnd(
      `x: &a ${JSON.stringify('lol')}\ny: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nz: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n`,
    ),
    plain(`${NEXT}:4`, '`&` begins an anchor'),
  ],
  ['alias-of-itself', 'plan: &a [*a]\n', plain('1:7', '`&` begins an anchor')],
  [
    'aliases-of-each-other',
    'plan: &a {b: *b}\nc: &b {a: *a}\n',
    plain('1:14', '`*` begins an alias'),
  ],
  ['alias-of-nothing', planWith({ owner: '*team' }), plain(at('owner').slice(10), '`*` begins')],
  ['anchor-alone', planWith({ title: '&t Records' }), plain(at('title').slice(10), '`&` begins')],
  [
    'anchors-twenty-thousand',
    Array.from({ length: 20_000 }, (_, i) => `k${i}: &a${i} x\n`).join(''),
    plain('1:5', 'anchor'),
  ],
  [
    'aliases-half-a-million',
    `a: &a x\nb: [${'*a,'.repeat(300_000)}]\n`,
    plain('1:4', 'begins an anchor'),
  ],
  [
    'merge-of-a-mapping',
    planAnd('<<: {notes: x}\n'),
    [new RegExp(`^plan\\.yaml:${NEXT}:1: error: .*merge key`, 'm')],
  ],
  ['merge-of-an-alias', planAnd('<<: *base\n'), plain(`${NEXT}:5`, '`*` begins an alias')],
  [
    'merge-in-an-action',
    planWith({ tags: '[records]\n        <<: {owner: Other}' }),
    /^plan\.yaml:18:9: error: .*merge key/m,
  ],
  [
    'merge-key-in-quotes',
    planAnd('"<<": {notes: x}\n'),
    new RegExp(`^plan\\.yaml:${NEXT}:1: error: `, 'm'),
  ],
]);

const deep = 10_000;
const LEVELS = 'nested more than 64 levels deep';
const nesting = cases('the reader runs out of stack or of time, or takes Node down with it', [
  ['deep-brackets', `plan: ${'['.repeat(deep)}${']'.repeat(deep)}\n`, plain('1:\\d+', LEVELS)],
  ['deep-brackets-unclosed', '['.repeat(MIB - 1), plain('1:\\d+', LEVELS)],
  ['deep-braces', `plan: ${'{a: '.repeat(deep)}x${'}'.repeat(deep)}\n`, plain('1:\\d+', LEVELS)],
  ['deep-dashes', `plan:\n${'- '.repeat(deep)}x\n`, plain('2:\\d+', LEVELS)],
  ['deep-questions', '? '.repeat(deep), /error: /],
  ['deep-questions-few', '? '.repeat(40), /error: /],
  ['deep-mixed', '[{a: '.repeat(deep), plain('1:\\d+', LEVELS)],
  [
    'deep-by-indentation',
    Array.from({ length: 1_200 }, (_, level) => `${' '.repeat(level)}k:\n`).join(''),
    plain('\\d+:\\d+', LEVELS),
  ],
  ['deep-quotes', `plan: ${'"'.repeat(deep + 1)}\n`, /error: /],
  ['deep-comments', `${'#'.repeat(deep)}\n${PLAN}`, SOUND, FINE],
  [
    'deep-just-within',
    planAnd(`x: ${'['.repeat(60)}${']'.repeat(60)}\n`),
    schema(`${NEXT}:1`, 'unknown field `x`'),
  ],
  [
    'deep-just-beyond',
    planAnd(`x: ${'['.repeat(70)}${']'.repeat(70)}\n`),
    plain(`${NEXT}:\\d+`, LEVELS),
  ],
  [
    'deep-by-indentation-ten-thousand',
    Array.from({ length: deep }, (_, level) => `${' '.repeat(level)}k:\n`).join(''),
    plain('1:1', 'limit of 1 MiB'),
  ],
]);

const LARGE = 50 * MIB;
const scalars = cases('a large file is read before it is refused', [
  ['scalar-of-50-mb', () => `plan: ${'x'.repeat(LARGE)}\n`, plain('1:1', 'limit of 1 MiB')],
  [
    'scalar-of-50-mb-in-quotes',
    () => `plan: "${'x'.repeat(LARGE)}"\n`,
    plain('1:1', 'limit of 1 MiB'),
    { long: true },
  ],
  [
    'scalar-of-50-mb-in-a-block',
    () => `plan: |\n${'  xxxxxxxxxxxx\n'.repeat(LARGE / 15)}`,
    plain('1:1', 'limit of 1 MiB'),
    { long: true },
  ],
  [
    'comment-of-50-mb',
    () => `# ${'x'.repeat(LARGE)}\n${PLAN}`,
    plain('1:1', 'limit of 1 MiB'),
    { long: true },
  ],
  ['blank-lines-50-mb', () => '\n'.repeat(LARGE), plain('1:1', 'limit of 1 MiB'), { long: true }],
  ['scalar-just-within', planWith({ notes: 'x'.repeat(MIB - PLAN.length) }), SOUND, FINE],
  [
    'scalar-just-beyond',
    planWith({ notes: 'x'.repeat(MIB - PLAN.length + 20) }),
    plain('1:1', 'limit of 1 MiB'),
  ],
  [
    'scalar-within-a-raised-limit',
    planWith({ notes: 'x'.repeat(3 * MIB) }),
    SOUND,
    { exit: 0, argv: [...VALIDATE, '--max-bytes', String(4 * MIB)] },
  ],
  ['parts-too-many', `plan: [${'1,'.repeat(300_000)}]\n`, plain('1:\\d+', '250,000 parts')],
  [
    'keys-thirty-thousand',
    Array.from({ length: 30_000 }, (_, i) => `k${i}: 1\n`).join(''),
    'not a plan',
  ],
  ['key-of-half-a-mebibyte', `${'k'.repeat(MIB / 2)}: x\n`, /^plan\.yaml:1:1: error: /m],
  ['words-a-quarter-million', planWith({ notes: 'word '.repeat(200_000).trim() }), SOUND, FINE],
]);
const largeByFlag = cases(
  'a person who raises the limit gets a crash instead of an answer',
  [
    [
      'scalar-of-50-mb-that-a-person-lets-in',
      () => planWith({ notes: 'x'.repeat(LARGE) }),
      SOUND,
      { exit: 0 },
    ],
    [
      'block-of-50-mb-that-a-person-lets-in',
      () => planWith({ notes: `|\n${'  xxxxxxxxxxxx\n'.repeat(LARGE / 15)}` }),
      /checked: /,
      { exit: 0, most: { mebibytes: 768 } },
    ],
  ],
  { argv: [...VALIDATE, '--max-bytes', '99999999'], long: true },
);

const features = cases('a feature that a reader of the file would not see changes what it says', [
  ['tag-binary', planWith({ notes: '!!binary AAAA' }), plain(at('notes').slice(10), '`!` begins')],
  ['tag-str', planWith({ notes: '!!str x' }), plain(at('notes').slice(10), '`!` begins')],
  ['tag-int', planWith({ notes: '!!int "1"' }), plain(at('notes').slice(10), '`!` begins')],
  [
    'tag-timestamp',
    planWith({ submitted: '!!timestamp 2022-02-30' }),
    plain(at('submitted').slice(10), '`!` begins'),
  ],
  ['tag-set', planWith({ notes: '!!set {a}' }), plain(at('notes').slice(10), '`!` begins')],
  ['tag-omap', planWith({ notes: '!!omap [a: b]' }), plain(at('notes').slice(10), '`!` begins')],
  ['tag-null', planWith({ owner: '!!null ""' }), plain(at('owner').slice(10), '`!` begins')],
  [
    'tag-python',
    planWith({ notes: '!!python/object/apply:os.system ["touch sprung"]' }),
    plain(at('notes').slice(10), '`!` begins'),
  ],
  [
    'tag-javascript',
    planWith({ notes: '!!js/function "function(){ process.exit(0) }"' }),
    plain(at('notes').slice(10), '`!` begins'),
  ],
  [
    'tag-local',
    planWith({ notes: '!include /etc/passwd' }),
    plain(at('notes').slice(10), '`!` begins'),
  ],
  [
    'tag-verbatim',
    planWith({ notes: '!<tag:yaml.org,2002:str> x' }),
    plain(at('notes').slice(10), '`!` begins'),
  ],
  ['tag-bare', planWith({ notes: '! x' }), plain(at('notes').slice(10), '`!` begins')],
  ['tags-many', '- !a\n'.repeat(150_000), plain('1:3', '`!` begins')],
  ['directive-1-1', `%YAML 1.1\n---\n${PLAN}`, plain('1:1', '`%` begins a directive')],
  ['directive-1-2', `%YAML 1.2\n---\n${PLAN}`, plain('1:1', '`%` begins a directive')],
  ['directive-9-9', `%YAML 9.9\n---\n${PLAN}`, plain('1:1', '`%` begins a directive')],
  ['directive-tag', `%TAG ! tag:x,2000:\n---\n${PLAN}`, plain('1:1', '`%` begins a directive')],
  ['directive-unknown', `%FOO bar\n---\n${PLAN}`, plain('1:1', '`%` begins a directive')],
  ['document-start', `---\n${PLAN}`, SOUND, FINE],
  ['document-end', `${PLAN}...\n`, SOUND, FINE],
  ['document-second', `${PLAN}---\n${PLAN}`, syntax(`${NEXT}:1`, 'a second YAML document')],
  ['document-second-empty', `${PLAN}---\n`, syntax(`${NEXT}:1`, 'a second YAML document')],
  [
    'document-second-after-its-end',
    `${PLAN}...\n---\nx: 1\n`,
    syntax('\\d+:1', 'a second YAML document'),
  ],
  ['document-of-a-text', 'just words\n', found('unknown-document', '1:1', 'the file is a text')],
  ['document-of-a-list', '- plan: x\n', found('unknown-document', '1:1', 'the file is a list')],
  ['document-empty', '', found('unknown-document', '1:1', 'the file is empty')],
  ['document-of-a-comment', '# plan: x\n', found('unknown-document', '1:1', 'the file is empty')],
  ['document-of-null', '~\n', found('unknown-document', '1:1', 'the file is a text')],
  ['key-twice', planAnd('title: Other\n'), found('yaml-unique-keys', `${NEXT}:1`, 'title')],
  [
    'key-twice-by-quotes',
    planAnd('"title": Other\n'),
    found('yaml-unique-keys', `${NEXT}:1`, 'title'),
  ],
  [
    'key-twice-by-escape',
    planAnd('"t\\u0069tle": Other\n'),
    found('yaml-unique-keys', `${NEXT}:1`, 'title'),
  ],
  [
    'key-twice-in-braces',
    planWith({ tags: '[{a: 1, a: 2}]' }),
    found('yaml-unique-keys', '\\d+:\\d+', '`a`'),
  ],
  ['key-thirty-thousand-times', 'a: 1\n'.repeat(30_000), found('yaml-unique-keys', '2:1', '`a`')],
  ['key-that-is-a-list', planAnd('[a, b]: x\n'), /^plan\.yaml:\d+:\d+: error: .*\[yaml-/m],
  ['key-that-is-a-mapping', planAnd('? {a: b}\n: x\n'), /^plan\.yaml:\d+:\d+: error: .*\[yaml-/m],
  ['key-that-is-empty', planAnd(': x\n'), new RegExp(`^plan\\.yaml:${NEXT}:\\d+: error: `, 'm')],
  ['key-by-question-mark', planAnd('? x\n: y\n'), schema(`${NEXT}:\\d+`, 'unknown field `x`')],
]);

const faults = cases('the place is wrong, or the fault hides what else is wrong', [
  ['colon-in-a-text', planWith({ title: 'Records: a plan' }), syntax(`2:\\d+`, ': ')],
  ['tab-as-indentation', planAnd('\tnotes: x\n'), syntax(`${NEXT}:1`, 'tab')],
  ['quote-never-closed', planAnd('x: "never\n'), syntax(`${NEXT}:4`, 'quote')],
  ['apostrophe-never-closed', planAnd("x: 'never\n"), syntax(`${NEXT}:4`, 'quote')],
  ['bracket-never-closed', planAnd('x: [a, b\n'), syntax('\\d+:\\d+', '')],
  ['brace-closed-by-bracket', planAnd('x: {a: b]\n'), syntax('\\d+:\\d+', '')],
  ['quotes-a-million', planWith({ notes: '"'.repeat(900_001) }), plain('5:\\d+', '250,000 parts')],
  ['at-sign', planWith({ owner: '@team' }), syntax(`15:16`, '@')],
  ['backtick', planWith({ owner: '`team`' }), syntax(`15:16`, '`')],
  [
    'conflict',
    planAnd('<<<<<<< HEAD\nx: 1\n=======\nx: 2\n>>>>>>> b\n'),
    syntax(`${NEXT}:1`, 'git conflict'),
  ],
  ['conflict-half', planAnd('=======\n>>>>>>> b\n'), syntax('\\d+:\\d+', '')],
  ['escape-unknown', planWith({ title: '"\\q"' }), syntax('2:\\d+', '')],
  ['escape-cut-short', planWith({ title: '"\\u00"' }), syntax('2:\\d+', '')],
  ['escape-beyond-unicode', planWith({ title: '"\\U00110000"' }), /^plan\.yaml:2:\d+: error: /m],
  ['block-with-a-wrong-mark', planWith({ title: '|x' }), syntax('2:\\d+', '')],
  ['block-indented-by-0', planWith({ title: '|0\n  x' }), syntax('2:\\d+', '')],
  ['dedent-to-nowhere', planAnd('x:\n    a: 1\n  b: 2\n'), syntax('\\d+:\\d+', '')],
  ['a-list-where-a-mapping-was', planAnd('- x\n'), syntax(`\\d+:\\d+`, '')],
  ['commas-without-a-value', planWith({ tags: '[a,,b]' }), syntax('17:\\d+', '')],
  ['comment-without-space', planWith({ tags: '[a]#b' }), syntax('17:\\d+', '')],
]);

const EOL = cases(
  'the same text with other line ends is another plan, or its findings have other places',
  [
    ['line-ends-crlf', PLAN.replaceAll('\n', '\r\n'), SOUND, FINE],
    ['line-ends-mixed', PLAN.replace(/\n(?=k|r|a)/g, '\r\n'), SOUND, FINE],
    ['line-end-missing', PLAN.trimEnd(), SOUND, FINE],
    ['line-ends-many', `\n\n\n${PLAN}\n\n\n`, SOUND, FINE],
    ['line-ends-cr', PLAN.replaceAll('\n', '\r'), plain('1:12', 'a carriage return')],
    ['line-ends-nel', PLAN.replaceAll('\n', '\u0085'), /^plan\.yaml:1:\d+: error: /m],
    ['line-ends-ls', PLAN.replaceAll('\n', '\u2028'), /^plan\.yaml:1:\d+: error: /m],
    ['line-ends-ps', PLAN.replaceAll('\n', '\u2029'), /^plan\.yaml:1:\d+: error: /m],
    ['line-ends-form-feed', PLAN.replaceAll('\n', '\f'), /^plan\.yaml:1:\d+: error: /m],
    ['line-ends-vertical-tab', PLAN.replaceAll('\n', '\v'), /^plan\.yaml:1:\d+: error: /m],
    [
      'line-ends-crlf-place',
      planWith({ target: '2023-13' }).replaceAll('\n', '\r\n'),
      new RegExp(`^${at('target').replace('.', '\\.')}: error: `, 'm'),
    ],
    [
      'line-end-cr-in-a-text',
      planWith({ notes: 'a\rb' }),
      plain(`${at('notes').split(':')[1]}:9`, 'a carriage return'),
    ],
    [
      'line-end-cr-that-hides-a-key',
      planWith({ notes: `x\rowner: Other${' '.repeat(40)}` }),
      plain('5:9', 'a carriage return'),
    ],
    ['carriage-returns-many', `${PLAN}${'\r'.repeat(100_000)}`, plain(`${NEXT}:1`, 'a carriage')],
  ],
);

const encodings = cases(
  'bytes that are no UTF-8 are read as something else, or a text hides in them',
  [
    ['utf-16-le', wide(`\ufeff${PLAN}`, true), plain('1:1', 'UTF-16')],
    ['utf-16-be', wide(`\ufeff${PLAN}`, false), plain('1:1', 'UTF-16')],
    ['utf-16-without-mark', wide(PLAN, true), plain('1:2', 'NUL')],
    ['utf-32-le', Buffer.from([0xff, 0xfe, 0, 0, 0x70, 0, 0, 0]), plain('1:1', 'UTF-16')],
    ['utf-32-be', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x70]), plain('1:1', 'UTF-8')],
    ['utf-7', planWith({ title: '+AGEAYg-' }), SOUND, FINE],
    ['latin-1', Buffer.from(planWith({ title: 'Caf\u00e9' }), 'latin1'), plain('2:1', 'UTF-8')],
    ['lone-surrogate-as-bytes', spliced('\u0001', [0xed, 0xa0, 0x80]), plain('2:1', 'UTF-8')],
    [
      'lone-surrogate-escaped',
      planWith({ title: '"\\ud800"' }),
      /^plan\.yaml:2:\d+: (?:error|warning): /m,
    ],
    [
      'pair-of-surrogates-escaped',
      planWith({ title: '"\\ud83d\\ude00"' }),
      /checked: /,
      { exit: 0 },
    ],
    ['overlong-nul', spliced('\u0001', [0xc0, 0x80]), plain('2:1', 'UTF-8')],
    ['overlong-slash', spliced('\u0001', [0xe0, 0x80, 0xaf]), plain('2:1', 'UTF-8')],
    ['beyond-unicode', spliced('\u0001', [0xf4, 0x90, 0x80, 0x80]), plain('2:1', 'UTF-8')],
    [
      'cut-in-a-character',
      Buffer.from([...utf8.encode(PLAN), 0xe2, 0x82]),
      plain('\\d+:1', 'UTF-8'),
    ],
    ['nul-raw', planWith({ title: 'a\0b' }), plain('2:9', 'NUL')],
    ['nul-at-the-end', `${PLAN}\0`, plain(`${NEXT}:1`, 'NUL')],
    ['nul-only', '\0'.repeat(1_000), plain('1:1', 'NUL')],
    [
      'nul-escaped',
      planWith({ title: '"a\\0b"' }),
      /^plan\.yaml:2:\d+: \w+: .*\[text-clean\]$/m,
      { exit: 0 },
    ],
    ['mark-of-utf-8', `\ufeff${PLAN}`, SOUND, FINE],
    ['mark-twice', `\ufeff\ufeff${PLAN}`, SOUND, FINE],
    [
      'mark-within',
      planWith({ title: 'a\ufeffb' }),
      /^plan\.yaml:2:\d+: \w+: .*\[text-clean\]$/m,
      { exit: 0 },
    ],
    ['mark-only', '\ufeff', found('unknown-document', '1:1', 'the file is empty')],
    [
      'escape-character-raw',
      planWith({ title: 'a\u001b[2Jb' }),
      /^plan\.yaml:2:\d+: \w+: .*\[text-clean\]$/m,
      { exit: 0 },
    ],
    [
      'c1-raw',
      planWith({ title: 'a\u009b2Jb' }),
      /^plan\.yaml:2:\d+: \w+: .*\[text-clean\]$/m,
      { exit: 0 },
    ],
    [
      'delete-raw',
      planWith({ title: 'a\u007fb' }),
      /^plan\.yaml:2:\d+: \w+: .*\[text-clean\]$/m,
      { exit: 0 },
    ],
    [
      'noncharacter',
      planWith({ title: 'a\ufffeb' }),
      /^plan\.yaml:2:\d+: \w+: .*\[text-clean\]$/m,
      { exit: 0 },
    ],
    [
      'space-that-does-not-break',
      planAnd('\u00a0notes: x\n'),
      new RegExp(`^plan\\.yaml:${NEXT}:\\d+: error: `, 'm'),
    ],
    [
      'space-of-ideographs',
      planAnd('\u3000x: y\n'),
      new RegExp(`^plan\\.yaml:${NEXT}:\\d+: error: `, 'm'),
    ],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), plain('1:1', 'UTF-8')],
    ['zip', Buffer.from('PK\u0003\u0004'), /^plan\.yaml:1:1: error: /m],
    ['elf', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), plain('1:8', 'NUL')],
  ],
);

/** A text as UTF-16. */
function wide(text: string, little: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return little ? bytes : bytes.swap16();
}

/** The plan with some bytes in its title. */
function spliced(mark: string, bytes: readonly number[]): Uint8Array {
  const [before = '', after = ''] = planWith({ title: `a${mark}b` }).split(mark);
  return Buffer.concat([utf8.encode(before), Uint8Array.from(bytes), utf8.encode(after)]);
}

export const yaml: CaseClass = {
  name: 'yaml',
  cases: [
    ...bombs,
    ...nesting,
    ...scalars,
    ...largeByFlag,
    ...features,
    ...faults,
    ...EOL,
    ...encodings,
  ],
};
