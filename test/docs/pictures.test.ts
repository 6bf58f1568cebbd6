import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  ageOfOverdue,
  burnUp,
  overdueByOwner,
  ragByOrganisation,
  ragByPlan,
  timeline,
} from '../../src/publish/charts/index.ts';
import { realPortfolio } from '../support/pictures.ts';

const page = join(import.meta.dirname, '../../docs/pictures.md');
const DAY = '2023-05-01';

/** `npm run golden` rewrites it. */
it('docs/pictures.md has what the pictures say', () => {
  const [plan] = realPortfolio.plans;
  const charts = [
    burnUp(realPortfolio, DAY),
    plan ? timeline(plan, DAY) : null,
    ragByPlan(realPortfolio, DAY),
    ragByOrganisation(realPortfolio, DAY),
    overdueByOwner(realPortfolio, DAY),
    ageOfOverdue(realPortfolio, DAY),
  ];
  const said = charts.map((chart) => `- **${chart?.title}.** ${chart?.description}`).join('\n');
  const text = readFileSync(page, 'utf8');
  const now = text.replace(
    /(<!-- pictures -->\n)[\s\S]*(<!-- end -->)/,
    (_, begin: string, end: string) => `${begin}${said}\n${end}`,
  );
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(page, now);
  expect(said.split('\n')).toHaveLength(6);
  expect(said).not.toContain('undefined');
  expect(readFileSync(page, 'utf8')).toBe(now);
});
