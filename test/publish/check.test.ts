import { describe, expect, it } from 'vitest';
import { run } from '../support/memory-host.ts';

const plan = `plan: x
title: Record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide.
        owner: Team
        target: 2023-06
`;
const changed = plan.replace('Publish a guide.', 'Publish a longer guide.');
const FILES = ['x.html', 'x.md', 'x.docx'] as const;

async function published(text: string, asOf: string): Promise<Record<string, string | Uint8Array>> {
  const outputs = FILES.flatMap((file) => ['--output', file]);
  const { written, bytes } = await run(['publish', 'x', '.', '--as-of', asOf, ...outputs], {
    'x.yaml': text,
  });
  return { ...written, ...bytes };
}

const check = (file: string, more: readonly string[] = []) => [
  'publish',
  'x',
  '.',
  '--output',
  file,
  '--check',
  ...more,
];

describe.each(FILES)('--check of %s', (file) => {
  it('finds it current, also when days have passed on which nothing changed', async () => {
    const files = { 'x.yaml': plan, ...(await published(plan, '2023-04-01')) };
    const result = await run(check(file), files, { today: '2023-05-01' });
    expect(result).toMatchObject({ exit: 0, stdout: '', written: {}, bytes: {} });
    expect(result.stderr).toBe(`${file} is what plan x says on 2023-05-01\n`);
  });

  it('finds that the plan has changed, and says how to renew it', async () => {
    const files = { 'x.yaml': changed, ...(await published(plan, '2023-04-01')) };
    const result = await run(check(file), files);
    expect(result).toMatchObject({ exit: 1, stdout: '', written: {}, bytes: {} });
    expect(result.stderr).toContain(`error: ${file} is not what the plan says`);
    expect(result.stderr).toMatch(
      new RegExp(`help: renew it with \`actionplan publish x --output \\w+:${file}\``),
    );
  });

  it('finds what the passing of days has made untrue', async () => {
    const files = { 'x.yaml': plan, ...(await published(plan, '2023-06-30')) };
    expect((await run(check(file), files, { today: '2023-06-30' })).exit).toBe(0);
    expect((await run(check(file), files, { today: '2023-07-01' })).exit).toBe(1);
  });

  it('holds it to a day that is asked for', async () => {
    const files = { 'x.yaml': plan, ...(await published(plan, '2023-04-01')) };
    expect((await run(check(file, ['--as-of', '2023-04-01']), files)).exit).toBe(0);
    expect((await run(check(file, ['--as-of', '2023-04-02']), files)).exit).toBe(1);
  });

  it('does not take another file, or none, for current', async () => {
    const other = await run(check(file), { 'x.yaml': plan, [file]: 'something else' });
    expect(other.exit).toBe(1);
    expect(other.stderr).toContain('does not say what it was made from');
    const none = await run(check(file), { 'x.yaml': plan });
    expect(none.exit).toBe(1);
    expect(none.stderr).toContain('cannot be read: there is no such file');
  });

  it('finds a file that was changed by hand', async () => {
    const files = await published(plan, '2023-05-01');
    const whole = files[file] ?? '';
    const broken =
      typeof whole === 'string'
        ? whole.replace('Publish', 'Print')
        : Uint8Array.from(whole, (byte, at) => (at === whole.length - 1 ? byte ^ 1 : byte));
    const result = await run(check(file), { 'x.yaml': plan, [file]: broken });
    expect(result.exit).toBe(1);
  });
});

it('names the first line that differs', async () => {
  const files: Record<string, string | Uint8Array> = {
    'x.yaml': changed,
    ...(await published(plan, '2023-04-01')),
  };
  const lines = String(files['x.md']).split('\n');
  const line = 1 + lines.findIndex((one) => one.includes('Publish a guide.'));
  expect((await run(check('x.md'), files)).stderr).toContain(
    `line ${line} is the first that differs`,
  );
});

it('needs a file to check', async () => {
  const result = await run(['publish', 'x', '.', '--check'], { 'x.yaml': plan });
  expect(result).toMatchObject({
    exit: 2,
    stderr: 'error: --check needs the published file\nhelp: name it with --output\n',
  });
});
