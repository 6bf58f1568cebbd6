import { describe, expect, it } from 'vitest';
import { names } from '../../src/changes/diff-action.ts';
import { memoryTree } from '../../src/source/file-tree.ts';
import { load } from '../../src/source/load.ts';
import { actionOf, planOf } from '../support/plan-of.ts';

const OWNERS = `owners:
  - { id: npcc-lead, organisation: NPCC, role: Mental Health Lead, also: ["Police: Lead (mental health)"] }
  - { id: estates, organisation: Estates }
`;
const { portfolio } = load(memoryTree({ 'owners.yaml': OWNERS }), ['.']);
const without = load(memoryTree({}), ['.']).portfolio;

function named(owner: string, text: string, by: string[] = [], owners = portfolio): boolean {
  const [entry] = actionOf({ progress: [{ date: '2023', text, by }] }).progress;
  if (!entry) throw new Error('one entry');
  return names({ plan: planOf(), entry }, owner, owners);
}

describe('an entry names an owner', () => {
  it.each([
    ['by its id', 'npcc-lead', 'It went to npcc-lead.'],
    ['by its organisation', 'npcc-lead', 'The NPCC has taken it over'],
    ['by its role', 'npcc-lead', 'Now with the mental  health LEAD.'],
    ['by another spelling', 'npcc-lead', 'See police: lead (Mental Health), from now on.'],
    ['however it is written in the plan', 'Police: Lead (mental health)', 'NPCC has it.'],
    ['as free text', 'HMPPS: Director', 'Handed to HMPPS: Director.'],
    ['by the organisation of a free text', 'HMPPS: Director', 'HMPPS (all of it) has it.'],
    ['by the role of a free text', 'HMPPS: Director', 'Handed to the Director!'],
  ])('%s', (_, owner, text) => {
    expect(named(owner, text)).toBe(true);
  });

  it.each([
    ['as the one who reports', 'npcc-lead', ['Someone', 'NPCC: Mental Health Lead']],
    ['as the one who reports, by a spelling', 'npcc-lead', ['police: lead (mental health)']],
    ['as the one who reports, as free text', 'HMPPS: Director', ['hmpps:  director']],
    ['as the one who reports, by the organisation', 'HMPPS: Director', ['HMPPS']],
  ])('%s', (_, owner, by) => {
    expect(named(owner, 'Done.', by)).toBe(true);
  });

  it('without an owners file', () => {
    expect(named('HMPPS: Director', 'The director.', [], without)).toBe(true);
    expect(named('npcc-lead', 'NPCC has it.', [], without)).toBe(false);
    expect(named('npcc-lead', 'It went to npcc-lead.', [], without)).toBe(true);
  });
});

describe('an entry does not name an owner', () => {
  it.each([
    ['in a part of a word', 'HMPPS: Head', 'Ahead of time.', []],
    ['that has no role', 'estates', 'Nobody has it.', []],
    ['by who reports, who is another', 'npcc-lead', 'Done.', ['estates', 'Someone']],
    ['that nobody knows', 'Nobody', 'Done.', ['Someone']],
    ['by half of its words', 'npcc-lead', 'The mental health team has it.', []],
  ])('%s', (_, owner, text, by) => {
    expect(named(owner, text, by)).toBe(false);
  });

  it('where there is no entry', () => {
    expect(names({ plan: planOf() }, 'npcc-lead', portfolio)).toBe(false);
  });
});
