import { stringify } from 'yaml';
import { soundFiles } from '../../support/values.ts';
import { quiet } from '../expectations.ts';
import type { Target } from '../target.ts';

const files = {
  'plans/x.yaml': stringify(soundFiles.plan),
  'plans/owners.yaml': stringify(soundFiles.owners),
  'plans/standards.yaml': stringify(soundFiles.standards),
};
// biome-ignore format: a table
const LINES: readonly string[] = [
  'validate plans --as-of 2023-05-01 --format json --strict --max-warnings 3',
  'validate --rule owner-known --rule id-unique plans/x.yaml --output sarif:a --output b.md',
  'report overdue plans --as-of 2023-05-01 --owner team --format csv',
  'report summary --month 2023-03 --status complete --tag t --theme T plans',
  'report completed --from 2023-01-01 --to 2023-05-01 --output xlsx:x.xlsx',
  'report upcoming --days 30 --organisation HMPPS --fail-if-any',
  'publish x --format markdown --as-of 2023-05-01 --output html:a.html --check',
  'progress x/1.1 --status paused --text Said. --date 2023-04-01 --target 2024-01',
  'import plans/x.yaml --sheet A --dates day-first --into plans/x.yaml --dry-run',
  'export x --format csv', 'calendar plans --as events --alarm 14 --owner team',
  'diff HEAD~1 HEAD plans --format json', 'history x/1.1 plans --format markdown',
  'fmt plans --check --diff', 'new plan --id y --title T --kind strategy', 'explain owner-known',
  'rules --format json', 'schema plan', 'completion bash', 'init --dry-run', 'help report',
  'site out plans --as-of 2023-05-01 --month 2023-03 --title T --skip-invalid --check',
  'site out plans/x.yaml --source-url https://git.example/{path}#L{line} --since HEAD~1',
  '--help', '--version', '',
];

export const arguingTargets: readonly Target[] = [
  {
    id: 'arguments',
    promises: 'any command line is carried out or refused with a reason',
    ending: 'txt',
    seeds: LINES.map((line) => Buffer.from(line.replaceAll(' ', '\n'))),
    async check(input) {
      await quiet(
        Buffer.from(input)
          .toString()
          .split('\n')
          .filter((word) => word !== ''),
        files,
      );
    },
  },
];
