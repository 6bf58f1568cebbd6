// Plans for measuring, the same on every machine: as long and as full as published ones, each text
// unlike the others, so that nothing can be answered by remembering.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ACTIONS = 38;

/** A small generator of numbers (mulberry32), so that a seed gives the same plans for ever. */
function numbers(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return {
    below: (limit) => next() % limit,
    pick: (list) => list[next() % list.length],
  };
}

const VERBS = ['Publish', 'Produce', 'Issue', 'Draft', 'Agree', 'Update', 'Commission', 'Revise'];
const THINGS = ['guidance', 'protocol', 'dashboard', 'training package', 'framework', 'standard'];
const TOPICS = [
  'record keeping',
  'medication reviews',
  'the transfer of prisoners',
  'liaison and diversion',
  'information sharing',
  'court reports',
  'the use of restraint',
  'continuity of care',
];
const PEOPLE = [
  'probation staff',
  'health teams',
  'wing officers',
  'court clerks',
  'case managers',
];
const PLACES = ['Leeds', 'Cardiff', 'Bristol', 'Durham', 'Kent', 'Norwich', 'Swansea', 'Exeter'];
const OWNERS = ['Health Policy', 'Courts', 'Probation', 'Data', 'Estates', 'Training', 'Legal'];
const REASONS = ['the supplier was late', 'two posts were vacant', 'the law changed in between'];

/** One plan as text. @param {number} index */
export function plan(index, actions = ACTIONS) {
  const random = numbers(index + 1);
  const { below, pick } = random;
  const lines = [
    `plan: plan-${index}`,
    `title: Inspection ${index} of ${pick(TOPICS)} in ${pick(PLACES)}`,
    'kind: inspection',
    'submitted: "2022-03-04"',
    'rounds:',
    '  - date: "2023-03-27"',
    '    title: Update of March 2023',
    'recommendations:',
  ];
  let made = 0;
  for (let number = 1; made < actions; number += 1) {
    const size = Math.min(actions - made, 1 + below(4));
    lines.push(
      `  - id: "${number}"`,
      `    to: [${pick(OWNERS)} directorate, ${pick(PLACES)} board]`,
      '    text: >-',
      `      Ensure that ${pick(PEOPLE)} in ${pick(PLACES)} are given ${pick(THINGS)} ${below(9000)} about`,
      `      ${pick(TOPICS)}, and that ${pick(TOPICS)} is looked at every ${2 + below(9)} months by the board.`,
      '    agreement: agreed',
      '    actions:',
    );
    for (let action = 1; action <= size; action += 1) {
      lines.push(...anAction(random, `${number}.${action}`));
      made += 1;
    }
  }
  return `${lines.join('\n')}\n`;
}

function anAction({ below, pick }, id) {
  const moved = below(4) === 0;
  const done = below(4) === 0;
  const year = moved ? 2024 : 2023;
  const lines = [
    `      - id: "${id}"`,
    '        action: >-',
    `          ${pick(VERBS)} ${pick(THINGS)} ${below(9000)} on ${pick(TOPICS)} for ${pick(PEOPLE)} in ${pick(PLACES)}.`,
    `        measure: ${50 + below(50)}% of ${pick(PEOPLE)} in ${pick(PLACES)} have it.`,
    `        achievable: ${2 + below(7)} people have the time.`,
    '        realistic: The last took three months.',
    `        owner: Head of ${pick(OWNERS)}`,
    `        target: 2023-${String(4 + below(8)).padStart(2, '0')}`,
    '        progress:',
    '          - date: "2023-03-27"',
    `            status: ${done ? 'complete' : 'in-progress'}`,
  ];
  if (moved && !done) lines.push(`            target: ${year}-06`);
  lines.push(
    '            text: >-',
    `              ${pick(PEOPLE)} in ${pick(PLACES)} have seen draft ${below(900)}${moved ? `; it moved because ${pick(REASONS)}` : ''},`,
    `              and ${2 + below(40)} of them have answered.`,
  );
  if (done) {
    lines.push(
      '            evidence:',
      `              - title: Minutes of ${pick(PLACES)}, item ${below(200)}`,
      `                href: https://example.org/minutes/${below(100000)}`,
    );
  }
  return lines;
}

/**
 * Ways to break a plan. `schema` says whether a validator of JSON Schema could find it, and `yaml`
 * whether a checker of YAML could.
 */
export const DEFECTS = [
  {
    name: 'unknown field',
    schema: true,
    break: (text) => text.replace('    agreement:', '    agreemnt:'),
  },
  { name: 'no title', schema: true, break: (text) => text.replace(/^title:.*\n/m, '') },
  {
    name: 'unknown status',
    schema: true,
    break: (text) => text.replace('status: in-progress', 'status: ongoing'),
  },
  {
    name: 'text that is no YAML',
    schema: true,
    yaml: true,
    break: (text) => text.replace('    owner: Head of', '    owner: Head: of'),
  },
  { name: 'the same id twice', break: (text) => text.replace('- id: "2"', '- id: "1"') },
  {
    name: 'a day that does not exist',
    break: (text) =>
      text
        .replace('target: 2023-04', 'target: 2023-04-31')
        .replace('submitted: "2022-03-04"', 'submitted: "2022-02-30"'),
  },
  {
    name: 'a reference to nothing',
    break: (text) =>
      text.replace('    agreement: agreed', '    see: ["999.9"]\n    agreement: agreed'),
  },
  {
    name: 'agreed, but without a reason',
    break: (text) => text.replace('agreement: agreed', 'agreement: not-agreed'),
  },
];

/** Whether a file is broken, and how. @param {number} index */
export function defectOf(index) {
  return index % 50 === 7 ? DEFECTS[Math.floor(index / 50) % DEFECTS.length] : undefined;
}

/** Writes a corpus, with the defects that are wanted, and says which files have them. */
export function writeCorpus(folder, count, broken = () => false) {
  mkdirSync(folder, { recursive: true });
  const defects = new Map();
  for (let index = 0; index < count; index += 1) {
    const planned = defectOf(index);
    const defect = planned && broken(planned) ? planned : undefined;
    const text = plan(index);
    const name = `plan-${String(index).padStart(5, '0')}.yaml`;
    if (defect) defects.set(name, defect);
    writeFileSync(join(folder, name), defect ? defect.break(text) : text);
  }
  return defects;
}
