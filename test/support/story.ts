import { makeRepository, type TestRepository } from './repository.ts';

/**
 * A plan over one update round, as real repositories see it: some of what the branch `round` does to the
 * commitments is right, some is not, and some is no change at all.
 */
export function tellStory(): TestRepository {
  const repository = makeRepository();
  repository.write('plans/records.yaml', RECORDS);
  repository.write('plans/training.yaml', TRAINING);
  repository.write('actionplan.yaml', SETTINGS);
  repository.commit('The answers to two inspections', '2022-03-04');
  repository.git('tag', 'published');

  repository.write('plans/records.yaml', RECORDS.replace(DRAFTED, DRAFTED + CHECKED));
  repository.commit('What was done by the summer', '2022-09-01');

  repository.git('checkout', '-q', '-b', 'round');
  repository.write('plans/archive.yaml', ARCHIVE);
  repository.remove('plans/training.yaml');
  repository.write('plans/training-staff.yaml', REWRAPPED);
  repository.commit('A new plan, and another name for an old one', '2023-03-20');
  repository.write('plans/records.yaml', ROUND);
  repository.commit('Update after the round', '2023-03-27');
  return repository;
}

/** The story is of changes: how its commitments are worded is another matter. */
const SETTINGS = `rules:
  smart-specific: off
  smart-measurable: off
  smart-achievable: off
  smart-realistic: off
  one-deliverable: off
`;

const DRAFTED = `          - date: 2022-06-01
            status: in-progress
            text: The guide is drafted.
`;
const CHECKED = `          - date: 2022-08-30
            text: Two offices have tried the draft.
`;

const RECORDS = `plan: records
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2022-12
        progress:
${DRAFTED}      - id: "1.2"
        action: Check a sample of records in each office.
        owner: Audit team
        target: 2023-Q2
      - id: "1.3"
        action: Publish what the checks have found.
        owner: Audit team
        target: 2023-09
  - id: "2"
    text: Give every office the equipment that it needs.
    agreement: agreed
    actions:
      - id: "2.1"
        action: Send scanners to all offices.
        owner: Estates team
        target: 2022-summer
        progress:
          - date: 2022-06-01
            status: in-progress
            text: Scanners have been sent to 12 of 40 offices.
      - id: "2.2"
        action: Replace the paper index in each office.
        owner: Estates team
        target: 2023-12
  - id: "3"
    text: Keep paper files for ten years.
    agreement: partly-agreed
    reason:
      category: affordability
      text: There is room for the files of five years.
    agreed-part: Files will be kept for five years.
    actions:
      - id: "3.1"
        action: Rent a store for the files of five years.
        owner: Estates team
        target: 2023-12
`;

const ROUND = RECORDS.replace(
  DRAFTED,
  // 1.1: the target moves, and the log says why.
  `${DRAFTED}${CHECKED}          - date: 2023-03-27
            status: in-progress
            target: 2023-05-31
            text: Moved because the new record system comes first; publication is expected in spring 2023.
`,
)
  // 1.2: the target moves, and nobody says why.
  .replace(
    `        target: 2023-Q2
`,
    `        target: 2023-Q2
        progress:
          - date: 2023-03-27
            status: in-progress
            target: 2023-Q4
            text: Target date revised.
`,
  )
  // 1.3: the first target is another one all of a sudden.
  .replace('target: 2023-09', 'target: 2024-03')
  // 2: the words of the inspectors change.
  .replace('Give every office the equipment that it needs.', 'Give offices equipment where needed.')
  // 2.1: what was said in June becomes more.
  .replace('12 of 40 offices', '31 of 40 offices')
  // 2.2: vanishes.
  .replace(
    `      - id: "2.2"
        action: Replace the paper index in each office.
        owner: Estates team
        target: 2023-12
`,
    '',
  )
  // 3: agreed no longer, for the same reason as before.
  .replace('agreement: partly-agreed', 'agreement: not-agreed');

const TRAINING = `plan: training
title: Inspection of training
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Train all staff who work with records, in the office in which they work.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Run one course in each office.
        owner: [Training team, Records team]
        target: 2023-09
      - id: "1.2"
        action: Ask all who took part whether the course helped.
        owner: Training team
        target: 2023-12
`;

/** The same plan: other file, order, quotes, comments and line breaks. */
const REWRAPPED = `# Kept by the training team.
plan: "training"
kind: inspection
title: >-
  Inspection
  of training
submitted: 2022-03-04

recommendations:
  - id: '1'
    agreement: agreed
    text: >-
      Train all staff who work with records,
      in the office in which they work.
    actions:
      - id: "1.1"
        owner:
          - Records team   # first by the alphabet
          - "Training team"
        target: "2023-09"
        action: |-
          Run one course
          in each office.
      - {id: "1.2", action: Ask all who took part whether the course helped., target: 2023-12, owner: Training team}
`;

const ARCHIVE = `plan: archive
title: Review of the archive
kind: strategy
submitted: 2023-03-20
recommendations:
  - id: "1"
    text: Decide what is kept for good.
    actions:
      - id: "1.1"
        action: Publish a list of what is kept for good.
        owner: Archive team
        target: 2024-06
`;
