import { describe, expect, it } from 'vitest';
import { editText } from '../../src/edit/edit-text.ts';
import type { Edit } from '../../src/model/edit.ts';

const ENTRY = { date: '2023-05-01', text: 'Done: all of it.' };

/** What each edit makes of each way to lay out a file. */
const EXAMPLES: Readonly<Record<string, readonly [before: string, edit: Edit, after: string]>> = {
  'an entry looks like its neighbours': [
    'progress:\n  -   date: 2023-01\n      text: a\n',
    { op: 'append', path: ['progress'], value: ENTRY },
    'progress:\n  -   date: 2023-01\n      text: a\n  -   date: 2023-05-01\n      text: "Done: all of it."\n',
  ],
  'a list that is not indented, CRLF, no last line break': [
    'x:\r\n- id: a\r\n  progress:\r\n  - date: 2023\r\n    text: a # why',
    { op: 'append', path: ['x', 0, 'progress'], value: ENTRY },
    'x:\r\n- id: a\r\n  progress:\r\n  - date: 2023\r\n    text: a # why\r\n  - date: 2023-05-01\r\n    text: "Done: all of it."',
  ],
  'a comment further in belongs to the entry above it': [
    'progress:\n  - date: 2023\n    text: a\n    # said by phone\n  # next\n\nb: 1\n',
    { op: 'append', path: ['progress'], value: ENTRY },
    'progress:\n  - date: 2023\n    text: a\n    # said by phone\n  - date: 2023-05-01\n    text: "Done: all of it."\n  # next\n\nb: 1\n',
  ],
  'a list is made where there is none': [
    'x:\n    - id: a\n      text: b\n\n    # next\n    - id: c\n',
    { op: 'append', path: ['x', 0, 'progress'], value: ENTRY },
    'x:\n    - id: a\n      text: b\n      progress:\n          - date: 2023-05-01\n            text: "Done: all of it."\n\n    # next\n    - id: c\n',
  ],
  'a list is made of empty brackets': [
    'a: 1\nprogress: [] # none yet\nb: 2\n',
    { op: 'append', path: ['progress'], value: ENTRY },
    'a: 1\nprogress: # none yet\n  - date: 2023-05-01\n    text: "Done: all of it."\nb: 2\n',
  ],
  'a list is made of nothing': [
    'a: 1\nprogress:\nb: 2\n',
    { op: 'append', path: ['progress'], value: ENTRY },
    'a: 1\nprogress:\n  - date: 2023-05-01\n    text: "Done: all of it."\nb: 2\n',
  ],
  'in brackets on one line': [
    'see: ["4", "5"] # why\n',
    { op: 'append', path: ['see'], value: '6.1' },
    'see: ["4", "5", "6.1"] # why\n',
  ],
  'in brackets over lines, behind the comment': [
    'see: [\n  "4", # four\n  "5" # five\n]\n',
    { op: 'append', path: ['see'], value: '6' },
    'see: [\n  "4", # four\n  "5", # five\n  "6"\n]\n',
  ],
  'in brackets with a comma at the end': [
    'see: [\n  "4",\n  "5", # five\n]\n',
    { op: 'append', path: ['see'], value: '6' },
    'see: [\n  "4",\n  "5", # five\n  "6",\n]\n',
  ],
  'a flow mapping stays one': [
    'progress:\n- {date: 2023, text: a}\n',
    { op: 'append', path: ['progress'], value: ENTRY },
    'progress:\n- {date: 2023, text: a}\n- {date: 2023-05-01, text: "Done: all of it."}\n',
  ],
  'a field goes to its place': [
    'id: a\naction: b\ntarget: 2023\n',
    {
      op: 'add',
      path: [],
      field: 'owner',
      value: ['us', 'them'],
      order: ['id', 'action', 'owner', 'target'],
    },
    'id: a\naction: b\nowner: [us, them]\ntarget: 2023\n',
  ],
  'a long text is a block': [
    'id: a\n',
    { op: 'add', path: [], field: 'text', value: `${'word '.repeat(25)}end` },
    `id: a\ntext: >-\n  ${'word '.repeat(18)}word\n  ${'word '.repeat(6)}end\n`,
  ],
  'a field is removed with its line': [
    'a: 1\n# why\nb:\n  - x\n\nc: 2\n',
    { op: 'remove', path: ['b'] },
    'a: 1\n# why\n\nc: 2\n',
  ],
  'the first field of an item': [
    'x:\n  - a: 1\n    b: 2\n',
    { op: 'remove', path: ['x', 0, 'a'] },
    'x:\n  - b: 2\n',
  ],
  'the last item leaves empty brackets': [
    'x:\n  - a\ny: 1\n',
    { op: 'remove', path: ['x', 0] },
    'x: []\ny: 1\n',
  ],
  'a field gets another name': [
    '- "mesure" : x # why\n',
    { op: 'rename', path: [0, 'mesure'], to: 'measure' },
    '- "measure" : x # why\n',
  ],
  'items move with the comments above them; blank lines stay': [
    'x:\n  # b\n  - b # bb\n\n  - a: 1\n    # in a\n  # c\n  - c\n',
    { op: 'reorder', path: ['x'], order: [1, 0, 2] },
    'x:\n  - a: 1\n    # in a\n\n  # b\n  - b # bb\n  # c\n  - c\n',
  ],
  'a text is cleaned where it stands': [
    'a: >-\n  one\u00a0two  three\n  four\u200b\n# a  b\n',
    { op: 'clean', path: ['a'] },
    'a: >-\n  one two three\n  four\n# a  b\n',
  ],
  'a text is cleaned of what is escaped': [
    'a: "one\\u00a0two"\n',
    { op: 'clean', path: ['a'] },
    'a: "one two"\n',
  ],
};

describe('edits', () => {
  it.each(Object.entries(EXAMPLES))('%s', (_, [before, edit, after]) => {
    expect(editText(before, [edit])).toBe(after);
  });

  it.each([
    ['a: *x\n', { op: 'set', path: ['a'], value: 'b' }],
    ['? a\n: b\n', { op: 'set', path: ['a'], value: 'c' }],
    ['a: [x\n', { op: 'set', path: ['a'], value: 'c' }],
    ['a: 1\n', { op: 'set', path: ['b'], value: 'c' }],
    ['a: [1]\n', { op: 'set', path: ['a'], value: 'c' }],
    ['a: 1\n', { op: 'append', path: ['a'], value: 'c' }],
    ['a: 1\n', { op: 'add', path: [], field: 'a', value: 'c' }],
    ['a: 1\nb: 2\n', { op: 'rename', path: ['a'], to: 'b' }],
    ['a: [1, 2]\n', { op: 'reorder', path: ['a'], order: [0] }],
    ['a: [1, 2]\n', { op: 'reorder', path: ['a'], order: [1, 1] }],
    ['a: [1, # one\n  2]\n', { op: 'remove', path: ['a', 0] }],
    ['a: b: c\n', { op: 'repair', at: 3, was: 'x: y', text: '"x: y"' }],
  ] as const)('of %j are refused: %j', (text, edit) => {
    expect(() => editText(text, [edit as Edit])).toThrow(
      expect.objectContaining({ name: 'EditError' }),
    );
  });
});
