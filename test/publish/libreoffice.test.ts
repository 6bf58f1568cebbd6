import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { actionsOf } from '../../src/model/plan.ts';
import { hostilePlan } from '../support/hostile-plan.ts';
import { run } from '../support/memory-host.ts';
import { program } from '../support/programs.ts';
import { ourPlans, publishOurs } from '../support/published.ts';
import { oneLine } from '../support/tables.ts';

const soffice = program('soffice', 'libreoffice');
const pdftotext = program('pdftotext');

/** A DOCX as LibreOffice reads it: the text of each page of the PDF it makes. */
function pagesOf(docx: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'actionplan-docx-'));
  try {
    writeFileSync(join(folder, 'p.docx'), docx);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const argv = [
      profile,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, 'p.docx'),
    ];
    const made = spawnSync(soffice ?? '', argv, { encoding: 'utf8', timeout: 120_000 });
    expect(made.stderr).not.toMatch(/error/i);
    spawnSync(pdftotext ?? '', ['-raw', join(folder, 'p.pdf'), join(folder, 'p.txt')]);
    return readFileSync(join(folder, 'p.txt'), 'utf8').split('\f').slice(0, -1).map(oneLine);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(soffice === undefined || pdftotext === undefined)('a DOCX in LibreOffice', () => {
  it('keeps the table: its headings on every page of it, and every action', {
    timeout: 180_000,
  }, async () => {
    const { docx } = await publishOurs('hmpps-mental-health', '2023-05-01');
    const pages = pagesOf(docx);
    expect(pages.length).toBeGreaterThan(20);
    const [cover = '', ...rest] = pages;
    expect(cover).toContain('Definitions');
    const closing = pages.findIndex((page) => page.includes('Recommendations by agreement'));
    rest.slice(0, closing - 1).forEach((page) => expect(page).toContain('Responsible owner'));
    pages.forEach((page, at) => expect(page).toContain(`Page ${at + 1} of ${pages.length}`));
    const text = pages.join(' ');
    const plan = ourPlans().portfolio.plans.find(({ id }) => id === 'hmpps-mental-health');
    for (const { action } of plan ? actionsOf(plan) : []) {
      // A long text is broken over lines and pages: its first words are enough.
      const start = `${action.id} ${oneLine(action.action)}`.slice(0, 30);
      expect(text).toContain(start);
    }
  });

  it('opens one made of hostile texts', { timeout: 180_000 }, async () => {
    const files = { 'x.yaml': stringify(hostilePlan('inspection')) };
    const { bytes } = await run(['publish', 'x.yaml', '--output', 'p.docx'], files);
    const pages = pagesOf(bytes['p.docx'] ?? new Uint8Array());
    expect(pages.join(' ')).toContain('<script>alert(1)</script>');
  });
});
