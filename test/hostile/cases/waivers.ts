import { type Case, type CaseClass, VALIDATE } from '../case.ts';
import { PLAN, planWith } from '../plans.ts';

/** An action without an owner, with a comment above it. */
function under(comment: string, field = 'owner: ""'): string {
  return PLAN.replace('        owner: Team', `        ${comment}\n        ${field}`);
}

/** A plan whose action has no owner, with a comment above the action. */
function above(comment: string): string {
  return PLAN.replace('        owner: Team\n', '').replace(
    '      - id: "1.1"',
    `      ${comment}\n      - id: "1.1"`,
  );
}

const HIDDEN = 'a comment hides a finding that nobody allowed it to hide';

function waiverCase(
  id: string,
  plan: string,
  exit: 0 | 1 | 2,
  says: readonly (string | RegExp)[],
  more: Partial<Case> = {},
): Case {
  return { id, files: { 'plan.yaml': plan }, argv: VALIDATE, exit, says, wrong: HIDDEN, ...more };
}

const OWNER = /^plan\.yaml:\d+:\d+: error: .* \[owner-required\]$/m;

export const waivers: CaseClass = {
  name: 'waivers',
  cases: [
    waiverCase('sound', above('# actionplan-ignore owner-required: none was named'), 0, [
      '1 waived',
    ]),
    waiverCase('without-a-reason', above('# actionplan-ignore owner-required'), 1, [
      /\[waiver-reason\]/,
    ]),
    waiverCase('with-an-empty-reason', above('# actionplan-ignore owner-required:   '), 1, [
      /\[waiver-reason\]/,
    ]),
    waiverCase(
      'with-an-invisible-reason',
      above('# actionplan-ignore owner-required: \u200b\u2060'),
      1,
      [/\[waiver-reason\]/],
    ),
    waiverCase('without-a-rule', above('# actionplan-ignore: because'), 1, [
      /\[waiver-used\]/,
      OWNER,
    ]),
    waiverCase('of-all-rules', above('# actionplan-ignore *: because'), 1, [
      /there is no rule `\*`/,
      OWNER,
    ]),
    waiverCase('of-an-unknown-rule', above('# actionplan-ignore owner-requird: x'), 1, [
      /there is no rule `owner-requird`/,
      OWNER,
    ]),
    waiverCase('of-a-lookalike', above('# actionplan-ignore \u043ewner-required: x'), 1, [
      /there is no rule/,
      OWNER,
    ]),
    waiverCase('of-an-inherited-name', above('# actionplan-ignore constructor, __proto__: x'), 1, [
      /there is no rule `constructor`/,
      /there is no rule `__proto__`/,
      OWNER,
    ]),
    waiverCase('in-upper-case', above('# ACTIONPLAN-IGNORE owner-required: x'), 1, [OWNER]),
    waiverCase('of-a-fault-of-reading', under('# actionplan-ignore schema: x', 'ownr: Team'), 1, [
      /\[schema\]/,
    ]),
    waiverCase(
      'of-a-fault-of-reading-for-the-file',
      `# actionplan-ignore-file schema: x\n${planWith({ submitted: '2023-02-30' })}`,
      1,
      [/\[date-real\]/, /`schema` cannot be waived/],
    ),
    waiverCase(
      'of-a-file-that-is-no-yaml',
      '# actionplan-ignore-file yaml-syntax: x\nplan: [\n',
      1,
      [/\[yaml-syntax\]/],
    ),
    waiverCase('of-waivers', above('# actionplan-ignore waiver-reason, waiver-used: x'), 1, [
      /`waiver-reason` cannot be waived/,
      OWNER,
    ]),
    waiverCase('of-what-changes', above('# actionplan-ignore change-settings: x'), 1, [
      /`change-settings` cannot be waived/,
      OWNER,
    ]),
    waiverCase(
      'for-nothing',
      PLAN.replace('    actions:', '    # actionplan-ignore owner-required: x\n    actions:'),
      0,
      [/waives nothing/],
    ),
    waiverCase(
      'for-the-file',
      `# actionplan-ignore-file owner-required: none was named\n${PLAN.replace('        owner: Team\n', '')}`,
      0,
      ['1 waived'],
    ),
    waiverCase(
      'in-a-text',
      above('# x').replace('Keep records.', '"# actionplan-ignore owner-required: x"'),
      1,
      [OWNER],
    ),
    waiverCase(
      'in-a-block',
      above('# x').replace('Keep records.', '|\n      # actionplan-ignore-file owner-required: x'),
      1,
      [OWNER],
    ),
    waiverCase('behind-a-nul', above('# actionplan-ignore owner-required: x\0'), 1, [/NUL/]),
    waiverCase('behind-a-carriage-return', above('# x\r# actionplan-ignore owner-required: x'), 1, [
      /a carriage return/,
    ]),
    waiverCase(
      'with-line-ends-of-windows',
      above('# actionplan-ignore owner-required: x').replaceAll('\n', '\r\n'),
      0,
      ['1 waived'],
    ),
    waiverCase(
      'with-an-escape',
      above('# actionplan-ignore owner-required: \u001b[2J::error::x'),
      0,
      ['waived'],
      {
        argv: [...VALIDATE, '--show-waived'],
      },
    ),
    waiverCase(
      'with-a-reason-of-100-kb',
      above(`# actionplan-ignore owner-required: ${'x'.repeat(100_000)}`),
      0,
      ['1 waived'],
    ),
    waiverCase(
      'ten-thousand-of-them',
      above(`${'# actionplan-ignore owner-required: x\n      '.repeat(10_000)}# x`),
      0,
      ['1 waived'],
    ),
    waiverCase(
      'ten-thousand-rules',
      above(`# actionplan-ignore ${'x, '.repeat(10_000)}owner-required: x`),
      0,
      ['1 waived'],
    ),
    waiverCase(
      'on-another-item',
      PLAN.replace('        owner: Team\n', '').replace(
        '  - id: "1"',
        '  # actionplan-ignore smart-achievable: x\n  - id: "1"',
      ),
      1,
      [OWNER],
    ),
    waiverCase(
      'at-the-end-of-the-file',
      `${PLAN.replace('        owner: Team\n', '')}# actionplan-ignore owner-required: x\n`,
      1,
      [OWNER],
    ),
    waiverCase('from-another-file', above('# x'), 1, [OWNER], {
      files: {
        'plan.yaml': above('# x'),
        'owners.yaml':
          '# actionplan-ignore-file owner-required: x\nowners:\n  - {id: team, organisation: Team}\n',
      },
    }),
    waiverCase(
      'with-a-space-that-is-none',
      above('# actionplan-ignore\u00a0owner-required: x'),
      1,
      [],
      {
        exit: 0,
        says: ['waived'],
      },
    ),
  ],
};
