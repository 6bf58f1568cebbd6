import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reports } from '../../src/reports/index.ts';
import { HOSTILE, hostileText, faultyPlan as plan } from '../support/hostile.ts';
import { run } from '../support/memory-host.ts';
import { runnerCommands } from '../support/runner-commands.ts';

const FORMATS = ['pretty', 'compact', 'json', 'github', 'gitlab', 'sarif', 'junit', 'markdown'];
const ACTING =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b]/;

async function foreignCommands(files: Record<string, string>): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const format of FORMATS) {
    const { stdout, stderr } = await run(
      ['validate', '.', '--format', format, '--show-waived'],
      files,
    );
    if (ACTING.test(stdout + stderr)) found.push([format, stdout, stderr]);
    const commands = runnerCommands(stdout);
    const findings = format === 'github' ? stdout.split('\n').length - 1 : 0;
    if (commands.length !== findings) found.push([format, stdout]);
    if (runnerCommands(stderr).length > 0) found.push([format, stderr]);
    expect(commands.every(({ name }) => /^(error|warning|notice)$/.test(name))).toBe(true);
  }
  for (const { id } of reports) {
    for (const format of ['table', 'csv', 'json', 'markdown']) {
      const argv = ['report', id, '.', '--skip-invalid', '--format', format];
      const { stdout, stderr } = await run(argv, files);
      if (runnerCommands(`${stdout}\n${stderr}`).length > 0)
        found.push([id, format, stdout, stderr]);
    }
  }
  return found;
}

it('a plan cannot speak to CI, whatever its texts', async () => {
  const files = HOSTILE.flatMap((text, at) => {
    const sound = plan('x')
      .replaceAll('"x"', JSON.stringify(text))
      .replace(/agreement: .*/, 'agreement: agreed');
    return [
      [`faulty-${at}.yaml`, plan(text)],
      [`sound-${at}.yaml`, sound],
    ];
  });
  expect(await foreignCommands(Object.fromEntries(files))).toEqual([]);
});

it('nor can a plan with any mixture of such texts', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, async (text) => {
      expect(await foreignCommands({ 'a.yaml': plan(text) })).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

it.each([
  '::error::x',
  '  ::error::x',
  '##[error]x',
  'a\n::stop-commands::x',
  '\r::set-output name=a::b',
])('nor can the name of a file: %j', async (name) => {
  const files = {
    [`${name}.yaml`]: plan('x'),
    [`${name}/plan.yaml`]: 'x\n',
    'actionplan.yaml': `ignore:\n  - ${JSON.stringify(`${name}/ignored.yaml`)}\n`,
    [`${name}/ignored.yaml`]: plan('y'),
    [`${name}/actionplan.yaml`]: 'rules: {}\n',
  };
  expect(await foreignCommands(files)).toEqual([]);
  for (const argv of [
    ['validate', name],
    ['validate', '.', '--output', `${name}.json`],
    ['report', 'overdue', name],
    [name],
    ['explain', name],
  ]) {
    const { stdout, stderr } = await run(argv, files);
    expect([argv, runnerCommands(`${stdout}\n${stderr}`)]).toEqual([argv, []]);
  }
});

it('the model of the runner takes both forms for commands', () => {
  expect(runnerCommands('  ::error file=a%2Cb::c%0Ad\nx ##[add-mask]y')).toEqual([
    { name: 'error', properties: { file: 'a,b' }, message: 'c\nd' },
    { name: 'add-mask', properties: {}, message: 'y' },
  ]);
});
