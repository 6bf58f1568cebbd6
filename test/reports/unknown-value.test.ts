import { describe, expect, it } from 'vitest';
import {
  type Narrowing,
  narrowingInWords,
  narrowsActions,
  unknownValue,
} from '../../src/reports/narrow.ts';
import { memoryTree } from '../../src/source/file-tree.ts';
import { load } from '../../src/source/load.ts';

const PLAN = `plan: a
title: A
kind: strategy
submitted: 2022-03-04
tags: [pilot]
recommendations:
  - id: "1"
    text: Keep records.
    theme: Files
    tags: [records]
    actions:
      - { id: "1.1", action: Publish a guide., owner: [records, "NHSE: Director"], tags: [paper] }
      - { id: "1.2", action: Publish a form., owner: Estates }
`;
const OWNERS = `owners:
  - { id: records, organisation: HMPPS, role: Records team, also: [Archive] }
  - { id: unused, organisation: MoJ }
organisations:
  - { name: NHS England, also: [NHSE] }
  - { name: Cabinet Office }
`;
const { portfolio } = load(memoryTree({ 'a.yaml': PLAN, 'owners.yaml': OWNERS }), ['.']);
const without = load(memoryTree({ 'a.yaml': PLAN }), ['.']).portfolio;

describe('a value that names something in the plans', () => {
  it.each<Narrowing>([
    {},
    { plan: ['A'] },
    { owner: ['records', 'unused', 'archive', 'HMPPS:  Records Team', 'NHS England: Director'] },
    { owner: ['NHSE: Director', 'Estates'] },
    { organisation: ['HMPPS', 'nhse', 'NHS England', 'Cabinet Office', 'Estates'] },
    { status: ['paused', 'not-started'] },
    { theme: ['files'] },
    { tag: ['pilot', 'records', 'paper'] },
  ])('%j', (narrowing) => {
    expect(unknownValue(portfolio, narrowing)).toBe(undefined);
  });

  it('is looked for without an owners file too', () => {
    expect(unknownValue(without, { owner: ['records'], organisation: ['NHSE'] })).toBe(undefined);
    expect(unknownValue(without, { organisation: ['NHS England'] })?.value).toBe('NHS England');
  });
});

describe('a value that names nothing', () => {
  it.each<[Narrowing, object]>([
    [{ plan: ['a', 'b', 'c'] }, { option: 'plan', value: 'b', known: ['a'] }],
    [{ owner: ['recods'] }, { option: 'owner', value: 'recods', near: 'records' }],
    [{ organisation: ['HMPS'] }, { option: 'organisation', value: 'HMPS', near: 'HMPPS' }],
    [{ status: ['paussed'] }, { option: 'status', value: 'paussed', near: 'paused' }],
    [{ theme: ['Fils'] }, { option: 'theme', value: 'Fils', near: 'Files', known: ['Files'] }],
    [{ tag: ['x'] }, { option: 'tag', near: undefined, known: ['pilot', 'records', 'paper'] }],
    // An organisation is no owner by itself, and is named as what it is.
    [{ owner: ['nhse'] }, { option: 'owner', value: 'nhse', organisation: 'NHSE' }],
    [{ organisation: ['Records team'] }, { organisation: undefined }],
  ])('%j', (narrowing, found) => {
    expect(unknownValue(portfolio, narrowing)).toMatchObject(found);
  });

  it('of an owner is looked for among all that an owner could be called', () => {
    expect(unknownValue(portfolio, { owner: ['x'] })?.known).toEqual([
      'records',
      'HMPPS: Records team',
      'NHSE: Director',
      'NHS England: Director',
      'Estates',
      'Archive',
      'unused',
    ]);
  });

  it('that is an organisation is told in its first spelling', () => {
    const plan = PLAN.replace('owner: Estates', 'owner: ["Estates: Head", "ESTATES: Clerk"]');
    const { portfolio: twice } = load(memoryTree({ 'a.yaml': plan }), ['.']);
    expect(unknownValue(twice, { owner: ['estates'] })?.organisation).toBe('Estates');
  });

  it('the first of several is told', () => {
    expect(unknownValue(portfolio, { tag: ['x'], plan: ['y'] })?.option).toBe('plan');
  });
});

describe('what a report is narrowed to, in words', () => {
  it.each<[Narrowing, string]>([
    [{}, ''],
    [{ plan: ['a', 'b'] }, 'plan a and b'],
    [{ owner: ['records', 'Nobody'] }, 'owner HMPPS: Records team and Nobody'],
    [{ organisation: ['NHSE'], status: ['paused'] }, 'organisation NHS England; status paused'],
    [{ tag: ['pilot'], theme: ['Files'] }, 'tag pilot; theme Files'],
  ])('%j', (narrowing, words) => {
    expect(narrowingInWords(portfolio, narrowing)).toBe(words);
  });

  it('needs no owners file', () => {
    expect(narrowingInWords(without, { owner: ['records'], organisation: ['NHSE'] })).toBe(
      'owner records; organisation NHSE',
    );
  });
});

it.each<[Narrowing, boolean]>([
  [{}, false],
  [{ plan: ['a'] }, false],
  [{ owner: ['a'] }, true],
  [{ organisation: ['a'] }, true],
  [{ status: ['a'] }, true],
  [{ tag: ['a'] }, true],
  [{ theme: ['a'] }, true],
  [{ plan: ['a'], theme: [] }, true],
])('%j narrows actions: %s', (narrowing, narrows) => {
  expect(narrowsActions(narrowing)).toBe(narrows);
});
