import { expect, it } from 'vitest';
import { run } from '../support/memory-host.ts';

it('init sets up a repository in which a plan can be begun at once', async () => {
  const made = await run(['init'], { 'plans/owners.yaml': 'owners: []\n' });
  expect(made.exit).toBe(0);
  expect(made.stderr).toContain('plans/owners.yaml is there already and stays as it is');
  expect(Object.keys(made.edited)).toEqual([
    'plans/actionplan.yaml',
    'schemas/plan.schema.json',
    'schemas/owners.schema.json',
    'schemas/standards.schema.json',
    'schemas/settings.schema.json',
    'schemas/profile.schema.json',
    '.vscode/extensions.json',
    '.vscode/settings.json',
    '.pre-commit-config.yaml',
    '.github/workflows/plans.yml',
  ]);
  for (const [name, text] of Object.entries(made.edited)) {
    if (name.endsWith('.json')) expect(() => JSON.parse(text)).not.toThrow();
  }

  const files = { ...made.edited, ...(await run(['init'], {})).edited };
  expect(Object.keys((await run(['init'], files)).edited)).toEqual([]);
  const begun = await run(['new', 'plan', 'records', '--title', 'T', '--kind', 'strategy'], files);
  const all = { ...files, ...begun.edited };
  expect(await run(['validate'], all)).toMatchObject({ exit: 0, stdout: '' });
  expect(await run(['fmt', '--check'], all)).toMatchObject({ exit: 0, stdout: '' });
});

it('init takes the tool from where it is kept, never by a name that anybody may publish', async () => {
  const { edited, stderr } = await run(['init'], {});
  expect(edited['.github/workflows/plans.yml']).toMatch(/^ +- uses: OWNER\/actionplan@v\d/m);
  expect(stderr).toContain('in place of OWNER');
  // npx asks a registry for a command that it does not know.
  expect(Object.values(edited).join('')).not.toMatch(/\bnp[xm]\b/);
  expect(edited['.pre-commit-config.yaml']?.match(/entry: .*/g)).toEqual([
    'entry: actionplan validate plans',
    'entry: actionplan fmt --check plans',
  ]);
});

it('init works in another folder', async () => {
  const made = await run(['init', 'repo'], { 'repo/README.md': '' });
  expect(Object.keys(made.edited)).toContain('repo/plans/owners.yaml');
});
