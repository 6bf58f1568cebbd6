import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateFiles } from '../support/validate-files.ts';

const plans = join(import.meta.dirname, '../../plans');
const file = 'hmpps-mental-health.yaml';
const published = readFileSync(join(plans, file), 'utf8');
const owners = readFileSync(join(plans, 'owners.yaml'), 'utf8');

/** The HMPPS action plan of March 2023, as published. */
const found = validateFiles({ [file]: published, 'owners.yaml': owners });

function finding(rule: string, item: string) {
  const one = found.find((other) => other.rule === rule && other.item === item);
  expect(one, `${rule} on ${item}`).toBeDefined();
  return one as NonNullable<typeof one>;
}

/** The words a finding points at. */
function pointedAt({ range }: (typeof found)[number]): string {
  const line = published.split('\n')[range.start.line - 1] ?? '';
  return line.slice(range.start.column - 1, range.end.column - 1);
}

describe('SMART rules on the published HMPPS plan', () => {
  it.each([
    ['1.5', 'continue to'],
    ['1.6', 'supports'],
    ['14.1', 'work with'],
    ['21.4', 'look to'],
    ['21.8', 'Share best practice'],
    ['22.3', 'consider'],
  ])('smart-specific on action %s points at "%s" inside its block', (item, words) => {
    expect(pointedAt(finding('smart-specific', item))).toBe(words);
  });

  it('smart-measurable says what is missing: action 15.1 only highlights a need', () => {
    expect(finding('smart-measurable', '15.1').message).toBe(
      'action 15.1 has no measure, and names no document, number or threshold that can be checked',
    );
  });

  it('finds nothing in actions that name their product, number or coverage', () => {
    const sound = ['1.3', '2.3', '3.3', '4.2', '20.1', '21.2'];
    const vague = found.filter((one) => /^smart-(?:specific|measurable)$/.test(one.rule));
    expect(vague.filter((one) => sound.includes(one.item ?? ''))).toEqual([]);
  });

  it('one-deliverable: action 11.1 commissions a review and develops terms of reference', () => {
    expect(finding('one-deliverable', '11.1').message).toContain(
      '"commission … review" and "develop … Terms of Reference"',
    );
  });

  it('the parts that the form of the plan does not have are said once, with their number', () => {
    const advised = found.filter((one) => /^smart-(?:achievable|realistic)$/.test(one.rule));
    expect(advised.map((one) => one.rule).sort()).toEqual(['smart-achievable', 'smart-realistic']);
    expect(advised.map((one) => one.message).join()).toMatch(/none of the plan's \d+ actions says/);
  });
});

function plan(...actions: string[]): string {
  return `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
${actions.map((action, index) => `      - id: "1.${index + 1}"\n        target: 2023-06\n${action}`).join('')}`;
}

function rulesFound(files: Record<string, string>, rule: string, asOf = '2023-05-01') {
  return validateFiles(files, { asOf }).filter((one) => one.rule === rule);
}

describe('which actions are read', () => {
  const vague = '        action: Continue to refine the guidance.\n        owner: Records team\n';
  const entry = (status: string) =>
    `${vague}        progress:\n          - date: 2023-03-27\n            status: ${status}\n            text: See action 1.2.\n`;

  it.each([
    ['complete', 1],
    ['in-progress', 1],
    ['superseded', 0],
    ['withdrawn', 0],
  ])('%s: %i', (status, count) => {
    for (const rule of ['smart-specific', 'smart-measurable', 'smart-achievable']) {
      expect(rulesFound({ 'plan.yaml': plan(entry(status)) }, rule)).toHaveLength(count);
    }
  });

  it('a measure makes any wording measurable, but not specific', () => {
    const files = { 'plan.yaml': plan(`${vague}        measure: Ten teams sign it.\n`) };
    expect(rulesFound(files, 'smart-measurable')).toEqual([]);
    expect(rulesFound(files, 'smart-specific')).toHaveLength(1);
  });
});

describe('owners', () => {
  const owned = (owner: string) => `        action: Publish a guide.\n        owner: "${owner}"\n`;

  it('spellings of the published HMPPS plan are taken for one owner, without an owners file', () => {
    const actions = [
      'HMPPS: Deputy Director, Public Protection Group',
      'HMPPS: Deputy Director, Public Protection Group',
      'HMPPS Deputy Director, Public Protection Group',
      'Police: Deputy Chief Constable, NPCC Mental Health Lead',
      'Police: Deputy Chief Constable, NPCC Mental Health Lead',
      'Deputy Chief Constable, NPCC Mental Health Lead',
    ].map(owned);
    const spelt = rulesFound({ 'plan.yaml': plan(...actions) }, 'owner-spelling');
    expect(spelt.map((one) => one.item)).toEqual(['1.3', '1.6']);
    expect(spelt[0]?.message).toContain('is elsewhere spelt "HMPPS: Deputy Director');
    const listed = { 'plan.yaml': plan(...actions), 'owners.yaml': owners };
    expect(rulesFound(listed, 'owner-spelling')).toEqual([]);
  });

  it('a post is held to its last day, and matters only while the action is open', () => {
    const posts =
      'owners:\n  - id: head\n    organisation: HMPPS\n    role: Head\n    until: 2023-03\n';
    const done =
      '        progress:\n          - date: 2023-03-27\n            status: complete\n            text: Published.\n';
    const files = { 'plan.yaml': plan(owned('head'), owned('head') + done), 'owners.yaml': posts };
    expect(rulesFound(files, 'owner-in-post', '2023-03-31')).toEqual([]);
    const after = rulesFound(files, 'owner-in-post', '2023-04-01');
    expect(after.map((one) => one.item)).toEqual(['1.1']);
    expect(after[0]?.message).toBe(
      'action 1.1 is open, but the post of its owner, HMPPS: Head, ended on 2023-03',
    );
  });
});
