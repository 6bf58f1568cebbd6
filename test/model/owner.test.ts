import { describe, expect, it } from 'vitest';
import { buildOwners, buildStandards } from '../../src/model/build-directory.ts';
import { ownerLabel, readOwner, spelling } from '../../src/model/owner.ts';
import type { OwnersFile } from '../../src/model/owners-file.ts';

/** A file as it is once faulty values are taken out of it: anything may be missing. */
const pruned = (value: object) => value as OwnersFile;

const { directory, faults } = buildOwners([
  {
    file: 'owners.yaml',
    value: pruned({
      owners: [
        {
          id: 'npcc-mental-health',
          organisation: 'NPCC',
          role: 'Mental Health Lead',
          also: ['Police: Mental Health Lead', 'records'],
          until: '2024-03',
        },
        { id: 'records', organisation: 'HMPPS', role: 'Records Team' },
        { id: 'cabinet', also: 'Cabinet Office' },
        { id: 'late', organisation: 'MoJ', until: 'June' },
      ],
      organisations: [
        { name: 'NPCC', title: "National Police Chiefs' Council", also: ['Police/NPCC'] },
      ],
    }),
  },
  { file: 'more.yaml', value: pruned({ organisations: [{ name: 'MoJ', also: 'Justice' }] }) },
  { file: 'none.yaml', value: pruned({}) },
]);

describe('the owner of an id or a spelling', () => {
  it.each([
    ['npcc-mental-health', 'npcc-mental-health'],
    ['NPCC-Mental-Health', 'npcc-mental-health'],
    ['NPCC: Mental Health Lead', 'npcc-mental-health'],
    ['npcc:  mental  health lead', 'npcc-mental-health'],
    ['Police: Mental Health Lead', 'npcc-mental-health'],
    ['Police/NPCC: Mental Health Lead', 'npcc-mental-health'],
    ["National Police Chiefs' Council: Mental Health Lead", 'npcc-mental-health'],
    // No spelling takes an id from its owner.
    ['records', 'records'],
    ['HMPPS: Records Team', 'records'],
    ['Cabinet Office', 'cabinet'],
    ['cabinet', 'cabinet'],
    // An organisation by itself is the owner that has no role in it.
    ['MoJ', 'late'],
  ])('%s', (name, id) => {
    expect(directory.find(name)?.id).toBe(id);
  });

  it.each(['NPCC', 'HMPPS', 'Mental Health Lead', 'MoJ: Records Team', ''])(
    '"%s" is none',
    (name) => {
      expect(directory.find(name)).toBe(undefined);
    },
  );

  it('the one it is listed for, not the one it could be read as', () => {
    const { directory: both } = buildOwners([
      {
        file: 'owners.yaml',
        value: {
          owners: [
            { id: 'health', organisation: 'NHS England', role: 'Director' },
            { id: 'commissioner', organisation: 'ICB', role: 'Chair', also: ['NHSE: Director'] },
          ],
          organisations: [{ name: 'NHS England', also: ['NHSE'] }],
        },
      },
    ]);
    expect(both.find('NHSE: Director')?.id).toBe('commissioner');
    expect(both.find('NHS England: Director')?.id).toBe('health');
  });

  it('the first of two that are spelt alike', () => {
    const twice = buildOwners([
      {
        file: 'owners.yaml',
        value: {
          owners: [
            { id: 'one', organisation: 'A', role: 'B', also: ['C'] },
            { id: 'two', organisation: 'a', role: 'b', also: ['c'] },
          ],
          organisations: [
            { name: 'First', also: ['X'] },
            { name: 'Second', also: ['x'] },
          ],
        },
      },
    ]).directory;
    expect(twice.find('A: B')?.id).toBe('one');
    expect(twice.find('C')?.id).toBe('one');
    expect(twice.organisation('x')).toBe('First');
  });
});

describe('what is read of an owners file', () => {
  it('a single spelling counts as a list of one; the id stands in for an organisation', () => {
    expect(directory.find('cabinet')).toMatchObject({
      organisation: 'cabinet',
      also: ['Cabinet Office'],
      until: undefined,
    });
    expect(directory.organisations.map(({ name, title, also }) => [name, title, also])).toEqual([
      ['NPCC', "National Police Chiefs' Council", ['Police/NPCC']],
      ['MoJ', undefined, ['Justice']],
    ]);
  });

  it('the day a post ended, and where it stands', () => {
    const [owner] = directory.owners;
    expect(owner?.until?.day).toBe('2024-03-31');
    expect(owner?.at('until')).toEqual({ file: 'owners.yaml', path: ['owners', 0, 'until'] });
    expect(directory.organisations[1]?.at('name')).toEqual({
      file: 'more.yaml',
      path: ['organisations', 0, 'name'],
    });
  });

  it('a day that cannot be read is a fault with its place', () => {
    expect(faults).toEqual([
      expect.objectContaining({
        file: 'owners.yaml',
        path: ['owners', 3, 'until'],
        kind: 'date',
        written: 'June',
      }),
    ]);
    expect(directory.find('late')?.until).toBe(undefined);
  });
});

describe('how reports name an owner', () => {
  it.each([
    ['npcc-mental-health', 'npcc-mental-health', 'NPCC', 'Mental Health Lead'],
    ['cabinet', 'cabinet', 'cabinet', null],
    ['Police/NPCC: Somebody', null, 'NPCC', 'Somebody'],
    // However the organisation is spelt.
    ['Justice', 'late', 'MoJ', null],
    ['Board', null, 'Board', null],
  ])('%s', (written, id, organisation, role) => {
    expect(directory.name(written)).toEqual({ id, organisation, role });
  });
});

describe('an owner as free text', () => {
  it.each([
    ['NPCC: Lead', 'NPCC', 'Lead'],
    [' NPCC :  Lead ', 'NPCC', 'Lead'],
    ['NPCC: Lead: Records', 'NPCC', 'Lead: Records'],
    [' Board ', 'Board', null],
    ['12:30 meeting', '12:30 meeting', null],
    [': Lead', ': Lead', null],
    ['A: B', 'A', 'B'],
  ])('"%s"', (written, organisation, role) => {
    expect(readOwner(written)).toEqual({ id: null, organisation, role });
    expect(ownerLabel({ id: null, organisation, role })).toBe(
      role === null ? organisation : `${organisation}: ${role}`,
    );
  });

  it('is spelt alike whatever its case, spaces and signs', () => {
    expect(spelling('  Caf\u00e9  TEAM\n one ')).toBe('caf\u00e9 team one');
    expect(spelling('Cafe\u0301 team one')).toBe('caf\u00e9 team one');
  });
});

describe('what is read of standards', () => {
  it('domains, questions and expectations, with what is missing left empty', () => {
    const standards = buildStandards('s.yaml', {
      standards: 's',
      title: 'S',
      domains: [
        {},
        {
          title: 'D',
          questions: [
            {},
            { title: 'Q', expectations: [{ id: 'L1' }, { id: 'L2', text: 'Lead.' }] },
          ],
        },
      ],
    } as never);
    expect(standards).toMatchObject({
      id: 's',
      title: 'S',
      domains: [
        { title: '', questions: [] },
        {
          title: 'D',
          questions: [
            { title: '', expectations: [] },
            {
              title: 'Q',
              expectations: [
                { id: 'L1', text: '' },
                { id: 'L2', text: 'Lead.' },
              ],
            },
          ],
        },
      ],
    });
    const last = standards.domains[1]?.questions[1]?.expectations[1];
    expect(last?.at('id')).toEqual({
      file: 's.yaml',
      path: ['domains', 1, 'questions', 1, 'expectations', 1, 'id'],
    });
    expect(buildStandards('t.yaml', { standards: 't' } as never)).toMatchObject({
      title: '',
      domains: [],
    });
  });
});
